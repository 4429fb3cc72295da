"""What every region answered, whole and in its own words; one region after another, as many on a page as fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exports.labels import NIET_BEANTWOORD, NIET_GEVRAAGD
from exports.national.appendices.quoted import Quoted, is_nameless
from exports.national.counting.actions import NIET_GEVRAAGD as ACTIE_NIET_GEVRAAGD
from exports.national.counting.actions import ZONDER_ANTWOORD
from exports.national.counting.by_region import ByRegion
from exports.national.counting.own import asks_only_own
from exports.national.counting.said import with_article
from exports.national.counting.tally import names_in_words
from exports.national.data import ActieBeeld, AntwoordBeeld, Optie, RegioBeeld, Stand, Uitspraak
from exports.national.tree import Begrip, Begrippen, Blok, Deel, Hoofdstuk, Kopje, Lijst, Punt, Zin
from exports.national.writer import ReportWriter
from forms.counted import ActieStatus
from forms.dutch.dates import day_short
from forms.dutch.numbers import dutch_number
from forms.dutch.words import one_or_many
from forms.richtext.plain import to_plain

_AANDACHT = (ActieStatus.AANDACHT, ActieStatus.GESTOPT)
# Signs after which nothing needs to come.
_EINDE = (".", ":", "!", "?", "…")


def regions(s: ReportWriter) -> Hoofdstuk | None:
    """A part for every region; None when there are no regions."""
    if not s.data.beeld.regios:
        return None
    per_regio = ByRegion.of(s.data, s.tally)
    naam = "De regio’s"
    return Hoofdstuk(
        "bijlage_regios",
        naam,
        s.heading("bijlage_regios", naam),
        blokken=(*s.sentences("bijlage_regios"), s.own_text("bijlage_regios")),
        delen=tuple(_part(s, regio, per_regio) for regio in s.data.beeld.regios),
        is_bijlage=True,
        delen_met_wijzer=True,
    )


def _part(s: ReportWriter, regio: RegioBeeld, per_regio: ByRegion) -> Hoofdstuk:
    sleutel = f"regio_{regio.code.lower()}"
    # A name is no template: braces in it stay as they are.
    kop = Zin(f"{sleutel}_kop", regio.naam, (Deel(regio.naam),))
    facts = [("Uitvraag", _state(regio)), *(() if asks_only_own(s.data) else _facts_of_plan(regio, per_regio))]
    rijen = tuple(Begrip(naam, tekst) for naam, tekst in facts if tekst)
    blokken = (Begrippen(rijen), *_written(regio, per_regio, s.aangehaald))
    return Hoofdstuk(sleutel, regio.naam, kop, blokken=blokken, is_bijlage=True)


def _facts_of_plan(regio: RegioBeeld, per_regio: ByRegion) -> Iterator[tuple[str, str]]:
    yield "Plan van aanpak", _plan(regio, per_regio)
    yield "Acties", _actions(regio.code, per_regio)


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
        return "" if regio.is_left_out else "Nog geen geldend plan"
    others = [one.naam for one in per_regio.plannen[regio.plan_id] if one.code != regio.code]
    eigen = f"Gezamenlijk plan met {names_in_words(others)}" if others else "Eigen plan"
    structuur = per_regio.bij.structure(regio)
    return f"{eigen}; projectstructuur: {structuur[:1].lower()}{structuur[1:]}" if structuur else eigen


def _actions(code: str, per_regio: ByRegion) -> str:
    """ "10: ligt op schema 6, afgerond 3, geen antwoord 1"; of a joint plan as it goes in this region."""
    acties = per_regio.acties.get(code, [])
    if not acties:
        return ""
    counts = per_regio.counted(code)
    labels = {**per_regio.statussen, ZONDER_ANTWOORD: "geen antwoord", ACTIE_NIET_GEVRAAGD: "niet gevraagd"}
    told = ", ".join(f"{label.lower()} {dutch_number(counts[key])}" for key, label in labels.items() if counts[key])
    elders = sum(any(other.regio == code for other in one.elders) for one in acties)
    apart = f"; {dutch_number(elders)} {one_or_many(elders, 'loopt', 'lopen')} hier anders dan in de rest van het plan"
    return f"{dutch_number(len(acties))}: {told}{apart if elders else ''}"


def _written(regio: RegioBeeld, per_regio: ByRegion, quoted: Quoted) -> Iterator[Blok]:
    def may_stand(tekst: str) -> bool:
        return bool(tekst.strip()) and not is_nameless(tekst, regio.naam, quoted)

    code = regio.code
    answered = [one for one in per_regio.antwoorden.get(code, []) if may_stand(one.tekst)]
    yield from _list("Antwoorden", [_answer(one, per_regio) for one in answered])
    attention = [one for one in per_regio.actions_of(code) if one.status in _AANDACHT]
    actions = [one if may_stand(one.toelichting) else replace(one, toelichting="") for one in attention]
    yield from _list("Acties die aandacht vragen of zijn gestopt", [_action(one, per_regio) for one in actions])
    for kop, items in (("Successen", per_regio.successen), ("Lessen", per_regio.lessen)):
        yield from _list(kop, [_text(one, per_regio) for one in items.get(code, []) if may_stand(one.tekst)])
    asked = [one for one in per_regio.verwachtingen.get(code, []) if may_stand(one.tekst)]
    yield from _list("Verwachtingen", [_expectation(one, per_regio) for one in asked])


def _text(one: Uitspraak, per_regio: ByRegion) -> Punt:
    return Punt(one.tekst, bron=per_regio.bij.korte_rondes.get(one.blad_id, ""))


def _list(kop: str, punten: list[Punt]) -> tuple[Blok, ...]:
    return (Kopje(kop), Lijst(tuple(punten))) if punten else ()


def _answer(one: AntwoordBeeld, per_regio: ByRegion) -> Punt:
    vraag = per_regio.bij.vragen.get(one.vraag)
    if vraag is None:
        return Punt(one.tekst)
    return Punt(per_regio.bij.chosen(vraag, one.tekst), kop=vraag.label)


def _action(actie: ActieBeeld, per_regio: ByRegion) -> Punt:
    nummer = f"{actie.paragraaf} " if actie.paragraaf else ""
    wat = to_plain(actie.omschrijving).strip()
    dot = "" if wat.endswith(_EINDE) or not wat else "."
    waarom = f" {actie.toelichting.strip()}" if actie.toelichting.strip() else ""
    return Punt(f"{nummer}{wat}{dot}{waarom}", kop=per_regio.bij.status(actie.status))


def _expectation(one: Uitspraak, per_regio: ByRegion) -> Punt:
    partij = with_article(per_regio.geadresseerden.get(one.aan, Optie(one.aan, one.aan)))
    bron = f"Antwoord{f' van {one.antwoord_van}' if one.antwoord_van else ''}: {to_plain(one.antwoord)}"
    ronde = per_regio.bij.korte_rondes.get(one.blad_id, "")
    beside = [ronde, *((bron,) if one.antwoord else ())]
    return Punt(one.tekst, kop=f"Van {partij}" if partij else "", bron=". ".join(filter(None, beside)))
