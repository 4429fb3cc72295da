"""Appendix A: one page per region, in its own words. Long texts and long lists are cut, so that a page is enough."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from exports.labels import NIET_BEANTWOORD, NIET_GEVRAAGD
from exports.national.counting.actions import how_it_goes, statuses
from exports.national.counting.quoting import shortened
from exports.national.counting.said import with_article
from exports.national.counting.tally import AFSTEMMING, DOEL, ClosedQuestion, closed_questions, names_in_words
from exports.national.data import ActieBeeld, Beeld, Optie, RegioBeeld, Stand, Uitspraak
from exports.national.lookup import Lookup
from exports.national.tree import Begrip, Begrippen, Blok, Deel, Hoofdstuk, Kopje, Lijst, Punt, Zin
from exports.national.writer import ReportWriter
from forms.counted import ActieStatus
from forms.dutch.dates import day_short
from forms.dutch.numbers import dutch_number
from forms.dutch.words import one_or_many

_MEESTE_ACTIES, _MEESTE = 3, 2
# With these a page is full and never two, also when every text is long (A4, the house style that ships).
_LENGTE, _LENGTE_KORT, _LENGTE_ANTWOORD = 150, 100, 80
_AANDACHT = (ActieStatus.AANDACHT, ActieStatus.GESTOPT)


@dataclass(frozen=True)
class ByRegion:
    """What was written and planned, by region; made once for all pages."""

    acties: Mapping[str, list[ActieBeeld]]
    successen: Mapping[str, list[Uitspraak]]
    lessen: Mapping[str, list[Uitspraak]]
    verwachtingen: Mapping[str, list[Uitspraak]]
    # All regions of each plan.
    plannen: Mapping[int, list[RegioBeeld]]
    statussen: Mapping[str, str]
    geadresseerden: Mapping[str, Optie]
    # What regions could choose, by the start of the tokens of a closed question.
    vragen: Mapping[str, ClosedQuestion]
    bij: Lookup

    @classmethod
    def of(cls, s: ReportWriter) -> ByRegion:
        """Sorted out of the picture of this round."""
        beeld = s.data.beeld
        acties: dict[str, list[ActieBeeld]] = defaultdict(list)
        for actie in beeld.acties:
            for code in actie.regios:
                acties[code].append(actie)
        return cls(
            acties,
            _by_region(beeld.successen),
            _by_region(beeld.lessen),
            _by_region(beeld.verwachtingen),
            _plans(beeld),
            {one.key: one.label for one in statuses(s.tally)},
            {one.key: one for one in s.tally.keuzes.geadresseerden},
            {vraag.prefix: vraag for vraag in closed_questions(s.data.vragen)},
            Lookup(s.data),
        )


def regions(s: ReportWriter) -> Hoofdstuk | None:
    """A page for every region; None when there are no regions."""
    if not s.data.beeld.regios:
        return None
    per_regio = ByRegion.of(s)
    naam = "De regio’s"
    return Hoofdstuk(
        "bijlage_regios",
        naam,
        s.heading("bijlage_regios", naam),
        blokken=(*s.sentences("bijlage_regios"), s.own_text("bijlage_regios")),
        delen=tuple(_page(s, regio, per_regio) for regio in s.data.beeld.regios),
        is_bijlage=True,
        deel_per_pagina=True,
    )


def _page(s: ReportWriter, regio: RegioBeeld, per_regio: ByRegion) -> Hoofdstuk:
    sleutel = f"regio_{regio.code.lower()}"
    # A name is no template: braces in it stay as they are.
    kop = Zin(f"{sleutel}_kop", regio.naam, (Deel(regio.naam),))
    rijen = tuple(Begrip(naam, tekst) for naam, tekst in _facts(regio, per_regio) if tekst)
    return Hoofdstuk(sleutel, regio.naam, kop, blokken=(Begrippen(rijen), *_written(regio, per_regio)), is_bijlage=True)


def _facts(regio: RegioBeeld, per_regio: ByRegion) -> Iterator[tuple[str, str]]:
    yield "Uitvraag", _state(regio)
    yield "Plan van aanpak", _plan(regio, per_regio)
    if regio.plan_id is not None:
        yield "Projectstructuur", per_regio.bij.structure(regio) or "Niet genoemd in het plan"
    if regio.stand is Stand.BEANTWOORD:
        yield "Afstemming", _choice(regio, per_regio.vragen.get(AFSTEMMING))
        yield "Doelstelling halen", _choice(regio, per_regio.vragen.get(DOEL))
    yield "Acties", _actions(per_regio.acties.get(regio.code, []), regio.code, per_regio)


def _state(regio: RegioBeeld) -> str:
    if regio.stand is Stand.NIET_GEVRAAGD:
        return NIET_GEVRAAGD
    if regio.stand is Stand.NIET_BEANTWOORD:
        return NIET_BEANTWOORD
    wanneer = f"Ingediend op {day_short(regio.ingediend_op)}" if regio.ingediend_op else "Beantwoord"
    namens = f", namens {'de ' if regio.namens == 'gemeente' else 'het '}{regio.namens}" if regio.namens else ""
    later = "; de regio verbetert de antwoorden nog" if regio.wordt_gecorrigeerd else ""
    return f"{wanneer}{namens}{later}"


def _plan(regio: RegioBeeld, per_regio: ByRegion) -> str:
    if regio.plan_id is None:
        return "Nog geen geldend plan"
    others = [one.naam for one in per_regio.plannen[regio.plan_id] if one.code != regio.code]
    return f"Gezamenlijk plan met {names_in_words(others)}" if others else "Eigen plan"


def _choice(regio: RegioBeeld, vraag: ClosedQuestion | None) -> str:
    """The label of the choice (or choices); "Niet ingevuld" when there is none, nothing when it was not asked."""
    keys = regio.keuzes.get(vraag.key) if vraag else None
    if vraag is None or keys is None:
        return ""
    labels = {one.key: one.label for one in vraag.opties}
    return ", ".join(labels.get(key, key) for key in keys.split()) or "Niet ingevuld"


def _actions(acties: list[ActieBeeld], code: str, per_regio: ByRegion) -> str:
    """ "10: ligt op schema 6, afgerond 3, geen antwoord 1"; of a joint plan with the status of all its regions."""
    if not acties:
        return ""
    counts = Counter(map(how_it_goes, acties))
    labels = {**per_regio.statussen, "zonder_antwoord": "geen antwoord", "niet_gevraagd": "niet gevraagd"}
    told = ", ".join(f"{label.lower()} {dutch_number(counts[key])}" for key, label in labels.items() if counts[key])
    elders = sum(any(other.regio == code for other in one.elders) for one in acties)
    apart = f"; {dutch_number(elders)} {one_or_many(elders, 'loopt', 'lopen')} hier anders dan in de rest van het plan"
    return f"{dutch_number(len(acties))}: {told}{apart if elders else ''}"


def _written(regio: RegioBeeld, per_regio: ByRegion) -> Iterator[Blok]:
    code = regio.code
    here = (_as_here(one, code) for one in per_regio.acties.get(code, []))
    attention = [one for one in here if one.status in _AANDACHT]
    yield from _list(
        "Acties die aandacht vragen of zijn gestopt", [_action(one, per_regio) for one in attention], _MEESTE_ACTIES
    )
    for kop, items in (("Successen", per_regio.successen), ("Lessen", per_regio.lessen)):
        yield from _list(kop, [Punt(shortened(one.tekst, _LENGTE)) for one in items.get(code, [])], _MEESTE)
    yield from _list(
        "Verwachtingen", [_expectation(one, per_regio) for one in per_regio.verwachtingen.get(code, [])], _MEESTE
    )


def _as_here(actie: ActieBeeld, code: str) -> ActieBeeld:
    """An action of a joint plan as it goes in this region."""
    other = next((one for one in actie.elders if one.regio == code), None)
    return replace(actie, status=other.status, toelichting=other.toelichting) if other else actie


def _list(kop: str, punten: list[Punt], most: int) -> tuple[Blok, ...]:
    if not punten:
        return ()
    total = dutch_number(len(punten))
    return (Kopje(f"{kop} ({most} van de {total})" if len(punten) > most else kop), Lijst(tuple(punten[:most])))


def _action(actie: ActieBeeld, per_regio: ByRegion) -> Punt:
    kop = per_regio.bij.status(actie.status)
    nummer = f"{actie.paragraaf} " if actie.paragraaf else ""
    waarom = f" ({shortened(actie.toelichting, _LENGTE_ANTWOORD)})" if actie.toelichting.strip() else ""
    return Punt(f"{nummer}{shortened(actie.omschrijving, _LENGTE_KORT)}{waarom}", kop=kop)


def _expectation(one: Uitspraak, per_regio: ByRegion) -> Punt:
    tekst = shortened(one.tekst, _LENGTE_KORT)
    if one.antwoord:
        tekst = f"{tekst} Antwoord: {shortened(one.antwoord, _LENGTE_ANTWOORD)}"
    partij = with_article(per_regio.geadresseerden.get(one.aan, Optie(one.aan, one.aan)))
    return Punt(tekst, kop=f"Van {partij}" if partij else "")


def _by_region(items: Iterable[Uitspraak]) -> dict[str, list[Uitspraak]]:
    found: dict[str, list[Uitspraak]] = defaultdict(list)
    for one in items:
        for code in one.regios:
            found[code].append(one)
    return found


def _plans(beeld: Beeld) -> dict[int, list[RegioBeeld]]:
    plans: dict[int, list[RegioBeeld]] = defaultdict(list)
    for regio in beeld.regios:
        if regio.plan_id is not None:
            plans[regio.plan_id].append(regio)
    return plans
