"""Figures of the instroom in the demo: invented clients that follow the known facts, and what publications say beside.

The clients are drawn one by one, so that every cut adds up. What is known (the programme's workshop and eindrapportage,
the NZa): the wave of 2021, 5.222 in 2022 of whom 27 % with profile 1, under 240 a month in the first quarter of 2024.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate, product
from random import Random

from forms.duiding import DUIDING
from portal.demo.inflow_facts import FACTS, MONTHS_OF, ORIGINS, PROFILES, Feit, ages_of
from portal.domain.instroom.breakdowns import CATEGORIEEN, TOTAAL, Indeling
from portal.domain.instroom.figures import NEDERLAND, CijferRegel, Plek, Waarneming
from portal.domain.instroom.imports import BestandSoort
from portal.domain.instroom.periods import Periode, PeriodeSoort
from portal.domain.instroom.region import Verdeling
from portal.domain.roles import Actor
from portal.models import InstroomBron, Regio, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.instroom import duiding, sources, staging, taking
from portal.services.instroom.staging import Bestand

SYNTHETIC = "Synthetische reeks instroom"
# Of those who came, how many go again in a year: what is left is the stock.
_GO = 0.11
_DECEMBER = 12
_CUTS = (Indeling.LEEFTIJD, Indeling.HERKOMST, Indeling.ZORGZWAARTE)


def tell_inflow(regios: Sequence[Regio], vandaag: date, coordinator: Actor) -> None:
    """Take in the series from 2021 until the last whole month, the inwoners, and the figures of publications."""
    synthetic = sources.add_source(
        SYNTHETIC,
        houder="Voorbeeld bij dit portaal",
        kanttekening="Verzonnen cijfers: geen enkele cliënt achter deze reeks bestaat.",
        voorrang=10,
        is_synthetisch=True,
    )
    months = list(_months_until(vandaag))
    people = _draw(months, regios)
    figures = [*_counts(people, months), *_stock(people, regios, months)]
    _take(synthetic, "voorbeeldreeks-instroom.csv", figures, months[-1].einde, coordinator)
    bevolking = sources.add_source("CBS, gebieden in Nederland 2024", houder="CBS", voorrang=20)
    _take(bevolking, "gebieden-2024.csv", _inhabitants(regios), date(2024, 1, 1), coordinator)
    for feit in FACTS:
        source = sources.add_source(feit.bron, houder=feit.houder, kanttekening=feit.kanttekening, voorrang=50)
        _take(source, feit.bestand, _told(feit), feit.peildatum, coordinator)


def interpret(regio: Regio, contact: User, words: Sequence[str], verdeling: Verdeling) -> None:
    """Let a region say under each view what it sees, and share that."""
    said = zip(DUIDING.questions, words, strict=True)
    edits = [AnswerEdit(question.key, text, 0) for question, text in said if text]
    duiding.save_texts(regio, edits, actor=contact.actor)
    duiding.choose_share(regio, verdeling, actor=contact.actor)
    duiding.share(regio, actor=contact.actor)


def _take(bron: InstroomBron, naam: str, figures: Sequence[CijferRegel], peildatum: date, actor: Actor) -> None:
    bestand = Bestand(naam, BestandSoort.DEMO, peildatum=peildatum)
    taking.take_in(staging.stage(bron, bestand, figures, actor=actor), actor=actor)


def _months_until(vandaag: date) -> Iterator[Periode]:
    last = vandaag.replace(day=1) - timedelta(days=1)
    for year in range(2021, last.year + 1):
        for month in range(1, 13):
            if (year, month) <= (last.year, last.month):
                yield Periode(year, PeriodeSoort.MAAND, month)


# Month, region, age, origin and profile; the month as its code, because all are counted by it again and again.
Client = tuple[str, str, str, str, str]


def _draw(months: Sequence[Periode], regios: Sequence[Regio]) -> list[Client]:
    """Who came: one client after the other, by chance, in the numbers that are known."""
    chance = Random("instroom")
    codes = [regio.code for regio in regios]
    weights = list(accumulate(regio.inwoners * chance.uniform(0.6, 1.5) for regio in regios))
    found: list[Client] = []
    for month in months:
        many = _how_many(month, chance)
        cuts = (ages_of(month.jaar), ORIGINS, PROFILES[min(month.jaar, max(PROFILES))])
        places = chance.choices(codes, cum_weights=weights, k=many)
        drawn = [
            chance.choices(list(CATEGORIEEN[cut]), weights=part, k=many) for cut, part in zip(_CUTS, cuts, strict=True)
        ]
        found += zip([month.code] * many, places, *drawn, strict=True)
    return found


def _how_many(month: Periode, chance: Random) -> int:
    known = MONTHS_OF.get(month.jaar)
    return known[month.nummer - 1] if known else round(chance.gauss(212 - 6 * (month.jaar - 2025), 9))


def _counts(people: Sequence[Client], months: Sequence[Periode]) -> Iterator[CijferRegel]:
    """Totals by region and month; cut up by region and quarter, and for the country by month too."""
    whole = {month.code: month.in_which(PeriodeSoort.KWARTAAL) for month in months}
    quarters = [one.code for one in dict.fromkeys(whole.values()) if one.einde <= months[-1].einde]
    quarter_of = {code: quarter.code for code, quarter in whole.items()}
    totals = Counter((client[1], client[0]) for client in people)
    regions = sorted({client[1] for client in people})
    for regio, month in product(regions, quarter_of):
        yield _figure(regio, Indeling.TOTAAL, TOTAAL, month, totals[regio, month])
    for place, cut in enumerate(_CUTS, start=2):
        monthly = Counter((client[0], client[place]) for client in people)
        quarterly = Counter((client[1], quarter_of[client[0]], client[place]) for client in people)
        for category, month in product(CATEGORIEEN[cut], quarter_of):
            yield _figure(NEDERLAND, cut, category, month, monthly[month, category])
        for regio, quarter, category in product(regions, quarters, CATEGORIEEN[cut]):
            yield _figure(regio, cut, category, quarter, quarterly[regio, quarter, category])


def _stock(people: Sequence[Client], regios: Sequence[Regio], months: Sequence[Periode]) -> Iterator[CijferRegel]:
    """How many had an indication at the end of each whole year."""
    came = Counter((client[1], client[0][:4]) for client in people)
    for regio in regios:
        there = 0
        for year in (f"{month.jaar}" for month in months if month.nummer == _DECEMBER):
            there = round(there * (1 - _GO)) + came[regio.code, year]
            yield _figure(regio.code, Indeling.TOTAAL, TOTAAL, year, there, "stand")


def _inhabitants(regios: Sequence[Regio]) -> list[CijferRegel]:
    return [_figure(regio.code, Indeling.TOTAAL, TOTAAL, "2024", regio.inwoners, "inwoners") for regio in regios]


def _told(feit: Feit) -> list[CijferRegel]:
    return [
        CijferRegel(Plek(indicator, NEDERLAND, indeling, categorie, periode), Waarneming(waarde, waarde_tot=tot))
        for indicator, indeling, categorie, periode, waarde, tot in feit.cijfers
    ]


def _figure(
    gebied: str, indeling: Indeling, categorie: str, periode: str, waarde: int, indicator: str = "instroom"
) -> CijferRegel:
    return CijferRegel(Plek(indicator, gebied, indeling, categorie, periode), Waarneming(waarde))
