"""Remarks: who may begin a thread, what a thread becomes, and who hears of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain import clock
from portal.domain.review.remarks import ReactieSoort, Zicht
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Mail, Opmerking, Reactie, User
from portal.services.mail import sender
from portal.services.plan import joining, plans, rows, submit
from portal.services.remark import remarks, waiting
from portal.services.remark.action_names import actions_of_plan
from portal.services.remark.remarks import RemarkGone, RemarkProblem, readable_for
from tests.running.at_once import at_once
from tests.worlds.people import give_role, make_contact, make_regio, make_user
from tests.worlds.plan import make_plan
from tests.worlds.remark import RemarkWorld, ask_to_read_along, make_action, make_remark_world, make_thread
from tests.worlds.rows import all_rows

NOON = datetime(2024, 2, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def world(app: Flask) -> RemarkWorld:
    return make_remark_world()


# --- Reading ----------------------------------------------------------------------------------------------------------


def test_everybody_reads_what_is_meant_for_them(world: RemarkWorld):
    for zicht, door in (
        (Zicht.REGIO, world.beoordelaar),
        (Zicht.INTERN, world.beoordelaar),
        (Zicht.EIGEN, world.contact),
    ):
        make_thread(world.plan, door, zicht, zicht.value)

    def read_by(person: User) -> list[str]:
        return [one.tekst for one in remarks.threads_of(world.plan, readable_for(world.plan, person.actor))]

    assert read_by(world.collega) == ["regio", "eigen"]
    assert read_by(world.regiolezer) == ["regio", "eigen"]
    assert read_by(world.coordinator) == ["regio", "intern"]
    for person in (make_user(Rol.LEZER), make_user(Rol.BEHEERDER), make_contact(make_regio())):
        assert read_by(person) == []


def test_with_two_roles_somebody_reads_what_either_allows(world: RemarkWorld):
    both = give_role(make_user(Rol.BEOORDELAAR), Rol.REGIOLEZER, world.plan.regios[0])
    assert readable_for(world.plan, both.actor) == set(Zicht)
    elsewhere = give_role(make_user(Rol.BEOORDELAAR), Rol.REGIOCONTACT, make_regio(), Namens.GEMEENTE)
    assert readable_for(world.plan, elsewhere.actor) == {Zicht.REGIO, Zicht.INTERN}


def test_a_reviewer_reads_nothing_of_a_draft_until_the_region_asks(app: Flask):
    world = make_remark_world(submitted=False)
    assert readable_for(world.plan, world.beoordelaar.actor) == set()
    ask_to_read_along(world.plan, world.contact)
    assert readable_for(world.plan, world.beoordelaar.actor) == {Zicht.REGIO, Zicht.INTERN}


def test_open_threads_come_first(world: RemarkWorld):
    first, second = (make_thread(world.plan, world.beoordelaar, tekst=tekst) for tekst in ("een", "twee"))
    remarks.resolve(world.plan, first.id, actor=world.contact.actor)
    assert [one.id for one in remarks.threads_of(world.plan, set(Zicht))] == [second.id, first.id]


def test_open_threads_are_counted_by_step_for_who_may_read_them(world: RemarkWorld):
    make_thread(world.plan, world.beoordelaar, Zicht.REGIO, "een")
    make_thread(world.plan, world.beoordelaar, Zicht.INTERN, "twee")
    make_thread(world.plan, world.beoordelaar, Zicht.REGIO, "drie", step_key="monitoring")
    done = make_thread(world.plan, world.beoordelaar, Zicht.REGIO, "vier", step_key="monitoring")
    remarks.resolve(world.plan, done.id, actor=world.contact.actor)
    seen = readable_for(world.plan, world.contact.actor)
    assert remarks.open_counts(world.plan, seen) == {"achtergrond": 1, "monitoring": 1}
    seen = readable_for(world.plan, world.coordinator.actor)
    assert remarks.open_counts(world.plan, seen) == {"achtergrond": 2, "monitoring": 1}


def test_the_start_page_counts_what_reviewers_asked_the_region(world: RemarkWorld):
    make_thread(world.plan, world.beoordelaar, Zicht.REGIO, "een")
    make_thread(world.plan, world.beoordelaar, Zicht.INTERN, "twee")
    make_thread(world.plan, world.contact, Zicht.REGIO, "drie")
    make_thread(world.plan, world.contact, Zicht.EIGEN, "vier")
    done = make_thread(world.plan, world.coordinator, Zicht.REGIO, "vijf")
    remarks.resolve(world.plan, done.id, actor=world.contact.actor)
    assert waiting.from_reviewers(world.collega.actor) == {world.plan.id: 1}
    assert waiting.from_reviewers(make_contact(make_regio()).actor) == {}
    assert waiting.from_reviewers(world.coordinator.actor) == {}


# --- Beginning a thread -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "zicht"),
    [
        ("contact", Zicht.INTERN),
        ("regiolezer", Zicht.INTERN),
        ("beoordelaar", Zicht.EIGEN),
        ("coordinator", Zicht.EIGEN),
    ],
)
def test_nobody_writes_for_readers_without_that_person(world: RemarkWorld, who: str, zicht: Zicht):
    with pytest.raises(RemarkProblem, match="Kies opnieuw wie uw opmerking mag lezen"):
        make_thread(world.plan, getattr(world, who), zicht)
    assert all_rows(Opmerking) == []


@pytest.mark.parametrize("tekst", ["", "  \n "])
def test_a_remark_says_something(world: RemarkWorld, tekst: str):
    with pytest.raises(RemarkProblem, match="Schrijf uw opmerking op"):
        make_thread(world.plan, world.beoordelaar, tekst=tekst)


def test_a_remark_is_about_a_step_of_the_plan(world: RemarkWorld):
    with pytest.raises(RemarkProblem, match="Kies een onderdeel"):
        make_thread(world.plan, world.beoordelaar, step_key="onzin")


def test_a_remark_on_an_action_of_another_plan_is_refused(world: RemarkWorld):
    other = make_plan(make_regio())
    theirs = make_action(other, make_contact(other.regios[0]), "Van een ander")
    for person in (world.contact, world.beoordelaar):
        with pytest.raises(RemarkProblem, match="Kies een actie van dit plan"):
            make_thread(world.plan, person, step_key="acties", actie_id=theirs.id)
        db.session.rollback()
    with pytest.raises(RemarkProblem, match="Kies een actie van dit plan"):
        make_thread(world.plan, world.contact, step_key="monitoring", actie_id=world.actie.id)


def test_an_action_that_was_removed_takes_no_new_remark_of_the_region(app: Flask):
    world = make_remark_world(submitted=False)
    rows.remove_row(world.plan, Kind.ACTIES, world.actie.id, base_revision=1, actor=world.contact.actor)
    db.session.commit()
    with pytest.raises(RemarkProblem, match="intussen verwijderd"):
        make_thread(world.plan, world.contact, Zicht.EIGEN, step_key="acties", actie_id=world.actie.id)


def test_a_reviewer_knows_only_the_actions_that_were_handed_in(app: Flask):
    world = make_remark_world(submitted=False)
    make_action(world.plan, world.contact, "Kop", vorm="kop")
    ask_to_read_along(world.plan, world.contact)
    later = make_action(world.plan, world.contact, "Nog geheim")
    db.session.commit()
    assert [one.label for one in actions_of_plan(world.plan, world.beoordelaar.actor).values()] == ["Een team vormen"]
    assert list(actions_of_plan(world.plan, world.contact.actor)) == [world.actie.id, later.id]
    with pytest.raises(RemarkProblem, match="Kies een actie van dit plan"):
        make_thread(world.plan, world.beoordelaar, step_key="acties", actie_id=later.id)
    db.session.rollback()
    assert make_thread(world.plan, world.beoordelaar, step_key="acties", actie_id=world.actie.id).id


def test_pressing_the_button_twice_makes_one_thread(world: RemarkWorld):
    with clock.stopped_at(NOON):
        first = make_thread(world.plan, world.beoordelaar)
    with clock.stopped_at(NOON + timedelta(seconds=50)):
        assert make_thread(world.plan, world.beoordelaar).id == first.id
        assert make_thread(world.plan, world.beoordelaar, Zicht.INTERN).id != first.id
        assert make_thread(world.plan, world.coordinator).id != first.id
        assert make_thread(world.plan, world.beoordelaar, step_key="monitoring").id != first.id
    with clock.stopped_at(NOON + timedelta(seconds=70)):
        assert make_thread(world.plan, world.beoordelaar).id != first.id


def test_a_plan_that_went_up_in_another_takes_no_remarks(app: Flask):
    world = make_remark_world(submitted=False)
    thread = make_thread(world.plan, world.contact, Zicht.EIGEN)
    joining.join_plan(make_plan(make_regio()), world.plan, actor=world.coordinator.actor)
    db.session.commit()
    with pytest.raises(RemarkProblem, match="opgegaan in een gezamenlijk plan"):
        make_thread(world.plan, world.contact, Zicht.EIGEN, "Nog iets")
    db.session.rollback()
    with pytest.raises(RemarkProblem, match="opgegaan in een gezamenlijk plan"):
        remarks.reply(world.plan, thread.id, tekst="Ja", actor=world.contact.actor)
    assert [one.id for one in remarks.threads_of(world.plan, readable_for(world.plan, world.contact.actor))] == [
        thread.id
    ]


def test_a_plan_that_was_taken_back_meanwhile_takes_no_remarks_of_reviewers(world: RemarkWorld):
    submit.withdraw(world.plan, actor=world.contact.actor)
    db.session.commit()
    with pytest.raises(RemarkProblem, match="De regio heeft het teruggenomen"):
        make_thread(world.plan, world.beoordelaar)


# --- What follows -----------------------------------------------------------------------------------------------------


def said(thread: Opmerking) -> list[tuple[ReactieSoort, str]]:
    return [(one.soort, one.tekst) for one in all_rows(Reactie) if one.opmerking_id == thread.id]


def test_a_thread_goes_on_is_resolved_and_opened_again(world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar)
    remarks.reply(world.plan, thread.id, tekst="Wij kijken.", actor=world.contact.actor)
    remarks.resolve(world.plan, thread.id, actor=world.contact.actor)
    assert thread.opgelost_op is not None
    remarks.reopen(world.plan, thread.id, tekst="Nog niet goed.", actor=world.beoordelaar.actor)
    db.session.commit()
    assert thread.opgelost_op is None
    assert said(thread) == [
        (ReactieSoort.REACTIE, "Wij kijken."),
        (ReactieSoort.OPGELOST, ""),
        (ReactieSoort.HEROPEND, "Nog niet goed."),
    ]


def test_resolving_or_opening_twice_is_told_once_and_keeps_the_words(world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar)
    remarks.resolve(world.plan, thread.id, actor=world.contact.actor)
    remarks.resolve(world.plan, thread.id, actor=world.collega.actor)
    remarks.resolve(world.plan, thread.id, tekst="Ook van mij.", actor=world.collega.actor)
    remarks.reopen(world.plan, thread.id, actor=world.contact.actor)
    remarks.reopen(world.plan, thread.id, actor=world.collega.actor)
    assert said(thread) == [
        (ReactieSoort.OPGELOST, ""),
        (ReactieSoort.REACTIE, "Ook van mij."),
        (ReactieSoort.HEROPEND, ""),
    ]


def test_a_reply_to_what_was_resolved_meanwhile_is_kept(world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar)
    remarks.resolve(world.plan, thread.id, actor=world.contact.actor)
    remarks.reply(world.plan, thread.id, tekst="Nog één ding.", actor=world.beoordelaar.actor)
    assert thread.opgelost_op is not None
    assert said(thread)[-1] == (ReactieSoort.REACTIE, "Nog één ding.")


def test_nobody_resolves_over_a_reply_that_was_not_seen(world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar)
    remarks.reply(world.plan, thread.id, tekst="Wacht even.", actor=world.contact.actor)
    with pytest.raises(RemarkProblem, match="Er is intussen een nieuwe reactie"):
        remarks.resolve(world.plan, thread.id, seen_reply=0, actor=world.beoordelaar.actor)
    assert thread.opgelost_op is None
    (seen,) = all_rows(Reactie)
    remarks.resolve(world.plan, thread.id, seen_reply=seen.id, actor=world.beoordelaar.actor)
    assert thread.opgelost_op is not None


def test_the_same_reply_twice_is_one(world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar)
    for _ in range(2):
        remarks.reply(world.plan, thread.id, tekst="Wij kijken.", actor=world.contact.actor)
    assert len(said(thread)) == 1


def test_a_reply_says_something(world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar)
    with pytest.raises(RemarkProblem, match="Schrijf uw reactie op"):
        remarks.reply(world.plan, thread.id, tekst=" ", actor=world.contact.actor)


@pytest.mark.parametrize("verb", ["reply", "resolve", "reopen"])
def test_what_somebody_may_not_read_does_not_exist(world: RemarkWorld, verb: str):
    internal = make_thread(world.plan, world.beoordelaar, Zicht.INTERN)
    own = make_thread(world.plan, world.contact, Zicht.EIGEN)
    elsewhere = make_thread(make_remark_world("Aardstreek").plan, make_user(Rol.BEOORDELAAR))
    for person, thread_id in (
        (world.contact, internal.id),
        (world.coordinator, own.id),
        (world.coordinator, elsewhere.id),
        (world.coordinator, 0),
        (world.coordinator, 10**12),
    ):
        with pytest.raises(RemarkGone):
            getattr(remarks, verb)(world.plan, thread_id, tekst="Hallo", actor=person.actor)
    assert all_rows(Reactie) == []


def test_people_who_press_at_the_very_same_moment(app: Flask, world: RemarkWorld):
    """Four presses by one person make one thread, and one mail for each contact."""
    plan_id, reviewer = world.plan.id, world.beoordelaar.actor

    def press(number: int) -> int:
        plan = plans.find_plan(plan_id)
        assert plan is not None
        return remarks.start_thread(
            plan, step_key="monitoring", tekst="Wie meet dit?", zicht=Zicht.REGIO, actor=reviewer
        ).id

    found = at_once(app, press)
    (thread,) = all_rows(Opmerking)
    assert found == [thread.id] * len(found)
    assert [mail.soort for mail in all_rows(Mail)].count("opmerking") == 2


def test_a_reply_at_the_very_moment_that_others_resolve_is_kept(app: Flask, world: RemarkWorld):
    thread_id, plan_id = make_thread(world.plan, world.beoordelaar).id, world.plan.id
    contact, reviewer = world.contact.actor, world.beoordelaar.actor

    def act(number: int) -> bool:
        plan = plans.find_plan(plan_id)
        assert plan is not None
        if number == 0:
            remarks.reply(plan, thread_id, tekst="Nog één ding.", actor=reviewer)
        else:
            remarks.resolve(plan, thread_id, actor=contact)
        return True

    at_once(app, act)
    thread = db.session.get_one(Opmerking, thread_id)
    assert thread.opgelost_op is not None
    assert sorted(said(thread)) == [(ReactieSoort.OPGELOST, ""), (ReactieSoort.REACTIE, "Nog één ding.")]


# --- Who hears of it --------------------------------------------------------------------------------------------------


def told() -> set[str]:
    """The names of who gets a mail about remarks; the mails are thrown away."""
    found = [mail for mail in all_rows(Mail) if mail.soort == "opmerking"]
    names = {db.session.get_one(User, mail.aan_account_id).naam for mail in found}
    assert len(names) == len(found)
    for mail in found:
        db.session.delete(mail)
    db.session.commit()
    return names


def test_a_remark_for_the_region_goes_to_its_contacts(world: RemarkWorld):
    make_thread(world.plan, world.beoordelaar)
    assert told() == {"Bo Regio", "Cor Regio"}


def test_an_answer_of_the_region_goes_to_who_asked_and_to_who_reviews(world: RemarkWorld):
    world.plan.versie.beoordelaar_id = world.coordinator.id
    thread = make_thread(world.plan, world.beoordelaar)
    told()
    remarks.reply(world.plan, thread.id, tekst="Wij kijken.", actor=world.contact.actor)
    assert told() == {"Cor Regio", "Ana Beoordelaar", "Co Coordinator"}


def test_an_internal_remark_goes_to_the_other_reviewers_in_it_only(world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar, Zicht.INTERN)
    assert told() == set()
    remarks.reply(world.plan, thread.id, tekst="Eens.", actor=world.andere_beoordelaar.actor)
    assert told() == {"Ana Beoordelaar"}
    remarks.reply(world.plan, thread.id, tekst="Ik ook.", actor=world.coordinator.actor)
    assert told() == {"Ana Beoordelaar", "Ben Beoordelaar"}


def test_an_internal_remark_of_somebody_who_left_the_reviewers_reaches_that_person_no_more(world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar, Zicht.INTERN)
    world.beoordelaar.lidmaatschappen.clear()
    give_role(world.beoordelaar, Rol.REGIOCONTACT, world.plan.regios[0], Namens.GEMEENTE)
    remarks.reply(world.plan, thread.id, tekst="Eens.", actor=world.coordinator.actor)
    assert told() == set()


def test_what_the_region_says_to_itself_goes_to_its_other_contacts(world: RemarkWorld):
    world.plan.versie.beoordelaar_id = world.coordinator.id
    thread = make_thread(world.plan, world.regiolezer, Zicht.EIGEN)
    assert told() == {"Bo Regio", "Cor Regio"}
    remarks.reply(world.plan, thread.id, tekst="Ja.", actor=world.contact.actor)
    assert told() == {"Cor Regio"}


def test_a_draft_that_reviewers_may_not_see_is_not_told_to_them(app: Flask):
    world = make_remark_world(submitted=False)
    world.plan.versie.beoordelaar_id = world.beoordelaar.id
    make_thread(world.plan, world.contact, Zicht.REGIO)
    assert told() == {"Cor Regio"}


def test_an_account_that_is_off_gets_no_mail(world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar, Zicht.INTERN)
    world.beoordelaar.active = False
    remarks.reply(world.plan, thread.id, tekst="Eens.", actor=world.coordinator.actor)
    assert told() == set()


def test_resolving_without_words_tells_nobody(world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar)
    told()
    remarks.resolve(world.plan, thread.id, actor=world.contact.actor)
    assert told() == set()
    remarks.reopen(world.plan, thread.id, tekst="Toch niet.", actor=world.beoordelaar.actor)
    assert told() == {"Bo Regio", "Cor Regio"}


def test_several_remarks_within_a_quarter_of_an_hour_are_one_mail(world: RemarkWorld):
    sent = []
    with clock.stopped_at(NOON):
        # The world told of its draft; that is gone before anybody remarks.
        sender.send_waiting(sent.append)
        make_thread(world.plan, world.beoordelaar, tekst="Een zeldzame zin")
        make_thread(world.plan, world.beoordelaar, tekst="En nog een")
    with clock.stopped_at(NOON + timedelta(minutes=14)):
        make_thread(world.plan, world.coordinator, tekst="En nog een")
        assert sender.send_waiting(sent.append).verzonden == 0
    with clock.stopped_at(NOON + timedelta(minutes=15)):
        assert sender.send_waiting(sent.append).verzonden == 2
    with clock.stopped_at(NOON + timedelta(minutes=16)):
        make_thread(world.plan, world.beoordelaar, tekst="Later")
    assert [mail.soort for mail in all_rows(Mail)].count("opmerking") == 4


def test_a_mail_says_nothing_of_what_was_said_or_by_whom(world: RemarkWorld):
    make_thread(world.plan, world.beoordelaar, tekst="Een zeldzame zin")
    mail = next(mail for mail in all_rows(Mail) if mail.soort == "opmerking")
    assert mail.onderwerp == "Nieuwe opmerkingen bij het plan van Bosstreek"
    assert f"/plannen/{world.plan.id}/opmerkingen" in mail.tekst
    assert "zeldzame" not in mail.tekst
    assert "Ana" not in mail.tekst


def test_remarks_on_another_plan_are_another_mail(world: RemarkWorld):
    other = make_plan(make_regio("Aardstreek"))
    give_role(world.contact, Rol.REGIOCONTACT, other.regios[0], Namens.GEMEENTE)
    ask_to_read_along(other, world.contact)
    make_thread(world.plan, world.beoordelaar)
    make_thread(other, world.beoordelaar)
    subjects = [mail.onderwerp for mail in all_rows(Mail) if mail.aan_account_id == world.contact.id]
    assert "Nieuwe opmerkingen bij het plan van Bosstreek" in subjects
    assert "Nieuwe opmerkingen bij het plan van Aardstreek" in subjects
