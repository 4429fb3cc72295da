"""The data of a national report of a small round: exactly what regions handed in, with the plans behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from exports.national.data import (
    ActieBeeld,
    AntwoordBeeld,
    Elders,
    MijlpaalBeeld,
    PlanBeeld,
    RegioBeeld,
    Ronde,
    Stand,
    Uitspraak,
    VoortgangRegel,
)
from forms.spec import Kind
from portal.domain import clock
from portal.domain.roles import Rol
from portal.domain.round.states import UitvraagStatus
from portal.models import Actie as ActieRow
from portal.models import BladRegel
from portal.services.feedback import expectations
from portal.services.report.gather import gather
from portal.services.sheet import differing, submit
from tests.worlds.nation import (
    MOMENT,
    ReportWorld,
    gathered,
)
from tests.worlds.people import make_user
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in

KEUZES = {"afstemming_vorm": "vast_overleg", "doel_verwachting": "deels"}


def test_every_region_is_in_it_by_name_with_what_became_of_the_question(world: ReportWorld) -> None:
    data = gathered(world.uitvraag)
    joint = {
        "stand": Stand.BEANTWOORD,
        "plan_id": world.plan.id,
        "plan_naam": "Aland en Bland",
        "projectstructuur": "bestaand",
        "blad_id": world.blad.id,
        "ingediend_op": MOMENT,
        "namens": "gemeente",
    }
    blad_of = {blad.naam: blad for blad in world.uitvraag.bladen}
    assert data.beeld.regios == (
        RegioBeeld(world.aland.code, "Aland", keuzes=KEUZES, **joint),
        RegioBeeld(world.bland.code, "Bland", keuzes=KEUZES | {"doel_verwachting": "nee"}, **joint),
        RegioBeeld(world.rustdal.code, "Rustdal", Stand.NIET_GEVRAAGD, blad_id=blad_of["Rustdal"].id),
        RegioBeeld(world.zonder_blad.code, "Zonder blad", Stand.NIET_GEVRAAGD),
        RegioBeeld(world.zonder_plan.code, "Zonder plan", Stand.NIET_BEANTWOORD, blad_id=blad_of["Zonder plan"].id),
        RegioBeeld(
            world.zwijgland.code,
            "'t Zwijgland",
            Stand.NIET_BEANTWOORD,
            plan_id=blad_of["'t Zwijgland"].plan_id,
            plan_naam="'t Zwijgland",
            projectstructuur="bestaand",
            blad_id=blad_of["'t Zwijgland"].id,
        ),
    )


def test_actions_of_a_joint_plan_are_in_it_once_and_headings_are_not(world: ReportWorld) -> None:
    een, twee, *silent = gathered(world.uitvraag).beeld.acties
    ids = [row.id for row in all_rows(ActieRow) if row.omschrijving != "Samenwerken"]
    words = {
        "verantwoordelijke": "Gemeenten",
        "tijdslijn": "Eind Q1 2024",
        "venster_van": date(2024, 3, 1),
        "venster_tot": date(2024, 3, 31),
    }
    joint = {
        "plan_id": world.plan.id,
        "regios": (world.aland.code, world.bland.code),
        "stand": Stand.BEANTWOORD,
        "status": "op_schema",
        "blad_id": world.blad.id,
        **words,
    }
    assert een == ActieBeeld(ids[0], paragraaf="5a.1", omschrijving="Actie 1", toelichting="Tekst 1.", **joint)
    assert twee == ActieBeeld(ids[1], paragraaf="5a.2", omschrijving="Actie 2", toelichting="Tekst 2.", **joint)
    zwijgland = next(blad for blad in world.uitvraag.bladen if blad.naam == "'t Zwijgland")
    assert silent == [
        ActieBeeld(
            actie_id,
            zwijgland.plan_id or 0,
            (world.zwijgland.code,),
            Stand.NIET_BEANTWOORD,
            blad_id=zwijgland.id,
            paragraaf=f"5a.{number}",
            omschrijving=f"Actie {number}",
            **words,
        )
        for number, actie_id in enumerate(ids[2:], start=1)
    ]


def test_an_action_that_goes_otherwise_in_one_region_is_one_action_with_the_status_of_all(world: ReportWorld) -> None:
    een = gathered(world.uitvraag).beeld.acties[0]
    elsewhere = {"status": "gestopt", "toelichting": "Te duur."}
    submit.correct(world.blad, world.contact.actor)
    differing.save_differing(
        world.blad, een.id, world.bland.id, **elsewhere, base_revision=0, actor=world.contact.actor
    )
    # A draft counts for nothing.
    assert gathered(world.uitvraag).beeld.acties[0] == een
    with clock.stopped_at(MOMENT):
        hand_in(world.blad, world.contact)
    data = gathered(world.uitvraag)
    told = (Elders(world.bland.code, "gestopt", "Te duur."),)
    assert data.beeld.acties[0] == replace(een, elders=told)
    assert data.voortgang[0].elders == told
    assert data.voortgang[1].elders == ()


def test_what_regions_stated_names_the_regions_that_said_it(world: ReportWorld) -> None:
    kim = make_user(Rol.COORDINATOR, naam="Kim Bedacht")
    regels = {row.tekst: row.id for row in all_rows(BladRegel)}
    line = expectations.find(regels["Duidelijke tarieven"])
    assert line is not None
    with clock.stopped_at(MOMENT):
        first = expectations.answer(line, tekst="Later meer.", datum=None, actor=kim.actor, seen=0)
        expectations.answer(line, tekst="In juni.", datum=date(2024, 6, 1), actor=kim.actor, seen=first.id)
    beeld = gathered(world.uitvraag).beeld
    both, blad_id = (world.aland.code, world.bland.code), world.blad.id
    assert beeld.successen == (
        Uitspraak(regels["Wijkteams werken samen"], "successen", both, blad_id, tekst="Wijkteams werken samen"),
    )
    assert beeld.lessen == (Uitspraak(regels["Begin klein"], "lessen", both, blad_id, tekst="Begin klein"),)
    assert beeld.verwachtingen == (
        Uitspraak(
            regels["Duidelijke tarieven"],
            "verwachtingen",
            both,
            blad_id,
            aan="nza",
            tekst="Duidelijke tarieven",
            antwoord="In juni.",
            antwoord_van=kim.organisatie.naam,
            antwoord_datum=date(2024, 6, 1),
        ),
        Uitspraak(
            regels["Doe weer mee"], "verwachtingen", (world.bland.code,), blad_id, aan="regio", tekst="Doe weer mee"
        ),
    )


def test_every_region_has_an_answer_to_every_question(world: ReportWorld) -> None:
    data = gathered(world.uitvraag)
    keys = [vraag.key for vraag in data.vragen if not Kind(vraag.kind).is_list]
    assert [(one.regio, one.vraag) for one in data.antwoorden] == [
        (regio.code, key) for regio in data.beeld.regios for key in keys
    ]
    code = world.bland.code
    assert [one for one in data.antwoorden if one.regio == code] == [
        AntwoordBeeld(code, "afstemming_vorm", Stand.BEANTWOORD, "vast_overleg"),
        # Asked, and left empty in what was handed in.
        AntwoordBeeld(code, "afstemming_frequentie", Stand.NIET_BEANTWOORD),
        AntwoordBeeld(code, "afstemming_toelichting", Stand.BEANTWOORD, "De *werkgroep* bereidt voor."),
        AntwoordBeeld(code, "voortgang_toelichting", Stand.NIET_BEANTWOORD),
        AntwoordBeeld(code, "doel_verwachting", Stand.BEANTWOORD, "nee", eigen=True),
        AntwoordBeeld(code, "doel_toelichting", Stand.NIET_BEANTWOORD),
    ]
    others = {(one.regio, one.stand) for one in data.antwoorden if not one.tekst}
    assert (world.zonder_plan.code, Stand.NIET_BEANTWOORD) in others
    assert {(world.rustdal.code, Stand.NIET_GEVRAAGD), (world.zonder_blad.code, Stand.NIET_GEVRAAGD)} <= others


def test_plans_goals_and_milestones_are_of_the_plan_in_force(world: ReportWorld) -> None:
    data = gathered(world.uitvraag)
    assert data.plannen[0] == PlanBeeld(
        world.plan.id,
        "Aland en Bland",
        (world.aland.code, world.bland.code),
        "Vastgesteld",
        ingediend_op=MOMENT,
        namens="gemeente",
        projectstructuur="Aangesloten bij bestaande structuur",
        doelgroepen=("Jongeren 18 t/m 26 jaar", "Andere doelgroep"),
        partijen=("Gemeente", "Zorgaanbieder"),
    )
    assert [plan.naam for plan in data.plannen] == ["Aland en Bland", "'t Zwijgland"]
    goal = data.doelstellingen[0]
    assert (goal.plan_id, goal.landelijk, goal.nulwaarde) == (world.plan.id, True, None)
    assert "vanuit Aland en Bland" in goal.tekst
    milestone = data.mijlpalen[0]
    # "Q2" is of the year of the plan.
    window = date(2024, 4, 1), date(2024, 6, 30)
    assert milestone == MijlpaalBeeld(milestone.id, world.plan.id, "Overleg", "Gestart", "Q2", *window)
    assert [one.plan_id for one in data.mijlpalen] == [plan.id for plan in data.plannen]


def test_the_round_its_moment_and_its_progress_stand_beside_it(world: ReportWorld) -> None:
    data = gathered(world.uitvraag)
    ronde = Ronde(
        world.uitvraag.id, "Kwartaaluitvraag Q1 2024", date(2024, 1, 2), date(2024, 4, 1), deadline=date(2024, 4, 30)
    )
    assert (data.ronde, data.rondes, data.vorige, data.codes) == (ronde, (ronde,), None, ())
    assert (data.peilmoment, data.uitvraag_open, data.demo) == (MOMENT, True, False)
    een, twee, *_ = data.beeld.acties
    assert data.voortgang == (
        VoortgangRegel(ronde.id, een.id, world.plan.id, "op_schema", "Tekst 1."),
        VoortgangRegel(ronde.id, twee.id, world.plan.id, "op_schema", "Tekst 2."),
    )
    world.uitvraag.status = UitvraagStatus.GESLOTEN
    assert gathered(world.uitvraag).uitvraag_open is False
    assert gather(world.uitvraag, demo=True).demo is True
