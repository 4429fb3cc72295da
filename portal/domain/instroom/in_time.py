"""Does a quarter have as many as its months, and a year as its quarters, with what came in before?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from forms.dutch.numbers import dutch_number
from portal.domain.instroom.figures import Plek, Waarneming
from portal.domain.instroom.imports import Melding
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.periods import Periode, PeriodeSoort, read_period
from portal.domain.instroom.words import figure_in_words

_MOST = 5
_LONGER: Mapping[PeriodeSoort, Sequence[PeriodeSoort]] = {
    PeriodeSoort.MAAND: (PeriodeSoort.KWARTAAL, PeriodeSoort.JAAR),
    PeriodeSoort.KWARTAAL: (PeriodeSoort.JAAR,),
    PeriodeSoort.JAAR: (),
}
_CALLED = {PeriodeSoort.MAAND: "de maanden", PeriodeSoort.KWARTAAL: "de kwartalen"}
Figures = Mapping[Plek, Waarneming]


def that_differ_in_time(file: Figures, known: Figures, regios: Mapping[str, str]) -> list[Melding]:
    """What to ask of a file: each longer period with something else than its parts, when all of these are there.

    `known` is what counts already of the same source; of sums that the file does not touch nothing is told. Somebody
    who reads both takes the sum for true. A sign or a range among the parts leaves nothing to compare.
    """
    figures = {**known, **file}
    wrong = [
        _told(figures[total], total, sum(figures[one].waarde or 0 for one in parts), kind, regios)
        for total, parts, kind in _sums(figures)
        if (total in file or not file.keys().isdisjoint(parts)) and _differs(figures, total, parts)
    ]
    rest = f"En bij nog {len(wrong) - _MOST} cijfers zegt een langere periode iets anders."
    return [Melding(one, vraagt_antwoord=True) for one in (*wrong[:_MOST], *([rest] if len(wrong) > _MOST else []))]


def _sums(figures: Figures) -> Iterator[tuple[Plek, Sequence[Plek], PeriodeSoort]]:
    """Each longer period that is there, with its parts of one length when all of these are."""
    found: dict[tuple[Plek, PeriodeSoort], list[Plek]] = defaultdict(list)
    for plek in figures:
        period = read_period(plek.periode)
        if period is not None and INDICATOREN[plek.indicator].maat.is_over_time:
            for longer in _LONGER[period.soort]:
                found[plek._replace(periode=period.in_which(longer).code), period.soort].append(plek)
    for (total, kind), parts in found.items():
        if total in figures and len(parts) == _all_of(read_period(total.periode), kind):
            yield total, parts, kind


def _all_of(whole: Periode | None, kind: PeriodeSoort) -> int:
    """How many of this kind fill a period."""
    parts = whole.delen() if whole else ()
    return len(parts) if not parts or parts[0].soort is kind else sum(_all_of(one, kind) for one in parts)


def _differs(figures: Figures, total: Plek, parts: Sequence[Plek]) -> bool:
    every = [figures[one] for one in (total, *parts)]
    if any(one.waarde is None or one.waarde_tot is not None for one in every):
        return False
    return every[0].waarde != sum(one.waarde or 0 for one in every[1:])


def _told(said: Waarneming, total: Plek, parts: int, kind: PeriodeSoort, regios: Mapping[str, str]) -> str:
    told = f"{figure_in_words(total, regios)}: {dutch_number(said.waarde or 0)}, en {_CALLED[kind]} zijn samen"
    return f"Telt niet op. {told} {dutch_number(parts)}."
