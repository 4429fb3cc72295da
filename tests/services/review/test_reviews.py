"""Reviewing: pick up, hand over, advise, send back, accept, undo. Who comes second hears who did what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from forms.dutch.dates import day_in_words
from portal.domain import clock
from portal.domain.moves import MoveNotAllowed
from portal.domain.plan.events import PLAN_STORY
from portal.domain.plan.states import VersieStatus
from portal.domain.review.remarks import AdviesOordeel
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Advies, Event, Mail, Plan, Terugsturing, User
from portal.services.plan import plans, submit, versions
from portal.services.review import reviews
from tests.running.at_once import at_once
from tests.worlds.people import make_contact, make_user
from tests.worlds.plan import make_indiening
from tests.worlds.review import make_in_review, make_resubmitted, make_returned
from tests.worlds.rows import all_rows

EERDER_VANDAAG = datetime(2024, 1, 15, 13, 3, tzinfo=UTC)
MIDDAG = datetime(2024, 1, 15, 14, 30, tzinfo=UTC)
DAG_LATER = datetime(2024, 1, 16, 9, 0, tzinfo=UTC)


@pytest.fixture
def co(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR, naam="C. Voorbeeld").actor


@pytest.fixture
def other_co(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR, naam="D. Tweede").actor


@pytest.fixture
def reviewer(app: Flask) -> User:
    return make_user(Rol.BEOORDELAAR, naam="B. Lezer")


def told(plan: Plan) -> list[str]:
    """The kinds of event since the plan was first submitted, oldest first."""
    kinds = [event.soort for event in db.session.scalars(select(Event).order_by(Event.id))]
    return kinds[kinds.index("ingediend") + 1 :]


# --- Picking up and handing over --------------------------------------------------------------------------------------


def test_who_picks_a_plan_up_is_its_reviewer(plan: Plan, reviewer: User):
    make_indiening(plan)
    reviews.pick_up(plan, actor=reviewer.actor)
    assert plan.status is VersieStatus.IN_BEHANDELING
    assert plan.versie.beoordelaar_id == reviewer.id
    assert told(plan) == ["opgepakt"]


def test_picking_up_twice_is_picking_up_once(plan: Plan, reviewer: User):
    make_in_review(plan, reviewer)
    reviews.pick_up(plan, actor=reviewer.actor)
    assert told(plan) == ["opgepakt"]


def test_who_picks_up_second_hears_who_was_first(plan: Plan, reviewer: User, co: Actor):
    with clock.stopped_at(EERDER_VANDAAG):
        make_in_review(plan, reviewer)
    with clock.stopped_at(MIDDAG), pytest.raises(reviews.ReviewProblem) as problem:
        reviews.pick_up(plan, actor=co)
    assert str(problem.value) == "B. Lezer is om 14:03 al begonnen met het beoordelen van dit plan."
    assert plan.versie.beoordelaar_id == reviewer.id


def test_a_plan_that_was_withdrawn_cannot_be_picked_up(plan: Plan, reviewer: User):
    contact = make_contact(plan.regios[0], naam="Anna Proef")
    with clock.stopped_at(EERDER_VANDAAG):
        make_indiening(plan, contact)
        submit.withdraw(plan, actor=contact.actor)
    with clock.stopped_at(DAG_LATER), pytest.raises(reviews.ReviewProblem) as problem:
        reviews.pick_up(plan, actor=reviewer.actor)
    assert str(problem.value) == "Anna Proef heeft de indiening op 15 januari 2024 om 14:03 ingetrokken."


def test_a_plan_that_was_never_submitted_cannot_be_picked_up(plan: Plan, reviewer: User):
    with pytest.raises(reviews.ReviewProblem, match="nog niet ingediend"):
        reviews.pick_up(plan, actor=reviewer.actor)


def test_handing_over_gives_the_plan_to_somebody_else_and_says_so(plan: Plan, reviewer: User, co: Actor):
    make_in_review(plan, reviewer)
    after = make_user(Rol.BEOORDELAAR, naam="E. Volgende")
    reviews.hand_over(plan, after, actor=co)
    assert plan.versie.beoordelaar_id == after.id
    event = all_rows(Event)[-1]
    assert PLAN_STORY.tell(event.soort, "C. Voorbeeld", event.gegevens) == (
        "C. Voorbeeld heeft het beoordelen overgedragen aan E. Volgende."
    )


@pytest.mark.parametrize("who", ["a region", "a reader", "an account that is off"])
def test_a_plan_is_handed_over_to_reviewers_only(plan: Plan, reviewer: User, co: Actor, who: str):
    make_in_review(plan, reviewer)
    people = {
        "a region": lambda: make_contact(plan.regios[0]),
        "a reader": lambda: make_user(Rol.LEZER),
        "an account that is off": lambda: make_user(Rol.BEOORDELAAR, active=False),
    }
    with pytest.raises(reviews.ReviewProblem, match="kan dit plan niet beoordelen"):
        reviews.hand_over(plan, people[who](), actor=co)
    assert plan.versie.beoordelaar_id == reviewer.id


def test_a_plan_that_nobody_reviews_is_not_handed_over(plan: Plan, reviewer: User, co: Actor):
    make_indiening(plan)
    with pytest.raises(reviews.ReviewProblem, match="Neem het eerst in behandeling"):
        reviews.hand_over(plan, reviewer, actor=co)


# --- Advice -----------------------------------------------------------------------------------------------------------


def test_advice_is_kept_per_person_and_can_be_given_again(plan: Plan, reviewer: User, co: Actor):
    indiening = make_in_review(plan, reviewer)
    for oordeel in (AdviesOordeel.TERUGSTUREN, AdviesOordeel.VASTSTELLEN):
        reviews.advise(
            plan, actor=reviewer.actor, oordeel=oordeel, toelichting="Goed zo.", seen_indiening_id=indiening.id
        )
    reviews.advise(plan, actor=co, oordeel=AdviesOordeel.GEEN, toelichting="", seen_indiening_id=indiening.id)
    db.session.commit()
    assert [(one.door.naam, one.oordeel, one.toelichting) for one in reviews.advice_on(indiening)] == [
        ("B. Lezer", AdviesOordeel.VASTSTELLEN, "Goed zo."),
        ("C. Voorbeeld", AdviesOordeel.GEEN, ""),
    ]


def test_advice_is_not_in_the_timeline_that_a_region_reads(plan: Plan, reviewer: User):
    indiening = make_in_review(plan, reviewer)
    before = told(plan)
    reviews.advise(
        plan, actor=reviewer.actor, oordeel=AdviesOordeel.GEEN, toelichting="GEHEIM", seen_indiening_id=indiening.id
    )
    assert told(plan) == before


def test_advice_on_an_earlier_submission_is_refused(plan: Plan, reviewer: User):
    contact = make_contact(plan.regios[0])
    first = make_indiening(plan, contact)
    submit.withdraw(plan, actor=contact.actor)
    make_indiening(plan, contact)
    with pytest.raises(reviews.ReviewProblem, match="intussen opnieuw ingediend"):
        reviews.advise(
            plan, actor=reviewer.actor, oordeel=AdviesOordeel.GEEN, toelichting="", seen_indiening_id=first.id
        )
    assert all_rows(Advies) == []


# --- Sending back -----------------------------------------------------------------------------------------------------


def test_sending_back_keeps_what_is_asked_in_the_order_of_the_format(plan: Plan, co: Actor):
    indiening = make_in_review(plan)
    back = reviews.send_back(
        plan,
        actor=co,
        reden="Nog niet concreet.",
        asked={"planning": "Noem data.", "acties": "Wie doet wat?"},
        seen_indiening_id=indiening.id,
    )
    assert back is not None
    assert plan.status is VersieStatus.TERUGGESTUURD
    assert (back.versie_id, back.indiening_id, back.reden) == (plan.versie.id, indiening.id, "Nog niet concreet.")
    assert [(one.step_key, one.gevraagd, one.aangepast, one.revision) for one in back.onderdelen] == [
        ("acties", "Wie doet wat?", "", 0),
        ("planning", "Noem data.", "", 0),
    ]
    assert all_rows(Event)[-1].notitie == "Nog niet concreet."


def test_a_plan_that_is_sent_back_says_until_when(plan: Plan, co: Actor):
    day = clock.today() + timedelta(days=14)
    make_returned(plan, contact=make_contact(plan.regios[0]), terug_voor=day)
    assert versions.due_date(plan) == day
    (mail,) = [mail for mail in all_rows(Mail) if mail.soort == "teruggestuurd"]
    assert f"Dat kan tot en met {day_in_words(day)}." in mail.tekst


def test_a_day_that_has_passed_is_refused(plan: Plan, co: Actor):
    indiening, yesterday = make_in_review(plan), clock.today() - timedelta(days=1)
    with pytest.raises(reviews.ReviewProblem, match="al voorbij"):
        reviews.send_back(
            plan,
            actor=co,
            reden="Nee.",
            asked={"acties": "Wie?"},
            seen_indiening_id=indiening.id,
            terug_voor=yesterday,
        )
    assert plan.status is VersieStatus.IN_BEHANDELING


@pytest.mark.parametrize(
    ("reden", "asked", "sentence"),
    [
        ("Daarom.", {}, "Kies ten minste één onderdeel"),
        ("Daarom.", {"acties": "  "}, "Vul bij “Acties” in wat u van de regio vraagt."),
        ("Daarom.", {"onzin": "Wat?"}, "hoort niet bij dit plan"),
        (" ", {"acties": "Wie?"}, "Vul in waarom"),
    ],
)
def test_sending_back_without_words_is_refused(plan: Plan, co: Actor, reden: str, asked: dict, sentence: str):
    indiening = make_in_review(plan)
    with pytest.raises(reviews.ReviewProblem, match=sentence):
        reviews.send_back(plan, actor=co, reden=reden, asked=asked, seen_indiening_id=indiening.id)
    assert plan.status is VersieStatus.IN_BEHANDELING
    assert all_rows(Terugsturing) == []


def test_pressing_twice_sends_back_once(plan: Plan, co: Actor):
    indiening = make_in_review(plan)
    asked = {"acties": "Wie?"}
    for _ in range(2):
        reviews.send_back(plan, actor=co, reden="Daarom.", asked=asked, seen_indiening_id=indiening.id)
    assert len(all_rows(Terugsturing)) == 1


# --- Accepting and undoing --------------------------------------------------------------------------------------------


def test_accepting_makes_this_submission_the_plan(plan: Plan, co: Actor):
    indiening = make_in_review(plan)
    assert reviews.approve(plan, actor=co, seen_indiening_id=indiening.id)
    assert plan.status is VersieStatus.VASTGESTELD
    assert indiening.is_vastgesteld
    assert not reviews.approve(plan, actor=co, seen_indiening_id=indiening.id)
    assert told(plan).count("vastgesteld") == 1


def test_a_plan_must_be_picked_up_before_it_is_decided_on(plan: Plan, co: Actor):
    indiening = make_indiening(plan)
    with pytest.raises(reviews.ReviewProblem, match="Neem het eerst in behandeling"):
        reviews.approve(plan, actor=co, seen_indiening_id=indiening.id)


def accept(plan: Plan, actor: Actor, indiening_id: int) -> None:
    reviews.approve(plan, actor=actor, seen_indiening_id=indiening_id)


def return_it(plan: Plan, actor: Actor, indiening_id: int) -> None:
    reviews.send_back(plan, actor=actor, reden="Nee.", asked={"acties": "Wie?"}, seen_indiening_id=indiening_id)


@pytest.mark.parametrize("second", [accept, return_it])
def test_the_second_coordinator_hears_who_accepted_and_when(
    plan: Plan, co: Actor, other_co: Actor, second: Callable[[Plan, Actor, int], None]
):
    with clock.stopped_at(EERDER_VANDAAG):
        indiening = make_in_review(plan)
        accept(plan, co, indiening.id)
    with clock.stopped_at(MIDDAG), pytest.raises(reviews.ReviewProblem) as problem:
        second(plan, other_co, indiening.id)
    assert str(problem.value) == "C. Voorbeeld heeft dit plan om 14:03 al vastgesteld."
    assert plan.status is VersieStatus.VASTGESTELD


def test_the_second_coordinator_hears_who_sent_it_back(plan: Plan, other_co: Actor):
    with clock.stopped_at(EERDER_VANDAAG):
        back = make_returned(plan, coordinator=make_user(Rol.COORDINATOR, naam="C. Voorbeeld"))
    with clock.stopped_at(MIDDAG), pytest.raises(reviews.ReviewProblem) as problem:
        reviews.approve(plan, actor=other_co, seen_indiening_id=back.indiening_id)
    assert str(problem.value) == "C. Voorbeeld heeft dit plan om 14:03 al teruggestuurd."


def test_nobody_decides_on_a_submission_that_is_not_the_newest(plan: Plan, co: Actor):
    make_resubmitted(plan)
    reviews.pick_up(plan, actor=co)
    first = submit.submissions_of(plan)[-1]
    with pytest.raises(reviews.ReviewProblem, match="intussen opnieuw ingediend"):
        reviews.approve(plan, actor=co, seen_indiening_id=first.id)
    assert plan.status is VersieStatus.IN_BEHANDELING


def test_an_acceptance_can_be_undone_with_a_reason(plan: Plan, co: Actor, reviewer: User):
    indiening = make_in_review(plan, reviewer)
    reviews.approve(plan, actor=co, seen_indiening_id=indiening.id)
    with pytest.raises(MoveNotAllowed, match="alleen met een reden"):
        reviews.undo_approval(plan, actor=co, reason=" ")
    assert reviews.undo_approval(plan, actor=co, reason="Te snel gedrukt.")
    assert (plan.status, plan.versie.beoordelaar_id) == (VersieStatus.IN_BEHANDELING, reviewer.id)
    assert not indiening.is_vastgesteld
    assert all_rows(Event)[-1].notitie == "Te snel gedrukt."
    assert not reviews.undo_approval(plan, actor=co, reason="Te snel gedrukt.")
    assert reviews.approve(plan, actor=co, seen_indiening_id=indiening.id)


def test_what_the_region_already_works_on_anew_is_not_undone(plan: Plan, co: Actor):
    indiening = make_in_review(plan)
    reviews.approve(plan, actor=co, seen_indiening_id=indiening.id)
    versions.start_new_version(plan, actor=make_contact(plan.regios[0]).actor)
    with pytest.raises(reviews.ReviewProblem, match="werkt al aan versie 2 \\(concept\\)"):
        reviews.undo_approval(plan, actor=co, reason="Te snel.")
    assert indiening.is_vastgesteld


# --- At the very same moment ------------------------------------------------------------------------------------------


def test_of_coordinators_who_decide_at_once_one_decides_and_the_others_hear_it(app: Flask, plan: Plan):
    indiening_id = make_in_review(plan).id
    actors = [make_user(Rol.COORDINATOR, naam=f"Coördinator {number}").actor for number in range(4)]
    plan_id = plan.id

    def decide(number: int) -> str:
        target = plans.find_plan(plan_id)
        assert target is not None
        try:
            (accept if number % 2 else return_it)(target, actors[number], indiening_id)
        except reviews.ReviewProblem as problem:
            return str(problem)
        return ""

    found = at_once(app, decide)
    first = found.index("")
    verb = "vastgesteld" if first % 2 else "teruggestuurd"
    assert found.count("") == 1
    assert all(
        one.startswith(f"Coördinator {first} heeft dit plan om ") and one.endswith(f" al {verb}.")
        for one in found
        if one
    )
    assert [event.soort for event in all_rows(Event)].count(verb) == 1
    assert len(all_rows(Terugsturing)) == (verb == "teruggestuurd")


def test_picking_up_while_the_region_withdraws_one_of_both_happens(app: Flask, plan: Plan, reviewer: User):
    contact = make_contact(plan.regios[0])
    make_indiening(plan, contact)
    plan_id, actors = plan.id, [contact.actor, reviewer.actor]

    def act(number: int) -> bool:
        target = plans.find_plan(plan_id)
        assert target is not None
        try:
            if number:
                reviews.pick_up(target, actor=actors[1])
            else:
                submit.withdraw(target, actor=actors[0])
        except (reviews.ReviewProblem, MoveNotAllowed):
            return False
        return True

    found = at_once(app, act, people=2)
    assert sorted(found) == [False, True]
    status = plans.find_plan(plan_id).status
    assert status is (VersieStatus.CONCEPT if found[0] else VersieStatus.IN_BEHANDELING)
