"""The sheet *Regio’s*: one row for each region with everything it answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from exports.columns import Column, ColumnKind
from exports.national.choices import choices_of
from exports.national.counting.actions import ZONDER_ANTWOORD
from exports.national.counting.by_region import ByRegion
from exports.national.counting.tally import Tally, visible_codes
from exports.national.data import RapportData, RegioBeeld, Uitspraak, Vraag
from exports.national.lookup import Row
from exports.national.workbook.columns import RESPONS_COLUMNS
from forms.richtext import to_plain

RegionColumn = Column[Row[RegioBeeld]]
_TEXT_WIDTH = 44


def region_columns(data: RapportData) -> tuple[RegionColumn, ...]:
    """Who it is, each question with its answer, how its actions go, and what it said, in the order of the round."""
    tally = Tally.of(data.beeld, visible_codes(data.codes, data.beeld), choices_of(data))
    per_regio = ByRegion.of(data, tally)
    return (
        *RESPONS_COLUMNS,
        *(_question(heading, vraag, per_regio) for heading, vraag in _asked(data)),
        Column("Acties", lambda rij: len(per_regio.acties.get(rij.item.code, [])), 10, ColumnKind.NUMBER),
        *(_status(label, key, per_regio) for key, label in per_regio.statussen.items()),
        _status("Geen antwoord", ZONDER_ANTWOORD, per_regio),
        _said("Successen", lambda code: per_regio.successen.get(code, [])),
        _said("Lessen", lambda code: per_regio.lessen.get(code, [])),
        _said("Verwachtingen", lambda code: per_regio.verwachtingen.get(code, []), per_regio),
    )


def _asked(data: RapportData) -> list[tuple[str, Vraag]]:
    """The questions that have an answer in one text, by a heading that no other has."""
    told = {one.vraag for one in data.antwoorden}
    asked = [vraag for vraag in data.vragen if vraag.key in told]
    often = Counter(vraag.label for vraag in asked)
    taken: Counter[str] = Counter()
    found = []
    for vraag in asked:
        heading = vraag.label if often[vraag.label] == 1 else f"{vraag.onderdeel} {vraag.label}"
        taken[heading] += 1
        found.append((heading if taken[heading] == 1 else f"{heading} ({taken[heading]})", vraag))
    return found


def _question(heading: str, vraag: Vraag, per_regio: ByRegion) -> RegionColumn:
    def value(rij: Row[RegioBeeld]) -> str:
        given = (one for one in per_regio.antwoorden.get(rij.item.code, []) if one.vraag == vraag.key)
        return "\n".join(to_plain(rij.bij.chosen(vraag, one.tekst)) for one in given if one.tekst)

    return Column(heading, value, 22 if vraag.opties else _TEXT_WIDTH)


def _status(label: str, key: str, per_regio: ByRegion) -> RegionColumn:
    return Column(f"Acties: {label.lower()}", lambda rij: per_regio.counted(rij.item.code)[key], 11, ColumnKind.NUMBER)


def _said(heading: str, items: Callable[[str], Sequence[Uitspraak]], per_regio: ByRegion | None = None) -> RegionColumn:
    """All of a kind below each other; an expectation behind the name of the party."""

    def line(one: Uitspraak) -> str:
        partij = per_regio.geadresseerden.get(one.aan) if per_regio else None
        return f"{partij.label}: {to_plain(one.tekst)}" if partij else to_plain(one.tekst)

    return Column(heading, lambda rij: "\n".join(map(line, items(rij.item.code))), _TEXT_WIDTH)
