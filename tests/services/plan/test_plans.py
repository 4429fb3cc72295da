"""Starting plans, joining and splitting them, and their deadline."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain import clock
from portal.domain.plan.events import PLAN_STORY
from portal.domain.plan.states import VersieStatus
from portal.domain.policy import Action, can
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Event, Plan, PlanRegio
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, events, joining, pen, plans, rows
from portal.services.plan.content import working_copy
from tests.editions import NATIONAL_GOAL
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows

NEW_YEAR = date(2030, 12, 31)


@pytest.fixture
def co(app: Flask) -> Actor:
    """A coördinator."""
    return make_user(Rol.COORDINATOR, naam="Co Proef").actor


def texts(plan: Plan) -> tuple[str, str, str]:
    """What the portal fills in: the name, the gemeenten, the national sentence."""
    copy = working_copy(plan)
    return copy["answers"]["regio_naam"], copy["answers"]["gemeenten"], copy["doelstellingen"][0]["tekst"]


def sentence(naam: str) -> str:
    return NATIONAL_GOAL.sentence.format(regio=naam)


def story(plan: Plan) -> list[str]:
    """What the timeline of a plan tells, oldest first."""
    found = list(reversed(events.story_of(plan)))
    return [PLAN_STORY.tell(one.soort, one.door.naam if one.door else "Het portaal", one.gegevens) for one in found]


def write_goal(plan: Plan, text: str, actor: Actor) -> None:
    goal = rows.rows_of(plan, Kind.DOELSTELLINGEN)[0]
    rows.change_row(plan, Kind.DOELSTELLINGEN, goal.id, {"tekst": text}, base_revision=goal.revision, actor=actor)


def test_a_new_plan_is_an_empty_concept_with_names_and_the_national_goal(co: Actor):
    regio = make_regio("Weidestreek", ["Aldorp", "Bedorp"])
    plan = plans.open_plan([regio], deadline=NEW_YEAR, actor=co)
    assert (plan.naam, plan.status, plan.versie.nummer, plan.deadline) == (
        "Weidestreek",
        VersieStatus.CONCEPT,
        1,
        NEW_YEAR,
    )
    copy = working_copy(plan)
    assert copy["answers"] == {"regio_naam": "Weidestreek", "gemeenten": "Weidestreek: Aldorp, Bedorp"}
    assert [(goal["tekst"], goal["landelijk"]) for goal in copy["doelstellingen"]] == [(sentence("Weidestreek"), True)]
    assert (copy["partijen"], copy["acties"], copy["mijlpalen"], copy["bijlagen"]) == ([], [], [], [])
    assert story(plan) == ["Co Proef heeft het plan gestart voor Weidestreek."]


def test_a_joint_plan_counts_for_its_regions_by_name(co: Actor):
    plan = plans.open_plan([make_regio("Zandstreek"), make_regio("Aastreek")], deadline=NEW_YEAR, actor=co)
    assert plan.naam == "Aastreek en Zandstreek"
    assert texts(plan)[2] == sentence("Aastreek en Zandstreek")


def test_a_region_has_one_plan_at_a_time(co: Actor):
    taken, free = make_regio("Bezet"), make_regio("Vrij")
    make_plan(taken)
    db.session.commit()
    with pytest.raises(pen.PlanProblem, match="Een van deze regio’s heeft al een plan"):
        plans.open_plan([free, taken], deadline=NEW_YEAR, actor=co)
    assert len(all_rows(Plan)) == 1
    assert [link.regio_id for link in all_rows(PlanRegio)] == [taken.id]


def test_a_plan_is_for_at_least_one_region(co: Actor):
    with pytest.raises(pen.PlanProblem, match="Kies ten minste één regio"):
        plans.open_plan([], deadline=NEW_YEAR, actor=co)


def test_another_deadline_is_told_and_the_same_one_is_no_news(co: Actor):
    plan = make_plan(deadline=NEW_YEAR)
    plans.set_deadline(plan, deadline=NEW_YEAR, actor=co)
    plans.set_deadline(plan, deadline=date(2031, 1, 31), actor=co, notitie="De raad vergadert later.")
    assert plan.deadline == date(2031, 1, 31)
    assert story(plan)[1:] == ["Co Proef heeft de deadline gezet op 31 januari 2031."]
    assert events.story_of(plan)[0].notitie == "De raad vergadert later."


def test_a_deadline_lies_ahead_or_is_today(co: Actor):
    plan = make_plan(deadline=NEW_YEAR)
    with clock.stopped_at(datetime(2030, 6, 15, 12, tzinfo=UTC)):
        with pytest.raises(pen.PlanProblem, match="Deze datum is al voorbij"):
            plans.set_deadline(plan, deadline=date(2030, 6, 14), actor=co)
        plans.set_deadline(plan, deadline=date(2030, 6, 15), actor=co)
    assert plan.deadline == date(2030, 6, 15)


def test_joining_lets_one_plan_count_for_both_and_untouched_texts_follow(co: Actor):
    plan = make_plan(make_regio("Aastreek", ["Aldorp"]))
    other = make_plan(make_regio("Zandstreek", ["Zedorp"]))
    joining.join_plan(plan, other, actor=co)
    db.session.commit()
    assert [regio.naam for regio in plan.regios] == ["Aastreek", "Zandstreek"]
    assert texts(plan) == (
        "Aastreek en Zandstreek",
        "Aastreek: Aldorp\nZandstreek: Zedorp",
        sentence("Aastreek en Zandstreek"),
    )
    assert story(plan)[-1] == "Co Proef heeft Zandstreek bij dit plan gevoegd."
    assert story(other)[-1] == "Co Proef heeft dit plan samengevoegd met het plan van Aastreek en Zandstreek."


def test_joining_leaves_alone_what_somebody_wrote(co: Actor):
    plan, other = make_plan(make_regio("Aastreek")), make_plan(make_regio("Zandstreek"))
    anna = make_contact(plan.regios[0]).actor
    answers.save_answers(plan, [AnswerEdit("regio_naam", "Aa en omstreken", 1)], actor=anna)
    write_goal(plan, "Van 6 naar 4 cliënten per maand.", anna)
    joining.join_plan(plan, other, actor=co)
    assert texts(plan) == ("Aa en omstreken", "Aastreek\nZandstreek", "Van 6 naar 4 cliënten per maand.")


def test_texts_that_follow_are_a_new_revision_so_that_an_open_page_overwrites_nothing(co: Actor):
    plan, other = make_plan(make_regio("Aastreek")), make_plan(make_regio("Zandstreek"))
    anna = make_contact(plan.regios[0]).actor
    joining.join_plan(plan, other, actor=co)
    result = answers.save_answers(plan, [AnswerEdit("regio_naam", "Aa", 1)], actor=anna)
    assert [(one.theirs, one.door) for one in result.conflicts] == [("Aastreek en Zandstreek", "het portaal")]


def test_in_the_plan_that_was_taken_up_nobody_writes_any_more(co: Actor):
    plan, other = make_plan(), make_plan()
    bram = make_contact(other.regios[0]).actor
    answers.save_answers(other, [AnswerEdit("achtergrond", "Dit schreef Bram.", 0)], actor=bram)
    joining.join_plan(plan, other, actor=co)
    with pytest.raises(pen.PlanProblem, match=r"Dit plan is opgegaan in een gezamenlijk plan\. Werk daarin verder\."):
        answers.save_answers(other, [AnswerEdit("achtergrond", "Nog iets.", 1)], actor=bram)
    assert working_copy(other)["answers"]["achtergrond"] == "Dit schreef Bram."
    assert other.opgegaan_in_id == plan.id


def test_a_plan_that_was_taken_up_keeps_its_name_and_stays_readable_for_the_regions_of_the_joint_plan(co: Actor):
    plan, other = make_plan(make_regio("Aastreek")), make_plan(make_regio("Zandstreek"))
    anna, bram = make_contact(plan.regios[0]).actor, make_contact(other.regios[0]).actor
    stranger = make_contact(make_regio("Elders")).actor
    joining.join_plan(plan, other, actor=co)
    assert (plan.naam, other.naam) == ("Aastreek en Zandstreek", "Zandstreek")
    assert plan.opgegane_plannen == [other]
    readers = [can(actor, Action.PLAN_CONCEPT_LEZEN, other.facts) for actor in (anna, bram, stranger)]
    assert readers == [True, True, False]


@pytest.mark.parametrize("which", ["the plan itself", "the other plan"])
def test_a_plan_that_is_handed_in_is_not_joined(co: Actor, which: str):
    plan, other = make_plan(make_regio("Aastreek")), make_plan(make_regio("Zandstreek"))
    handed_in = plan if which == "the plan itself" else other
    make_indiening(handed_in)
    with pytest.raises(pen.PlanProblem, match=f"Het plan van {handed_in.naam} is ingediend."):
        joining.join_plan(plan, other, actor=co)
    assert (plan.naam, other.naam) == ("Aastreek", "Zandstreek")


def test_a_plan_does_not_join_itself_or_one_that_is_gone(co: Actor):
    plan, other, third = make_plan(), make_plan(), make_plan()
    with pytest.raises(pen.PlanProblem, match="Kies twee verschillende plannen"):
        joining.join_plan(plan, plan, actor=co)
    joining.join_plan(plan, other, actor=co)
    for one, two in ((other, third), (third, other)):
        with pytest.raises(pen.PlanProblem, match="al opgegaan in een ander plan"):
            joining.join_plan(one, two, actor=co)
    assert len(third.regios) == 1


def test_splitting_gives_a_region_its_own_plan_with_a_copy_of_everything(co: Actor):
    aa, zand = make_regio("Aastreek", ["Aldorp"]), make_regio("Zandstreek", ["Zedorp"])
    plan = make_plan(aa, zand, deadline=NEW_YEAR)
    anna = make_contact(aa).actor
    answers.save_answers(plan, [AnswerEdit("achtergrond", "Samen bedacht.", 0)], actor=anna)
    rows.add_row(plan, Kind.ACTIES, {"vorm": "actie", "omschrijving": "Overleggen"}, actor=anna)
    rows.add_row(plan, Kind.PARTIJEN, {"naam": "Aanbieder Een", "soort": "zorgaanbieder"}, actor=anna)
    own = joining.split_plan(plan, zand, actor=co)
    db.session.commit()
    assert (plan.naam, own.naam, own.status, own.deadline) == ("Aastreek", "Zandstreek", VersieStatus.CONCEPT, NEW_YEAR)
    assert texts(plan) == ("Aastreek", "Aastreek: Aldorp", sentence("Aastreek"))
    assert texts(own) == ("Zandstreek", "Zandstreek: Zedorp", sentence("Zandstreek"))
    copy, original = working_copy(own), working_copy(plan)
    assert copy["answers"]["achtergrond"] == original["answers"]["achtergrond"] == "Samen bedacht."
    assert [one["omschrijving"] for one in copy["acties"]] == ["Overleggen"]
    assert [one["naam"] for one in copy["partijen"]] == ["Aanbieder Een"]
    assert copy["acties"][0]["id"] != original["acties"][0]["id"]
    assert story(plan)[-1] == "Co Proef heeft Zandstreek van dit plan afgesplitst."
    assert story(own) == ["Co Proef heeft het plan gestart voor Zandstreek."]


def test_splitting_leaves_alone_what_somebody_wrote_in_both_plans(co: Actor):
    plan = make_plan(make_regio("Aastreek"), make_regio("Zandstreek"))
    anna = make_contact(plan.regios[0]).actor
    write_goal(plan, "Samen van 12 naar 8.", anna)
    own = joining.split_plan(plan, plan.regios[1], actor=co)
    assert (texts(plan)[2], texts(own)[2]) == ("Samen van 12 naar 8.", "Samen van 12 naar 8.")


def test_only_a_region_of_a_joint_plan_in_the_hands_of_its_people_is_split_off(co: Actor):
    single, joint, elsewhere = make_plan(), make_plan(make_regio(), make_regio()), make_regio()
    for plan, regio in ((single, single.regios[0]), (joint, elsewhere)):
        with pytest.raises(pen.PlanProblem, match="Dit is geen gezamenlijk plan voor deze regio"):
            joining.split_plan(plan, regio, actor=co)
    make_indiening(joint)
    with pytest.raises(pen.PlanProblem, match=r"is ingediend\. Splitsen kan nu niet\."):
        joining.split_plan(joint, joint.regios[0], actor=co)
    assert len(all_rows(Plan)) == 2


def test_nothing_that_is_refused_is_told(co: Actor):
    plan = make_plan()
    told = len(all_rows(Event))
    with pytest.raises(pen.PlanProblem):
        joining.join_plan(plan, plan, actor=co)
    assert len(all_rows(Event)) == told
