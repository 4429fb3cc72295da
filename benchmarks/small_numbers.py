"""What the rule of small numbers takes and hides in a full cube: 31 regions, ten years, four views: 114,000 figures."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from random import Random

from portal.domain.instroom.suppression.cube import suppress_cube
from portal.domain.instroom.suppression.rule import Rule
from portal.domain.instroom.suppression.signs import ShownFigure, Sign
from portal.domain.instroom.suppression.spots import COUNTRY, Fineness, Grain, Shape, Spot, Timespan

REGIONS = 31
YEARS = range(2016, 2026)
PER_MONTH = 300
TARGET_MS = 1000
# How likely each category is: ages, origins, profiles (as the programme told them for 2022), and a made-up fourth.
VIEWS: Mapping[str, tuple[float, ...]] = {
    "leeftijd": (0.02, 0.40, 0.40, 0.18),
    "herkomst": (0.31, 0.42, 0.04, 0.06, 0.08, 0.09),
    "zorgzwaarte": (0.27, 0.23, 0.30, 0.13, 0.07),
    "leveringsvorm": (0.5, 0.25, 0.12, 0.08, 0.05),
}
Cube = dict[Spot, int]


@dataclass(frozen=True)
class Hidden:
    """Of one kind of figure how many there are and how many are shown, small, hidden beside, and in a simple way."""

    name: str
    figures: int
    small: int
    beside: int
    simply: int

    @property
    def shown(self) -> int:
        """How many have a number."""
        return self.figures - self.small - self.beside


@dataclass(frozen=True)
class RuleTimes:
    """One way to publish the cube."""

    name: str
    figures: int
    ms: float
    kinds: tuple[Hidden, ...]


def measure() -> list[RuleTimes]:
    """The cube as we publish it, and with categories of regions per quarter."""
    cube = _cube(Random("klein"))
    ways = {
        "categories of regions per year (as we do)": (cube, Grain(), Rule()),
        "the same, other figures in fives": (cube, Grain(), Rule(rounded=True)),
        "categories of regions per quarter": (cube, Grain(region_categories=Fineness.QUARTER), Rule()),
    }
    return [_measured(name, *way) for name, way in ways.items()]


def _measured(name: str, cube: Cube, grain: Grain, rule: Rule) -> RuleTimes:
    start = time.process_time()
    shown = suppress_cube(cube, Shape(grain), rule)
    ms = (time.process_time() - start) * 1000
    return RuleTimes(name, len(cube), ms, tuple(_hidden(cube, shown, rule)))


def _hidden(cube: Cube, shown: Mapping[Spot, ShownFigure], rule: Rule) -> Iterator[Hidden]:
    out = {spot for spot, sign in shown.items() if sign.sign is not Sign.FINE}
    all_of, small, beside, simply = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    rows = _rows_with_a_small_one(cube, out, rule)
    for spot in out:
        kind = _kind(spot)
        is_small = rule.is_small(cube[spot])
        all_of[kind] += 1
        small[kind] += is_small
        beside[kind] += not is_small and not shown[spot].visible
        simply[kind] += not is_small and cube[spot] > 0 and _row(spot) in rows
    for kind in sorted(all_of):
        yield Hidden(kind, all_of[kind], small[kind], beside[kind], simply[kind])


def _row(spot: Spot) -> tuple[str, str, Timespan]:
    """The simple way: of a place and a view in a year nothing is shown when one figure of it is small."""
    return spot.place, spot.view, Timespan(spot.period.year)


def _rows_with_a_small_one(cube: Cube, out: set[Spot], rule: Rule) -> set[tuple[str, str, Timespan]]:
    return {_row(spot) for spot in out if rule.is_small(cube[spot])}


def _kind(spot: Spot) -> str:
    where = "country" if spot.place == COUNTRY else "regions"
    return f"{where}, {'categories' if spot.view else 'totals'} per {spot.period.fineness.name.lower()}"


def _cube(chance: Random) -> Cube:
    """Clients drawn one by one, so that every cut adds up."""
    weights = [chance.lognormvariate(0, 0.6) for _ in range(REGIONS)]
    cube: Cube = {}
    for year, month, region in product(YEARS, range(1, 13), range(REGIONS)):
        mean = PER_MONTH * weights[region] / sum(weights)
        many = max(0, round(chance.gauss(mean, mean**0.5)))
        for view, category, count in _cuts(many, chance):
            for place, period in product((f"R{region}", COUNTRY), _periods(year, month)):
                spot = Spot(place, view, category, period)
                cube[spot] = cube.get(spot, 0) + count
    return cube


def _cuts(many: int, chance: Random) -> Iterator[tuple[str, str, int]]:
    yield "", "", many
    for view, likely in VIEWS.items():
        drawn = Counter(chance.choices(range(len(likely)), likely, k=many))
        yield from ((view, str(one), drawn[one]) for one in range(len(likely)))


def _periods(year: int, month: int) -> tuple[Timespan, ...]:
    return Timespan(year), Timespan(year, (month + 2) // 3), Timespan(year, 0, month)
