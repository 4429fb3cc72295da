"""The table under a chart: the same figures, with the sign and the reason of what is not shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exports.figures.declared import Figuur, Meetpunt
from exports.national.tree import Cel, Tabel
from forms.dutch.numbers import dutch_number

_LEEG = "–"
VOORLOPIG = "*"
UITLEG_VOORLOPIG = "* Voorlopig cijfer: de bron kan het nog bijstellen."


@dataclass(frozen=True, slots=True)
class Cijfercel:
    """What stands in a cell; `noot` is the number of the note that says why there is no figure, 0 for none."""

    tekst: str
    waarde: int | None = None
    noot: int = 0
    voorlopig: bool = False

    @property
    def is_cijfer(self) -> bool:
        """True where a source says something, be it a sign."""
        return self.tekst != _LEEG

    @property
    def met_teken(self) -> str:
        """As printed: with a star when it is provisional."""
        return f"{self.tekst}{VOORLOPIG}" if self.voorlopig else self.tekst


@dataclass(frozen=True, slots=True)
class Cijferrij:
    """One period with its figures."""

    moment: str
    cellen: tuple[Cijfercel, ...]


@dataclass(frozen=True, slots=True)
class Cijfertabel:
    """The whole table; `noten` say, from 1, why a figure is not there."""

    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[Cijferrij, ...]
    noten: tuple[str, ...]
    heeft_voorlopig: bool


def table_of(figuur: Figuur) -> Cijfertabel:
    """The figures of a chart, a row for each period and a column for each line and for the target."""
    noten = tuple(dict.fromkeys(one.reden for reeks in figuur.reeksen for one in reeks.punten if one.reden))
    goals = _goals(figuur)
    kolommen = [*((one.naam, one.punten) for one in figuur.lijnen)]
    rijen = tuple(
        Cijferrij(
            moment.naam,
            (
                *(_cell(punten[place], noten) for _, punten in kolommen),
                *((goals[place],) if goals else ()),
            ),
        )
        for place, moment in enumerate(figuur.momenten)
    )
    koppen = ("Periode", *(naam for naam, _ in kolommen), *(("Doel",) if goals else ()))
    return Cijfertabel(figuur.onderwerp, koppen, rijen, noten, figuur.heeft_voorlopig)


def _cell(punt: Meetpunt, noten: tuple[str, ...]) -> Cijfercel:
    noot = noten.index(punt.reden) + 1 if punt.reden in noten else 0
    return Cijfercel(punt.tekst or _LEEG, punt.waarde, noot, punt.voorlopig)


def _goals(figuur: Figuur) -> list[Cijfercel]:
    """The step of the target in each period; none at all without a target."""
    cells = [Cijfercel(_LEEG)] * len(figuur.momenten) if figuur.doelen else []
    for one in figuur.doelen:
        before = "< " if one.onder is not None else "ca. "
        free = [place for place in range(one.van, one.tot + 1) if cells[place].waarde is None]
        for place in free:
            cells[place] = Cijfercel(f"{before}{dutch_number(one.waarde)}", one.waarde)
    return cells


def report_table(figuur: Figuur) -> Tabel:
    """The same table as a block of the report."""
    made = table_of(figuur)
    rijen = tuple((Cel(rij.moment), *(_report_cell(one) for one in rij.cellen)) for rij in made.rijen)
    return Tabel(f"instroom_{figuur.sleutel}", made.titel, made.koppen, rijen, (3, *(2 for _ in made.koppen[1:])))


def _report_cell(one: Cijfercel) -> Cel:
    return Cel(one.waarde) if one.tekst == dutch_number(one.waarde or 0) and not one.voorlopig else Cel(one.met_teken)


def flat_rows(figuur: Figuur) -> Iterator[tuple[str, str, Meetpunt]]:
    """Every figure on a line of its own: series, period, figure."""
    for reeks in figuur.lijnen:
        for moment, punt in zip(figuur.momenten, reeks.punten, strict=True):
            yield reeks.naam, moment.naam, punt
