"""Tables per gemeente as the CIZ gives them: a row for each gemeente, a column for each category or period, rounded to
fives. Added up to regions; what the rounding can amount to is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from forms.dutch.numbers import dutch_number
from portal.domain.instroom.breakdowns import CATEGORIEEN, INDELING_NAMEN, TOTAAL, Indeling
from portal.domain.instroom.figures import CijferRegel, Waarneming
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.periods import Periode
from portal.domain.instroom.reading.adding import GemeenteReeks, Optelling, total_in_words
from portal.domain.instroom.reading.columns import find_column, period_of, require_column, title_of, why_not_this_period
from portal.domain.instroom.reading.gemeenten import Gemeentelijst
from portal.domain.instroom.reading.tables import Brontabel, Formule, Row, open_tables
from portal.domain.instroom.reading.told import Leesverslag, OnleesbaarBestand, some_of
from portal.domain.instroom.reading.values import GeenCijfer, read_value
from portal.domain.instroom.reading.wishes import LeesWens

_CODES = ("gemeentecode", "gmcode", "cbscode", "code", "regios")
_NAMES = ("gemeente", "gemeenten", "gemeentenaam", "woongemeente", "naam")
_PERIODS = ("periode", "perioden", "kwartaal", "maand", "jaar")
_TOTALS = ("totaal", "aantal", "waarde", "totaalaantal")
_NO_GEMEENTE = ("totaal", "nederland", "onbekend", "buitenland")
_MOST_TITLES = 30
_FIVE = 5
NO_INDICATOR = "Kies bij “Indicator” wat er in dit bestand geteld is."
NO_PERIOD = "In dit bestand staat geen kolom met een periode. Vul bij “Periode” in van wanneer de cijfers zijn."
FORMULA = "Hier staat een formule. Plak het getal zelf (Plakken speciaal, Waarden)."


class _CizColumn(NamedTuple):
    at: int
    indeling: Indeling
    categorie: str
    periode: Periode | None = None


def read_ciz(content: bytes, wens: LeesWens, lijst: Gemeentelijst, verslag: Leesverslag) -> Iterator[CijferRegel]:
    """The figures of a table per gemeente, per region. Raises OnleesbaarBestand."""
    if wens.indicator not in INDICATOREN:
        raise OnleesbaarBestand(NO_INDICATOR)
    table, heads, rows = _found(open_tables(content, verslag))
    yield from _CizReader(table, heads, wens, lijst, verslag).regels(rows)


def _found(tables: Sequence[Brontabel]) -> tuple[Brontabel, Sequence[Any], Iterator[Row]]:
    """The first table with a column of gemeenten, its heads, and the rows under them."""
    widest: Sequence[Any] = ()
    for table in tables:
        rows = table.rijen()
        for _ in range(_MOST_TITLES):
            cells = next(rows, (0, ()))[1]
            if find_column(cells, _CODES) is not None or find_column(cells, _NAMES) is not None:
                return table, cells, rows
            widest = max(widest, cells, key=len)
    require_column(widest, _NAMES, "gemeenten")
    raise OnleesbaarBestand("In dit bestand staat geen kolom met gemeenten.")


def _categories() -> Mapping[str, list[tuple[Indeling, str]]]:
    """What a title can mean. "Onbekend" is a category of two breakdowns."""
    found: dict[str, list[tuple[Indeling, str]]] = {}
    for indeling, categories in CATEGORIEEN.items():
        for key, label in categories.items():
            for title in {title_of(key), title_of(label)}:
                found.setdefault(title, []).append((indeling, key))
    for number in range(1, 6):
        for title in (f"ggzw{number}", f"{number}ggzw", f"zzp{number}"):
            found[title] = [(Indeling.ZORGZWAARTE, f"ggz-wonen-{number}")]
    return found | {title: [(Indeling.TOTAAL, TOTAAL)] for title in _TOTALS}


_MEANS = _categories()


@dataclass
class _CizReader:
    table: Brontabel
    heads: Sequence[Any]
    wens: LeesWens
    lijst: Gemeentelijst
    verslag: Leesverslag

    def __post_init__(self) -> None:
        self.code_at, self.name_at = find_column(self.heads, _CODES), find_column(self.heads, _NAMES)
        self.period_at = find_column(self.heads, _PERIODS)
        self.columns = self._columns()
        self.adding = Optelling(self.lijst, self.verslag)
        self.odd: list[str] = []
        self.passed: list[str] = []

    @property
    def key_at(self) -> int:
        """The column by which a gemeente is known: its code, or else its name."""
        return self.code_at if self.code_at is not None else self.name_at or 0

    def _columns(self) -> list[_CizColumn]:
        meanings = {at: _MEANS.get(title_of(head), []) for at, head in enumerate(self.heads)}
        sure = Counter(one[0][0] for one in meanings.values() if len(one) == 1)
        columns, unread = [], []
        for at, head in enumerate(self.heads):
            if at in (self.code_at, self.name_at, self.period_at) or not str(head or "").strip():
                continue
            if meanings[at]:
                columns.append(_CizColumn(at, *max(meanings[at], key=lambda one: sure[one[0]])))
            elif period := period_of(str(head)):
                columns.append(_CizColumn(at, Indeling.TOTAAL, TOTAAL, period))
            else:
                unread.append(f"“{str(head).strip()}”")
        self._tell_columns(columns, unread)
        return columns

    def _tell_columns(self, columns: list[_CizColumn], unread: list[str]) -> None:
        if not columns:
            told = "In dit bestand staat geen kolom met cijfers die het portaal kent, zoals “Totaal” of “GGZ Wonen 1”."
            raise OnleesbaarBestand(f"{told} Er staat wel: {some_of(unread) or 'niets'}.")
        indicator = INDICATOREN[self.wens.indicator]
        for indeling in dict.fromkeys(one.indeling for one in columns):
            if indeling not in indicator.indelingen:
                told = f"“{indicator.naam}” tellen wij niet naar {INDELING_NAMEN[indeling].lower()}."
                raise OnleesbaarBestand(f"{told} Kies een andere indicator of een ander bestand.")
        if unread:
            self.verslag.meld(f"Niet gelezen zijn de kolommen {some_of(unread)}: het portaal kent ze niet.")

    def regels(self, rows: Iterator[Row]) -> Iterator[CijferRegel]:
        """Read all rows, and give the figures of the regions."""
        if self.period_at is None and self.wens.periode is None and any(one.periode is None for one in self.columns):
            raise OnleesbaarBestand(NO_PERIOD)
        for number, cells in rows:
            self._row(number, cells)
        if not self.adding.delen and not self.verslag.aantal_fouten:
            raise OnleesbaarBestand("In dit bestand staan geen gemeenten. Kies een ander bestand.")
        self._tell()
        found = [*self.adding.regels()]
        for series in dict.fromkeys((one.plek.indeling, one.plek.categorie, one.plek.periode) for one in found):
            parts = [one for one in found if one.plek[2:] == series]
            name = CATEGORIEEN[series[0]][series[1]]
            self.verslag.meld(f"Opgeteld voor {name} in {series[2]}: {total_in_words(parts)}.")
        yield from found

    def _row(self, number: int, cells: Sequence[Any]) -> None:
        said = self._cell(cells, self.key_at)
        if said is None or not str(said).strip():
            if any(str(cell if cell is not None else "").strip() for cell in cells):
                self.passed.append(f"rij {number}")
            return
        code = self.lijst.code_van(said)
        if not code and str(said).strip().casefold() in _NO_GEMEENTE:
            self.passed.append(f"“{str(said).strip()}”")
            return
        where = self._where(number, self.key_at)
        period, known = self._period(number, cells), self.adding.is_bekend(code, said, where)
        for column in self.columns:
            value = self._value(number, cells, column)
            taken = column.periode or period
            if known and taken is not None:
                reeks = GemeenteReeks(self.wens.indicator, column.indeling, column.categorie, taken.code)
                self.adding.neem(reeks, code, value, number, self._where(number, column.at))

    def _cell(self, cells: Sequence[Any], at: int) -> Any:
        return cells[at] if at < len(cells) else None

    def _where(self, number: int, at: int) -> str:
        return self.table.waar(number, at, str(self.heads[at]).strip())

    def _value(self, number: int, cells: Sequence[Any], column: _CizColumn) -> Waarneming | None:
        cell = self._cell(cells, column.at)
        try:
            if isinstance(cell, Formule):
                raise GeenCijfer(FORMULA)
            value = read_value(cell)
        except GeenCijfer as problem:
            self.verslag.fout(self._where(number, column.at), str(problem))
            return None
        if (value.waarde or 0) % _FIVE:
            self.odd.append(f"{value.waarde} (rij {number})")
        return value

    def _period(self, number: int, cells: Sequence[Any]) -> Periode | None:
        if self.period_at is None:
            return self.wens.periode
        said = self._cell(cells, self.period_at)
        found = period_of(str(said if said is not None else ""))
        if wrong := why_not_this_period(found, said, self.wens.vandaag):
            self.verslag.fout(self._where(number, self.period_at), wrong)
            return None
        return found

    def _tell(self) -> None:
        if self.passed:
            told = f"Niet gelezen zijn rijen zonder gemeente: {some_of(self.passed)}."
            self.verslag.meld(f"{told} Wat daar staat telt bij geen regio mee.")
        if self.odd:
            told = f"Niet alle getallen zijn op vijf afgerond: {some_of(self.odd)}. Klopt het dat dit deze tabel is?"
            self.verslag.meld(told, vraagt_antwoord=True)
        else:
            self.verslag.meld(self._rounding())

    def _rounding(self) -> str:
        """A number rounded to fives is at most 2.5 beside the truth; of a region that is so much for each gemeente."""
        sizes = Counter(one.regio for one in self.lijst.nu.values())
        regio, parts = max(sizes.items(), key=lambda one: one[1], default=("", 0))
        most = dutch_number(round(parts * 25) // 10)
        return (
            "De getallen per gemeente zijn afgerond op vijf: elk kan er 2,5 naast zitten. Het totaal van een regio kan"
            f" er dan 2,5 per gemeente naast zitten: bij {self.lijst.regios.get(regio, regio)} ({parts} gemeenten)"
            f" hoogstens {most}."
        )
