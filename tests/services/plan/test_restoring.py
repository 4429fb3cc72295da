"""Parts of an earlier submission put back in the concept: what stands there now is kept, and nothing else changes."""

from __future__ import annotations

import pytest

from forms.spec import Kind
from portal.domain.plan.states import VersieStatus
from portal.extensions import db
from portal.models import Event, Indiening, Plan, RowHistory, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, attachments, pen, restoring, rows, submit
from portal.services.plan.content import working_copy
from portal.services.plan.putting_back import FILES
from tests.worlds.plan import make_indiening, make_vastgesteld
from tests.worlds.rows import all_rows

PDF = b"%PDF-1.7\nons eigen plan"


def write(plan: Plan, who: User, key: str, text: str) -> None:
    row = answers.answers_of(plan).get(key)
    answers.save_answers(plan, [AnswerEdit(key, text, row.revision if row else 0)], actor=who.actor)


@pytest.fixture
def earlier(plan: Plan, anna: User) -> Indiening:
    """What was handed in and taken back; since then two texts, the actions and the files changed."""
    write(plan, anna, "monitoring", "Zoals het was.")
    kept = rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Blijft"}, actor=anna.actor)
    gone = rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Verdwijnt"}, actor=anna.actor)
    file = attachments.add_bijlage(plan, naam="Oud", bestandsnaam="o.pdf", inhoud=PDF, actor=anna.actor)
    found = make_indiening(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    write(plan, anna, "monitoring", "Zoals het werd.")
    write(plan, anna, "achtergrond", "Is erbij gekomen.")
    rows.change_row(plan, Kind.ACTIES, kept.id, {"omschrijving": "Anders"}, base_revision=1, actor=anna.actor)
    rows.remove_row(plan, Kind.ACTIES, gone.id, base_revision=1, actor=anna.actor)
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Nieuw"}, actor=anna.actor)
    attachments.remove_bijlage(plan, file, actor=anna.actor)
    db.session.commit()
    return found


def restore(plan: Plan, earlier: Indiening, *keys: str, who: User) -> None:
    seen = restoring.offered(plan, earlier).mark
    assert restoring.restore(plan, earlier, keys, seen=seen, actor=who.actor) is None
    db.session.commit()


def test_what_would_change_is_told_before(plan: Plan, earlier: Indiening):
    change = restoring.offered(plan, earlier)
    assert change.keys == ("achtergrond", "acties", "monitoring", FILES)
    text = next(part for part in change.parts if part.step.key == "monitoring").texts["monitoring"]
    assert (text.before, text.after) == ("Zoals het werd.", "Zoals het was.")
    assert (change.new_files, change.gone_files) == (("Oud",), ())


def test_one_part_comes_back_and_the_others_stay(plan: Plan, earlier: Indiening, anna: User):
    before = working_copy(plan)
    restore(plan, earlier, "monitoring", who=anna)
    now = working_copy(plan)
    assert now["answers"] == {**before["answers"], "monitoring": "Zoals het was."}
    assert {**now, "answers": {}} == {**before, "answers": {}}
    assert answers.history_of(plan, "monitoring")[0].text == "Zoals het werd."


def test_everything_comes_back_exactly_and_no_word_is_lost(plan: Plan, earlier: Indiening, anna: User):
    restore(plan, earlier, *restoring.offered(plan, earlier).keys, who=anna)
    assert working_copy(plan) == {**earlier.snapshot}
    assert answers.history_of(plan, "achtergrond")[0].text == "Is erbij gekomen."
    assert "Anders" in {one.velden.get("omschrijving") for one in all_rows(RowHistory)}
    assert [row.omschrijving for row in rows.rows_of(plan, Kind.ACTIES, removed=True)] == ["Nieuw"]
    event = all_rows(Event)[-1]
    assert event.soort == "onderdelen_teruggezet"
    assert event.gegevens["onderdelen"].endswith("Monitoring en aandachtspunten, Bijlagen")
    assert event.notitie.startswith("Zoals ingediend op ")


def test_who_has_the_part_open_is_merged_with_what_came_back(plan: Plan, earlier: Indiening, anna: User):
    seen = answers.answers_of(plan)["monitoring"].revision
    restore(plan, earlier, "monitoring", who=anna)
    edit = AnswerEdit("monitoring", "Zoals het werd.\n\nEn nog iets.", seen)
    answers.save_answers(plan, [edit], actor=anna.actor)
    assert answers.answers_of(plan)["monitoring"].text == "Zoals het was.\n\nEn nog iets."


def test_what_a_colleague_changed_meanwhile_is_told_first(plan: Plan, earlier: Indiening, anna: User):
    seen = restoring.offered(plan, earlier).mark
    write(plan, anna, "monitoring", "Van een collega.")
    change = restoring.restore(plan, earlier, ["monitoring"], seen=seen, actor=anna.actor)
    assert change
    assert "monitoring" in change.keys
    assert working_copy(plan)["answers"]["monitoring"] == "Van een collega."


def test_a_plan_that_is_vastgesteld_gets_a_new_version(plan: Plan, earlier: Indiening, anna: User):
    make_vastgesteld(plan)
    restore(plan, earlier, "monitoring", who=anna)
    assert (plan.versie.nummer, plan.status) == (2, VersieStatus.CONCEPT)
    assert working_copy(plan)["answers"]["monitoring"] == "Zoals het was."


def test_what_is_with_reviewers_stays_as_it_is(plan: Plan, earlier: Indiening, anna: User):
    make_indiening(plan, anna)
    seen = restoring.offered(plan, earlier).mark
    with pytest.raises(pen.PlanProblem, match="ingediend"):
        restoring.restore(plan, earlier, ["monitoring"], seen=seen, actor=anna.actor)


def test_nothing_chosen_is_said(plan: Plan, earlier: Indiening, anna: User):
    seen = restoring.offered(plan, earlier).mark
    with pytest.raises(pen.PlanProblem, match="Kies ten minste"):
        restoring.restore(plan, earlier, ["doelgroep"], seen=seen, actor=anna.actor)
