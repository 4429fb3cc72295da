"""What the sheets *Samenvatting* and *Getallen* of the national workbook show."""

from __future__ import annotations

from exports.columns import Column, ColumnKind
from exports.national.tree import Cijfer, Cijfers, NationaalRapport, Waarde

LABEL_WIDTH, NUMBER_WIDTH = 52, 12

FIGURE_COLUMNS: tuple[Column[Cijfer], ...] = (
    Column("In één blik", lambda one: f"{one.van[:1].upper()}{one.van[1:]}: {one.label}", LABEL_WIDTH),
    Column(
        "Aantal",
        lambda one: one.cel.waarde if isinstance(one.cel.waarde, int) else None,
        NUMBER_WIDTH,
        ColumnKind.NUMBER,
    ),
    Column("Verandering", lambda one: one.verandering, NUMBER_WIDTH, ColumnKind.LINE),
)


def number_rows(rapport: NationaalRapport) -> tuple[Waarde, ...]:
    """The living values in the order of the report; the numbers of the previous round by themselves come last."""
    return tuple(sorted(rapport.waarden.values(), key=lambda one: one.van_vorige_ronde))


def figures(rapport: NationaalRapport) -> tuple[Cijfer, ...]:
    """The large numbers of the first spread."""
    found = (blok for one in rapport.all_chapters() for blok in one.blokken if isinstance(blok, Cijfers))
    return tuple(one for blok in found for one in blok.rijen)


def _number(one: Cijfer) -> int | None:
    return one.cel.waarde if isinstance(one.cel.waarde, int) else None
