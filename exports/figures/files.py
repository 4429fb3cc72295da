"""The figures of a chart as a CSV file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from exports.figures.declared import SYNTHETISCH, Figuur
from exports.figures.table import flat_rows

KOPPEN = ("Cijfer", "Reeks", "Periode", "Aantal", "Zoals getoond", "Waarom geen aantal", "Voorlopig", "Bron", "Soort")
# What a spreadsheet takes for a formula when it opens a CSV file.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def figures_csv(figuur: Figuur) -> bytes:
    """A line for every figure, between semicolons and with a mark that it is UTF-8, as a Dutch Excel reads it."""
    made = StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow(KOPPEN)
    writer.writerows([_safe(one) for one in line] for line in _lines(figuur))
    return made.getvalue().encode("utf-8-sig")


def _lines(figuur: Figuur) -> Iterator[tuple[str, ...]]:
    for reeks, periode, punt in flat_rows(figuur):
        yield (
            figuur.onderwerp,
            reeks,
            periode,
            "" if punt.waarde is None else str(punt.waarde),
            punt.tekst,
            punt.reden,
            "ja" if punt.voorlopig else "",
            figuur.bron,
            kind_of(figuur),
        )


def kind_of(figuur: Figuur) -> str:
    """Whether the figures are real."""
    return SYNTHETISCH if figuur.synthetisch else "waargenomen"


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
