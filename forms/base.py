"""What every form shares: a token against forgery and Dutch messages. Cleaning is done by the fields."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, MultipleFileField, RadioField, SelectMultipleField, SubmitField
from wtforms.csrf.core import CSRFTokenField

# A browser sends these as often as something was chosen, or not at all.
MULTIPLE = (SelectMultipleField, MultipleFileField)
MAY_BE_ABSENT = (*MULTIPLE, RadioField, BooleanField, SubmitField, FileField, CSRFTokenField)


class BaseForm(FlaskForm):  # type: ignore[misc]
    """A form of the portal."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        locales = ("nl",)

    def single_fields(self) -> list[str]:
        """The names that may stand in a POST only once; a list of choices may stand in it more often."""
        return [field.name for field in self if not isinstance(field, MULTIPLE)]

    def expected_fields(self) -> list[str]:
        """The names that any browser sends, empty or not. Unticked boxes and unchosen choices are not sent."""
        return [field.name for field in self if not isinstance(field, MAY_BE_ABSENT)]

    def errors_by_id(self) -> dict[str, list[str]]:
        """All messages by the id of their field, for the summary above the form."""
        return {field.id: list(field.errors) for field in self if field.errors}

    def values(self) -> dict[str, Any]:
        """What was filled in, without the token."""
        return {name: value for name, value in self.data.items() if name != "csrf_token"}
