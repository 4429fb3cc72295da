"""What can be done with words of a file beside what stands in the portal, as people read it."""

from __future__ import annotations

from collections.abc import Iterable

from wtforms.fields import SelectChoice

from forms.fields import as_choices
from portal.domain.intake.under_way import Overname

_WORDS = {
    Overname.BESTAAND: "Laten staan wat er in het portaal staat",
    Overname.WORD: "Uit Word",
    Overname.SAMENVOEGEN: "Samenvoegen: wat er staat, met eronder wat er uit Word bij komt",
}
_NOTHING_THERE = {Overname.BESTAAND: "Niet overnemen", Overname.WORD: "Overnemen uit Word"}
_ROWS = "Uit Word: rijen die daar niet staan, gaan naar “Verwijderd”"
_MORE_ROWS = "Samenvoegen: de rijen uit Word die er nog niet staan komen erbij"


def choices_in_words(
    choices: Iterable[Overname], *, has_present: bool, is_list: bool, keeps: str = ""
) -> list[SelectChoice]:
    """The choices of a place, in words that fit what stands there. `keeps` says what a row that changed keeps."""
    words = _WORDS if has_present else _NOTHING_THERE
    if is_list and has_present:
        words = {**words, Overname.WORD: f"{_ROWS}{keeps}", Overname.SAMENVOEGEN: _MORE_ROWS}
    return as_choices([(choice.value, words[choice]) for choice in choices])
