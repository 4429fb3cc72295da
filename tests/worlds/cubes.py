"""Small cubes of clients for the rule of small numbers: drawn one by one, so that every sum holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from portal.domain.instroom.suppression.signs import ShownFigure
from portal.domain.instroom.suppression.spots import Fineness, Grain, Spot, Timespan
from tests.reading.attacker import Cell, Publication

YEAR = 2024
_KINDS = tuple(Fineness)

# Region, view, category and month.
Count = tuple[str, str, str, int]


@dataclass(frozen=True)
class Clients:
    """How many clients each region had of each category in each month; the view "" has all of them."""

    counts: Mapping[Count, int]

    def figures(self) -> dict[Spot, int]:
        """Every figure that can be made of them."""
        found: dict[Spot, int] = {}
        for (region, view, category, month), many in self.counts.items():
            for place in (region, "NL"):
                for period in self._periods(month):
                    spot = Spot(place, view, category, period)
                    found[spot] = found.get(spot, 0) + many
        return found

    def corrected(self, chance: Random) -> Clients:
        """As many or as few others in one or two months of a region, in a category of each view."""
        counts = dict(self.counts)
        for _ in range(chance.randint(1, 2)):
            region, _, _, month = chance.choice(list(counts))
            self._correct(counts, region, month, chance)
        return Clients(counts)

    def _correct(self, counts: dict[Count, int], region: str, month: int, chance: Random) -> None:
        here = [one for one in counts if one[0] == region and one[3] == month]
        chosen = {
            view: chance.choice([one for one in here if one[1] == view])
            for view in dict.fromkeys(one[1] for one in here)
        }
        amount = max(chance.choice([-2, -1, 1, 2, 5]), -min(counts[one] for one in chosen.values()))
        for one in chosen.values():
            counts[one] += amount

    def _periods(self, month: int) -> list[Timespan]:
        year = [Timespan(YEAR)] if max(count[3] for count in self.counts) == 12 else []
        return [Timespan(YEAR, 0, month), Timespan(YEAR, (month + 2) // 3), *year]


def some_clients(chance: Random) -> Clients:
    """2-4 regions, one or two views of 2-4 categories, one quarter to a whole year; mostly small numbers."""
    views = {"a": chance.randint(2, 4), **({"b": 2} if chance.random() < 0.4 else {})}
    most = chance.choice([1, 3, 6, 12, 30])
    counts: dict[Count, int] = {}
    for region in range(chance.randint(2, 4)):
        for month in range(1, chance.choice([3, 6, 12]) + 1):
            many = chance.randint(0, most) * chance.choice([0, 1, 1, 2])
            counts[f"R{region}", "", "", month] = many
            for view, categories in views.items():
                likely = [chance.random() ** 2 + 0.01 for _ in range(categories)]
                drawn = chance.choices(range(categories), likely, k=many)
                counts |= {(f"R{region}", view, str(one), month): drawn.count(one) for one in range(categories)}
    return Clients(counts)


def clients_of(regions: Sequence[Sequence[int]]) -> Clients:
    """One month and one view: for each region how many clients each category had."""
    counts: dict[Count, int] = {}
    for region, categories in enumerate(regions):
        counts[f"R{region}", "", "", 1] = sum(categories)
        counts |= {(f"R{region}", "a", str(one), 1): many for one, many in enumerate(categories)}
    return Clients(counts)


def some_grain(chance: Random) -> Grain:
    """What is shown: any fineness, not finer for a part than for the whole."""
    return Grain(*(chance.choice(_KINDS) for _ in range(4)))


def published(shown: Mapping[Spot, ShownFigure], rounded: bool = False) -> Publication:
    """What people read of these figures."""
    figures = {_cell(spot): sign.text for spot, sign in shown.items()}
    return Publication(figures, {_cell(spot): sign.sign.value for spot, sign in shown.items()}, rounded)


def until_march(figures: Mapping[Spot, int]) -> dict[Spot, int]:
    """What is known after the first quarter."""
    periods = {Timespan(YEAR, 1), *(Timespan(YEAR, 0, month) for month in (1, 2, 3))}
    return {spot: value for spot, value in figures.items() if spot.period in periods}


def unchanged(before: Mapping[Spot, int], after: Mapping[Spot, int], *, first: int = 0) -> list[tuple[int, int, Cell]]:
    """The figures that are the same in two publications, of which the first has this number."""
    return [(first, first + 1, _cell(spot)) for spot, value in before.items() if after.get(spot) == value]


def _cell(spot: Spot) -> Cell:
    year, quarter, month = spot.period
    period = f"{year}-{month:02}" if month else f"{year}-Q{quarter}" if quarter else str(year)
    return spot.place, spot.view, spot.category, period
