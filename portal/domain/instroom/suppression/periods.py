"""How a figure of a period can change while the sums in time stay right: another period of the year takes it back."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from portal.domain.instroom.suppression.grid import Change

# A year has these slots: itself, its quarters, its months.
SLOTS = 17
YEAR = 0
QUARTERS = 4

Chain = tuple[int, ...]


def slot(quarter: int, month: int) -> int:
    """Where in its year a period stands; 0 and 0 is the year."""
    return 4 + month if month else quarter


def quarter_of(month_slot: int) -> int:
    """The slot of the quarter that a month is in."""
    return (month_slot - 5) // 3 + 1


def slots_around(one: int) -> list[list[int]]:
    """More and more of a year: the months of its quarter, the quarter too, all that is shorter, the year."""
    rings = [list(range(1, SLOTS)), list(range(SLOTS))]
    if one != YEAR:
        quarter = quarter_of(one) if one > QUARTERS else one
        months = list(range(3 * quarter + 2, 3 * quarter + 5))
        rings = [[*months, quarter], *rings]
        rings = [months, *rings] if one > QUARTERS else rings
    return [ring for ring in rings if one in ring]


def changes_in_year(present: Collection[int]) -> list[list[Change]]:
    """Of each slot the changes that begin there, for a year of which there are figures in these slots."""
    chains = _chains(present)
    return [list(_changes(one, chains, YEAR in present)) for one in range(SLOTS)]


def _chains(present: Collection[int]) -> list[Chain]:
    """A month with its quarter, or a quarter of which there are no months: the pieces that a year is made of."""
    months = [(one, quarter_of(one)) for one in range(5, SLOTS) if one in present]
    bare = [(one,) for one in range(1, 5) if one in present and all(quarter != one for _, quarter in months)]
    return [tuple(one for one in chain if one in present) for chain in (*months, *bare)]


def _changes(one: int, chains: list[Chain], has_year: bool) -> Iterator[Change]:
    if one == YEAR and not chains:
        yield ()
    for own in chains:
        if one == YEAR:
            yield _added(one, own, ())
        elif one in own:
            yield from (_added(one, own, other) for other in chains if one not in other)
            yield _added(one, (*own, YEAR) if has_year else own, ())


def _added(one: int, up: Chain, down: Chain) -> Change:
    """The slots of one chain go up and those of the other down; what is in both stays, and `one` itself is left out."""
    plus = [(place, 1) for place in up if place not in down and place != one]
    return (*plus, *((place, -1) for place in down if place not in up))
