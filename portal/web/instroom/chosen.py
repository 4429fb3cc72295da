"""What stands in the address of a page of the instroom: of which place, over which periods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask import abort, request

from portal.domain.instroom.figures import NEDERLAND
from portal.domain.instroom.indicators import Indicator
from portal.domain.instroom.periods import Periode, PeriodeSoort, read_period
from portal.domain.instroom.windows import Cijfervenster, periods_of, read_window
from portal.models import Regio
from portal.services import regios
from portal.services.instroom import charts
from portal.services.instroom.charts import LAND, Cijferbron, Gebied

SOORT_NAMEN = {PeriodeSoort.MAAND: "maand", PeriodeSoort.KWARTAAL: "kwartaal", PeriodeSoort.JAAR: "jaar"}


@dataclass(frozen=True)
class Periodekeuze:
    """The periods that were chosen, and those that can be."""

    venster: Cijfervenster
    alle: Sequence[Periode]
    indicator: Indicator

    @property
    def args(self) -> dict[str, str]:
        """As it stands in an address."""
        return args_of(self.venster, self.indicator)


def args_of(venster: Cijfervenster, indicator: Indicator) -> dict[str, str]:
    """A window and what is counted, as they stand in an address."""
    cijfer = {} if indicator.sleutel == charts.INSTROOM else {"cijfer": indicator.sleutel}
    return {"van": venster.van.code, "tot": venster.tot.code, "per": venster.soort.value, **cijfer}


def indicator(bekend: Iterable[Indicator]) -> str:
    """Which of these the address asks for; without one, or with another word, the inflow."""
    asked = request.args.get("cijfer", "")
    return next((one.sleutel for one in bekend if one.sleutel == asked), charts.INSTROOM)


def place_of(code: str, bekend: Sequence[Regio]) -> Gebied:
    """The country or the region with this code; 404 for any other."""
    if code == NEDERLAND:
        return LAND
    found = next((one for one in bekend if one.code == code), None)
    return Gebied(found.code, found.naam) if found else abort(404)


def regions() -> Sequence[Regio]:
    """All regions, by name."""
    return sorted(regios.bare_regios(), key=regios.by_name)


def periods(bron: Cijferbron, gebied: Gebied) -> Periodekeuze:
    """What the address asks for. Regions have few clients a month: without a choice they are told by quarter."""
    asked = request.args.get("per", "")
    usual = PeriodeSoort.MAAND if gebied.is_land else PeriodeSoort.KWARTAAL
    soort = _nearest_kind(bron, next((one for one in PeriodeSoort if one.value == asked), usual))
    begin, einde = charts.periods_per_kind(bron)[soort]
    van, tot = request.args.get("van", ""), request.args.get("tot", "")
    venster = read_window(soort, van, _last_of(tot, soort), begin, einde)
    return Periodekeuze(venster, periods_of(begin, einde, soort), bron.indicator)


def kinds_of(bron: Cijferbron) -> Mapping[PeriodeSoort, str]:
    """How long periods can be, with their names: of the inflow any, of the others what there are figures of."""
    return {one: naam for one, naam in SOORT_NAMEN.items() if bron.is_instroom or one in bron.soorten}


def _nearest_kind(bron: Cijferbron, asked: PeriodeSoort) -> PeriodeSoort:
    """What was asked, or else the first that is longer, or the longest that there is."""
    kinds = list(kinds_of(bron))
    longer = list(PeriodeSoort)[list(PeriodeSoort).index(asked) :]
    return next((one for one in longer if one in kinds), kinds[-1])


def _last_of(code: str, soort: PeriodeSoort) -> str:
    """Until with a year means until its last month or quarter."""
    found = read_period(code)
    if found is None:
        return code
    return Periode(found.einde.year, PeriodeSoort.MAAND, found.einde.month).in_which(soort).code
