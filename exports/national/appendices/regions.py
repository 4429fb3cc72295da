"""What every region answered, whole and in its own words; one region after another, as many on a page as fit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from exports.labels import NIET_BEANTWOORD, NIET_GEVRAAGD
from exports.national.appendices import points
from exports.national.appendices.nameless import AANDACHT, ACTIES, answers_heading, nameless, where_words_are
from exports.national.appendices.quoted import Quoted, is_nameless
from exports.national.counting.actions import NIET_GEVRAAGD as ACTIE_NIET_GEVRAAGD
from exports.national.counting.actions import ZONDER_ANTWOORD, stopped_shown
from exports.national.counting.by_region import ByRegion
from exports.national.counting.own import asks_only_own
from exports.national.counting.quoting import may_be_named
from exports.national.counting.standings import PARTS
from exports.national.counting.tally import names_in_words
from exports.national.data import RegioBeeld, Stand
from exports.national.tree import Begrip, Begrippen, Blok, Deel, Hoofdstuk, Zin
from exports.national.writer import ReportWriter
from forms.dutch.dates import day_short
from forms.dutch.numbers import dutch_number
from forms.dutch.words import one_or_many


@dataclass(frozen=True)
class _Hidden:
    """What gets no name: actions by their ids, and by region where its words stand instead.

    `antwoorden` is the heading above answers: over several rounds it says of which these are.
    """

    acties: Collection[int]
    woorden: Mapping[str, str]
    antwoorden: str


def regions(s: ReportWriter) -> Hoofdstuk | None:
    """A part for every region; None when there are no regions."""
    if not s.data.beeld.regios:
        return None
    per_regio = ByRegion.of(s.data, s.tally)
    hidden = _Hidden(_nameless_actions(s), where_words_are(s, per_regio), answers_heading(s))
    naam = "De regio’s"
    return Hoofdstuk(
        "bijlage_regios",
        naam,
        s.heading("bijlage_regios", naam),
        blokken=(*s.sentences("bijlage_regios"), s.own_text("bijlage_regios")),
        delen=(*(_part(s, regio, per_regio, hidden) for regio in s.data.beeld.regios), *nameless(s, per_regio)),
        is_bijlage=True,
        delen_met_wijzer=True,
    )


def _part(s: ReportWriter, regio: RegioBeeld, per_regio: ByRegion, hidden: _Hidden) -> Hoofdstuk:
    sleutel = f"regio_{regio.code.lower()}"
    # A name is no template: braces in it stay as they are.
    kop = Zin(f"{sleutel}_kop", regio.naam, (Deel(regio.naam),))
    plan = () if asks_only_own(s.data) else _facts_of_plan(regio, per_regio)
    facts = (("Uitvraag", _state(regio)), *plan, ("Eigen woorden", hidden.woorden.get(regio.code, "")))
    rijen = tuple(Begrip(naam, tekst) for naam, tekst in facts if tekst)
    blokken = (Begrippen(rijen), *_written(regio, per_regio, s.aangehaald, hidden))
    return Hoofdstuk(sleutel, regio.naam, kop, blokken=blokken, is_bijlage=True)


def _facts_of_plan(regio: RegioBeeld, per_regio: ByRegion) -> Iterator[tuple[str, str]]:
    yield "Plan van aanpak", _plan(regio, per_regio)
    yield "Acties", _actions(regio.code, per_regio)
    yield "Doelen", _goals(regio.code, per_regio)


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
    told = f"projectstructuur: {structuur[:1].lower()}{structuur[1:]}" if structuur else ""
    consent = per_regio.bij.consent(regio)
    return "; ".join(filter(None, (eigen, told, f"{consent[:1].lower()}{consent[1:]}")))


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


def _goals(code: str, per_regio: ByRegion) -> str:
    """ "4: op schema 1, achter op schema 1, niet ingevuld 2"; nothing when the round did not ask where they stand."""
    goals = [one for one in per_regio.bij.doelstanden.values() if code in one.regios]
    counts = [(label, sum(map(is_, goals))) for _, label, _, is_ in PARTS]
    told = ", ".join(f"{label[:1].lower()}{label[1:]} {dutch_number(number)}" for label, number in counts if number)
    return f"{dutch_number(len(goals))}: {told}" if told else ""


def _nameless_actions(s: ReportWriter) -> frozenset[int]:
    """Stopped actions that are told in a chapter without a name, with why: they get none here either."""
    regios = s.data.beeld.regios
    return frozenset(one.id for one in stopped_shown(s.data.beeld) if not may_be_named(one.regios, regios))


def _written(regio: RegioBeeld, per_regio: ByRegion, quoted: Quoted, hidden: _Hidden) -> Iterator[Blok]:
    """What it chose, and its words when it may be named with them."""

    def may_stand(tekst: str) -> bool:
        return regio.mag_met_naam and bool(tekst.strip()) and not is_nameless(tekst, regio.naam, quoted)

    code = regio.code
    answers = per_regio.antwoorden.get(code, [])
    answered = [one for one in answers if one.tekst and (points.is_chosen(one, per_regio) or may_stand(one.tekst))]
    yield from points.in_list(hidden.antwoorden, [points.answer(one, per_regio) for one in answered])
    own = per_regio.actions_of(code) if regio.mag_met_naam else []
    attention = [one for one in own if one.status in AANDACHT and one.id not in hidden.acties]
    actions = [one if may_stand(one.toelichting) else replace(one, toelichting="") for one in attention]
    yield from points.in_list(ACTIES, [points.action(one, per_regio) for one in actions])
    for kop, items in (("Successen", per_regio.successen), ("Lessen", per_regio.lessen)):
        told = [one for one in items.get(code, []) if may_stand(one.tekst)]
        yield from points.in_list(kop, [points.said(one, per_regio) for one in told])
    asked = [one for one in per_regio.verwachtingen.get(code, []) if may_stand(one.tekst)]
    yield from points.in_list("Verwachtingen", [points.expectation(one, per_regio) for one in asked])
