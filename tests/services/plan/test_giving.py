"""A contact person gives a part to a colleague: who hears of it, and when it is over."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from forms.spec import Step
from portal.domain import clock
from portal.domain.plan.events import PLAN_STORY
from portal.domain.plan.workflow import Move
from portal.domain.roles import Actor, Namens, Rol
from portal.extensions import db
from portal.models import Event, GegevenOnderdeel, Lidmaatschap, Mail, Plan, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, discarding, giving, joining, pen, submit, versions, workflow
from portal.services.plan.giving_reminders import remind_of_parts
from tests.running.at_once import at_once
from tests.worlds.people import give_role, make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening, make_plan, make_vastgesteld
from tests.worlds.rows import all_rows

MAART = datetime(2024, 3, 1, 10, tzinfo=UTC)
VOOR = date(2024, 3, 12)


@pytest.fixture
def plan(app: Flask) -> Plan:
    with clock.stopped_at(MAART):
        return make_plan(make_regio("Proefstreek"), deadline=date(2024, 6, 1))


@pytest.fixture
def sanne(plan: Plan) -> User:
    return make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Sanne Proef")


def step(plan: Plan, key: str = "achtergrond") -> Step:
    found = pen.format_of(plan).step(key)
    assert found
    return found


def give(plan: Plan, to: User, by: User, *, voor: date | None = VOOR, key: str = "achtergrond", seen: int = 0):
    with clock.stopped_at(MAART):
        found = giving.give(
            plan, step(plan, key), aan_id=to.id, voor=voor, toelichting="Met de cijfers.", seen_id=seen, actor=by.actor
        )
        db.session.commit()
    return found


def told(plan: Plan) -> list[str]:
    db.session.flush()
    found = [one for one in all_rows(Event) if one.soort.startswith("onderdeel_g") or "onderdeel_t" in one.soort]
    return [PLAN_STORY.tell(one.soort, one.door.naam if one.door else None, one.gegevens) for one in found]


def mails(soort: str = "onderdeel_gevraagd") -> list[str]:
    db.session.flush()
    return [mail.aan for mail in all_rows(Mail) if mail.soort == soort]


def asked(who: User) -> list[str]:
    db.session.flush()
    db.session.expire_all()
    return [one.step_key for one in giving.asked_of(who.actor)]


def test_a_colleague_hears_it_and_the_plan_tells_it(plan: Plan, anna: User, sanne: User):
    given = give(plan, sanne, anna)
    assert giving.open_of(plan) == {"achtergrond": given}
    assert (asked(sanne), asked(anna)) == (["achtergrond"], [])
    assert mails() == [sanne.email]
    (mail,) = all_rows(Mail)
    assert mail.onderwerp == "Aan u gevraagd: “Achtergrond en probleemstelling” van plan Proefstreek"
    assert "vóór dinsdag 12 maart 2024" in mail.tekst
    # What was typed stays in the portal.
    assert "Met de cijfers." not in mail.tekst
    assert told(plan) == [
        f"{anna.naam} heeft “Achtergrond en probleemstelling” aan Sanne Proef gegeven, vóór dinsdag 12 maart 2024."
    ]


@pytest.mark.parametrize(("ready", "subject"), [(True, "Klaar: “Ach"), (False, "Teruggegeven: “Ach")])
def test_who_asked_hears_what_became_of_it(plan: Plan, anna: User, sanne: User, ready: bool, subject: str):
    step = pen.format_of(plan).step("achtergrond")
    assert step
    for by in (sanne, anna):
        giving.end(plan, step, give(plan, sanne, anna).id, ready=ready, actor=by.actor)
    # Who takes it back knows.
    assert mails("onderdeel_voorbij") == [anna.email]
    (mail,) = [one for one in all_rows(Mail) if one.soort == "onderdeel_voorbij"]
    assert mail.onderwerp.startswith(subject)


def test_without_a_day_it_is_asked_all_the_same(plan: Plan, anna: User, sanne: User):
    give(plan, sanne, anna, voor=None)
    assert told(plan) == [f"{anna.naam} heeft “Achtergrond en probleemstelling” aan Sanne Proef gegeven."]
    assert ", vóór" not in all_rows(Mail)[0].tekst


def test_it_locks_nobody_out(plan: Plan, anna: User, sanne: User):
    give(plan, sanne, anna)
    assert not answers.save_answers(plan, [AnswerEdit("achtergrond", "Toch ik.", 0)], actor=anna.actor).conflicts


@pytest.mark.parametrize("whom", ["oneself", "a reader", "somebody elsewhere", "switched off"])
def test_only_another_contact_of_the_plan_can_have_it(plan: Plan, anna: User, whom: str):
    people = {
        "oneself": lambda: anna,
        "a reader": lambda: make_regiolezer(plan.regios[0]),
        "somebody elsewhere": lambda: make_contact(make_regio()),
        "switched off": lambda: give_role(make_user(active=False), Rol.REGIOCONTACT, plan.regios[0], Namens.GEMEENTE),
    }
    with pytest.raises(pen.PlanProblem, match="Kies een andere contactpersoon"):
        give(plan, people[whom](), anna)


def test_a_plan_that_was_handed_in_gives_nothing(plan: Plan, anna: User, sanne: User):
    make_indiening(plan, anna)
    with pytest.raises(pen.PlanProblem, match="ingediend"):
        give(plan, sanne, anna)


def test_what_is_given_to_somebody_else_is_no_longer_asked_of_the_first(plan: Plan, anna: User, sanne: User):
    cees = make_contact(plan.regios[0], naam="Cees Proef")
    first = give(plan, sanne, anna)
    give(plan, cees, anna, seen=first.id)
    assert (asked(sanne), asked(cees)) == ([], ["achtergrond"])
    # Who has it can give it on without having been told of it first.
    give(plan, sanne, cees)
    assert (asked(sanne), asked(cees)) == (["achtergrond"], [])
    assert mails() == [sanne.email, cees.email, sanne.email]


def test_who_did_not_see_that_it_was_given_hears_who_has_it(plan: Plan, anna: User, sanne: User):
    cees = make_contact(plan.regios[0], naam="Cees Proef")
    first = give(plan, sanne, anna)
    for by, seen in ((anna, 0), (cees, first.id)):
        with pytest.raises(pen.PlanProblem, match=f"{anna.naam} heeft dit onderdeel al aan Sanne Proef gegeven"):
            give(plan, make_contact(plan.regios[0]), by, seen=seen)
    assert asked(sanne) == ["achtergrond"]


@pytest.mark.parametrize("app", ["postgresql", "sqlite"], indirect=True)
def test_two_people_who_give_it_at_once_give_it_once(app: Flask, plan: Plan, anna: User, sanne: User):
    cees = make_contact(plan.regios[0], naam="Cees Proef")
    db.session.commit()
    plan_id, people = plan.id, [(anna.actor, sanne.id), (sanne.actor, cees.id)]

    def give_it(number: int) -> str:
        plan, (actor, to) = db.session.get_one(Plan, plan_id), people[number]
        try:
            giving.give(plan, step(plan), aan_id=to, voor=None, toelichting="", seen_id=0, actor=actor)
            db.session.commit()
        except pen.PlanProblem:
            db.session.rollback()
            return "heard"
        return "gave"

    # Sanne may always give on what she got.
    assert set(at_once(app, give_it, people=2)) <= {"gave", "heard"}
    assert len([one for one in all_rows(GegevenOnderdeel) if one.gesloten_op is None]) == 1


@pytest.mark.parametrize("ready", [True, False])
@pytest.mark.parametrize("who", ["anna", "sanne"])
def test_either_says_that_it_is_over(plan: Plan, anna: User, sanne: User, who: str, ready: bool):
    given = give(plan, sanne, anna)
    actor = {"anna": anna, "sanne": sanne}[who].actor
    assert giving.end(plan, step(plan), given.id, ready=ready, actor=actor)
    assert asked(sanne) == []
    assert giving.open_of(plan) == {}
    said = "gezegd dat “Achtergrond en probleemstelling” klaar is" if ready else "teruggenomen"
    assert said in told(plan)[-1]
    # Once more says nothing.
    assert not giving.end(plan, step(plan), given.id, ready=ready, actor=actor)
    assert len(told(plan)) == 2


def test_a_third_person_does_not(plan: Plan, anna: User, sanne: User):
    given = give(plan, sanne, anna)
    cees = make_contact(plan.regios[0], naam="Cees Proef")
    with pytest.raises(pen.PlanProblem, match=f"Alleen Sanne Proef of {anna.naam}"):
        giving.end(plan, step(plan), given.id, ready=True, actor=cees.actor)


def test_handing_in_ends_what_was_asked_for_good(plan: Plan, anna: User, sanne: User):
    give(plan, sanne, anna)
    make_indiening(plan, anna)
    assert asked(sanne) == []
    submit.withdraw(plan, actor=anna.actor)
    assert asked(sanne) == []


def test_a_plan_that_goes_up_in_another_asks_nothing(plan: Plan, anna: User, sanne: User):
    give(plan, sanne, anna)
    joining.join_plan(make_plan(make_regio()), plan, actor=make_user(Rol.COORDINATOR).actor)
    assert asked(sanne) == []
    assert giving.free_left() == 0


def test_a_new_version_that_is_discarded_asks_nothing(plan: Plan, anna: User, sanne: User):
    make_vastgesteld(plan)
    versions.start_new_version(plan, actor=anna.actor)
    give(plan, sanne, anna)
    assert asked(sanne) == ["achtergrond"]
    assert discarding.discard(plan, seen="", actor=anna.actor) is None
    assert asked(sanne) == []


def test_who_goes_on_with_an_own_plan_is_asked_nothing_in_the_joint_one(app: Flask, anna: User, plan: Plan):
    other = make_regio("Anderstreek")
    joint = make_plan(make_regio("Eenstreek"), other)
    bram, cees = make_contact(joint.regios[1]), make_contact(other)
    give(joint, cees, bram)
    joining.split_plan(joint, other, actor=make_user(Rol.COORDINATOR).actor)
    assert asked(cees) == []
    assert giving.free_left() == 1


@pytest.mark.parametrize("how", ["role taken", "switched off"])
def test_a_person_who_leaves_frees_the_part(plan: Plan, anna: User, sanne: User, how: str):
    give(plan, sanne, anna)
    if how == "switched off":
        sanne.active = False
    else:
        sanne.lidmaatschappen = [Lidmaatschap(rol=Rol.LEZER)]
    db.session.commit()
    assert asked(sanne) == []
    assert giving.open_of(plan) == {}
    assert [giving.free_left(), giving.free_left()] == [1, 0]
    freed = [one for one in all_rows(Event) if one.soort == "onderdeel_vrij"]
    assert [PLAN_STORY.tell(one.soort, None, one.gegevens) for one in freed] == [
        "Het portaal heeft “Achtergrond en probleemstelling” vrijgegeven: Sanne Proef is geen contactpersoon meer."
    ]


def test_a_part_of_who_left_can_be_given_at_once(plan: Plan, anna: User, sanne: User):
    give(plan, sanne, anna)
    sanne.active = False
    db.session.commit()
    cees = make_contact(plan.regios[0], naam="Cees Proef")
    give(plan, cees, anna)
    assert asked(cees) == ["achtergrond"]


def test_when_who_asked_it_left_every_contact_can_take_it_back(plan: Plan, anna: User, sanne: User):
    given = give(plan, sanne, anna)
    cees = make_contact(plan.regios[0], naam="Cees Proef")
    anna.active = False
    db.session.commit()
    assert giving.end(plan, step(plan), given.id, ready=False, actor=cees.actor)


# --- Reminders --------------------------------------------------------------------------------------------------------


def remind_on(day: date) -> int:
    with clock.stopped_at(datetime(day.year, day.month, day.day, 9, tzinfo=UTC)):
        new = remind_of_parts()
        db.session.commit()
    return new


def test_a_part_that_is_not_ready_is_reminded_of_once(plan: Plan, anna: User, sanne: User):
    give(plan, sanne, anna)
    give(plan, sanne, anna, key="monitoring", voor=None)
    days = [VOOR + timedelta(days=offset) for offset in range(-10, 10)]
    assert [day.day for day in days if remind_on(day)] == [9]
    assert mails("onderdeel_herinnering") == [sanne.email]
    (mail,) = (one for one in all_rows(Mail) if one.soort == "onderdeel_herinnering")
    assert mail.onderwerp == "“Achtergrond en probleemstelling”, nog 3 dagen: Proefstreek"
    assert f"{anna.naam} vroeg u om “Achtergrond en probleemstelling” te doen" in mail.tekst


def test_what_is_done_is_not_reminded_of(plan: Plan, anna: User, sanne: User):
    give(plan, sanne, anna)
    with clock.stopped_at(MAART + timedelta(days=1)):
        answers.save_answers(plan, [AnswerEdit("achtergrond", "Zo is het.", 0)], actor=sanne.actor)
    assert remind_on(date(2024, 3, 9)) == 0


def test_a_plan_that_is_being_read_is_not_reminded_of(plan: Plan, anna: User, sanne: User):
    given = give(plan, sanne, anna)
    make_indiening(plan, anna)
    given.gesloten_op = None
    workflow.move(plan, Move.OPPAKKEN, actor=make_user(Rol.COORDINATOR).actor)
    assert remind_on(date(2024, 3, 9)) == 0


def test_who_left_is_not_reminded(plan: Plan, anna: User, sanne: User):
    give(plan, sanne, anna)
    sanne.active = False
    db.session.commit()
    assert remind_on(date(2024, 3, 9)) == 0


def test_nobody_of_a_region_is_asked_nothing(app: Flask):
    assert giving.asked_of(Actor(1, "Niemand")) == []
