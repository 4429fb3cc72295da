"""Lines that may be one thing or several: the person says which, by the button that is pressed."""

from __future__ import annotations

from typing import Any

from wtforms import SubmitField

from forms.base import BaseForm


class AgreedNumber(SubmitField):  # type: ignore[misc]
    """How many things the lines are, by a button that shows them. Its data is an int; 0 when nothing was said."""

    def process_formdata(self, values: list[str]) -> None:
        """Read the number; anything else says nothing."""
        text = values[0] if values else ""
        self.data: int = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


class SeveralForm(BaseForm):
    """A form with a field of which the lines may be one thing or several."""

    aantal = AgreedNumber("aantal")

    def items(self) -> list[str]:
        """The lines as several things."""
        raise NotImplementedError

    @property
    def asks(self) -> bool:
        """True when there are several lines, and nobody said of just these how many things they are."""
        number = len(self.items())
        return number > 1 and self.aantal.data not in (1, number)

    @property
    def is_one(self) -> bool:
        """True when the person said that the lines are one thing."""
        return bool(self.aantal.data == 1)

    def values(self) -> dict[str, Any]:
        """What was filled in, without what the button said."""
        return {name: value for name, value in super().values().items() if name != "aantal"}
