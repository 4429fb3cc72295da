"""The charts of the instroom: four views of the country or of a region, over the periods that somebody chose.

They are made of what the gate lets through, and kept until figures or the settings of small numbers change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sqlalchemy import func, select

from exports.figures import drawing
from exports.figures.average import MAANDEN, moving_average
from exports.figures.declared import (
    Doelstap,
    Figuur,
    Meetmoment,
    Meetpunt,
    Meetreeks,
    Tekenwijze,
    Tijdmaat,
)
from exports.figures.sentences import groups_sentence, total_sentence
from forms.dutch.dates import day_short, month_brief
from portal.domain.instroom.breakdowns import CATEGORIEEN, INDELING_NAMEN, Indeling
from portal.domain.instroom.figures import NEDERLAND, Plek
from portal.domain.instroom.imports import ImportStatus
from portal.domain.instroom.indicators import INDICATOREN, Indicator
from portal.domain.instroom.periods import Periode, PeriodeSoort, read_period
from portal.domain.instroom.shown import Getoond, Shown, Verborgen
from portal.domain.instroom.targets import TREDEN
from portal.domain.instroom.windows import Cijfervenster, read_window
from portal.extensions import db
from portal.models import InstroomBron, InstroomImport
from portal.services.instroom import shown, taking

INSTROOM = "instroom"
# The four views of the programme's dashboard, in its order.
VIEWS = (Indeling.TOTAAL, Indeling.LEEFTIJD, Indeling.HERKOMST, Indeling.ZORGZWAARTE)
_GEEN = Meetpunt(None, "", "Voor deze periode heeft de bron geen cijfer.")
_BEREIK = "De bron noemt een bereik en geen getal."


@dataclass(frozen=True)
class Gebied:
    """The country, or a region: its code among the figures, and its name."""

    code: str
    naam: str

    @property
    def is_land(self) -> bool:
        """True for the country."""
        return self.code == NEDERLAND


LAND = Gebied(NEDERLAND, "Nederland")


@dataclass
class Cijferbron:
    """The source that the charts show, with what is kept of it: its periods, and the charts that were asked for.

    `soorten`: how long the periods are of which the country has figures; `indicator` is what it counts.
    """

    naam: str
    peildatum: str
    is_synthetisch: bool
    cijfers: Shown
    begin: Periode
    einde: Periode
    soorten: tuple[PeriodeSoort, ...] = tuple(PeriodeSoort)
    indicator: Indicator = INDICATOREN[INSTROOM]
    gemaakt: dict[tuple[Gebied, Indeling, Cijfervenster], Figuur] = field(default_factory=dict)

    def is_of(self, bron: InstroomBron) -> bool:
        """True while the source is still called this, and is still real or made up."""
        return (self.naam, self.is_synthetisch) == (bron.naam, bron.is_synthetisch)

    @property
    def is_instroom(self) -> bool:
        """True for the inflow itself: only that has a target, an average and sentences."""
        return self.indicator.sleutel == INSTROOM

    @property
    def weergaven(self) -> tuple[Indeling, ...]:
        """The views that there are of what it counts."""
        return tuple(one for one in VIEWS if one in self.indicator.indelingen)

    @property
    def regel(self) -> str:
        """The line under a chart."""
        return f"Bron: {self.naam}{f', peildatum {self.peildatum}' if self.peildatum else ''}."


_kept: dict[str, Cijferbron] = {}
_MOST_KEPT = 400
_FEWEST_YEARS = 4


def source(indicator: str = INSTROOM) -> Cijferbron | None:
    """The source of an indicator that comes first; None while there are no figures. Its charts go when it changes."""
    bronnen = shown.sources_of(indicator)
    if not bronnen:
        return None
    cijfers = shown.shown_figures(bronnen[0], indicator)
    kept = _kept.get(indicator)
    if kept is None or kept.cijfers is not cijfers or not kept.is_of(bronnen[0]):
        found = _source(bronnen[0], cijfers, INDICATOREN[indicator])
        if found is None:
            return None
        drawing.forget()
        kept = _kept[indicator] = found
    return kept


def _source(bron: InstroomBron, cijfers: Shown, indicator: Indicator) -> Cijferbron | None:
    latest = select(func.max(InstroomImport.peildatum)).where(
        InstroomImport.bron_id == bron.id, InstroomImport.status == ImportStatus.INGELEZEN
    )
    day = db.session.scalar(latest)
    found = source_of(bron.naam, day_short(day) if day else "", cijfers, is_synthetisch=bron.is_synthetisch)
    return replace(found, indicator=indicator) if found else None


def source_of(naam: str, peildatum: str, cijfers: Shown, *, is_synthetisch: bool) -> Cijferbron | None:
    """What charts are made of, from figures as they are shown; None when the country has none among them."""
    months = {code for gebied, code in {(plek.gebied, plek.periode) for plek in cijfers} if gebied == NEDERLAND}
    periods = sorted(filter(None, map(read_period, months)), key=lambda one: one.begin)
    if not periods:
        return None
    # Of those that end on the same day the shortest: the month of a year.
    last = max(periods, key=lambda one: (one.einde, one.begin))
    kinds = {one.soort for one in periods}
    soorten = tuple(one for one in PeriodeSoort if one in kinds)
    return Cijferbron(naam, peildatum, is_synthetisch, cijfers, periods[0], last, soorten)


def views_of(bron: Cijferbron, gebied: Gebied, venster: Cijfervenster) -> tuple[Figuur, ...]:
    """The four charts of a place."""
    return tuple(view_of(bron, gebied, indeling, venster) for indeling in bron.weergaven)


def view_of(bron: Cijferbron, gebied: Gebied, indeling: Indeling, venster: Cijfervenster) -> Figuur:
    """One chart of a place."""
    key = gebied, indeling, venster
    if key not in bron.gemaakt:
        if len(bron.gemaakt) >= _MOST_KEPT:
            bron.gemaakt.clear()
        bron.gemaakt[key] = _view(bron, gebied, indeling, venster)
    return bron.gemaakt[key]


def window_of(bron: Cijferbron, gebied: Gebied, indeling: Indeling, venster: Cijfervenster) -> Cijfervenster:
    """The window in which a view is shown: by year where nothing is shown as fine as was asked.

    Then it has some years more than was asked: one or two points are no chart.
    """
    first = next(iter(CATEGORIEEN[indeling]))
    asked = (Plek(bron.indicator.sleutel, gebied.code, indeling, first, one.code) for one in venster.periodes)
    if not any((found := bron.cijfers.get(one)) and found.verborgen is Verborgen.TE_FIJN for one in asked):
        return venster
    begin, einde = periods_per_kind(bron)[PeriodeSoort.JAAR]
    van = min(venster.van.jaar, venster.tot.jaar - _FEWEST_YEARS)
    return read_window(PeriodeSoort.JAAR, f"{max(van, begin.jaar):04}", f"{venster.tot.jaar:04}", begin, einde)


def _view(bron: Cijferbron, gebied: Gebied, indeling: Indeling, venster: Cijfervenster) -> Figuur:
    periodes = venster.periodes
    momenten = tuple(map(moment_of, periodes))
    per = Tijdmaat(venster.soort.value)
    reeksen = tuple(
        Meetreeks(naam, tuple(_point(bron, gebied.code, indeling, key, one) for one in periodes))
        for key, naam in CATEGORIEEN[indeling].items()
    )
    waar = "" if gebied.is_land else gebied.naam
    onderwerp = _subject(bron.indicator, gebied, indeling, per)
    made = Figuur(
        sleutel=f"{gebied.code}_{indeling.value}".lower(),
        titel=groups_sentence(reeksen, momenten, waar) if bron.is_instroom else onderwerp,
        onderwerp=onderwerp,
        eenheid=bron.indicator.eenheid,
        momenten=momenten,
        reeksen=reeksen,
        per=per,
        wijze=Tekenwijze.PANELEN,
        bron=bron.regel,
        synthetisch=bron.is_synthetisch,
    )
    if indeling is not Indeling.TOTAAL:
        return made
    return _total(made, gebied, periodes) if bron.is_instroom else _one_line(made, bron.indicator.naam)


def _total(made: Figuur, gebied: Gebied, periodes: Sequence[Periode]) -> Figuur:
    """The total is one line: of months with their average, of the country with the target."""
    line = Meetreeks("Instroom", made.reeksen[0].punten)
    doelen = _goals(periodes, made.per) if gebied.is_land else ()
    return replace(
        made,
        titel=total_sentence(line, made.momenten, made.per, doelen, "" if gebied.is_land else gebied.naam),
        reeksen=(line,),
        wijze=Tekenwijze.LIJN,
        gemiddelde=moving_average(line) if made.per is Tijdmaat.MAAND and len(periodes) >= MAANDEN else None,
        doelen=doelen,
    )


def _one_line(made: Figuur, naam: str) -> Figuur:
    """The total of another indicator: its subject says enough."""
    return replace(made, reeksen=(Meetreeks(naam, made.reeksen[0].punten),), wijze=Tekenwijze.LIJN)


def _subject(indicator: Indicator, gebied: Gebied, indeling: Indeling, per: Tijdmaat) -> str:
    cut = "" if indeling is Indeling.TOTAAL else f" naar {INDELING_NAMEN[indeling].lower()}"
    over = f" per {per.value}" if indicator.maat.is_over_time else ""
    return f"{indicator.naam}{cut}, {gebied.naam}, {indicator.eenheid}{over}"


def _point(bron: Cijferbron, gebied: str, indeling: Indeling, categorie: str, periode: Periode) -> Meetpunt:
    found = bron.cijfers.get(Plek(bron.indicator.sleutel, gebied, indeling, categorie, periode.code))
    return as_point(found) if found else _GEEN


def as_point(found: Getoond) -> Meetpunt:
    """A figure of the gate as a point of a chart; a range is no point."""
    if found.waarde_tot is not None:
        return Meetpunt(None, found.tekst, _BEREIK, found.voorlopig)
    return Meetpunt(found.waarde, found.tekst, found.uitleg, found.voorlopig)


@lru_cache(maxsize=2048)
def moment_of(periode: Periode) -> Meetmoment:
    """A period as it stands along an axis."""
    kort = month_brief(periode.begin) if periode.soort is PeriodeSoort.MAAND else periode.naam
    # Never cut in two below an axis.
    return Meetmoment(periode.naam, kort.replace(" ", "\u00a0"), periode.jaar, periode.nummer)


def _goals(periodes: Sequence[Periode], per: Tijdmaat) -> tuple[Doelstap, ...]:
    """The steps of the target that fall in these periods, for a period as long as these."""
    found = []
    for trede in TREDEN:
        places = [
            place
            for place, one in enumerate(periodes)
            if one.begin >= trede.van and (trede.tot is None or one.einde <= trede.tot)
        ]
        if places:
            naam = trede.naam if per is Tijdmaat.MAAND else f"{trede.naam} per maand"
            onder = trede.per_maand if trede.is_grens else None
            found.append(Doelstap(naam, trede.per_maand * per.maanden, places[0], places[-1], onder))
    return tuple(found)


def threshold() -> int:
    """Numbers of clients below this are not shown."""
    return taking.settings().drempel


def periods_per_kind(bron: Cijferbron) -> Mapping[PeriodeSoort, tuple[Periode, Periode]]:
    """The first and the last whole period of each kind that there are figures of."""
    return {soort: (bron.begin.in_which(soort), _last_whole(bron.einde, soort)) for soort in PeriodeSoort}


def _last_whole(einde: Periode, soort: PeriodeSoort) -> Periode:
    last = einde.in_which(soort)
    if last.einde <= einde.einde:
        return last
    before = last.jaar - 1 if last.nummer == 1 else last.jaar
    return Periode(before, soort, last.nummer - 1 or len(Periode(1).delen()) if soort is not PeriodeSoort.JAAR else 1)
