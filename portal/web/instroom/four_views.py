"""The four views of a place as a page shows them: charts with the addresses of their figures and files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exports.figures.declared import Figuur
from exports.figures.sentences import NIET_ALLEEN, UITLEG_DOEL
from exports.figures.table import UITLEG_VOORLOPIG, table_of
from portal.domain.instroom.breakdowns import CATEGORIEEN, INDELING_NAMEN, Indeling
from portal.domain.instroom.figures import Plek
from portal.domain.instroom.indicators import INDICATOREN, Indicator
from portal.domain.instroom.windows import Cijfervenster
from portal.services.instroom import charts
from portal.services.instroom.charts import LAND, Cijferbron, Gebied
from portal.web.instroom import chosen
from portal.web.instroom.chosen import Periodekeuze, args_of
from portal.web.instroom.told import passport_at

_A_YEAR = "2000"


@dataclass(frozen=True)
class GetekendBeeld:
    """A chart of a place; `paspoorten` are the addresses of its figures, a column each, without their period."""

    plaats: Gebied
    figuur: Figuur
    venster: Cijfervenster
    paspoorten: Sequence[str]
    indicator: Indicator

    @property
    def args(self) -> dict[str, str]:
        """What it shows, as it stands in the address of its files."""
        return args_of(self.venster, self.indicator)


@dataclass(frozen=True)
class Cijferweergave:
    """One of the four views: the chart of the place, and that of the country beside it.

    `is_grover`: it is told by year, though something finer was asked.
    """

    indeling: Indeling
    beelden: Sequence[GetekendBeeld]
    is_grover: bool = False

    @property
    def says_something(self) -> bool:
        """True when a figure of it is there, shown or hidden."""
        return any(punt.tekst for one in self.beelden for reeks in one.figuur.reeksen for punt in reeks.punten)

    @property
    def naam(self) -> str:
        """What it is called."""
        return INDELING_NAMEN[self.indeling]


def page_of(bron: Cijferbron | None, gebied: Gebied) -> dict[str, Any]:
    """What a template needs to draw the four views of a place, over the periods that the address asks for."""
    keuze = chosen.periods(bron, gebied) if bron else None
    return {
        "gebied": gebied,
        "is_land": gebied.is_land,
        "bron": bron,
        "keuze": keuze,
        "soorten": chosen.kinds_of(bron) if bron else {},
        "weergaven": views(bron, gebied, keuze) if bron and keuze else (),
        "indicator": bron.indicator if bron else INDICATOREN[charts.INSTROOM],
        "is_instroom": bron is None or bron.is_instroom,
        "uitleg_doel": UITLEG_DOEL,
        "uitleg_voorlopig": UITLEG_VOORLOPIG,
        "niet_alleen": NIET_ALLEEN,
        "tabel_van": table_of,
    }


def views(bron: Cijferbron, gebied: Gebied, keuze: Periodekeuze) -> list[Cijferweergave]:
    """The four views of a place, with the country beside a region; of another indicator those that say something."""
    found = (_view(bron, gebied, one, keuze.venster) for one in bron.weergaven)
    return [one for one in found if bron.is_instroom or one.says_something]


def _view(bron: Cijferbron, gebied: Gebied, indeling: Indeling, asked: Cijfervenster) -> Cijferweergave:
    """The country beside a region is told over the same periods."""
    places = (gebied,) if gebied.is_land else (gebied, LAND)
    venster = charts.window_of(bron, gebied, indeling, asked)
    beelden = [
        GetekendBeeld(
            place,
            charts.view_of(bron, place, indeling, venster),
            venster,
            _passports(bron, place, indeling),
            bron.indicator,
        )
        for place in places
    ]
    return Cijferweergave(indeling, beelden, is_grover=venster != asked)


def _passports(bron: Cijferbron, place: Gebied, indeling: Indeling) -> list[str]:
    """Built once for a column: an address for each of a thousand figures would take longer than the page."""
    places = (Plek(bron.indicator.sleutel, place.code, indeling, key, _A_YEAR) for key in CATEGORIEEN[indeling])
    return [passport_at(plek).removesuffix(_A_YEAR) for plek in places]
