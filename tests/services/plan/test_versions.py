"""A new version after vaststellen: the frozen plan stays in force until the new one is accepted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain import clock
from portal.domain.plan.states import VersieStatus
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Event, Mail, Plan, PlanVersie, RowHistory, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import (
    answers,
    attachments,
    discarding,
    pen,
    plans,
    reminders,
    rows,
    steps,
    submit,
    versions,
)
from portal.services.plan.content import working_copy
from portal.services.plan.in_force import plan_in_force
from portal.services.review import reviews
from tests.running.at_once import at_once
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan, make_vastgesteld
from tests.worlds.remark import make_thread
from tests.worlds.review import answer_return, make_in_review, make_returned
from tests.worlds.rows import all_rows

DEADLINE = date(2023, 12, 31)
IN_DECEMBER = datetime(2023, 12, 1, 10, 0, tzinfo=UTC)
IN_MAART = datetime(2024, 3, 1, 10, 0, tzinfo=UTC)


@pytest.fixture
def plan(app: Flask) -> Plan:
    with clock.stopped_at(IN_DECEMBER):
        return make_plan(make_regio("Proefstreek"), deadline=DEADLINE)


def second_version(plan: Plan, who: User) -> PlanVersie:
    with clock.stopped_at(IN_DECEMBER):
        make_vastgesteld(plan)
    with clock.stopped_at(IN_MAART):
        versie = versions.start_new_version(plan, actor=who.actor)
        db.session.commit()
    return versie


def test_a_new_version_starts_as_a_concept_with_the_same_texts(plan: Plan, anna: User):
    answers.save_answers(plan, [AnswerEdit("monitoring", "Zoals het was.", 0)], actor=anna.actor)
    versie = second_version(plan, anna)
    assert (versie.nummer, plan.status) == (2, VersieStatus.CONCEPT)
    assert plan.versie is versie
    assert answers.answers_of(plan)["monitoring"].text == "Zoals het was."
    event = all_rows(Event)[-1]
    assert (event.soort, event.versie_id, event.door_id) == ("nieuwe_versie", versie.id, anna.id)


def test_the_old_plan_stays_in_force_until_the_new_one_is_accepted(plan: Plan, anna: User):
    second_version(plan, anna)
    first = plan_in_force(plan)
    assert first is not None
    assert first.is_vastgesteld
    answers.save_answers(plan, [AnswerEdit("monitoring", "Nieuw.", 0)], actor=anna.actor)
    again = make_in_review(plan, contact=anna)
    still = plan_in_force(plan)
    assert still is not None
    assert still.indiening.id == first.indiening.id
    reviews.approve(plan, actor=make_user(Rol.COORDINATOR).actor, seen_indiening_id=again.id)
    db.session.commit()
    now = plan_in_force(plan)
    assert now is not None
    assert (now.indiening.id, now.is_vastgesteld) == (again.id, True)


def test_starting_twice_gives_one_version(plan: Plan, anna: User):
    first = second_version(plan, anna)
    assert versions.start_new_version(plan, actor=anna.actor) is first
    assert len(all_rows(PlanVersie)) == 2


def test_people_who_start_at_once_get_the_same_version(app: Flask, plan: Plan, anna: User):
    make_vastgesteld(plan)
    plan_id, actor = plan.id, anna.actor

    def start(number: int) -> int:
        target = plans.find_plan(plan_id)
        assert target is not None
        return versions.start_new_version(target, actor=actor).id

    assert len(set(at_once(app, start))) == 1
    assert [versie.nummer for versie in all_rows(PlanVersie)] == [1, 2]


def test_starting_anew_while_the_acceptance_is_undone_one_of_both_happens(app: Flask, plan: Plan, anna: User):
    co = make_user(Rol.COORDINATOR).actor
    make_vastgesteld(plan)
    plan_id, actor = plan.id, anna.actor

    def act(number: int) -> bool:
        target = plans.find_plan(plan_id)
        assert target is not None
        try:
            if number:
                versions.start_new_version(target, actor=actor)
            else:
                reviews.undo_approval(target, actor=co, reason="Te snel.")
        except pen.PlanProblem:
            return False
        return True

    found = at_once(app, act, people=2)
    assert sorted(found) == [False, True]
    assert len(all_rows(PlanVersie)) == (2 if found[1] else 1)


def test_only_a_plan_that_was_accepted_gets_a_new_version(plan: Plan, anna: User):
    make_indiening(plan, anna)
    with pytest.raises(pen.PlanProblem, match="pas een nieuwe versie"):
        versions.start_new_version(plan, actor=anna.actor)


def test_a_deadline_from_before_the_new_version_is_not_about_it(plan: Plan, anna: User):
    assert versions.due_date(plan) == DEADLINE
    second_version(plan, anna)
    assert plan.deadline == DEADLINE
    assert versions.due_date(plan) is None
    with clock.stopped_at(IN_MAART):
        plans.set_deadline(plan, deadline=date(2024, 6, 1), actor=make_user(Rol.COORDINATOR).actor)
    assert versions.due_date(plan) == date(2024, 6, 1)


def test_a_plan_that_came_back_after_its_deadline_is_not_late(plan: Plan, anna: User):
    with clock.stopped_at(IN_DECEMBER):
        make_returned(plan, contact=anna)
        assert versions.due_date(plan) == DEADLINE
        make_resubmitted_again(plan, anna)
    with clock.stopped_at(IN_MAART):
        make_returned_again(plan)
        assert versions.due_date(plan) is None


def make_resubmitted_again(plan: Plan, anna: User) -> None:
    answer_return(plan, anna)
    make_indiening(plan, anna)


def make_returned_again(plan: Plan) -> None:
    co = make_user(Rol.COORDINATOR).actor
    reviews.pick_up(plan, actor=co)
    newest = submit.newest_submission(plan.versie)
    reviews.send_back(plan, actor=co, reden="Nog eens.", asked={"acties": "Wie?"}, seen_indiening_id=newest.id)


def test_nobody_is_reminded_of_a_deadline_that_is_not_about_the_new_version(plan: Plan, anna: User):
    with clock.stopped_at(IN_DECEMBER):
        make_vastgesteld(plan)
    day_after = datetime.combine(DEADLINE + timedelta(days=1), datetime.min.time(), UTC).replace(hour=12)
    with clock.stopped_at(day_after):
        versions.start_new_version(plan, actor=anna.actor)
        assert reminders.remind_about_deadlines() == 0
    assert {mail.soort for mail in all_rows(Mail)} == {"ingediend", "nieuw_ingediend"}


def test_a_plan_that_was_not_accepted_is_reminded_on_that_same_day(plan: Plan, anna: User):
    with clock.stopped_at(datetime(2024, 1, 7, 12, 0, tzinfo=UTC)):
        assert reminders.remind_about_deadlines() == 1


def test_a_timeline_in_a_later_version_takes_the_year_in_which_it_was_begun(plan: Plan, anna: User):
    second_version(plan, anna)
    row = rows.add_row(plan, Kind.MIJLPALEN, {"mijlpaal": "Klaar", "tijdslijn": "Q4"}, actor=anna.actor)
    direct = rows.add_row(plan, Kind.MIJLPALEN, {"mijlpaal": "Meteen", "tijdslijn": "per direct"}, actor=anna.actor)
    assert (row.venster_van, direct.venster_van) == (date(2024, 10, 1), IN_MAART.date())


# --- Discarding ------------------------------------------------------------------------------------------------------


def test_a_new_version_in_which_nothing_changed_is_discarded_at_once(plan: Plan, anna: User):
    second_version(plan, anna)
    assert discarding.discard(plan, seen="", actor=anna.actor) is None
    db.session.commit()
    assert [one.nummer for one in all_rows(PlanVersie)] == [1]
    assert plan.status is VersieStatus.VASTGESTELD
    assert [event.soort for event in all_rows(Event)][-2:] == ["nieuwe_versie", "nieuwe_versie_weggegooid"]


def change_everything(plan: Plan, who: User) -> None:
    """A text, a row of each kind of change, a reason for later, and a file."""
    row = answers.answers_of(plan)["monitoring"]
    answers.save_answers(plan, [AnswerEdit("monitoring", "Anders.", row.revision)], actor=who.actor)
    first, second = rows.rows_of(plan, Kind.ACTIES)[:2]
    rows.change_row(
        plan, Kind.ACTIES, first.id, {"omschrijving": "Anders", "tijdslijn": "zsm"}, base_revision=1, actor=who.actor
    )
    rows.remove_row(plan, Kind.ACTIES, second.id, base_revision=second.revision, actor=who.actor)
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Erbij"}, actor=who.actor)
    steps.declare_later(plan, pen.format_of(plan).steps[-1], reden="Later", actor=who.actor)
    attachments.add_bijlage(plan, naam="Erbij", bestandsnaam="b.pdf", inhoud=b"%PDF-1.7 x", actor=who.actor)
    db.session.commit()


def test_discarding_gives_exactly_what_was_vastgesteld_and_loses_no_word(plan: Plan, anna: User):
    answers.save_answers(plan, [AnswerEdit("monitoring", "Zoals het was.", 0)], actor=anna.actor)
    for text in ("Een", "Twee"):
        rows.add_row(plan, Kind.ACTIES, {"omschrijving": text, "tijdslijn": "Q2"}, actor=anna.actor)
    second_version(plan, anna)
    before = working_copy(plan)
    change_everything(plan, anna)
    loss = discarding.discard(plan, seen="", actor=anna.actor)
    assert loss is not None
    assert loss.parts == ("Acties", "Monitoring en aandachtspunten", "Ervaringen uit de regio", "Bijlagen")
    assert plan.versie.nummer == 2
    assert discarding.discard(plan, seen=loss.mark, actor=anna.actor) is None
    db.session.commit()
    assert (working_copy(plan), plan.versie.nummer) == (before, 1)
    assert [one.text for one in answers.history_of(plan, "monitoring")] == ["Anders."]
    assert "Anders" in {one.velden.get("omschrijving") for one in all_rows(RowHistory)}
    assert "Erbij" in {row.omschrijving for row in rows.rows_of(plan, Kind.ACTIES, removed=True)}


def test_what_a_colleague_changed_meanwhile_is_asked_again(plan: Plan, anna: User):
    answers.save_answers(plan, [AnswerEdit("monitoring", "Zoals het was.", 0)], actor=anna.actor)
    second_version(plan, anna)
    answers.save_answers(plan, [AnswerEdit("monitoring", "Anders.", 1)], actor=anna.actor)
    loss = discarding.discard(plan, seen="", actor=anna.actor)
    assert loss is not None
    answers.save_answers(plan, [AnswerEdit("ervaringen", "Van Bram.", 0)], actor=make_contact(plan.regios[0]).actor)
    again = discarding.discard(plan, seen=loss.mark, actor=anna.actor)
    assert again is not None
    assert again.parts == ("Monitoring en aandachtspunten", "Ervaringen uit de regio")


def test_what_was_remarked_on_a_discarded_version_stays_with_the_plan(plan: Plan, anna: User):
    second_version(plan, anna)
    thread = make_thread(plan, anna, Zicht.EIGEN)
    discarding.discard(plan, seen="", actor=anna.actor)
    db.session.commit()
    db.session.refresh(thread)
    assert (thread.plan_id, thread.versie_id) == (plan.id, plan.versie.id)


def test_the_first_version_or_one_that_was_handed_in_is_not_discarded(plan: Plan, anna: User):
    with pytest.raises(pen.PlanProblem, match="geen nieuwe versie"):
        discarding.discard(plan, seen="", actor=anna.actor)
    second_version(plan, anna)
    make_indiening(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    assert not discarding.may_be_discarded(plan)
    with pytest.raises(pen.PlanProblem, match="geen nieuwe versie"):
        discarding.discard(plan, seen="", actor=anna.actor)
