"""A national report is made of frozen answers and frozen plans: never of a draft, and not of what changed since."""

from __future__ import annotations

from datetime import date, timedelta

from flask import Flask

from exports.national.data import (
    DoelstellingBeeld,
    MijlpaalBeeld,
    RapportData,
    Stand,
)
from forms.spec import Kind
from portal.domain import clock
from portal.domain.roles import Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, joining, rows
from portal.services.report.stored_data import to_json
from portal.services.sheet import submit
from tests.editions import PLAN
from tests.worlds.nation import (
    MOMENT,
    ReportWorld,
    correct_words,
    gathered,
    make_full_plan,
    make_q1_2024,
)
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.round import make_blad
from tests.worlds.sheet import hand_in, make_sheet_ready, renew


def stands(data: RapportData) -> dict[str, Stand]:
    return {regio.naam: regio.stand for regio in data.beeld.regios}


def test_words_of_a_correction_are_not_in_it(world: ReportWorld) -> None:
    before = gathered(world.uitvraag)
    submit.correct(world.blad, world.contact.actor)
    correct_words(world.blad, "Geheim concept")
    data = gathered(world.uitvraag)
    assert "Geheim" not in to_json(data)
    assert [regio.naam for regio in data.beeld.regios if regio.wordt_gecorrigeerd] == ["Aland", "Bland"]
    assert (data.beeld.acties, data.beeld.successen) == (before.beeld.acties, before.beeld.successen)
    assert (data.antwoorden, data.voortgang) == (before.antwoorden, before.voortgang)


def test_a_correction_that_the_closing_cut_off_is_none(world: ReportWorld) -> None:
    submit.correct(world.blad, world.contact.actor)
    world.uitvraag.status = UitvraagStatus.GESLOTEN
    assert not any(regio.wordt_gecorrigeerd for regio in gathered(world.uitvraag).beeld.regios)
    assert stands(gathered(world.uitvraag))["Aland"] is Stand.BEANTWOORD


def test_the_second_submission_takes_the_place_of_the_first(world: ReportWorld) -> None:
    submit.correct(world.blad, world.contact.actor)
    correct_words(world.blad, "Nieuw")
    with clock.stopped_at(MOMENT + timedelta(days=1)):
        hand_in(world.blad, world.contact)
    data = gathered(world.uitvraag)
    assert [one.tekst for one in data.beeld.successen] == ["Nieuw", "Nieuw"]
    assert {one.toelichting for one in data.beeld.acties} == {"Nieuw", ""}
    assert data.beeld.regios[0].ingediend_op == MOMENT + timedelta(days=1)
    assert "Tekst 1." not in to_json(data)


def test_a_draft_that_was_never_handed_in_is_not_in_it(app: Flask) -> None:
    plan = make_full_plan(make_regio("Aland"))
    uitvraag = make_q1_2024()
    make_sheet_ready(make_blad(uitvraag, plan=plan), make_contact(plan.regios[0]))
    data = gathered(uitvraag)
    assert {one.stand for one in (*data.beeld.regios, *data.beeld.acties)} == {Stand.NIET_BEANTWOORD}
    assert (data.voortgang, data.beeld.regios[0].keuzes) == ((), {})


def test_what_was_handed_in_before_a_region_was_not_asked_does_not_count(world: ReportWorld) -> None:
    world.blad.niet_gevraagd = True
    data = gathered(world.uitvraag)
    assert stands(data)["Aland"] is Stand.NIET_GEVRAAGD
    assert [(one.stand, one.status) for one in data.beeld.acties[:2]] == [(Stand.NIET_GEVRAAGD, "")] * 2
    assert (data.beeld.successen, data.voortgang) == ((), ())
    # Its plan is in force all the same.
    assert data.beeld.regios[0].vaste_structuur


def test_an_action_without_status_in_an_answer_is_answered_without_status(world: ReportWorld) -> None:
    indiening = submit.newest_submission(world.blad)
    indiening.snapshot = {**indiening.snapshot, "voortgang": {}}
    db.session.commit()
    data = gathered(world.uitvraag)
    assert [(one.stand, one.status) for one in data.beeld.acties[:2]] == [(Stand.BEANTWOORD, "")] * 2
    assert data.voortgang == ()


def test_a_plan_that_changed_after_the_round_opened_counts_as_it_was(world: ReportWorld) -> None:
    before = gathered(world.uitvraag)
    silent = next(blad for blad in world.uitvraag.bladen if blad.naam == "'t Zwijgland")
    for plan in (world.plan, silent.plan):
        assert plan is not None
        contact = make_contact(plan.regios[0])
        drop = next(row.id for row in rows.rows_of(plan, Kind.ACTIES) if row.omschrijving == "Actie 1")
        renew(plan, drop=drop, actor=contact.actor)
    after = gathered(world.uitvraag)
    assert (after.beeld.acties, after.doelstellingen) == (before.beeld.acties, before.doelstellingen)
    assert [(plan.id, plan.ingediend_op) for plan in after.plannen] == [
        (plan.id, plan.ingediend_op) for plan in before.plannen
    ]


def test_the_structure_is_that_of_the_plan_of_the_round(world: ReportWorld) -> None:
    plan = world.plan
    plan.versies.append(type(plan.versie)(nummer=2, status_sinds=clock.now()))
    db.session.flush()
    actor = make_contact(world.aland).actor
    answers.save_answers(plan, [AnswerEdit("projectstructuur_vorm", "geen", 1)], actor=actor)
    assert gathered(world.uitvraag).beeld.regios[0].projectstructuur == "bestaand"


def test_a_plan_that_is_split_later_stays_joint_in_the_round(world: ReportWorld) -> None:
    before = gathered(world.uitvraag)
    plan = world.plan
    plan.versies.append(type(plan.versie)(nummer=2, status_sinds=clock.now()))
    db.session.flush()
    joining.split_plan(plan, world.bland, actor=make_user(Rol.COORDINATOR).actor)
    db.session.commit()
    db.session.expire_all()
    after = gathered(world.uitvraag)
    assert (after.beeld, after.plannen) == (before.beeld, before.plannen)


def test_answers_keep_the_actions_they_are_about_when_the_sheet_follows_a_newer_plan(world: ReportWorld) -> None:
    before = [one.id for one in gathered(world.uitvraag).beeld.acties[:2]]
    submit.correct(world.blad, world.contact.actor)
    newer = renew(world.plan, drop=before[0], actor=world.contact.actor)
    world.blad.plan_indiening_id = newer.id
    db.session.flush()
    assert [one.id for one in gathered(world.uitvraag).beeld.acties[:2]] == before


def test_goals_with_figures_and_actions_that_are_milestones(app: Flask) -> None:
    plan = make_plan(make_regio("Aland"))
    contact = make_contact(plan.regios[0])
    goal = {
        "tekst": "Minder instroom",
        "indicator": "Indicaties",
        "nulwaarde": "12,5",
        "peildatum": "1-7-2023",
        "streefwaarde": "ca. 10",
        "eenheid": "per maand",
        "einddatum": "Q4 2024",
    }
    row = rows.add_row(plan, Kind.DOELSTELLINGEN, goal, actor=contact.actor)
    action = {
        "vorm": "kop_en_actie",
        "paragraaf": "4",
        "omschrijving": "*Hulpmiddel* delen",
        "tijdslijn": "Q2 2024",
        "venster_van": date(2024, 4, 1),
        "venster_tot": date(2024, 6, 30),
        "venster_bron": "gelezen",
        "is_mijlpaal": True,
        "themas": [PLAN.choices_of(Kind.ACTIES)[0].key],
    }
    actie = rows.add_row(plan, Kind.ACTIES, action, actor=contact.actor)
    make_indiening(plan, contact)
    uitvraag = make_q1_2024()
    make_blad(uitvraag, plan=plan)
    data = gathered(uitvraag)
    assert data.plannen[0].status == "Ingediend"
    assert [one for one in data.doelstellingen if not one.landelijk] == [
        DoelstellingBeeld(
            row.id,
            plan.id,
            "Minder instroom",
            indicator="Indicaties",
            nulwaarde=12.5,
            peildatum=date(2023, 7, 1),
            streefwaarde=10.0,
            eenheid="per maand",
            einddatum=date(2024, 12, 31),
            nulwaarde_tekst="12,5",
            peildatum_tekst="1-7-2023",
            streefwaarde_tekst="ca. 10",
            einddatum_tekst="Q4 2024",
        )
    ]
    van, tot = date(2024, 4, 1), date(2024, 6, 30)
    assert data.mijlpalen == (
        MijlpaalBeeld(actie.id, plan.id, "4 Hulpmiddel delen", "Actie gereed", "Q2 2024", van, tot, is_actie=True),
    )
    # Heading and action at once counts; what the region suggested as theme is no code.
    (found,) = data.beeld.acties
    assert (found.id, found.venster_van, found.venster_tot, found.codes) == (actie.id, van, tot, ())
