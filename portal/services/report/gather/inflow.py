"""What a report knows of the instroom: figures as the gate shows them at that moment, never as they came in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from exports.figures.declared import Figuur
from exports.national.inflow_data import (
    Cijferpaspoort,
    GedeeldeDuiding,
    InstroomBeeld,
    Regiocijfer,
    RegioInstroom,
)
from forms.duiding import VIEW_OF
from portal.domain.instroom.breakdowns import INDELING_NAMEN, Indeling
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.periods import Periode, PeriodeSoort
from portal.domain.instroom.region import key_figures
from portal.domain.instroom.windows import read_window
from portal.models import Regio
from portal.services import regios
from portal.services.instroom import charts, duiding, origins, region
from portal.services.instroom.charts import LAND, VIEWS, Cijferbron

_LAST_DAY = (12, 31)


def read_inflow(tot: date) -> InstroomBeeld | None:
    """The four views of the country until the quarter of this day, and the last whole year of each region by then.

    None while there are no figures of that time.
    """
    bron = charts.source()
    if bron is None or bron.begin.begin > tot:
        return None
    return InstroomBeeld(
        tuple(_views(bron, tot)), _regions(regios.bare_regios(), tot), tuple(_passports()), charts.threshold()
    )


def _views(bron: Cijferbron, tot: date) -> Iterator[Figuur]:
    """The total by month, the others by quarter: by month there is too much chance in them."""
    for indeling in VIEWS:
        soort = PeriodeSoort.MAAND if indeling is Indeling.TOTAAL else PeriodeSoort.KWARTAAL
        begin, einde = charts.periods_per_kind(bron)[soort]
        last = Periode(tot.year, PeriodeSoort.MAAND, tot.month).in_which(soort).code
        yield charts.view_of(bron, LAND, indeling, read_window(soort, "", last, begin, einde))


def _regions(alle: Sequence[Regio], tot: date) -> tuple[RegioInstroom, ...]:
    found = region.cijfers_until(alle, tot.year if (tot.month, tot.day) == _LAST_DAY else tot.year - 1)
    shared = duiding.shared_texts()
    return tuple(
        RegioInstroom(
            one.code,
            one.naam,
            tuple(Regiocijfer(line.naam, line.regio, line.nederland, line.uitleg) for line in key_figures(cijfers)),
            tuple(
                GedeeldeDuiding(INDELING_NAMEN[Indeling(VIEW_OF[key])], text)
                for key, text in shared.get(one.id, {}).items()
                if key in VIEW_OF
            ),
        )
        for one in alle
        if (cijfers := found.get(one.code)) is not None
    )


def _passports() -> Iterator[Cijferpaspoort]:
    """Every source of every indicator, the one that is shown first first."""
    for bron, indicator, peildatum in origins.per_indicator():
        what = INDICATOREN[indicator]
        yield Cijferpaspoort(
            what.naam,
            bron.definitie or what.definitie,
            bron.naam,
            bron.houder,
            peildatum,
            bron.kanttekening,
            bron.is_synthetisch,
        )
