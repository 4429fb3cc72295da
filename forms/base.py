"""What every form shares: a token against forgery and Dutch messages. Cleaning is done by the fields."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm


class BaseForm(FlaskForm):  # type: ignore[misc]
    """A form of the portal."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        locales = ("nl",)

    def single_fields(self) -> list[str]:
        """The names that may stand in a POST only once; a list of choices may stand in it more often."""
        return [field.name for field in self if field.type not in MULTIPLE]

    def expected_fields(self) -> list[str]:
        """The names that any browser sends, empty or not. Unticked boxes and unchosen choices are not sent."""
        return [field.name for field in self if field.type not in MAY_BE_ABSENT]

    def errors_by_id(self) -> dict[str, list[str]]:
        """All messages by the id of their field, for the summary above the form."""
        return {field.id: list(field.errors) for field in self if field.errors}

    def values(self) -> dict[str, Any]:
        """What was filled in, without the token."""
        return {name: value for name, value in self.data.items() if name != "csrf_token"}


MULTIPLE = frozenset({"CheckboxChoices", "MultipleFileField"})
MAY_BE_ABSENT = MULTIPLE | {"RadioField", "RadioChoice", "BooleanField", "SubmitField", "FileField", "CSRFTokenField"}
