"""Adding up: a quarter from months, a year from quarters, the country from its regions, a total from its categories.

Only where every part is there, and only where the source gave no figure of its own. A stock is not added up over time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from functools import lru_cache, partial

from portal.domain.instroom.breakdowns import CATEGORIEEN, TOTAAL, Indeling
from portal.domain.instroom.figures import NEDERLAND, Plek, Teken, Waarneming
from portal.domain.instroom.indicators import Indicator
from portal.domain.instroom.periods import PeriodeSoort, read_period

_NOTHING = frozenset({Teken.NIHIL, Teken.KAN_NIET})
Figures = dict[Plek, Waarneming]


def completed(figures: Mapping[Plek, Waarneming], indicator: Indicator, regios: Collection[str]) -> Figures:
    """The figures of one indicator with what can be added up from them; `regios` are the codes of all regions."""
    found, every = dict(figures), frozenset(regios)
    if indicator.maat.is_over_time:
        for longer in (PeriodeSoort.KWARTAAL, PeriodeSoort.JAAR):
            _add(found, partial(_within, longer), lambda whole, parts: len(parts) == _parts_of(whole.periode))
    _add(found, _country, lambda _, parts: len(parts) == len(every) and every.issuperset(one.gebied for one in parts))
    _add(found, _uncut, lambda _, parts: len(parts) == len(CATEGORIEEN[parts[0].indeling]))
    return found


def _within(longer: PeriodeSoort, plek: Plek) -> tuple[Plek, Hashable] | None:
    """The place of the period that this one is a part of."""
    whole = _around(plek.periode, longer)
    return (Plek(plek.indicator, plek.gebied, plek.indeling, plek.categorie, whole), None) if whole else None


# Figures name the same few hundred periods again and again.
@lru_cache(maxsize=4096)
def _around(code: str, longer: PeriodeSoort) -> str | None:
    """The period of this length that this one is a part of; None when it is none."""
    period = read_period(code)
    around = period and period.in_which(longer)
    return around.code if around and period in around.delen() else None


@lru_cache(maxsize=4096)
def _parts_of(code: str) -> int:
    period = read_period(code)
    return len(period.delen()) if period else 0


def _country(plek: Plek) -> tuple[Plek, Hashable] | None:
    indicator, gebied, indeling, categorie, periode = plek
    return None if gebied == NEDERLAND else (Plek(indicator, NEDERLAND, indeling, categorie, periode), None)


def _uncut(plek: Plek) -> tuple[Plek, Hashable] | None:
    """The total of which it is a category; each breakdown has its own sum of it."""
    if plek.indeling is Indeling.TOTAAL:
        return None
    return Plek(plek.indicator, plek.gebied, Indeling.TOTAAL, TOTAAL, plek.periode), plek.indeling


def _add(
    found: Figures,
    whole_of: Callable[[Plek], tuple[Plek, Hashable] | None],
    is_whole: Callable[[Plek, list[Plek]], bool],
) -> None:
    """Add the sums that are not there yet. `whole_of` says of what a place is a part, and of which sum of it."""
    parts: dict[tuple[Plek, Hashable], list[Plek]] = defaultdict(list)
    for plek in found:
        if (whole := whole_of(plek)) is not None and whole[0] not in found:
            parts[whole].append(plek)
    for (plek, _), of_it in parts.items():
        if plek not in found and is_whole(plek, of_it):
            summed = _sum(found[part] for part in of_it)
            if summed is not None:
                found[plek] = summed


def _sum(parts: Iterable[Waarneming]) -> Waarneming | None:
    """The sum, provisional when a part is; None when a part is not known."""
    total, voorlopig = 0, False
    for part in parts:
        if part.waarde is None and part.teken not in _NOTHING:
            return None
        total += part.waarde or 0
        voorlopig = voorlopig or part.voorlopig
    return Waarneming(total, voorlopig=voorlopig)
