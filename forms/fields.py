"""Our fields: cleaned text, figures as typed, Dutch dates, choices that may be left open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from wtforms import Field, HiddenField, RadioField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget, TextInput

from forms.cleaning import clean_line, clean_text
from forms.dutch.dates import day_short
from forms.timeline import read_date


def _cleaned_line(value: str | None) -> str:
    return clean_line(value or "")


def _cleaned_text(value: str | None) -> str:
    return clean_text(value or "")


def as_choices(pairs: Iterable[tuple[Any, str]]) -> list[SelectChoice]:
    """Keys and their labels, as a field wants its choices."""
    return [SelectChoice(key, label) for key, label in pairs]


def _offered(field: SelectField) -> set[Any]:
    return {one.value for one in field.choices}


# Numbers that look like a day, month and year. What is longer than any date is quoted in part.
_NUMBERS = re.compile(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}")
_MOST_OF_A_DATE = 40
# For a LongText in which a line is an item by itself: what is pasted there becomes lines, never a table.
ONE_PER_LINE = {"data-per-regel": True}


class TextLine(StringField):  # type: ignore[misc]
    """One line of text, cleaned. Its data is never None."""

    def __init__(self, label: str, **options: Any) -> None:
        options.setdefault("filters", [_cleaned_line])
        super().__init__(label, **options)


class LongText(TextAreaField):  # type: ignore[misc]
    """Text of any length (the small Markdown), cleaned. Its data is never None."""

    def __init__(self, label: str, **options: Any) -> None:
        options.setdefault("filters", [_cleaned_text])
        super().__init__(label, **options)


class RadioChoice(RadioField):  # type: ignore[misc]
    """One of several, or none yet. Its data is the key, or the empty text."""

    def __init__(self, label: str, **options: Any) -> None:
        options.setdefault("validate_choice", False)
        options.setdefault("filters", [lambda value: value or ""])
        super().__init__(label, **options)

    def pre_validate(self, form: Any) -> None:
        """Refuse a key that was never offered."""
        if self.data and self.data not in _offered(self):
            raise ValidationError(f"Kies bij “{self.label.text}” een van de antwoorden op de pagina.")


class CheckboxChoices(SelectMultipleField):  # type: ignore[misc]
    """Any number of several. Its data is a list of keys."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def pre_validate(self, form: Any) -> None:
        """Refuse a key that was never offered."""
        offered = _offered(self)
        if any(key not in offered for key in self.data or ()):
            raise ValidationError(f"Kies bij “{self.label.text}” uit de antwoorden op de pagina.")


class PickedId(SelectField):  # type: ignore[misc]
    """One row from a list, by id. What was offered can be gone when the form arrives: the message says so."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, coerce=int, **options)

    def process_formdata(self, values: list[str]) -> None:
        """Read the id. Raises ValueError when it is none."""
        try:
            super().process_formdata(values)
        except ValueError as error:
            raise ValueError(_not_offered(self)) from error

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not offered, or no longer."""
        if self.data is not None and self.data not in _offered(self):
            raise ValidationError(_not_offered(self))


class PickedIds(SelectMultipleField):  # type: ignore[misc]
    """Any number of rows from a list, by id; as `PickedId`."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, coerce=int, **options)

    def process_formdata(self, values: list[str]) -> None:
        """Read the ids. Raises ValueError when one of them is none."""
        try:
            super().process_formdata(values)
        except ValueError as error:
            raise ValueError(_not_offered(self)) from error

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not offered, or no longer."""
        offered = _offered(self)
        if any(key not in offered for key in self.data or ()):
            raise ValidationError(_not_offered(self))


def _not_offered(field: Field) -> str:
    return f"Uw keuze bij “{field.label.text}” kan niet (meer). De lijst is nu bijgewerkt. Kies opnieuw."


class TypedFigure(TextLine):
    """A figure as typed ("< 240", "ca. 100", "n.t.b."): whatever it says, the words are kept. Its data is the text."""

    reads = "getal"


class TypedPeriod(TextLine):
    """A date or a period as typed ("31-12-2024", "Q4 2024"): the words are kept. Its data is the text."""

    reads = "tijdslijn"


class TypedParties(LongText):
    """One or more parties as typed. It has room for lines, so that those of a pasted list can be told apart."""

    reads = "partijen"

    def __init__(self, label: str, **options: Any) -> None:
        options.setdefault("render_kw", {"rows": 1, **ONE_PER_LINE})
        super().__init__(label, **options)


class DutchDate(Field):  # type: ignore[misc]
    """A date in any Dutch notation. Its data is a date or None."""

    widget = TextInput()

    def _value(self) -> str:
        if self.raw_data:
            return clean_line(str(self.raw_data[0]))
        return "" if self.data is None else day_short(self.data)

    def process_formdata(self, values: list[str]) -> None:
        """Read the typed text. Raises ValueError when it is no date."""
        text = clean_line(values[0]) if values else ""
        self.data: date | None = read_date(text) if text else None
        if text and self.data is None:
            raise ValueError(_no_date(text, self.label.text))


def _no_date(text: str, label: str) -> str:
    """What is wrong with what was typed as a date, at which field, and what to type."""
    said = text if len(text) <= _MOST_OF_A_DATE else f"{text[:_MOST_OF_A_DATE]}…"
    if _NUMBERS.fullmatch(text):
        return f"“{said}” bij “{label}” staat niet op de kalender. Typ een dag die bestaat, bijvoorbeeld 31-12-2024."
    return f"“{said}” bij “{label}” is geen datum. Typ dag, maand en jaar, bijvoorbeeld 31-12-2024."


class Revision(HiddenField):  # type: ignore[misc]
    """The revision a change starts from. Its data is an int; a text that is no number is refused."""

    def process_formdata(self, values: list[str]) -> None:
        """Read the number. Raises ValueError when it is none."""
        text = values[0] if values else ""
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise ValueError("Deze pagina is niet meer goed. Ververs de pagina.")
        self.data = int(text)
