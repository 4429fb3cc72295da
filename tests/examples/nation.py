"""An invented round of all regions, to look at a national report and to test with. Every answer in it is made up.

`example_data()` is the same at every call. Real are only the names and codes of the regions and the code book.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from exports.national.choices import questions_of
from exports.national.data import (
    ActieBeeld,
    AntwoordBeeld,
    Beeld,
    DoelstellingBeeld,
    MijlpaalBeeld,
    PlanBeeld,
    RapportData,
    RegioBeeld,
    Stand,
    Uitspraak,
    VoortgangRegel,
)
from forms.dutch.numbers import dutch_number
from forms.dutch.words import together
from forms.national import Soort, first
from forms.spec import Choice, Format, Kind, QuestionRole
from tests.examples.nation_actions import example_acties, with_answer
from tests.examples.nation_regions import (
    INGEDIEND_OP,
    NAMEN,
    NIET_BEANTWOORD,
    PEILMOMENT,
    PLAN_INGEDIEND_OP,
    REGIOS,
    RONDE,
    SAMEN,
    TEGELS,
    VORIGE_NIET_BEANTWOORD,
    VORIGE_NIET_GEVRAAGD,
    VORIGE_RONDE,
    ZONDER_PLAN,
)
from tests.examples.nation_said import CODES, lessen, successen, verwachtingen

# What the invented regions were asked: the editions of then.
_PLAN, _ASKED = first(Soort.PLAN), first(Soort.PROGRESS)
# How the regions answered, in turn. Fixed: 22 of 31 have a fixed structure.
_STRUCTUREN = ("nieuw_vast",) * 13 + ("bestaand",) * 9 + ("ad_hoc",) * 6 + ("geen",) * 2
_AFSTEMMING = ("vast_overleg", "vast_overleg", "ad_hoc", "vast_overleg", "vast_overleg", "ad_hoc", "nee")
_DOEL = ("ja", "deels", "ja", "weet_niet", "deels", "ja", "nee", "deels")
_EERDER = ("niet_gestart", "op_schema", "niet_gestart", "op_schema", "op_schema", "op_schema", "aandacht")


@cache
def example_data() -> RapportData:
    """All 31 regions in the first quarter of 2024, with the quarter before it."""
    plannen = _plannen()
    acties = example_acties(plannen)
    vorige = _vorige(plannen, acties)
    beeld = Beeld(
        RONDE,
        _regios(plannen, NIET_BEANTWOORD, (), 0),
        tuple(
            with_answer(actie, number, _stand(actie.regios[0], NIET_BEANTWOORD, ()))
            for number, actie in enumerate(acties)
        ),
        successen(),
        lessen(),
        verwachtingen(),
    )
    return RapportData(
        peilmoment=PEILMOMENT,
        beeld=beeld,
        vorige=vorige,
        rondes=(VORIGE_RONDE, RONDE),
        codes=CODES,
        vragen=questions_of(_ASKED),
        antwoorden=_antwoorden(beeld),
        plannen=plannen,
        doelstellingen=_doelstellingen(plannen),
        mijlpalen=_mijlpalen(plannen),
        voortgang=_voortgang(vorige, beeld),
        demo=True,
    )


def _choices(format_: Format, role: QuestionRole) -> tuple[Choice, ...]:
    question = format_.of_role(role)
    return question.choices if question else ()


def _plannen() -> tuple[PlanBeeld, ...]:
    """One plan per region, one for two regions together, none for one of them."""
    groups = [SAMEN, *((code,) for code, _ in REGIOS if code not in (*SAMEN, ZONDER_PLAN))]
    return tuple(_plan(number, regios) for number, regios in enumerate(groups, 1))


def _plan(number: int, regios: tuple[str, ...]) -> PlanBeeld:
    vorm = _STRUCTUREN[number]
    return PlanBeeld(
        id=number,
        naam=together(NAMEN[code] for code in regios),
        regios=regios,
        status="Vastgesteld" if number % 5 else "Ingediend",
        ingediend_op=PLAN_INGEDIEND_OP - timedelta(days=number % 9),
        namens="gemeente" if number % 2 else "zorgkantoor",
        projectstructuur=next(choice.label for choice in _choices(_PLAN, QuestionRole.STRUCTUUR) if choice.key == vorm),
        doelgroepen=tuple(choice.label for choice in _choices(_PLAN, QuestionRole.DOELGROEPEN)[: 1 + number % 2]),
        partijen=tuple(choice.label for choice in _PLAN.choices_of(Kind.PARTIJEN)[: 3 + number % 3]),
    )


def _regios(
    plannen: tuple[PlanBeeld, ...], silent: tuple[str, ...], not_asked: tuple[str, ...], turn: int
) -> tuple[RegioBeeld, ...]:
    plan_of = {code: plan for plan in plannen for code in plan.regios}
    return tuple(
        _regio(number, code, naam, plan_of.get(code), _stand(code, silent, not_asked), turn)
        for number, (code, naam) in enumerate(REGIOS)
    )


def _stand(code: str, silent: tuple[str, ...], not_asked: tuple[str, ...]) -> Stand:
    if code in not_asked:
        return Stand.NIET_GEVRAAGD
    return Stand.NIET_BEANTWOORD if code in silent else Stand.BEANTWOORD


def _regio(number: int, code: str, naam: str, plan: PlanBeeld | None, stand: Stand, turn: int) -> RegioBeeld:
    answered = stand is Stand.BEANTWOORD
    # The second region of the joint plan answers one question differently.
    speaker = 0 if code in SAMEN else number
    doel = "nee" if code == SAMEN[1] else _DOEL[(speaker + turn) % len(_DOEL)]
    return RegioBeeld(
        code=code,
        naam=naam,
        stand=stand,
        plan_id=plan.id if plan else None,
        plan_naam=plan.naam if plan else "",
        projectstructuur=_STRUCTUREN[plan.id] if plan else "",
        blad_id=None if stand is Stand.NIET_GEVRAAGD else 100 + (plan.id if plan else 99),
        ingediend_op=INGEDIEND_OP + timedelta(hours=7 * (speaker % 9)) if answered else None,
        namens=("gemeente" if speaker % 2 else "zorgkantoor") if answered else "",
        wordt_gecorrigeerd=answered and code == "ZK22",
        keuzes={
            "afstemming_vorm": _AFSTEMMING[(speaker + turn) % len(_AFSTEMMING)],
            "doel_verwachting": doel,
        }
        if answered
        else {},
        tegel=TEGELS[code],
    )


def _vorige(plannen: tuple[PlanBeeld, ...], acties: tuple[ActieBeeld, ...]) -> Beeld:
    """The round before: fewer regions answered, and fewer of what they wrote. Its texts are empty."""
    silent = VORIGE_NIET_BEANTWOORD + VORIGE_NIET_GEVRAAGD

    def before(index: int, actie: ActieBeeld) -> ActieBeeld:
        stand = _stand(actie.regios[0], silent, VORIGE_NIET_GEVRAAGD)
        status = _EERDER[index % len(_EERDER)] if stand is Stand.BEANTWOORD else ""
        return replace(actie, stand=stand, status=status, omschrijving="", verantwoordelijke="", tijdslijn="")

    return Beeld(
        VORIGE_RONDE,
        _regios(plannen, VORIGE_NIET_BEANTWOORD, VORIGE_NIET_GEVRAAGD, 3),
        tuple(before(index, actie) for index, actie in enumerate(acties)),
        *(_fewer(told, silent) for told in (successen(), lessen(), verwachtingen())),
    )


def _fewer(told: tuple[Uitspraak, ...], silent: tuple[str, ...]) -> tuple[Uitspraak, ...]:
    heard = (one for one in told[::2] if not set(one.regios) & set(silent))
    return tuple(replace(one, id=one.id + 5000, tekst="", antwoord="") for one in heard)


_GEZEGD = {
    "afstemming_frequentie": "Elke zes weken",
    "afstemming_toelichting": "De werkgroep bereidt voor, de stuurgroep besluit.",
    "voortgang_toelichting": "De meeste acties lopen. Wij missen nog een trekker voor de casusbespreking.",
    "doel_toelichting": "De instroom daalt, maar *minder snel* dan wij hadden verwacht.",
}


def _antwoorden(beeld: Beeld) -> tuple[AntwoordBeeld, ...]:
    keys = ("afstemming_vorm", *_GEZEGD, "doel_verwachting")
    return tuple(_antwoord(regio, key) for regio in beeld.regios for key in keys)


def _antwoord(regio: RegioBeeld, key: str) -> AntwoordBeeld:
    if regio.stand is not Stand.BEANTWOORD:
        return AntwoordBeeld(regio.code, key, regio.stand)
    eigen = regio.code == SAMEN[1] and key == "doel_verwachting"
    return AntwoordBeeld(regio.code, key, regio.stand, regio.keuzes.get(key) or _GEZEGD[key], eigen)


def _doelstellingen(plannen: tuple[PlanBeeld, ...]) -> tuple[DoelstellingBeeld, ...]:
    return tuple(
        DoelstellingBeeld(
            id=6000 + plan.id,
            plan_id=plan.id,
            tekst="In het eerste kwartaal van 2024 is de instroom twintig procent lager dan het uitgangspunt.",
            landelijk=True,
            indicator="Nieuwe indicaties per maand" if plan.id % 3 else "",
            nulwaarde=float(8 + plan.id) if plan.id % 3 else None,
            peildatum=date(2023, 7, 1) if plan.id % 3 else None,
            streefwaarde=float(round((8 + plan.id) * 0.8, 1)) if plan.id % 3 else None,
            eenheid="cliënten per maand" if plan.id % 3 else "",
            einddatum=date(2024, 3, 31),
            nulwaarde_tekst=dutch_number(8 + plan.id) if plan.id % 3 else "",
            peildatum_tekst="1 juli 2023" if plan.id % 3 else "",
            streefwaarde_tekst=f"< {dutch_number(Decimal(str(round((8 + plan.id) * 0.8, 1))))}" if plan.id % 3 else "",
            einddatum_tekst="eind Q1 2024",
        )
        for plan in plannen
    )


def _mijlpalen(plannen: tuple[PlanBeeld, ...]) -> tuple[MijlpaalBeeld, ...]:
    told = (
        ("Overleg inrichten", "Het eerste overleg is geweest", "Begin 2024"),
        ("Casusbespreking", "Vier besprekingen gehouden", "Q2 2024"),
    )
    return tuple(
        MijlpaalBeeld(7000 + plan.id * 10 + number, plan.id, *words)
        for plan in plannen
        for number, words in enumerate(told)
    )


def _voortgang(vorige: Beeld, beeld: Beeld) -> tuple[VoortgangRegel, ...]:
    return tuple(
        VoortgangRegel(one.ronde.id, actie.id, actie.plan_id, actie.status, actie.toelichting)
        for one in (vorige, beeld)
        for actie in one.acties
        if actie.status
    )
