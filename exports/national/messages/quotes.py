"""Texts of regions that are quoted with a theme: chosen by a person, never because they come first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from exports.national.counting.quoting import WEG, in_order, one_paragraph
from exports.national.counting.tally import names_in_words
from exports.national.data import ActieBeeld, RapportData, Uitspraak
from exports.national.span import round_of_sheet
from exports.national.tree import Lijst, Punt
from forms.richtext import Span, joined, to_words


@dataclass(frozen=True)
class QuoteEdit:
    """A text that was chosen for a theme. `met_naam`: with the name of its region; `als_passage`: only its passages."""

    sleutel: str
    item_id: int
    met_naam: bool = False
    als_passage: bool = False


@dataclass(frozen=True)
class Quotable:
    """A text that can be quoted: what it says, of which regions, and whether all of them may be named.

    `passage` are only the words that the code is about, with "…" where something was left out; "" when that is all.
    """

    id: int
    tekst: str
    regios: tuple[str, ...]
    mag_met_naam: bool
    passage: str = ""
    # In a report over several rounds: the one it is of.
    ronde: str = ""


def quotable_of(
    data: RapportData, soort: str, code_id: int | None = None, *, passages_of: int | None = None
) -> tuple[Quotable, ...]:
    """The texts of one kind (with one code), in the order of the report. Of an action it is why it goes as it goes.

    `passages_of` is the code whose passages can be quoted; left out: that one.
    """
    about = code_id if passages_of is None else passages_of
    named = {one.code for one in data.beeld.regios if one.mag_met_naam}
    rondes = round_of_sheet(data)
    items: Iterable[ActieBeeld | Uitspraak] = data.beeld.acties if soort == "acties" else data.beeld.said(soort)
    return tuple(
        Quotable(
            one.id,
            tekst,
            one.regios,
            named.issuperset(one.regios),
            _passage(one, about),
            rondes.get(one.blad_id or 0, "") if isinstance(one, Uitspraak) else "",
        )
        for one in items
        if (code_id is None or code_id in one.codes) and (tekst := one_paragraph(_words(one)))
    )


def _words(one: ActieBeeld | Uitspraak) -> str:
    return one.toelichting if isinstance(one, ActieBeeld) else one.tekst


def _passage(one: ActieBeeld | Uitspraak, code_id: int | None) -> str:
    """What an action says is coded, and why it goes as it goes is quoted: that has no passages."""
    found = [] if isinstance(one, ActieBeeld) else [part for part in one.passages if part.code == code_id]
    spans = joined((part.vanaf, part.vanaf + len(part.tekst.split())) for part in found if part.staat_er)
    return cut(to_words(one.tekst), spans) if spans and isinstance(one, Uitspraak) else ""


def cut(words: Sequence[str], spans: Sequence[Span]) -> str:
    """These words of a text, with "…" at each place where words were left out; "" when they are the whole text."""
    if list(spans) == [(0, len(words))]:
        return ""
    parts = f" {WEG} ".join(" ".join(words[begin:end]) for begin, end in spans)
    return f"{f'{WEG} ' if spans[0][0] else ''}{parts}{f' {WEG}' if spans[-1][1] < len(words) else ''}"


def quoted(quotes: Sequence[QuoteEdit], found: Mapping[int, Quotable], namen: Mapping[str, str]) -> tuple[Lijst, ...]:
    """The quotes that are still there as a list, or ()."""
    punten = tuple(_point(one, found[one.item_id], namen) for one in quotes if one.item_id in found)
    return (Lijst(punten),) if punten else ()


def _point(quote: QuoteEdit, text: Quotable, namen: Mapping[str, str]) -> Punt:
    named = quote.met_naam and text.mag_met_naam
    words = quote.als_passage and text.passage
    who = names_in_words(in_order(text.regios, namen)) if named else ""
    return Punt(f"“{words or text.tekst}”", bron=", ".join(filter(None, (who, text.ronde))))
