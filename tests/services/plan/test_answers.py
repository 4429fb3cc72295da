"""The revision rule for answers: a save never overwrites a newer text, and nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.domain import clock
from portal.domain.merging import Merged, Overlap
from portal.domain.plan.events import EventSoort
from portal.domain.plan.workflow import Move
from portal.domain.roles import Namens
from portal.extensions import db
from portal.models import Answer, Event, Plan, User
from portal.services.filling import texts
from portal.services.filling.revisions import AnswerConflict, AnswerEdit, SaveResult
from portal.services.plan import answers, pen, workflow
from tests.worlds.people import make_contact, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows

MONDAY = datetime(2024, 3, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def plan(app: Flask) -> Plan:
    return make_plan()


@pytest.fixture
def bram(plan: Plan) -> User:
    return make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bram Proef")


def save(plan: Plan, who: User, text: str, *, base: int, key: str = "achtergrond") -> SaveResult:
    """Somebody saves a text, starting from a revision."""
    result = answers.save_answers(plan, [AnswerEdit(key, text, base)], actor=who.actor)
    db.session.commit()
    return result


def stored(plan: Plan, key: str = "achtergrond") -> tuple[str, int, str] | None:
    """Text, revision and writer as they are in the database now."""
    db.session.expire_all()
    row = answers.answers_of(plan).get(key)
    return (row.text, row.revision, row.gewijzigd_door.naam) if row and row.gewijzigd_door else None


def earlier(plan: Plan, key: str = "achtergrond") -> list[tuple[str, int]]:
    """Earlier texts with their revisions, newest first."""
    return [(one.text, one.revision) for one in answers.history_of(plan, key)]


def work_told(plan: Plan) -> list[str]:
    return [one.gegevens["onderdeel"] for one in all_rows(Event) if one.soort == EventSoort.ONDERDEEL_BEWERKT]


def test_the_first_save_makes_revision_one(plan: Plan, anna: User):
    result = save(plan, anna, "Wij zien drie knelpunten.", base=0)
    assert (result.revisions, result.conflicts) == ({"achtergrond": 1}, [])
    assert stored(plan) == ("Wij zien drie knelpunten.", 1, "Anna Proef")
    assert work_told(plan) == ["Achtergrond en probleemstelling"]


def test_saving_nothing_where_nothing_is_changes_nothing(plan: Plan, anna: User):
    assert save(plan, anna, "", base=0).revisions == {"achtergrond": 0}
    assert stored(plan) is None
    assert work_told(plan) == []


def test_a_next_save_starts_from_the_last_one(plan: Plan, anna: User):
    save(plan, anna, "Een.", base=0)
    assert save(plan, anna, "Twee.", base=1).revisions == {"achtergrond": 2}
    assert stored(plan) == ("Twee.", 2, "Anna Proef")


def test_an_answer_can_be_made_empty_and_its_text_is_kept(plan: Plan, anna: User, bram: User):
    save(plan, anna, "Een.", base=0)
    assert save(plan, bram, "", base=1).revisions == {"achtergrond": 2}
    assert stored(plan) == ("", 2, "Bram Proef")
    assert earlier(plan) == [("Een.", 1)]


def test_a_stale_save_reports_both_texts_and_overwrites_nothing(plan: Plan, anna: User, bram: User):
    save(plan, anna, "Van Anna.", base=0)
    with clock.stopped_at(MONDAY):
        save(plan, anna, "Van Anna, langer.", base=1)
    result = save(plan, bram, "Van Bram.", base=1)
    assert result.revisions == {}
    merged = Merged("Van Anna, langer.\n\nVan Bram.", (Overlap("Van Anna.", "Van Bram.", "Van Anna, langer."),))
    assert result.conflicts == [
        AnswerConflict(
            "achtergrond", "Van Bram.", "Van Anna, langer.", 2, "Anna Proef", MONDAY, anna.actor.user_id, merged
        )
    ]
    assert stored(plan) == ("Van Anna, langer.", 2, "Anna Proef")


def test_what_only_one_of_them_touched_is_merged_although_the_other_saved_often(plan: Plan, anna: User, bram: User):
    save(plan, anna, "Een.\n\nTwee.", base=0)
    for number in range(1, 5):
        save(plan, anna, "Een." + "!" * number + "\n\nTwee.", base=number)
    # Bram opened the page while Anna was typing: no earlier version was kept of what stood there.
    result = save(plan, bram, "Een.!!\n\nTwee, van Bram.", base=3)
    assert (result.conflicts, result.revisions) == ([], {"achtergrond": 6})
    assert [(one.door, one.merged.text, one.touched) for one in result.merges] == [
        ("Anna Proef", "Een.!!!!\n\nTwee, van Bram.", True)
    ]
    assert stored(plan) == ("Een.!!!!\n\nTwee, van Bram.", 6, "Bram Proef")
    assert earlier(plan) == [("Een.!!!!\n\nTwee.", 5)]


def test_who_changed_nothing_takes_what_a_colleague_saved_and_writes_nothing(plan: Plan, anna: User, bram: User):
    save(plan, anna, "Een.", base=0)
    save(plan, anna, "Twee.", base=1)
    result = save(plan, bram, "Een.", base=1)
    assert [(one.merged.text, one.touched) for one in result.merges] == [("Twee.", False)]
    assert stored(plan) == ("Twee.", 2, "Anna Proef")


def test_ticks_of_two_people_go_together(plan: Plan, anna: User, bram: User):
    key = "doelgroep_soorten"
    save(plan, anna, "jongeren", base=0, key=key)
    save(plan, anna, "jongeren ambulant", base=1, key=key)
    save(plan, bram, "anders", base=1, key=key)
    assert stored(plan, key) == ("ambulant anders", 3, "Bram Proef")


def test_when_it_is_not_known_any_more_where_somebody_started_all_that_differs_is_asked(
    plan: Plan, anna: User, bram: User
):
    with clock.stopped_at(MONDAY):
        save(plan, anna, "Een.\n\nTwee.", base=0)
        save(plan, anna, "Een!\n\nTwee.", base=1)
    with clock.stopped_at(MONDAY + texts.KEPT_FOR_A_FILE + timedelta(days=1)):
        save(plan, bram, "Een!\n\nTwee!", base=2)
        (conflict,) = save(plan, anna, "Een.\n\nTwee.\n\nDrie.", base=1).conflicts
    assert conflict.merged.text == "Een!\n\nTwee!\n\nEen.\n\nTwee.\n\nDrie."


texts_typed = st.text("ab\n", max_size=12)


@given(st.lists(texts_typed, min_size=1, max_size=8))
@settings(max_examples=30)
def test_every_revision_of_a_text_can_be_read_back(typed: list[str]):
    row = Answer(plan_id=1, question_key="achtergrond", text="", revision=1)
    known, steps = [], []
    for text in typed:
        known.append(row.text)
        steps.append(texts.step_back(row, text))
        row.text, row.revision = text, row.revision + 1
    assert [texts.walk_back(row.text, steps[place:][::-1]) for place in range(len(steps))] == known


def test_two_people_who_both_start_from_nothing(plan: Plan, anna: User, bram: User):
    save(plan, anna, "Van Anna.", base=0)
    result = save(plan, bram, "Van Bram.", base=0)
    assert result.merges == []
    assert [(one.mine, one.theirs, one.revision) for one in result.conflicts] == [("Van Bram.", "Van Anna.", 1)]


def test_the_same_text_is_no_conflict_however_old_the_page(plan: Plan, anna: User, bram: User):
    save(plan, anna, "Een.", base=0)
    save(plan, anna, "Twee.", base=1)
    result = save(plan, bram, "Twee.", base=0)
    assert (result.revisions, result.conflicts) == ({"achtergrond": 2}, [])
    assert stored(plan) == ("Twee.", 2, "Anna Proef")


def test_after_combining_the_save_starts_from_their_revision(plan: Plan, anna: User, bram: User):
    save(plan, anna, "Van Anna.", base=0)
    conflict = save(plan, bram, "Van Bram.", base=0).conflicts[0]
    save(plan, bram, "Van Anna. Van Bram.", base=conflict.revision)
    assert stored(plan) == ("Van Anna. Van Bram.", 2, "Bram Proef")
    assert earlier(plan) == [("Van Anna.", 1)]


def test_one_conflict_does_not_hold_up_the_other_answers_of_the_page(plan: Plan, anna: User, bram: User):
    save(plan, anna, "Van Anna.", base=0, key="projectstructuur")
    edits = [AnswerEdit("projectstructuur", "Van Bram.", 0), AnswerEdit("projectstructuur_vorm", "ad_hoc", 0)]
    result = answers.save_answers(plan, edits, actor=bram.actor)
    assert result.revisions == {"projectstructuur_vorm": 1}
    assert [one.question_key for one in result.conflicts] == ["projectstructuur"]
    assert stored(plan, "projectstructuur_vorm") == ("ad_hoc", 1, "Bram Proef")


def test_the_text_of_somebody_else_is_kept_as_an_earlier_version(plan: Plan, anna: User, bram: User):
    save(plan, anna, "Van Anna.", base=0)
    save(plan, bram, "Van Bram.", base=1)
    assert earlier(plan) == [("Van Anna.", 1)]


@pytest.mark.parametrize(("pause", "kept"), [(timedelta(minutes=30), []), (timedelta(minutes=31), [("Een.", 1)])])
def test_own_saves_become_one_version_until_a_pause(
    plan: Plan, anna: User, pause: timedelta, kept: list[tuple[str, int]]
):
    with clock.stopped_at(MONDAY):
        save(plan, anna, "Een.", base=0)
    with clock.stopped_at(MONDAY + pause):
        save(plan, anna, "Een. Twee.", base=1)
    assert earlier(plan) == kept
    assert stored(plan) == ("Een. Twee.", 2, "Anna Proef")


def test_work_on_a_part_is_told_once_a_day_per_person(plan: Plan, anna: User, bram: User):
    with clock.stopped_at(MONDAY):
        save(plan, anna, "1", base=0)
        save(plan, bram, "2", base=1)
        save(plan, anna, "3", base=2)
        save(plan, anna, "Vier.", base=0, key="monitoring")
    assert sorted(work_told(plan)) == ["Achtergrond en probleemstelling"] * 2 + ["Monitoring en aandachtspunten"]
    with clock.stopped_at(MONDAY + timedelta(days=1, seconds=1)):
        save(plan, bram, "5", base=3)
    assert len(work_told(plan)) == 4


def test_restoring_makes_a_new_revision_and_keeps_the_present_text(plan: Plan, anna: User, bram: User):
    save(plan, anna, "Van Anna.", base=0)
    save(plan, bram, "Van Bram.", base=1)
    first = answers.history_of(plan, "achtergrond")[0]
    answers.restore_answer(plan, "achtergrond", first.id, actor=bram.actor)
    db.session.commit()
    assert stored(plan) == ("Van Anna.", 3, "Bram Proef")
    assert earlier(plan) == [("Van Bram.", 2), ("Van Anna.", 1)]
    assert EventSoort.TEKST_TERUGGEZET in [one.soort for one in all_rows(Event)]


def test_only_an_earlier_text_of_this_very_answer_can_be_restored(plan: Plan, anna: User, bram: User):
    save(plan, anna, "Van Anna.", base=0)
    save(plan, bram, "Van Bram.", base=1)
    save(plan, anna, "Anders.", base=0, key="monitoring")
    kept = answers.history_of(plan, "achtergrond")[0]
    elsewhere = make_plan()
    for target, key, history_id in (
        (elsewhere, "achtergrond", kept.id),
        (plan, "monitoring", kept.id),
        (plan, "achtergrond", 0),
    ):
        with pytest.raises(pen.PlanProblem, match=r"Deze eerdere tekst is er niet \(meer\)\."):
            answers.restore_answer(target, key, history_id, actor=anna.actor)
    db.session.rollback()
    assert stored(plan) == ("Van Bram.", 2, "Bram Proef")
    assert stored(plan, "monitoring") == ("Anders.", 1, "Anna Proef")


def test_a_question_that_the_format_does_not_ask_is_a_mistake_and_saves_nothing(plan: Plan, anna: User):
    db.session.commit()
    before = len(all_rows(Answer))
    edits = [AnswerEdit("achtergrond", "Wel gevraagd.", 0), AnswerEdit("bestaat_niet", "Niet gevraagd.", 0)]
    with pytest.raises(KeyError):
        answers.save_answers(plan, edits, actor=anna.actor)
    db.session.rollback()
    assert len(all_rows(Answer)) == before


def test_while_the_plan_is_handed_in_nothing_is_saved(plan: Plan, anna: User):
    save(plan, anna, "Zoals ingediend.", base=0)
    make_indiening(plan, anna)
    coordinator = make_user(naam="Co Proef").actor
    reasons = []
    for move in (None, Move.OPPAKKEN, Move.VASTSTELLEN):
        if move:
            workflow.move(plan, move, actor=coordinator)
        with pytest.raises(pen.PlanProblem) as refused:
            save(plan, anna, "Later bedacht.", base=1)
        reasons.append(str(refused.value))
    handed_in = "Dit plan is ingediend. U kunt het pas weer wijzigen als u het intrekt of terugkrijgt."
    assert reasons == [handed_in, handed_in, "Dit plan is vastgesteld. U kunt het niet meer wijzigen."]
    assert stored(plan) == ("Zoals ingediend.", 1, "Anna Proef")


def test_a_plan_that_came_back_can_be_changed_again(plan: Plan, anna: User):
    save(plan, anna, "Zoals ingediend.", base=0)
    make_indiening(plan, anna)
    coordinator = make_user(naam="Co Proef").actor
    workflow.move(plan, Move.OPPAKKEN, actor=coordinator)
    workflow.move(plan, Move.TERUGSTUREN, actor=coordinator, reason="Graag aanvullen.")
    assert save(plan, anna, "Aangevuld.", base=1).revisions == {"achtergrond": 2}
