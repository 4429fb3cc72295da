"""The charts of a report in its workbook, each drawn from a small table on the same sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from typing import assert_never

from exports.cells import xml_text
from exports.columns import Column, ColumnKind
from exports.figures.declared import Figuur
from exports.figures.native import as_chart
from exports.national.printed import Diagram, is_silent, names_of, series_of
from exports.national.tree import (
    Begrippen,
    Blok,
    Boodschap,
    Cijfers,
    EigenTekst,
    Grafiek,
    Kaart,
    Kopje,
    Lijngrafiek,
    Lijst,
    NationaalRapport,
    Tabel,
    Zin,
)

TABLE_WIDTHS = (52, 12)


@dataclass(frozen=True)
class ChartLine:
    """A row of the small table of a chart."""

    categorie: str
    waarden: tuple[int | None, ...]


def charts_of(rapport: NationaalRapport) -> tuple[Diagram, ...]:
    """The charts of the report that have something to draw, in the order of the page."""
    return tuple(chart for hoofdstuk in rapport.all_chapters() for blok in hoofdstuk.blokken for chart in _charts(blok))


def _charts(blok: Blok) -> tuple[Diagram, ...]:
    match blok:
        case Grafiek() | Lijngrafiek():
            return () if is_silent(blok) else (blok,)
        case Figuur():
            return () if is_silent(blok) else (as_chart(blok),)
        case Zin() | EigenTekst() | Tabel() | Kaart() | Cijfers() | Lijst() | Begrippen() | Kopje() | Boodschap():
            # What they count stands on sheets of its own, and words are not for a workbook.
            return ()
        case _:
            assert_never(blok)


def chart_columns(grafiek: Diagram) -> tuple[Column[ChartLine], ...]:
    """The columns of the table of a chart: its categories under the title, then each series."""
    heads = _unique([grafiek.titel, *(naam for naam, _, _ in series_of(grafiek))])
    return (
        Column(heads[0], lambda line: line.categorie, TABLE_WIDTHS[0]),
        *(_series_column(head, index) for index, head in enumerate(heads[1:])),
    )


def _series_column(head: str, index: int) -> Column[ChartLine]:
    return Column(head, lambda line: line.waarden[index], TABLE_WIDTHS[1], ColumnKind.NUMBER)


def chart_lines(grafiek: Diagram) -> list[ChartLine]:
    """The rows of the table of a chart: each category with the value of every series."""
    return [
        ChartLine(naam, tuple(waarden[index] for _, waarden, _ in series_of(grafiek)))
        for index, naam in enumerate(names_of(grafiek))
    ]


def _unique(heads: Iterable[str]) -> list[str]:
    """Headings as Excel wants them in a table: no two alike, none empty, on one line."""
    made: dict[str, str] = {}
    for head in heads:
        base = " ".join(xml_text(head).split())[:250] or "Aantal"
        names = (base if number == 1 else f"{base} ({number})" for number in count(1))
        name = next(name for name in names if name.casefold() not in made)
        made[name.casefold()] = name
    return list(made.values())
