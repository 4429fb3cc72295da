"""Our own files: the template in Excel, and a list with a row for each figure.

The template has hidden marks: in one row what each column is of, in one column what each row is of. Rows and columns
may be moved, left out and sorted; where the mark of the template stands, the two cross.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from portal.domain.instroom.breakdowns import CATEGORIEEN, INDELING_NAMEN, Indeling
from portal.domain.instroom.figures import NEDERLAND, CijferRegel, Plek, Waarneming
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.periods import read_period
from portal.domain.instroom.reading.ciz import FORMULA
from portal.domain.instroom.reading.columns import find_column, title_of, why_not_this_period
from portal.domain.instroom.reading.gemeenten import OUDE_REGIOS, REGIO_VAN_OUDE, Gemeentelijst
from portal.domain.instroom.reading.tables import Brontabel, Formule, Row, open_tables
from portal.domain.instroom.reading.told import MOST_FAULTS, Leesverslag, OnleesbaarBestand, counted, some_of
from portal.domain.instroom.reading.values import GeenCijfer, read_value
from portal.domain.instroom.reading.wishes import LeesWens

# Where the hidden row and the hidden column cross; the number is the version of the template.
MERK = "regioportaal-instroom-1"
# What stands in the place of a mark where a row or column only has words.
WOORDEN = "-"
SCHEIDING = "|"
LIJST = ("indicator", "gebied", "indeling", "categorie", "periode", "waarde")
NOT_OURS = (
    "Dit is niet ons sjabloon: de verborgen rij en kolom met kenmerken ontbreken. Download het sjabloon opnieuw en"
    " kopieer uw cijfers erin. Een lijst mag ook: kolommen indicator, gebied, indeling, categorie, periode, waarde."
)


def mark_of_row(plek: Plek) -> str:
    """The hidden mark of a row of the template."""
    return SCHEIDING.join((plek.indicator, plek.gebied, plek.indeling, plek.categorie))


def read_own(content: bytes, wens: LeesWens, lijst: Gemeentelijst, verslag: Leesverslag) -> Iterator[CijferRegel]:
    """The figures of a template that was filled in, or of a list. Raises OnleesbaarBestand."""
    tables = open_tables(content, verslag)
    reader = _OwnReader(wens, lijst, verslag)
    is_ours = False
    for table in tables:
        marks = reader.marks(table)
        if marks:
            is_ours = True
            yield from reader.sheet(table, marks)
    if is_ours:
        reader.tell()
        return
    for table in tables:
        rows = table.rijen()
        heads = next(rows, (0, ()))[1]
        if all(find_column(heads, (title,)) is not None for title in LIJST):
            yield from reader.rows_of_list(table, heads, rows)
            reader.tell()
            return
    raise OnleesbaarBestand(NOT_OURS)


@lru_cache(maxsize=20_000)
def _kind_of(indicator: str, indeling: str, categorie: str) -> tuple[str, Indeling, str] | str:
    """What these name, or what is wrong with them."""
    found = INDICATOREN.get(indicator)
    if found is None:
        return f"De indicator “{indicator[:40]}” kent het portaal niet. Wel: {some_of(INDICATOREN)}."
    if indeling not in CATEGORIEEN:
        return f"De indeling “{indeling[:40]}” kent het portaal niet. Wel: {some_of(CATEGORIEEN)}."
    cut = Indeling(indeling)
    if cut not in found.indelingen:
        return f"“{found.naam}” tellen wij niet naar {INDELING_NAMEN[cut].lower()}."
    if categorie not in CATEGORIEEN[cut]:
        return f"De categorie “{categorie[:40]}” kent het portaal niet bij {INDELING_NAMEN[cut].lower()}."
    return indicator, cut, categorie


@dataclass
class _Marks:
    """Where the marks of a sheet stand: the row and the column, and what each column is of."""

    row: int
    column: int
    periods: Mapping[int, str]
    unmarked: frozenset[int]


@dataclass
class _OwnReader:
    wens: LeesWens
    lijst: Gemeentelijst
    verslag: Leesverslag
    seen: dict[Plek, None] = field(default_factory=dict)
    # The row of each of these, packed: there are hundreds of thousands.
    rows: array[int] = field(default_factory=lambda: array("L"))
    unread: dict[str, None] = field(default_factory=dict)
    periods: dict[str, str] = field(default_factory=dict)
    blanks: int = 0

    def sheet(self, table: Brontabel, marks: _Marks) -> Iterator[CijferRegel]:
        """The figures on a sheet with our mark."""
        for number, cells in table.rijen():
            if number != marks.row:
                yield from self._marked_row(table, marks, number, cells)

    def marks(self, table: Brontabel) -> _Marks | None:
        """Where the marks of a sheet stand; None without our own."""
        for number, cells in table.rijen():
            if MERK in cells:
                return self._of_row(table, number, cells)
        return None

    def _of_row(self, table: Brontabel, number: int, cells: Sequence[Any]) -> _Marks:
        """What each column is of; a period that stands above two of them is a fault."""
        found: dict[int, str] = {}
        for at, cell in enumerate(cells):
            text = str(cell if cell is not None else "").strip()
            if text in ("", MERK, WOORDEN):
                continue
            period = self._period(text, table.waar(number, at))
            if period in found.values():
                told = f"De periode {period} staat boven twee kolommen. Haal een van beide weg."
                self.verslag.fout(table.waar(number, at), told)
            elif period:
                found[at] = period
        blank = frozenset(at for at, cell in enumerate(cells) if cell is None or not str(cell).strip())
        return _Marks(number, cells.index(MERK), found, blank)

    def _marked_row(self, table: Brontabel, marks: _Marks, number: int, cells: Sequence[Any]) -> Iterator[CijferRegel]:
        mark = str(cells[marks.column] or "").strip() if marks.column < len(cells) else ""
        values = {at: cells[at] for at in marks.periods if at < len(cells)}
        if mark == WOORDEN:
            self._note_unmarked(table, marks, cells)
            return
        if not mark:
            if any(str(cell if cell is not None else "").strip() for cell in values.values()):
                told = "Deze rij heeft geen verborgen kenmerk, dus het portaal weet niet van wie de cijfers zijn."
                self.verslag.fout(table.rij(number), f"{told} Gebruik de rijen van het sjabloon.")
            return
        where = table.waar(number, marks.column)
        parts = [*mark.split(SCHEIDING), "", "", ""]
        kind, gebied = self._kind(parts[0], parts[2], parts[3], where), self._gebied(parts[1], where)
        for at, cell in values.items():
            yield from self._figure(table, number, at, cell, kind, gebied, marks.periods[at])

    def _note_unmarked(self, table: Brontabel, marks: _Marks, cells: Sequence[Any]) -> None:
        for at in marks.unmarked:
            if at < len(cells) and str(cells[at] or "").strip():
                self.unread[f"“{str(cells[at]).strip()[:40]}”"] = None

    def rows_of_list(self, table: Brontabel, heads: Sequence[Any], rows: Iterator[Row]) -> Iterator[CijferRegel]:
        """The figures of a list: each row says what it is of."""
        places = [at for at in (find_column(heads, (title,)) for title in LIJST) if at is not None]
        extra = set(range(len(heads))) - set(places)
        self.unread |= {f"“{heads[at]}”": None for at in sorted(extra) if title_of(heads[at])}
        width, last = max(places) + 1, places[-1]
        at_indicator, at_gebied, at_indeling, at_categorie, at_periode, _ = places
        kinds: dict[tuple[Any, ...], Any] = {}
        for number, cells in rows:
            if len(cells) < width:
                if any(str(cell or "").strip() for cell in cells):
                    self.verslag.fout(table.rij(number), "Deze rij is te kort: er ontbreken kolommen.")
                continue
            key = (cells[at_indicator], cells[at_gebied], cells[at_indeling], cells[at_categorie])
            known = kinds.get(key)
            if known is None:
                texts = [str(one if one is not None else "").strip() for one in key]
                known = (
                    self._kind(texts[0], texts[2], texts[3], table.rij(number)),
                    self._gebied(texts[1], table.waar(number, at_gebied, str(heads[at_gebied]))),
                )
                # What is wrong is told for each row.
                if None not in known:
                    kinds[key] = known
            text = cells[at_periode]
            period = self.periods.get(text) or self._period(
                str(text if text is not None else "").strip(), table.waar(number, at_periode, str(heads[at_periode]))
            )
            yield from self._figure(table, number, last, cells[last], known[0], known[1], period, str(heads[last]))

    def _kind(self, indicator: str, indeling: str, categorie: str, where: str) -> tuple[str, Indeling, str] | None:
        found = _kind_of(indicator, indeling, categorie)
        if isinstance(found, str):
            self.verslag.fout(where, found)
            return None
        return found

    def _gebied(self, code: str, where: str) -> str | None:
        if code == NEDERLAND or code in self.lijst.regios:
            return code
        if code in OUDE_REGIOS:
            now = self.lijst.regios.get(REGIO_VAN_OUDE, REGIO_VAN_OUDE)
            told = f"Regio {code} ({OUDE_REGIOS[code]}) bestaat niet meer: zij is opgegaan in {now} ({REGIO_VAN_OUDE})."
            self.verslag.fout(where, f"{told} Tel de oude regio’s op en zet het totaal bij {now}.")
        else:
            self.verslag.fout(where, f"De regio “{code[:40]}” kent het portaal niet. Gebruik een code als ZK01, of NL.")
        return None

    def _period(self, text: str, where: str) -> str:
        if text in self.periods:
            return self.periods[text]
        found = read_period(text)
        if wrong := why_not_this_period(found, text, self.wens.vandaag):
            self.verslag.fout(where, wrong)
            return ""
        self.periods[text] = text
        return text

    def _figure(
        self,
        table: Brontabel,
        number: int,
        at: int,
        cell: Any,
        kind: tuple[str, Indeling, str] | None,
        gebied: str | None,
        period: str,
        head: str = "",
    ) -> Iterator[CijferRegel]:
        """One figure, when all that it is of is known; a blank cell says nothing."""
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            self.blanks += 1
            return
        value = self._value(table, number, at, cell, head)
        if value is None or kind is None or gebied is None or not period:
            return
        plek = Plek(kind[0], gebied, kind[1], kind[2], period)
        if plek in self.seen:
            told = f"Dit cijfer staat er al in, op rij {self._row_of(plek)}. Houd één van beide over."
            self.verslag.fout(table.waar(number, at, head), told)
            return
        self.seen[plek] = None
        self.rows.append(number)
        yield CijferRegel(plek, value)

    def _row_of(self, plek: Plek) -> int:
        """The row of what was read already; of more faults than are shown it is not looked for."""
        seen = zip(self.seen, self.rows, strict=True) if self.verslag.aantal_fouten < MOST_FAULTS else ()
        return next((row for one, row in seen if one == plek), 0)

    def _value(self, table: Brontabel, number: int, at: int, cell: Any, head: str) -> Waarneming | None:
        try:
            if isinstance(cell, Formule):
                raise GeenCijfer(FORMULA)
            return read_value(cell)
        except GeenCijfer as problem:
            self.verslag.fout(table.waar(number, at, head), str(problem))
            return None

    def tell(self) -> None:
        """What was read, left out and not known."""
        if not self.seen and not self.verslag.aantal_fouten:
            raise OnleesbaarBestand("Er staan geen cijfers in dit bestand. Vul het in en kies het opnieuw.")
        regions = {plek.gebied for plek in self.seen}
        told = (
            f"Gelezen: {counted(len(self.seen), 'cijfer', 'cijfers')} van {counted(len(regions), 'gebied', 'gebieden')}"
        )
        blank = f" {counted(self.blanks, 'leeg vak zegt', 'lege vakken zeggen')} niets." if self.blanks else ""
        self.verslag.meld(f"{told} over {counted(len(self.periods), 'periode', 'perioden')}.{blank}")
        if self.unread:
            told = f"Niet gelezen zijn kolommen zonder kenmerk: {some_of(self.unread)}."
            self.verslag.meld(told)
