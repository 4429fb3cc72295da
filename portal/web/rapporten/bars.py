"""A bar chart of the report as a web page draws it: lying bars of rectangles, with their numbers as words."""

from __future__ import annotations

from dataclasses import dataclass

from exports.look.status import Uiterlijk, look_of
from exports.national.tree import Grafiek, Tabel

# The width of the drawing, in its own units; what is drawn stretches with the page.
FULL = 1000


@dataclass(frozen=True)
class Stuk:
    """One piece of a bar: from where, how wide, of which series (from 1), and its number. `uiterlijk` of a status."""

    x: int
    breedte: int
    reeks: int
    waarde: int
    uiterlijk: Uiterlijk | None = None


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
    # What the pieces of its one bar are, in words: a small piece has no room for its number.
    woorden: str = ""


def bars(grafiek: Grafiek) -> tuple[Balkgroep, ...]:
    """What to draw for each category; the largest bar takes the full width, nought draws nothing."""
    rows = [[reeks.waarden[place] for reeks in grafiek.reeksen] for place in range(len(grafiek.categorieen))]
    largest = max((sum(row) if grafiek.gestapeld else max(row, default=0) for row in rows), default=0)
    draw = _stacked if grafiek.gestapeld else _beside
    return tuple(
        Balkgroep(naam, draw(grafiek, row, max(largest, 1)), _in_words(grafiek, row))
        for naam, row in zip(grafiek.categorieen, rows, strict=True)
    )


def _in_words(grafiek: Grafiek, row: list[int]) -> str:
    if not grafiek.gestapeld:
        return ""
    told = (f"{one.naam.lower()} {value}" for one, value in zip(grafiek.reeksen, row, strict=True) if value)
    return " · ".join(told)


def _stacked(grafiek: Grafiek, row: list[int], largest: int) -> tuple[Balk, ...]:
    pieces, before = [], 0
    for number, value in enumerate(row, start=1):
        start, before = before, before + value
        if value:
            left, right = (round(FULL * edge / largest) for edge in (start, before))
            status = grafiek.reeksen[number - 1].status
            pieces.append(Stuk(left, right - left, number, value, look_of(status) if status else None))
    return (Balk(tuple(pieces), before),)


def _beside(_: Grafiek, row: list[int], largest: int) -> tuple[Balk, ...]:
    return tuple(
        Balk((Stuk(0, round(FULL * value / largest), number, value),) if value else (), value)
        for number, value in enumerate(row, start=1)
    )


def only_numbers(tabel: Tabel) -> bool:
    """True when everything but the first column of a table is numbers, or nothing."""
    return all(not isinstance(cel.waarde, str) for rij in tabel.rijen for cel in rij[1:])
