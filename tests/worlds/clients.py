"""Clients one by one, as a source of the instroom counts them: every figure of them adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from random import Random

from portal.domain.instroom.breakdowns import CATEGORIEEN, TOTAAL, Indeling
from portal.domain.instroom.figures import NEDERLAND, Plek, total_of

YEAR = "2023"
MONTHS = tuple(f"{YEAR}-{month:02}" for month in range(1, 13))
VIEWS = (Indeling.HERKOMST, Indeling.LEEFTIJD)
# How likely each category is, in its order.
_LIKELY = {Indeling.HERKOMST: (31, 42, 4, 6, 8, 9), Indeling.LEEFTIJD: (10, 45, 35, 10)}


def quarter_of(month: str) -> str:
    """The code of the quarter of a month."""
    return f"{YEAR}-K{(int(month[5:]) + 2) // 3}"


def places_of(regio: str, month: str, categories: Sequence[str]) -> Iterator[Plek]:
    """Where one client is counted: in the total of its month, and in one category of each view of its quarter."""
    yield total_of("instroom", regio, month)
    for view, category in zip(VIEWS, categories, strict=True):
        yield Plek("instroom", regio, view, category, quarter_of(month))
        yield Plek("instroom", NEDERLAND, view, category, month)


def counted(most: Mapping[str, int], seed: str) -> dict[Plek, int]:
    """A year of regions with at most so many clients a month: see the module."""
    chance, counts = Random(seed), Counter[Plek]()
    for (regio, many), month in product(most.items(), MONTHS):
        for _ in range(chance.randint(many // 3, many)):
            chosen = [chance.choices(list(CATEGORIEEN[view]), _LIKELY[view])[0] for view in VIEWS]
            counts.update(places_of(regio, month, chosen))
    return {plek: counts[plek] for plek in _every(list(most))}


def _every(regios: Sequence[str]) -> Iterator[Plek]:
    """What a source tells, also where nobody is."""
    yield from (Plek("instroom", one, Indeling.TOTAAL, TOTAAL, month) for one, month in product(regios, MONTHS))
    for view in VIEWS:
        quarters = sorted({quarter_of(month) for month in MONTHS})
        for category in CATEGORIEEN[view]:
            yield from (Plek("instroom", one, view, category, quarter) for one, quarter in product(regios, quarters))
            yield from (Plek("instroom", NEDERLAND, view, category, month) for month in MONTHS)


def one_more(figures: Mapping[Plek, int], regio: str, month: str, categories: Sequence[str]) -> dict[Plek, int]:
    """What a correction says that counts one client more."""
    return {plek: figures[plek] + 1 for plek in places_of(regio, month, categories)}
