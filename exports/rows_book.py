"""A list of a plan as a workbook to work in, and to bring back: what the exporter gets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class BookRow:
    """A row: its cells in the order of the columns, its mark, and whether it is a heading above others."""

    cellen: tuple[str, ...]
    kenmerk: str
    is_kop: bool = False


@dataclass(frozen=True)
class BookColumn:
    """What a column is called, how wide it is in characters, and the words that can be chosen in it."""

    naam: str
    breedte: int
    keuzes: tuple[str, ...] = ()


@dataclass(frozen=True)
class RowsBook:
    """A list of a plan, as it was at a moment; `blad` is the name of its sheet and table, `kenmerk` the head of the
    column of marks.
    """

    plan: str
    lijst: str
    blad: str
    kenmerk: str
    kolommen: tuple[BookColumn, ...]
    rijen: tuple[BookRow, ...]
    moment: datetime
    demo: bool = False
