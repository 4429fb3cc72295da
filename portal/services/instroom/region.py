"""The regiobeeld of one region, from figures as they are shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from portal.domain.instroom.region import RegioCijfers
from portal.domain.instroom.shown import Shown
from portal.models import InstroomBron, Regio
from portal.services.instroom.shown import places_with_total, shown_figures, sources_of

INSTROOM, STAND, INWONERS = "instroom", "stand", "inwoners"
# Of each year the places of which the total is there.
Totals = Mapping[int, Collection[str]]


def cijfers_of(regio: Regio) -> RegioCijfers | None:
    """The figures of this region of the last whole year; None when no source has inflow of it by year."""
    bronnen = _sources()
    jaar = _last_year(_totals(bronnen, INSTROOM), regio)
    if jaar is None:
        return None
    return RegioCijfers(regio.code, jaar, _last_year(_totals(bronnen, INWONERS), regio) or jaar, *_figures(bronnen))


def cijfers_until(regios: Sequence[Regio], jaar: int) -> Mapping[str, RegioCijfers]:
    """The figures of these regions of one year, the last one that is there and not after `jaar`; by code of the region.

    Regions without a figure of that year have none.
    """
    bronnen = _sources()
    years, people, every = _totals(bronnen, INSTROOM), _totals(bronnen, INWONERS), _figures(bronnen)
    last = max((year for year, places in years.items() if places and year <= jaar), default=None)
    return {
        one.code: RegioCijfers(one.code, last, _last_year(people, one) or last, *every)
        for one in regios
        if last is not None and one.code in years[last]
    }


def sources_here() -> list[InstroomBron]:
    """The sources of a regiobeeld, each once."""
    return list(dict.fromkeys(bron for bron in _sources().values() if bron is not None))


def _sources() -> Mapping[str, InstroomBron | None]:
    """Of each indicator the source that comes first."""
    return {indicator: next(iter(sources_of(indicator)), None) for indicator in (INSTROOM, STAND, INWONERS)}


def _figures(bronnen: Mapping[str, InstroomBron | None]) -> tuple[Shown, Shown, Shown]:
    """The inflow, who has an indication and who lives there, of any place as shown."""
    instroom, stand, inwoners = (shown_figures(bron, one) if bron else {} for one, bron in bronnen.items())
    return instroom, stand, inwoners


def _totals(bronnen: Mapping[str, InstroomBron | None], indicator: str) -> Totals:
    bron = bronnen[indicator]
    return places_with_total(bron, indicator) if bron else {}


def _last_year(years: Totals, regio: Regio) -> int | None:
    """The last year of which the total of the region is there, shown or hidden."""
    return max((year for year, places in years.items() if regio.code in places), default=None)
