"""The regiobeeld of one region as its page and its files show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exports.figures.declared import Figuur
from exports.region_figures import CijferRij, DoelRij, RegiobeeldDocument, Weergave
from forms.duiding import DUIDING, VIEW_OF
from forms.dutch.numbers import dutch_number
from portal.domain import clock
from portal.domain.instroom.breakdowns import INDELING_NAMEN, Indeling
from portal.domain.instroom.findings import questions_here
from portal.domain.instroom.periods import PeriodeSoort
from portal.domain.instroom.region import (
    VERDELING_NAMEN,
    Kerncijfer,
    RegioCijfers,
    Verdeling,
    key_figures,
    part_of_target,
    view_lines,
)
from portal.domain.instroom.targets import DOELEN
from portal.domain.instroom.windows import Cijfervenster, read_window
from portal.models import Regio, RegioDuiding
from portal.services.instroom import charts, duiding, region
from portal.services.instroom.charts import Cijferbron, Gebied

# A chart shows the year of the regiobeeld and so many before it.
_YEARS_BEFORE = 2


def regiobeeld_of(regio: Regio, *, of_the_region: bool, demo: bool) -> RegiobeeldDocument | None:
    """The regiobeeld; None without figures of a whole year.

    `of_the_region`: for its own people, with the words as they are now; others read what the region shared.
    """
    cijfers = region.cijfers_of(regio)
    if cijfers is None:
        return None
    bronnen, verdeling = region.sources_here(), duiding.chosen_share(regio)
    texts = duiding.texts_of(regio)
    return RegiobeeldDocument(
        regio=regio.naam,
        jaar=cijfers.jaar,
        kerncijfers=tuple(_lines(key_figures(cijfers))),
        verdeling=VERDELING_NAMEN[verdeling] if verdeling else "",
        doelen=tuple(_targets(cijfers, verdeling)),
        weergaven=tuple(_views(regio, cijfers, texts, of_the_region=of_the_region)),
        bronnen=tuple(bron.naam for bron in bronnen),
        is_synthetisch=any(bron.is_synthetisch for bron in bronnen),
        is_concept=of_the_region and any(row.text != row.gedeeld for row in texts.values()),
        moment=clock.now(),
        demo=demo,
    )


def _lines(found: Iterable[Kerncijfer]) -> Iterable[CijferRij]:
    return (CijferRij(one.naam, one.regio, one.nederland, one.uitleg) for one in found)


def _targets(cijfers: RegioCijfers, verdeling: Verdeling | None) -> Iterable[DoelRij]:
    if verdeling is None:
        return
    for doel in DOELEN:
        part = part_of_target(cijfers.share(verdeling), doel.per_maand)
        if part is not None:
            between = f"{dutch_number(part.laagst)} en {dutch_number(part.hoogst)}"
            yield DoelRij(f"{doel.gezegd}, {doel.vanaf}", f"ongeveer {dutch_number(part.per_jaar)}", between)


def _views(
    regio: Regio, cijfers: RegioCijfers, texts: Mapping[str, RegioDuiding], *, of_the_region: bool
) -> Iterable[Weergave]:
    figuren = _charts(regio, cijfers.jaar)
    asked = questions_here(cijfers)
    for question in DUIDING.questions:
        indeling = Indeling(VIEW_OF[question.key])
        row = texts.get(question.key)
        words = "" if row is None else row.text if of_the_region else row.gedeeld
        rows = tuple(_lines(view_lines(cijfers, indeling)))
        kop = "Kwartaal" if indeling is Indeling.TOTAAL else "Categorie"
        yield Weergave(INDELING_NAMEN[indeling], kop, rows, tuple(asked[indeling]), words, figuren.get(indeling))


def _charts(regio: Regio, jaar: int) -> dict[Indeling, Figuur]:
    """The charts of a region that end with this year: the total by quarter, categories as fine as they are shown."""
    bron, gebied = charts.source(), Gebied(regio.code, regio.naam)
    if bron is None:
        return {}
    begin, einde = charts.periods_per_kind(bron)[PeriodeSoort.KWARTAAL]
    asked = read_window(PeriodeSoort.KWARTAAL, f"{jaar - _YEARS_BEFORE}", f"{jaar}-K4", begin, einde)
    return {one: _chart(bron, gebied, one, charts.window_of(bron, gebied, one, asked)) for one in charts.VIEWS}


def _chart(bron: Cijferbron, gebied: Gebied, indeling: Indeling, venster: Cijfervenster) -> Figuur:
    """By year when the source has nothing finer."""
    found = charts.view_of(bron, gebied, indeling, venster)
    if not found.is_leeg:
        return found
    begin, einde = charts.periods_per_kind(bron)[PeriodeSoort.JAAR]
    years = read_window(PeriodeSoort.JAAR, venster.van.code, venster.tot.code, begin, einde)
    return charts.view_of(bron, gebied, indeling, years)
