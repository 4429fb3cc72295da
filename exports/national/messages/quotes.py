"""Texts of regions that are quoted with a theme: chosen by a person, never because they come first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from exports.national.counting.quoting import in_order, one_paragraph
from exports.national.counting.tally import names_in_words
from exports.national.data import ActieBeeld, RapportData, Uitspraak
from exports.national.tree import Lijst, Punt


@dataclass(frozen=True)
class QuoteEdit:
    """A text that was chosen for a theme. `met_naam`: with the name of its region."""

    sleutel: str
    item_id: int
    met_naam: bool = False


@dataclass(frozen=True)
class Quotable:
    """A text that can be quoted: what it says, of which regions, and whether all of them may be named."""

    id: int
    tekst: str
    regios: tuple[str, ...]
    mag_met_naam: bool


def quotable_of(data: RapportData, soort: str, code_id: int | None = None) -> tuple[Quotable, ...]:
    """The texts of one kind (with one code), in the order of the report. Of an action it is why it goes as it goes."""
    named = {one.code for one in data.beeld.regios if one.mag_met_naam}
    items: Iterable[ActieBeeld | Uitspraak] = data.beeld.acties if soort == "acties" else data.beeld.said(soort)
    return tuple(
        Quotable(one.id, tekst, one.regios, named.issuperset(one.regios))
        for one in items
        if (code_id is None or code_id in one.codes) and (tekst := one_paragraph(_words(one)))
    )


def _words(one: ActieBeeld | Uitspraak) -> str:
    return one.toelichting if isinstance(one, ActieBeeld) else one.tekst


def quoted(quotes: Sequence[QuoteEdit], found: Mapping[int, Quotable], namen: Mapping[str, str]) -> tuple[Lijst, ...]:
    """The quotes that are still there as a list, or ()."""
    punten = tuple(_point(one, found[one.item_id], namen) for one in quotes if one.item_id in found)
    return (Lijst(punten),) if punten else ()


def _point(quote: QuoteEdit, text: Quotable, namen: Mapping[str, str]) -> Punt:
    named = quote.met_naam and text.mag_met_naam
    return Punt(f"“{text.tekst}”", bron=names_in_words(in_order(text.regios, namen)) if named else "")
