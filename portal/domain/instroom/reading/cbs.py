"""Tables of the CBS per gemeente: CSV of StatLine, and the JSON of its OData service. Bound on titles, never on places.

Source of the signs and the numbered titles: CBS open data, handleiding StatLine (v3). Of these tables the portal takes
the number of inwoners.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from portal.domain.instroom.breakdowns import TOTAAL, Indeling
from portal.domain.instroom.figures import CijferRegel, Waarneming
from portal.domain.instroom.periods import Periode
from portal.domain.instroom.reading.adding import GemeenteReeks, Optelling, total_in_words
from portal.domain.instroom.reading.columns import find_column, period_of, require_column, title_of, why_not_this_period
from portal.domain.instroom.reading.gemeenten import Gemeentelijst
from portal.domain.instroom.reading.tables import Brontabel, Row, encoding_of, open_tables
from portal.domain.instroom.reading.told import Leesverslag, OnleesbaarBestand, some_of
from portal.domain.instroom.reading.values import GeenCijfer, read_value
from portal.domain.instroom.reading.wishes import LeesWens

_REGIONS = ("regios", "wijkenenbuurten", "gemeenten", "gemeentecode", "gemeente")
_PERIODS = ("perioden", "periode")
_NAMES = ("naam", "gemeentenaam")
_INWONERS = (
    "inwonertal",
    "aantalinwoners",
    "bevolkingop1januari",
    "totalebevolking",
    "bevolkingaanhetbeginvandeperiode",
)
# Above the heads of a table may stand its title.
_MOST_TITLES = 30
_GEMEENTE = re.compile(r"GM\d{4}", re.ASCII)
_START = re.compile(r'"value"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
NO_JSON = "Dit is geen JSON-bestand van het CBS: er staat geen lijst “value” in. Kijk of “Soort bestand” goed staat."
NO_PERIOD = "In dit bestand staat geen periode. Vul bij “Periode” in van welk jaar de cijfers zijn."


def read_cbs_csv(content: bytes, wens: LeesWens, lijst: Gemeentelijst, verslag: Leesverslag) -> Iterator[CijferRegel]:
    """The figures of a CSV file of StatLine, per region. Raises OnleesbaarBestand."""
    table = open_tables(content, verslag)[0]
    rows = table.rijen()
    heads = _heads(rows)
    yield from _CbsReader(table, heads, wens, lijst, verslag).regels(rows)


def read_odata(content: bytes, wens: LeesWens, lijst: Gemeentelijst, verslag: Leesverslag) -> Iterator[CijferRegel]:
    """The figures of a JSON file as the OData service of the CBS gives it. Raises OnleesbaarBestand."""
    if content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] != b"{":
        raise OnleesbaarBestand(NO_JSON)
    rows = _records(content.decode(encoding_of(content, verslag)))
    first = next(rows, None)
    if first is None:
        raise OnleesbaarBestand("In dit JSON-bestand staat onder “value” niets. Download de tabel nog een keer.")
    heads = list(first[1])
    table = Brontabel(lambda: iter(()))
    cells = ((number, [one.get(head) for head in heads]) for number, one in _again(first, rows))
    yield from _CbsReader(table, heads, wens, lijst, verslag).regels(cells)


def _again(first: Any, rest: Iterator[Any]) -> Iterator[Any]:
    yield first
    yield from rest


def _records(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects in the list “value”, one by one: a large file is never whole in memory as objects."""
    start = _START.search(text)
    if start is None:
        raise OnleesbaarBestand(NO_JSON)
    decoder, at, number = json.JSONDecoder(), start.end(), 0
    while True:
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        if text[at : at + 1] == "]":
            return
        number += 1
        try:
            one, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            told = f"Bij het {number}e cijfer houdt het JSON-bestand op of klopt het niet. Download het nog een keer."
            raise OnleesbaarBestand(told) from error
        if not isinstance(one, dict):
            raise OnleesbaarBestand(f"Het {number}e deel van “value” is geen rij met kolommen.")
        yield number, one


def _heads(rows: Iterator[Row]) -> Sequence[Any]:
    """The row with titles; what stands above it is passed over."""
    seen: list[Sequence[Any]] = []
    for _, cells in rows:
        if find_column(cells, _REGIONS) is not None:
            return cells
        seen.append(cells)
        if len(seen) >= _MOST_TITLES:
            break
    widest = max(seen, key=len, default=())
    require_column(widest, _REGIONS, "gemeenten (RegioS)")
    return widest


@dataclass
class _CbsReader:
    table: Brontabel
    heads: Sequence[Any]
    wens: LeesWens
    lijst: Gemeentelijst
    verslag: Leesverslag

    def __post_init__(self) -> None:
        self.regio_at = require_column(self.heads, _REGIONS, "gemeenten (RegioS)")
        self.value_at = require_column(self.heads, _INWONERS, "inwoners (Inwonertal)")
        self.period_at = find_column(self.heads, _PERIODS)
        self.name_at = find_column(self.heads, _NAMES)
        self.adding = Optelling(self.lijst, self.verslag)
        self.passed: dict[str, int] = {}

    def regels(self, rows: Iterator[Row]) -> Iterator[CijferRegel]:
        """Read all rows, and give the figures of the regions."""
        if self.period_at is None and self.wens.periode is None:
            raise OnleesbaarBestand(NO_PERIOD)
        for number, cells in rows:
            self._row(number, cells)
        self._tell_passed()
        if not self.adding.delen and not self.verslag.aantal_fouten:
            raise OnleesbaarBestand("In dit bestand staan geen gemeenten. Kies bij StatLine de regio’s per gemeente.")
        found = [*self.adding.regels()]
        self._tell_totals(found)
        yield from found

    def _row(self, number: int, cells: Sequence[Any]) -> None:
        filled = [cell for cell in cells if str(cell if cell is not None else "").strip()]
        if len(filled) <= 1 < len(self.heads):
            self._pass("een regel tekst" if filled else "")
            return
        if len(cells) != len(self.heads):
            told = f"Deze rij heeft {len(cells)} kolommen in plaats van {len(self.heads)}. Staat er een"
            self.verslag.fout(self.table.rij(number), f"{told} puntkomma in een tekst, of is de rij afgebroken?")
            return
        code = str(cells[self.regio_at] or "").strip()
        if _GEMEENTE.fullmatch(code):
            self._gemeente(number, cells, code)
        else:
            self._pass(code[:2] if code[:2].isalpha() else code)

    def _gemeente(self, number: int, cells: Sequence[Any], code: str) -> None:
        said = cells[self.name_at] if self.name_at is not None else code
        where = self._where(number, self.regio_at)
        value, period = self._value(number, cells), self._period(number, cells)
        known = self.adding.is_bekend(code, f"{code} {str(said).strip()}" if said != code else code, where)
        if known and period is not None:
            reeks = GemeenteReeks("inwoners", Indeling.TOTAAL, TOTAAL, period.code)
            self.adding.neem(reeks, code, value, number, where)

    def _where(self, number: int, at: int) -> str:
        return self.table.waar(number, at, str(self.heads[at]).strip())

    def _value(self, number: int, cells: Sequence[Any]) -> Waarneming | None:
        cell = cells[self.value_at]
        try:
            # JSON has no signs: what is null there is not known.
            return read_value("." if cell is None else cell)
        except GeenCijfer as problem:
            self.verslag.fout(self._where(number, self.value_at), str(problem))
            return None

    def _period(self, number: int, cells: Sequence[Any]) -> Periode | None:
        if self.period_at is None:
            return self.wens.periode
        said = str(cells[self.period_at] or "")
        found = period_of(said)
        if wrong := why_not_this_period(found, said, self.wens.vandaag, only_years=True):
            self.verslag.fout(self._where(number, self.period_at), wrong)
            return None
        return found

    def _pass(self, kind: str) -> None:
        if kind:
            self.passed[kind] = self.passed.get(kind, 0) + 1

    def _tell_passed(self) -> None:
        if self.passed:
            names = some_of(f"“{kind}” ({number})" for kind, number in self.passed.items())
            self.verslag.meld(f"Niet gelezen zijn de rijen die geen gemeente zijn: {names}.")

    def _tell_totals(self, found: Sequence[CijferRegel]) -> None:
        column = str(self.heads[self.value_at]).strip()
        self.verslag.meld(f"Gelezen is de kolom “{column}” (titel: {title_of(column)}), als inwoners op 1 januari.")
        for period in dict.fromkeys(one.plek.periode for one in found):
            of_period = [one for one in found if one.plek.periode == period]
            self.verslag.meld(f"Opgeteld tot {len(of_period)} regio’s, samen {total_in_words(of_period)} in {period}.")
