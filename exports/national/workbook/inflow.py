"""The sheet with figures of the instroom in the workbook of a report, and that of the regiobeelden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.columns import Column, ColumnKind
from exports.figures.declared import Figuur, Meetpunt
from exports.figures.files import kind_of
from exports.figures.table import flat_rows
from exports.national.inflow_data import InstroomBeeld, Regiocijfer, RegioInstroom
from exports.national.lookup import Row


@dataclass(frozen=True)
class FigureLine:
    """One figure: in which chart, of which series and period."""

    figuur: Figuur
    reeks: str
    periode: str
    punt: Meetpunt


def figure_lines(beeld: InstroomBeeld) -> Sequence[FigureLine]:
    """Every figure of every chart."""
    return [FigureLine(figuur, *one) for figuur in beeld.figuren for one in flat_rows(figuur)]


INSTROOM_COLUMNS: tuple[Column[Row[FigureLine]], ...] = (
    Column("Cijfer", lambda rij: rij.item.figuur.onderwerp, 60),
    Column("Reeks", lambda rij: rij.item.reeks, 26),
    Column("Periode", lambda rij: rij.item.periode, 16),
    Column("Aantal", lambda rij: rij.item.punt.waarde, 10, ColumnKind.NUMBER),
    Column("Zoals getoond", lambda rij: rij.item.punt.tekst, 14),
    Column("Waarom geen aantal", lambda rij: rij.item.punt.reden, 44),
    Column("Voorlopig", lambda rij: "Ja" if rij.item.punt.voorlopig else "", 11),
    Column("Bron", lambda rij: rij.item.figuur.bron, 50),
    Column("Soort", lambda rij: kind_of(rij.item.figuur), 14),
)


@dataclass(frozen=True)
class RegionFigureLine:
    """One line of a regiobeeld."""

    regio: RegioInstroom
    cijfer: Regiocijfer


def region_lines(beeld: InstroomBeeld) -> Sequence[RegionFigureLine]:
    """Every line of every regiobeeld."""
    return [RegionFigureLine(regio, one) for regio in beeld.regios for one in regio.cijfers]


REGIOBEELD_COLUMNS: tuple[Column[Row[RegionFigureLine]], ...] = (
    Column("Regio", lambda rij: rij.item.regio.naam, 30),
    Column("CBS-code", lambda rij: rij.item.regio.code, 12),
    Column("Cijfer", lambda rij: rij.item.cijfer.naam, 48),
    Column("Regio telt", lambda rij: rij.item.cijfer.regio, 16),
    Column("Nederland telt", lambda rij: rij.item.cijfer.nederland, 16),
    Column("Toelichting", lambda rij: rij.item.cijfer.uitleg, 60),
)
