"""Handing in freezes everything, happens once, and can be taken back while nobody reviews."""

from __future__ import annotations

import copy
import re

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain.moves import MoveNotAllowed
from portal.domain.plan.events import EventSoort
from portal.domain.plan.states import VersieStatus
from portal.domain.plan.workflow import Move
from portal.domain.roles import Actor, Namens, Rol
from portal.extensions import db
from portal.models import Event, Indiening, IndieningBijlage, Mail, Plan, User
from portal.services.filling.freezing import checksum
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, attachments, notices, pen, rows, steps, submit, workflow
from portal.services.plan.content import working_copy
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan, make_plan_ready
from tests.worlds.rows import all_rows

PDF = b"%PDF-1.7\nons eigen plan"


@pytest.fixture
def anna(plan: Plan) -> User:
    """A contact on the side of the gemeente."""
    return make_contact(plan.regios[0], naam="Anna Proef")


@pytest.fixture
def co(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR, naam="Co Proef").actor


def hand_in(plan: Plan, who: User, *, seen: int = 0, namens: Namens = Namens.GEMEENTE) -> Indiening:
    indiening = submit.submit(plan, actor=who.actor, namens=namens, akkoord_van="D. Ander", seen_number=seen)
    db.session.commit()
    return indiening


def told(soort: EventSoort) -> int:
    return sum(event.soort == soort for event in all_rows(Event))


def test_handing_in_stores_who_for_which_side_and_who_agreed(plan: Plan, anna: User):
    make_plan_ready(plan, anna)
    indiening = hand_in(plan, anna)
    assert (indiening.nummer, indiening.namens, indiening.akkoord_van) == (1, Namens.GEMEENTE, "D. Ander")
    assert indiening.ingediend_door is anna
    assert indiening.ingetrokken_op is None
    assert (plan.status, plan.facts.has_indiening) == (VersieStatus.INGEDIEND, True)
    (event,) = [one for one in all_rows(Event) if one.soort == EventSoort.INGEDIEND]
    assert event.gegevens == {"namens": "de gemeente(n)", "akkoord": "D. Ander"}


def test_what_was_handed_in_never_changes_again(plan: Plan, anna: User):
    answers.save_answers(plan, [AnswerEdit("achtergrond", "Zoals ingediend.", 0)], actor=anna.actor)
    action = rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Overleggen"}, actor=anna.actor)
    attachments.add_bijlage(plan, naam="Ons plan", bestandsnaam="plan.pdf", inhoud=PDF, actor=anna.actor)
    make_plan_ready(plan, anna)
    as_it_was = copy.deepcopy(working_copy(plan))
    indiening = hand_in(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    answers.save_answers(plan, [AnswerEdit("achtergrond", "Later veranderd.", 1)], actor=anna.actor)
    rows.change_row(plan, Kind.ACTIES, action.id, {"omschrijving": "Anders"}, base_revision=1, actor=anna.actor)
    rows.add_row(plan, Kind.PARTIJEN, {"naam": "Erbij"}, actor=anna.actor)
    steps.withdraw_later(plan, pen.format_of(plan).steps[0], actor=anna.actor)
    plan.regios[0].naam = "Hernoemd"
    db.session.commit()
    db.session.expire_all()
    assert indiening.snapshot == as_it_was
    assert indiening.snapshot["answers"]["achtergrond"] == "Zoals ingediend."
    assert working_copy(plan)["answers"]["achtergrond"] == "Later veranderd."
    assert indiening.checksum == checksum(indiening.snapshot)


def test_the_checksum_tells_that_a_frozen_text_was_tampered_with(plan: Plan, anna: User):
    make_plan_ready(plan, anna)
    indiening = hand_in(plan, anna)
    assert re.fullmatch("[0-9a-f]{64}", indiening.checksum)
    tampered = copy.deepcopy(indiening.snapshot)
    tampered["volgt_later"]["acties"] += " "
    assert checksum(tampered) != indiening.checksum
    reordered = dict(reversed(list(indiening.snapshot.items())))
    assert checksum(reordered) == indiening.checksum


def test_the_files_of_that_moment_go_along_and_stay(plan: Plan, anna: User):
    kept = attachments.add_bijlage(plan, naam="Gaat mee", bestandsnaam="a.pdf", inhoud=PDF, actor=anna.actor)
    gone = attachments.add_bijlage(plan, naam="Ging weg", bestandsnaam="b.pdf", inhoud=PDF, actor=anna.actor)
    attachments.remove_bijlage(plan, gone, actor=anna.actor)
    make_plan_ready(plan, anna)
    indiening = hand_in(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    attachments.remove_bijlage(plan, kept, actor=anna.actor)
    later = attachments.add_bijlage(plan, naam="Kwam later", bestandsnaam="c.pdf", inhoud=PDF, actor=anna.actor)
    db.session.commit()
    assert [(one.indiening_id, one.bijlage_id) for one in all_rows(IndieningBijlage)] == [(indiening.id, kept.id)]
    assert [one["naam"] for one in indiening.snapshot["bijlagen"]] == ["Gaat mee"]
    assert attachments.submissions_with(kept) == [indiening]
    assert attachments.submissions_with(later) == []
    assert kept.inhoud == PDF


def test_the_facts_for_national_lists_are_counted_from_what_was_handed_in(plan: Plan, anna: User):
    edits = {"projectstructuur_vorm": "ad_hoc", "doelgroep_soorten": "jongeren anders"}
    answers.save_answers(plan, [AnswerEdit(key, text, 0) for key, text in edits.items()], actor=anna.actor)
    for values in (
        {"omschrijving": "Kop", "vorm": "kop"},
        {"omschrijving": "Een", "is_mijlpaal": True},
        {"omschrijving": "Twee", "vorm": "kop_en_actie"},
    ):
        rows.add_row(plan, Kind.ACTIES, {"vorm": "actie", **values}, actor=anna.actor)
    rows.add_row(plan, Kind.MIJLPALEN, {"mijlpaal": "Klaar"}, actor=anna.actor)
    for soort in ("zorgkantoor", "gemeente", "gemeente", ""):
        rows.add_row(plan, Kind.PARTIJEN, {"naam": "P", "soort": soort}, actor=anna.actor)
    make_plan_ready(plan, anna)
    facts = hand_in(plan, anna).feiten
    assert facts.pop("volgt_later") == sorted(step.key for step in pen.format_of(plan).steps)
    assert facts == {
        "projectstructuur": "ad_hoc",
        "doelgroepen": ["jongeren", "anders"],
        "partijsoorten": ["gemeente", "zorgkantoor"],
        "acties": 2,
        "doelstellingen": 1,
        "mijlpalen": 2,
    }


def test_a_plan_that_is_not_ready_says_which_steps(plan: Plan, anna: User):
    make_plan_ready(plan, anna)
    for key in ("acties", "planning"):
        steps.withdraw_later(plan, pen.format_of(plan).step(key), actor=anna.actor)
    with pytest.raises(submit.PlanNotReady) as refused:
        hand_in(plan, anna)
    assert [state.step.title for state in refused.value.states] == ["Acties", "Planning"]
    assert str(refused.value) == "Acties, Planning"
    db.session.rollback()
    assert all_rows(Indiening) == []


def test_somebody_hands_in_only_for_the_own_side_of_the_own_region(plan: Plan, anna: User):
    make_plan_ready(plan, anna)
    elsewhere = make_contact(make_regio(), Namens.ZORGKANTOOR)
    for who, namens in ((anna, Namens.ZORGKANTOOR), (elsewhere, Namens.ZORGKANTOOR)):
        with pytest.raises(pen.PlanProblem, match="U bent in deze regio geen contactpersoon namens: Zorgkantoor"):
            hand_in(plan, who, namens=namens)
    db.session.rollback()
    assert all_rows(Indiening) == []


def test_a_double_click_gives_the_one_submission(plan: Plan, anna: User):
    make_plan_ready(plan, anna)
    first = hand_in(plan, anna, seen=0)
    assert hand_in(plan, anna, seen=0) is first
    assert [one.nummer for one in all_rows(Indiening)] == [1]
    assert told(EventSoort.INGEDIEND) == 1


def test_a_page_from_before_a_withdrawal_hands_in_nothing(plan: Plan, anna: User):
    make_plan_ready(plan, anna)
    hand_in(plan, anna, seen=0)
    submit.withdraw(plan, actor=anna.actor)
    with pytest.raises(pen.PlanProblem, match="Dit plan is intussen ingediend en weer terug"):
        hand_in(plan, anna, seen=0)
    db.session.commit()
    assert [one.nummer for one in all_rows(Indiening)] == [1]
    assert plan.status is VersieStatus.CONCEPT


def test_a_plan_that_is_handed_in_is_not_handed_in_again_by_somebody_else(plan: Plan, anna: User):
    make_plan_ready(plan, anna)
    hand_in(plan, anna)
    with pytest.raises(pen.PlanProblem, match="Dit plan is ingediend"):
        hand_in(plan, anna, seen=1)


def test_taking_back_makes_it_a_concept_and_the_submission_counts_no_more(plan: Plan, anna: User):
    make_plan_ready(plan, anna)
    indiening = hand_in(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    db.session.commit()
    assert (plan.status, plan.facts.has_indiening, plan.versie.geldige_indiening) == (VersieStatus.CONCEPT, False, 0)
    assert indiening.ingetrokken_op is not None
    assert submit.submissions_of(plan) == [indiening]


def test_taking_back_twice_is_taking_back_once(plan: Plan, anna: User):
    make_plan_ready(plan, anna)
    hand_in(plan, anna)
    for _ in range(2):
        submit.withdraw(plan, actor=anna.actor)
    assert told(EventSoort.INGETROKKEN) == 1


def test_a_plan_that_was_never_handed_in_is_not_taken_back(plan: Plan, anna: User):
    with pytest.raises(MoveNotAllowed, match="Dit plan heeft nu de status “Concept”"):
        submit.withdraw(plan, actor=anna.actor)


@pytest.mark.parametrize("moves", [[Move.OPPAKKEN], [Move.OPPAKKEN, Move.VASTSTELLEN]])
def test_taking_back_is_over_once_somebody_reviews(plan: Plan, anna: User, co: Actor, moves: list[Move]):
    make_plan_ready(plan, anna)
    hand_in(plan, anna)
    for move in moves:
        workflow.move(plan, move, actor=co)
    with pytest.raises(MoveNotAllowed, match="Intrekken kan dan niet"):
        submit.withdraw(plan, actor=anna.actor)
    assert plan.versie.geldige_indiening == 1


def test_handing_in_again_gets_the_next_number(plan: Plan, anna: User, co: Actor):
    make_plan_ready(plan, anna)
    hand_in(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    second = hand_in(plan, anna, seen=1)
    workflow.move(plan, Move.OPPAKKEN, actor=co)
    workflow.move(plan, Move.TERUGSTUREN, actor=co, reason="Graag aanvullen.")
    third = hand_in(plan, anna, seen=2)
    assert [one.nummer for one in submit.submissions_of(plan)] == [3, 2, 1]
    assert submit.newest_submission(plan.versie) is third
    submit.withdraw(plan, actor=anna.actor)
    assert plan.versie.geldige_indiening == second.nummer == 2


def test_the_mails_go_once_to_every_contact_of_every_region_of_the_plan(app: Flask):
    plan = make_plan(make_regio("Aastreek"), make_regio("Zandstreek"))
    anna, bram = make_contact(plan.regios[0]), make_contact(plan.regios[1], Namens.ZORGKANTOOR)
    make_contact(make_regio("Elders"))
    off = make_contact(plan.regios[0])
    off.active = False
    make_plan_ready(plan, anna)
    indiening = hand_in(plan, anna)
    with app.test_request_context():
        for _ in range(2):
            notices.submitted(plan, indiening)
        submit.withdraw(plan, actor=anna.actor)
        for _ in range(2):
            notices.withdrawn(plan)
    assert sorted((mail.soort, mail.aan, mail.onderwerp) for mail in all_rows(Mail)) == sorted(
        (soort, one.email, f"{onderwerp}: Aastreek en Zandstreek")
        for one in (anna, bram)
        for soort, onderwerp in (
            ("ingediend", "Plan van aanpak ingediend"),
            ("ingetrokken", "Indiening ingetrokken"),
        )
    )


def test_a_mail_tells_nothing_of_what_the_plan_says(app: Flask, plan: Plan, anna: User):
    answers.save_answers(plan, [AnswerEdit("achtergrond", "Dit is vertrouwelijk.", 0)], actor=anna.actor)
    make_plan_ready(plan, anna)
    indiening = hand_in(plan, anna)
    with app.test_request_context():
        notices.submitted(plan, indiening)
    (mail,) = all_rows(Mail)
    assert "vertrouwelijk" not in mail.tekst
    assert mail.tekst.count("http") == 1
    assert f"/plannen/{plan.id}" in mail.tekst
