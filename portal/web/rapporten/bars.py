"""A bar chart of the report as a web page draws it: lying bars of rectangles, with their numbers as words."""

from __future__ import annotations

from dataclasses import dataclass

from exports.national.tree import Grafiek, Tabel

# The width of the drawing, in its own units; what is drawn stretches with the page.
FULL = 1000


@dataclass(frozen=True)
class Stuk:
    """One piece of a bar: from where, how wide, of which series (from 1), and its number."""

    x: int
    breedte: int
    reeks: int
    waarde: int


@dataclass(frozen=True)
class Balk:
    """One bar with its pieces; `waarde` is what stands behind it."""

    stukken: tuple[Stuk, ...]
    waarde: int


@dataclass(frozen=True)
class Balkgroep:
    """A category with its bars: one when the series stand on each other, else one per series."""

    naam: str
    balken: tuple[Balk, ...]


def bars(grafiek: Grafiek) -> tuple[Balkgroep, ...]:
    """What to draw for each category; the largest bar takes the full width, nought draws nothing."""
    rows = [[reeks.waarden[place] for reeks in grafiek.reeksen] for place in range(len(grafiek.categorieen))]
    largest = max((sum(row) if grafiek.gestapeld else max(row, default=0) for row in rows), default=0)
    draw = _stacked if grafiek.gestapeld else _beside
    return tuple(
        Balkgroep(naam, draw(row, max(largest, 1))) for naam, row in zip(grafiek.categorieen, rows, strict=True)
    )


def _stacked(row: list[int], largest: int) -> tuple[Balk, ...]:
    pieces, before = [], 0
    for number, value in enumerate(row, start=1):
        start, before = before, before + value
        if value:
            left, right = (round(FULL * edge / largest) for edge in (start, before))
            pieces.append(Stuk(left, right - left, number, value))
    return (Balk(tuple(pieces), before),)


def _beside(row: list[int], largest: int) -> tuple[Balk, ...]:
    return tuple(
        Balk((Stuk(0, round(FULL * value / largest), number, value),) if value else (), value)
        for number, value in enumerate(row, start=1)
    )


def only_numbers(tabel: Tabel) -> bool:
    """True when everything but the first column of a table is numbers, or nothing."""
    return all(not isinstance(cel.waarde, str) for rij in tabel.rijen for cel in rij[1:])
