"""Small numbers in the figures of the instroom: what is shown of each place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from portal.domain.instroom.breakdowns import Indeling
from portal.domain.instroom.figures import NEDERLAND, Plek, Teken, Waarneming
from portal.domain.instroom.indicators import Indicator, Maat
from portal.domain.instroom.periods import PeriodeSoort, read_period
from portal.domain.instroom.suppression.history import History, Values
from portal.domain.instroom.suppression.rule import BLOCK, Rule
from portal.domain.instroom.suppression.signs import ShownFigure
from portal.domain.instroom.suppression.spots import COUNTRY, Grain, Shape, Spot, Timespan

Figures = Mapping[Plek, Waarneming]
Signs = dict[Plek, ShownFigure]
# A source; of a stock for each length of period a table of its own.
Table = tuple[int, int]

# Signs that everybody counts as nobody, also in a sum.
_NOBODY = (Teken.NIHIL, Teken.KAN_NIET)


class YearHiding:
    """What is shown of one indicator in one year, publication after publication. Years have no sums with each other."""

    def __init__(self, indicator: Indicator, rule: Rule) -> None:
        self._rule = rule
        self._is_stock = indicator.maat is Maat.STAND
        self._history = History(Shape(Grain(), indicator.maat.is_over_time), rule)
        self._said: dict[Table, Values] = {}
        self._shown: dict[Table, Mapping[Spot, ShownFigure]] = {}

    def publish(self, sources: Mapping[int, Figures]) -> None:
        """These are the figures of each source from now on.

        All sources together: what one hides, another may not tell; and who kept an earlier publication may not
        subtract. Give figures that are complete (`totals.completed`): a sum that is not among them is not looked after.
        Raises ValueError for what is no period.
        """
        says = {table: values for source in sorted(sources) for table, values in self._tables(source, sources[source])}
        if says == self._said:
            return
        shown = self._history.publish(list(says.values())) if says else []
        self._said, self._shown = says, dict(zip(says, shown, strict=True))

    def signs(self, source: int, figures: Figures) -> Signs:
        """What is shown of the figures of a source that were published last; nothing of what is no number."""
        found = Signs()
        for plek, one in figures.items():
            if _is_number(one):
                table, spot = self._place(source, plek)
                found[plek] = self._shown[table][spot]
        return found | self._of_ranges(figures, is_whole=all(one.visible for one in found.values()))

    def _of_ranges(self, figures: Figures, *, is_whole: bool) -> Signs:
        """ "300-400" stands in no sum that we look after. Where numbers of the same source and year are hidden
        (`is_whole` is False), it could tell of these.
        """
        ranges = {plek: self._of_range(one) for plek, one in figures.items() if one.waarde_tot is not None}
        return ranges if is_whole else {plek: self._instead(sign) for plek, sign in ranges.items()}

    def _of_range(self, one: Waarneming) -> ShownFigure:
        """Its ends say how small it is; one that may be small or not says neither."""
        low, high = self._rule.shown(one.waarde or 0), self._rule.shown(one.waarde_tot or 0)
        return BLOCK if not low.visible and high.visible else low

    def _instead(self, sign: ShownFigure) -> ShownFigure:
        return sign if not sign.visible else self._rule.complement if sign.value else BLOCK

    def _tables(self, source: int, figures: Figures) -> Iterable[tuple[Table, Values]]:
        found: dict[Table, dict[Spot, int]] = {}
        for plek, one in figures.items():
            if _is_number(one):
                table, spot = self._place(source, plek)
                found.setdefault(table, {})[spot] = one.waarde or 0
        return sorted(found.items()) or [((source, 0), {})]

    def _place(self, source: int, plek: Plek) -> tuple[Table, Spot]:
        """Of a stock December is the last quarter and the year: the same figure, in a table for each."""
        spot = _spot(plek)
        if not self._is_stock:
            return (source, 0), spot
        return (source, spot.period.fineness), spot._replace(period=_until_the_same_day(spot.period))


def _until_the_same_day(period: Timespan) -> Timespan:
    """The longest period that ends when this one does."""
    if period.month % 3:
        return period
    quarter = period.quarter or period.month // 3
    return Timespan(period.year, quarter % 4)


def _is_number(one: Waarneming) -> bool:
    return (one.waarde is not None and one.waarde_tot is None) or one.teken in _NOBODY


def _spot(plek: Plek) -> Spot:
    place = COUNTRY if plek.gebied == NEDERLAND else plek.gebied
    if plek.indeling is Indeling.TOTAAL:
        return Spot(place, "", "", _period(plek.periode))
    return Spot(place, plek.indeling.value, plek.categorie, _period(plek.periode))


@lru_cache(maxsize=4096)
def _period(code: str) -> Timespan:
    """Raises ValueError for what is no period: it would be in no sum, and hide nothing."""
    found = read_period(code)
    if found is None:
        raise ValueError(f"no period: {code}")
    if found.soort is PeriodeSoort.MAAND:
        return Timespan(found.jaar, 0, found.nummer)
    return Timespan(found.jaar, found.nummer if found.soort is PeriodeSoort.KWARTAAL else 0)
