"""Days as people write them: "14, 7, 1"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wtforms import Field
from wtforms.widgets import TextInput

from forms.cleaning import clean_line

MOST_DAYS = 90


class DayList(Field):  # type: ignore[misc]
    """Numbers of days with commas between them. Its data is a list of whole numbers without doubles."""

    widget = TextInput()

    def _value(self) -> str:
        if self.raw_data:
            return clean_line(str(self.raw_data[0]))
        return ", ".join(str(day) for day in self.data or ())

    def process_formdata(self, values: list[str]) -> None:
        """Read the typed text. Raises ValueError when it is no list of days."""
        words = re.split(r"[\s,;]+|\ben\b", clean_line(values[0]) if values else "")
        self.data: list[int] = []
        for word in filter(None, words):
            if not (word.isascii() and word.isdigit() and len(word) < 4 and int(word) <= MOST_DAYS):
                raise ValueError(
                    f"Vul bij “{self.label.text}” hele dagen in van 0 tot en met {MOST_DAYS}, met komma’s ertussen. "
                    "Bijvoorbeeld: 14, 7, 1."
                )
            self.data.append(int(word))
        self.data = sorted(set(self.data), reverse=True)


def split_days(days: Iterable[int]) -> tuple[list[int], list[int]]:
    """Stored days (negative is after the deadline) as days before and days after."""
    days = list(days)
    return sorted((day for day in days if day >= 0), reverse=True), sorted(-day for day in days if day < 0)


def joined_days(before: Iterable[int], after: Iterable[int]) -> tuple[int, ...]:
    """The other way round."""
    return tuple(sorted({*before, *(-day for day in after)}, reverse=True))
