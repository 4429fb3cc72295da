"""What people see of one indicator, kept and brought up to date change by change: only years that changed are decided.

Small numbers are decided publication after publication, as people saw them. That is kept between changes, so that a
change costs the years that it is of, however many went before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from forms.dutch.numbers import dutch_number
from portal.domain.instroom.breakdowns import TOTAAL
from portal.domain.instroom.figures import TEKEN_NAMEN, Plek, Waarneming
from portal.domain.instroom.hiding import Figures, YearHiding
from portal.domain.instroom.indicators import Indicator
from portal.domain.instroom.shown import Getoond, Shown, Verborgen
from portal.domain.instroom.suppression.rule import Rule
from portal.domain.instroom.suppression.signs import ShownFigure, Sign
from portal.domain.instroom.totals import completed
from portal.services.instroom import earlier
from portal.services.instroom.earlier import Mutatie, OfYear, WatBestandenZeggen

_WHY = {
    Sign.SMALL: Verborgen.KLEIN,
    Sign.COMPLEMENT: Verborgen.HERLEIDBAAR,
    Sign.FINE: Verborgen.TE_FIJN,
    Sign.BLOCK: Verborgen.VEEL_KLEIN,
}


@dataclass(frozen=True)
class AllShown:
    """Everything that is shown of a source, and of each year the places of which the total of that year is there."""

    figures: Shown
    totals: Mapping[int, Collection[str]]


NOTHING = AllShown({}, {})


class Gate:
    """All sources of an indicator together. `regios` are the codes of all regions: what a sum over them is made of."""

    def __init__(self, indicator: Indicator, rule: Rule, regios: Collection[str]) -> None:
        self._indicator = indicator
        self._regios = regios
        self._hiding: dict[str, YearHiding] = defaultdict(lambda: YearHiding(indicator, rule))
        self._done: Sequence[Mutatie] = []
        # What is shown of each source, by year and all together.
        self._years: dict[str, Mapping[int, Shown]] = {}
        self._all: Mapping[int, AllShown] = {}

    def can_follow(self, changes: Sequence[Mutatie]) -> bool:
        """Whether what was seen so far is how these began."""
        return self._done == changes[: len(self._done)]

    def follow(self, changes: Sequence[Mutatie]) -> Mapping[int, AllShown]:
        """Everything that is shown after these changes, of each source by its id.

        When an exception stops this, begin with a new gate.
        """
        news = [one.bestand for one in changes[len(self._done) :]]
        if news:
            years = earlier.years_of(news, self._indicator.sleutel)
            says = earlier.said(self._indicator.sleutel, years)
            for year in years:
                self._years[year] = self._followed(year, changes, says)
            self._done, self._all = changes, self._together()
        return self._all

    def _followed(self, year: str, changes: Sequence[Mutatie], says: WatBestandenZeggen) -> Mapping[int, Shown]:
        """What is shown of what counts now in a year."""
        now, given = says.nu.get(year, {}), None
        whole: Mapping[int, Figures] = {}
        for number, change in enumerate(changes, 1):
            if number > len(self._done) and year in says.bestanden[change.bestand]:
                given = _moment(year, changes[:number], says)
                whole = self._published(year, given)
        if given != now:
            whole = self._published(year, now)
        return {bron_id: self._of_source(year, bron_id, figures, now[bron_id]) for bron_id, figures in whole.items()}

    def _published(self, year: str, given: Mapping[int, OfYear]) -> Mapping[int, Figures]:
        whole = {bron_id: completed(figures, self._indicator, self._regios) for bron_id, figures in given.items()}
        if self._indicator.telt_clienten:
            self._hiding[year].publish(whole)
        return whole

    def _of_source(self, year: str, bron_id: int, figures: Figures, given: OfYear) -> Shown:
        signs = self._hiding[year].signs(bron_id, figures) if self._indicator.telt_clienten else {}
        return {plek: _shown(one, signs.get(plek), is_opgeteld=plek not in given) for plek, one in figures.items()}

    def _together(self) -> Mapping[int, AllShown]:
        figures: dict[int, dict[Plek, Getoond]] = defaultdict(dict)
        totals: dict[int, dict[int, Collection[str]]] = defaultdict(dict)
        for year in sorted(self._years):
            for bron_id, shown in self._years[year].items():
                figures[bron_id].update(shown)
                totals[bron_id][int(year)] = {
                    one.gebied for one in shown if (one.categorie, one.periode) == (TOTAAL, year)
                }
        return {bron_id: AllShown(every, totals[bron_id]) for bron_id, every in figures.items()}


def _moment(year: str, changes: Sequence[Mutatie], says: WatBestandenZeggen) -> Mapping[int, OfYear]:
    """What counted of each source in a year after these changes."""
    gone = {one.bestand for one in changes if one.is_ongedaan}
    files: dict[int, list[OfYear]] = defaultdict(list)
    for one in changes:
        if one.bestand not in gone and year in says.bestanden[one.bestand]:
            files[one.bron].append(says.bestanden[one.bestand][year])
    return {bron_id: earlier.together(of_it) for bron_id, of_it in files.items()}


def _shown(one: Waarneming, sign: ShownFigure | None, *, is_opgeteld: bool) -> Getoond:
    if sign is not None and sign.value is None:
        return Getoond(None, sign.text, sign.reason, _WHY[sign.sign], one.voorlopig, is_opgeteld)
    if one.teken is not None:
        return Getoond(None, one.teken.value.replace("_", " "), TEKEN_NAMEN[one.teken], voorlopig=one.voorlopig)
    value = (one.waarde if sign is None else sign.value) or 0
    tekst = dutch_number(value) if one.waarde_tot is None else f"{dutch_number(value)}–{dutch_number(one.waarde_tot)}"
    return Getoond(value, tekst, sign.reason if sign else "", None, one.voorlopig, is_opgeteld, one.waarde_tot)
