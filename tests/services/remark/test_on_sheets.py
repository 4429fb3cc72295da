"""Remarks on the answers of a round: the same threads as on a plan, for the regions of the sheet and who reviews."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from portal.domain import clock
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Namens, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Mail, Opmerking, User
from portal.services.plan import joining
from portal.services.plan import submit as plan_submit
from portal.services.remark import remarks, waiting
from portal.services.remark.action_names import actions_of_sheet
from portal.services.remark.readers import readable_for
from portal.services.remark.remarks import RemarkGone, RemarkProblem
from portal.services.round import rounds
from portal.services.sheet import decisions, followed_plan, pen, submit
from tests.running.at_once import at_once
from tests.worlds.people import give_role, make_contact, make_regio, make_user
from tests.worlds.plan import make_plan
from tests.worlds.remark import SheetRemarkWorld, make_sheet_remark_world, make_thread
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, ids_of, make_plan_in_force, make_q1, make_sheet_ready, renew


@pytest.fixture
def world(app: Flask) -> SheetRemarkWorld:
    return make_sheet_remark_world()


def read_by(person: User, blad: Antwoordblad) -> list[str]:
    return [one.tekst for one in remarks.threads_of(blad, readable_for(blad, person.actor))]


def told() -> dict[str, str]:
    """Who gets a mail about remarks on answers, with its subject; the mails are thrown away."""
    found = [mail for mail in all_rows(Mail) if mail.soort == "opmerking"]
    names = {db.session.get_one(User, mail.aan_account_id).naam: mail.onderwerp for mail in found}
    assert len(names) == len(found)
    for mail in found:
        db.session.delete(mail)
    db.session.commit()
    return names


# --- Who reads and writes ---------------------------------------------------------------------------------------------


def test_everybody_reads_what_is_meant_for_them(world: SheetRemarkWorld):
    for zicht, door in (
        (Zicht.REGIO, world.beoordelaar),
        (Zicht.INTERN, world.beoordelaar),
        (Zicht.EIGEN, world.contact),
    ):
        make_thread(world.blad, door, zicht, zicht.value)
    assert read_by(world.collega, world.blad) == ["regio", "eigen"]
    assert read_by(world.regiolezer, world.blad) == ["regio", "eigen"]
    assert read_by(world.coordinator, world.blad) == ["regio", "intern"]
    for person in (make_user(Rol.LEZER), make_user(Rol.BEHEERDER), make_contact(make_regio())):
        assert read_by(person, world.blad) == []


@pytest.mark.parametrize(("who", "zicht"), [("contact", Zicht.INTERN), ("beoordelaar", Zicht.EIGEN)])
def test_nobody_writes_for_readers_without_that_person(world: SheetRemarkWorld, who: str, zicht: Zicht):
    with pytest.raises(RemarkProblem, match="Kies opnieuw wie uw opmerking mag lezen"):
        make_thread(world.blad, getattr(world, who), zicht)


def test_reviewers_say_nothing_about_answers_that_were_not_handed_in(app: Flask):
    world = make_sheet_remark_world(handed_in=False)
    with pytest.raises(RemarkProblem, match="U kunt nu niets schrijven bij deze antwoorden"):
        make_thread(world.blad, world.beoordelaar)
    db.session.rollback()
    make_thread(world.blad, world.contact, Zicht.EIGEN, "Wie vult dit in?")
    assert read_by(world.collega, world.blad) == ["Wie vult dit in?"]
    assert read_by(world.beoordelaar, world.blad) == []


def test_threads_on_a_plan_and_on_its_answers_do_not_mix(world: SheetRemarkWorld):
    on_plan = make_thread(world.plan, world.beoordelaar, tekst="Bij het plan")
    on_sheet = make_thread(world.blad, world.beoordelaar, tekst="Bij het antwoord")
    assert read_by(world.contact, world.blad) == ["Bij het antwoord"]
    assert [one.id for one in remarks.threads_of(world.plan, set(Zicht))] == [on_plan.id]
    assert remarks.open_counts(world.blad, set(Zicht)) == {"afstemming": 1}
    for thing, other in ((world.plan, on_sheet), (world.blad, on_plan)):
        with pytest.raises(RemarkGone):
            remarks.reply(thing, other.id, tekst="Hallo", actor=world.coordinator.actor)


@pytest.mark.parametrize(
    "columns", [{}, {"plan_id", "versie_id", "blad_id"}, {"plan_id"}, {"blad_id", "versie_id"}, {"blad_id", "regio_id"}]
)
def test_a_thread_is_on_one_thing(world: SheetRemarkWorld, columns: set[str]):
    ids = {"plan_id": world.plan.id, "versie_id": world.plan.versie.id, "blad_id": world.blad.id}
    ids["regio_id"] = world.plan.regios[0].id
    found = {name: ids[name] for name in columns}
    db.session.add(
        Opmerking(**found, step_key="x", zicht=Zicht.REGIO, tekst="Hallo", op=clock.now(), door_id=world.beoordelaar.id)
    )
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_pressing_at_the_very_same_moment_makes_one_thread(app: Flask, world: SheetRemarkWorld):
    blad_id, reviewer = world.blad.id, world.beoordelaar.actor

    def press(number: int) -> int:
        blad = pen.find_sheet(blad_id)
        assert blad is not None
        return remarks.start_thread(
            blad, step_key="afstemming", tekst="Hoe vaak?", zicht=Zicht.REGIO, actor=reviewer
        ).id

    found = at_once(app, press)
    (thread,) = all_rows(Opmerking)
    assert found == [thread.id] * len(found)
    assert [mail.soort for mail in all_rows(Mail)].count("opmerking") == 2


# --- What it is about -------------------------------------------------------------------------------------------------


def test_a_remark_is_about_a_question_of_the_round(world: SheetRemarkWorld):
    with pytest.raises(RemarkProblem, match="Kies een vraag van deze uitvraag"):
        make_thread(world.blad, world.beoordelaar, step_key="achtergrond")


def test_a_remark_can_be_about_an_action_of_question_2(world: SheetRemarkWorld):
    thread = make_thread(world.blad, world.beoordelaar, step_key="voortgang", actie_id=world.actie.id)
    assert thread.actie_id == world.actie.id
    with pytest.raises(RemarkProblem, match="Kies een actie van dit antwoordblad"):
        make_thread(world.blad, world.beoordelaar, step_key="afstemming", actie_id=world.actie.id)
    with pytest.raises(RemarkProblem, match="Kies een actie van dit antwoordblad"):
        make_thread(world.blad, world.beoordelaar, step_key="voortgang", actie_id=world.actie.id + 1000)


def test_a_round_with_own_questions_only_has_no_actions(world: SheetRemarkWorld):
    asked = [{"key": "eigen_1", "label": "Wat wilt u nog kwijt?", "kind": "long_text"}]
    blad = make_blad(make_uitvraag(edition="", extra_vragen=asked), plan=world.plan)
    hand_in(blad, world.contact)
    assert make_thread(blad, world.beoordelaar, step_key="eigen_1").id
    with pytest.raises(RemarkProblem, match="Kies een actie"):
        make_thread(blad, world.beoordelaar, step_key="eigen_1", actie_id=world.actie.id)


def test_an_action_that_left_the_sheet_keeps_its_name_and_takes_no_new_remark(app: Flask):
    plan = make_plan_in_force(make_regio("Proefstreek"), kop=True)
    anna, reviewer = make_contact(plan.regios[0]), make_user(Rol.BEOORDELAAR)
    blad = make_sheet_ready(make_blad(make_q1(), plan=plan), anna)
    hand_in(blad, anna)
    first, *others = ids_of(blad)
    labels = ["5a.1 Actie 1", "5a.2 Actie 2", "5a.3 Actie 3"]
    assert [one.label for one in actions_of_sheet(blad, reviewer.actor).values()] == labels
    renew(plan, drop=first, actor=anna.actor)
    submit.correct(blad, anna.actor)
    assert followed_plan.follow_plan(blad, actor=anna.actor)
    db.session.commit()
    # Reviewers still read what was handed in; the region knows both.
    assert [one.label for one in actions_of_sheet(blad, reviewer.actor).values()] == labels
    known = actions_of_sheet(blad, anna.actor)
    assert [(one.id == first, one.present) for one in known.values() if not one.present] == [(True, False)]
    assert set(others) < {one.id for one in known.values() if one.present}
    with pytest.raises(RemarkProblem, match="staat niet meer op het antwoordblad"):
        make_thread(blad, anna, Zicht.REGIO, step_key="voortgang", actie_id=first)


# --- What happens to the answers, the round and the plan --------------------------------------------------------------


def correct_and_hand_in(world: SheetRemarkWorld) -> None:
    submit.correct(world.blad, world.contact.actor)
    hand_in(world.blad, world.contact)


def send_back(world: SheetRemarkWorld) -> None:
    decisions.send_back(world.blad, None, "Graag aanvullen.", actor=world.coordinator.actor)


def close_round(world: SheetRemarkWorld) -> None:
    rounds.close_round(world.blad.uitvraag, actor=world.coordinator.actor)


def finish_round(world: SheetRemarkWorld) -> None:
    world.blad.uitvraag.status = UitvraagStatus.AFGEROND


@pytest.mark.parametrize("happens", [correct_and_hand_in, send_back, close_round, finish_round])
def test_a_thread_goes_on_whatever_happens_to_the_answers(
    world: SheetRemarkWorld, happens: Callable[[SheetRemarkWorld], None]
):
    thread = make_thread(world.blad, world.beoordelaar)
    happens(world)
    db.session.commit()
    remarks.reply(world.blad, thread.id, tekst="Dat leggen wij uit.", actor=world.contact.actor)
    remarks.resolve(world.blad, thread.id, actor=world.beoordelaar.actor)
    make_thread(world.blad, world.beoordelaar, tekst="En dit?")
    assert read_by(world.contact, world.blad) == ["En dit?", "Wat bedoelt u hier?"]


def test_joining_and_splitting_plans_leaves_remarks_with_the_regions_of_the_sheet(app: Flask):
    world = make_sheet_remark_world()
    thread = make_thread(world.blad, world.beoordelaar)
    other = make_plan(make_regio("Aardstreek"))
    newcomer = make_contact(other.regios[0])
    # A plan is joined while it is in the hands of its region.
    plan_submit.withdraw(world.plan, actor=world.contact.actor)
    joining.join_plan(other, world.plan, actor=world.coordinator.actor)
    db.session.commit()
    assert read_by(newcomer, world.blad) == []
    remarks.reply(world.blad, thread.id, tekst="Wij kijken.", actor=world.contact.actor)
    joining.split_plan(other, world.blad.regios[0], actor=world.coordinator.actor)
    db.session.commit()
    remarks.reply(world.blad, thread.id, tekst="Nog steeds.", actor=world.contact.actor)
    assert read_by(world.contact, world.blad) == ["Wat bedoelt u hier?"]
    assert newcomer.naam not in told()


# --- Who hears of it --------------------------------------------------------------------------------------------------


def test_a_remark_for_the_region_goes_to_its_contacts(world: SheetRemarkWorld):
    told()
    make_thread(world.blad, world.beoordelaar)
    subject = "Nieuwe opmerkingen bij de antwoorden van Bosstreek: Kwartaaluitvraag Q1 2024"
    (mail, _) = [mail for mail in all_rows(Mail) if mail.soort == "opmerking"]
    assert f"/antwoordbladen/{world.blad.id}/opmerkingen" in mail.tekst
    assert "Bij de antwoorden van Bosstreek in Kwartaaluitvraag Q1 2024 staan nieuwe opmerkingen voor u." in mail.tekst
    assert told() == {"Bo Regio": subject, "Cor Regio": subject}


def test_an_answer_of_the_region_goes_to_who_asked(world: SheetRemarkWorld):
    thread = make_thread(world.blad, world.beoordelaar)
    told()
    remarks.reply(world.blad, thread.id, tekst="Wij kijken.", actor=world.contact.actor)
    assert set(told()) == {"Cor Regio", "Ana Beoordelaar"}


def test_what_a_region_asks_of_its_own_accord_goes_to_who_leads_the_rounds(world: SheetRemarkWorld):
    thread = make_thread(world.blad, world.contact, Zicht.REGIO)
    assert set(told()) == {"Cor Regio", "Co Coordinator"}
    remarks.reply(world.blad, thread.id, tekst="Dat mag.", actor=world.andere_beoordelaar.actor)
    told()
    remarks.reply(world.blad, thread.id, tekst="Dank u.", actor=world.contact.actor)
    assert set(told()) == {"Cor Regio", "Ben Beoordelaar"}


def test_an_internal_remark_goes_to_the_other_reviewers_in_it_only(world: SheetRemarkWorld):
    thread = make_thread(world.blad, world.beoordelaar, Zicht.INTERN)
    assert told() == {}
    remarks.reply(world.blad, thread.id, tekst="Eens.", actor=world.andere_beoordelaar.actor)
    assert set(told()) == {"Ana Beoordelaar"}


def test_answers_and_the_plan_are_different_mails(world: SheetRemarkWorld):
    for thing in (world.plan, world.blad, world.blad):
        make_thread(thing, world.beoordelaar, tekst="Waarom?")
    mails = [mail.onderwerp for mail in all_rows(Mail) if mail.aan_account_id == world.contact.id]
    assert [one for one in mails if one.startswith("Nieuwe opmerkingen")] == [
        "Nieuwe opmerkingen bij het plan van Bosstreek",
        "Nieuwe opmerkingen bij de antwoorden van Bosstreek: Kwartaaluitvraag Q1 2024",
    ]


# --- Start ------------------------------------------------------------------------------------------------------------


def test_start_counts_what_reviewers_asked_by_question(world: SheetRemarkWorld):
    blad = world.blad
    make_thread(blad, world.beoordelaar, tekst="een", step_key="voortgang")
    make_thread(blad, world.coordinator, tekst="twee")
    make_thread(blad, world.beoordelaar, Zicht.INTERN, tekst="drie", step_key="doelstelling")
    make_thread(blad, world.contact, Zicht.REGIO, tekst="vier", step_key="doelstelling")
    done = make_thread(blad, world.coordinator, tekst="vijf", step_key="verwachtingen")
    remarks.resolve(blad, done.id, actor=world.contact.actor)
    (found,) = waiting.sheets_from_reviewers(world.collega.actor)
    assert (found.blad.id, found.aantal, found.vragen) == (blad.id, 2, ("1", "2"))
    assert waiting.from_reviewers(world.collega.actor) == {}
    for person in (world.coordinator, make_contact(make_regio())):
        assert waiting.sheets_from_reviewers(person.actor) == []


def test_a_reviewer_of_the_same_region_counts_as_the_region(world: SheetRemarkWorld):
    both = give_role(make_user(Rol.BEOORDELAAR), Rol.REGIOCONTACT, world.blad.regios[0], Namens.GEMEENTE)
    make_thread(world.blad, both)
    assert waiting.sheets_from_reviewers(world.contact.actor) == []
