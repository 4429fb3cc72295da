"""The samenvattende analyse: only what counts, condensed beside the original, and flagged when the plan changed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask

from exports.condensed import CondensedAnalysis, CondensedCell
from exports.condensed_source import Kolom, find_kolom
from portal.domain import clock
from portal.domain.plan.workflow import Move
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Plan, PlanVersie, Samenvatting, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, joining, submit, workflow
from portal.services.review import condensing
from portal.services.review.condensing import CondensingConflict, CondensingProblem, fingerprint
from tests.running.at_once import at_once
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows

FIRST, SECOND, DRAFT = "Eerst de zilverkwartel.", "Dan de koperspecht.", "Ooit de goudvink."


def kolom(key: str = "randvoorwaarden") -> Kolom:
    found = find_kolom(key)
    assert found is not None
    return found


@pytest.fixture
def co(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR, naam="Co Proef").actor


@pytest.fixture
def plan(app: Flask) -> Plan:
    return make_plan(make_regio("Aastreek"))


@pytest.fixture
def anna(plan: Plan) -> User:
    return make_contact(plan.regios[0], naam="Anna Proef")


def write(plan: Plan, who: User, text: str, key: str = "randvoorwaarden") -> None:
    present = answers.answers_of(plan).get(key)
    answers.save_answers(plan, [AnswerEdit(key, text, present.revision if present else 0)], actor=who.actor)


def hand_in(plan: Plan, who: User, text: str) -> None:
    write(plan, who, text)
    make_indiening(plan, who)
    db.session.commit()


def accept(plan: Plan, co: Actor) -> None:
    for move in (Move.OPPAKKEN, Move.VASTSTELLEN):
        workflow.move(plan, move, actor=co)
    db.session.commit()


def next_version(plan: Plan) -> None:
    db.session.add(PlanVersie(plan=plan, nummer=2, status_sinds=clock.now()))
    db.session.commit()
    db.session.refresh(plan)


def analysis() -> CondensedAnalysis:
    db.session.commit()
    db.session.expire_all()
    return condensing.analysis()


def cell(plan: Plan, key: str = "randvoorwaarden") -> CondensedCell:
    (found,) = [one for one in analysis().plannen if one.plan_id == plan.id]
    return found.cell(key)


def condense(plan: Plan, text: str, co: Actor, *, base: int = 0, bron: str = "") -> CondensingConflict | None:
    seen = bron or fingerprint(cell(plan).bron)
    conflict = condensing.save(plan.id, kolom(), text, base_revision=base, bron=seen, actor=co)
    db.session.commit()
    return conflict


# --- which texts


def test_only_what_was_handed_in_is_read(plan: Plan, anna: User):
    write(plan, anna, DRAFT)
    assert (analysis().plannen, analysis().zonder_plan) == ((), ("Aastreek",))
    assert condensing.find_plan(plan.id) is None
    hand_in(plan, anna, FIRST)
    assert cell(plan).shown.startswith(FIRST)


def test_a_submission_that_was_taken_back_is_a_draft_again(plan: Plan, anna: User):
    hand_in(plan, anna, FIRST)
    submit.withdraw(plan, actor=anna.actor)
    assert analysis().zonder_plan == ("Aastreek",)


def test_the_accepted_plan_counts_until_the_next_one_is_accepted(plan: Plan, anna: User, co: Actor):
    hand_in(plan, anna, FIRST)
    assert not analysis().plannen[0].is_vastgesteld
    accept(plan, co)
    assert analysis().plannen[0].is_vastgesteld
    next_version(plan)
    write(plan, anna, DRAFT)
    assert cell(plan).bron.startswith(FIRST)
    hand_in(plan, anna, SECOND)
    assert cell(plan).bron.startswith(FIRST)
    accept(plan, co)
    assert cell(plan).bron.startswith(SECOND)


def test_a_joint_plan_is_one_row_and_covers_both_regions(plan: Plan, anna: User):
    make_indiening(make_plan(make_regio("Zandstreek"), make_regio("'t Duin")))
    make_regio("Bosstreek")
    hand_in(plan, anna, FIRST)
    found = analysis()
    assert [one.naam for one in found.plannen] == ["Aastreek", "'t Duin en Zandstreek"]
    assert found.hoofdzin == "3 van de 4 regio’s hebben een geldend plan; Bosstreek nog niet."


def test_a_plan_that_went_up_in_another_is_no_row_of_its_own(plan: Plan, anna: User, co: Actor):
    other = make_plan(make_regio("Zandstreek"))
    for one in (plan, other):
        make_indiening(one)
        workflow.move(one, Move.OPPAKKEN, actor=co)
        workflow.move(one, Move.TERUGSTUREN, actor=co, reason="Graag samen.")
    joining.join_plan(plan, other, actor=co)
    found = analysis()
    assert [(one.plan_id, one.naam) for one in found.plannen] == [(plan.id, "Aastreek en Zandstreek")]
    assert found.zonder_plan == ()
    assert condensing.find_plan(other.id) is None


# --- condensing


def test_a_condensed_text_stands_in_place_of_the_original_which_stays(plan: Plan, anna: User, co: Actor):
    hand_in(plan, anna, FIRST)
    moment = datetime(2030, 1, 2, 9, 0, tzinfo=UTC)
    with clock.stopped_at(moment):
        assert condense(plan, "Kort.", co) is None
    found = cell(plan)
    assert (found.shown, found.bron.startswith(FIRST)) == ("Kort.", True)
    assert (found.is_stale, found.revision, found.door, found.op) == (False, 1, "Co Proef", moment)
    assert not cell(plan, "acties").is_condensed


def test_the_flag_stands_as_soon_as_the_plan_in_force_says_something_else(plan: Plan, anna: User, co: Actor):
    hand_in(plan, anna, FIRST)
    accept(plan, co)
    condense(plan, "Kort.", co)
    next_version(plan)
    write(plan, anna, DRAFT)
    hand_in(plan, anna, SECOND)
    assert not cell(plan).is_stale
    accept(plan, co)
    found = cell(plan)
    assert (found.is_stale, found.shown, analysis().aantal_gewijzigd) == (True, "Kort.", 1)


def test_a_plan_that_changed_elsewhere_raises_no_flag_here(plan: Plan, anna: User, co: Actor):
    hand_in(plan, anna, FIRST)
    accept(plan, co)
    condense(plan, "Kort.", co)
    next_version(plan)
    write(plan, anna, "Iets anders.", "monitoring")
    make_indiening(plan, anna)
    accept(plan, co)
    assert not cell(plan).is_stale


def resubmitted(plan: Plan, anna: User, co: Actor) -> None:
    """Condensed from one plan, and then another one came in force."""
    hand_in(plan, anna, FIRST)
    condense(plan, "Kort.", co)
    workflow.move(plan, Move.OPPAKKEN, actor=co)
    workflow.move(plan, Move.TERUGSTUREN, actor=co, reason="Graag anders.")
    hand_in(plan, anna, SECOND)
    assert cell(plan).is_stale


def test_saying_that_it_still_fits_takes_the_flag_away_and_keeps_the_text(plan: Plan, anna: User, co: Actor):
    resubmitted(plan, anna, co)
    condensing.still_fits(plan.id, kolom(), base_revision=1, bron=fingerprint(cell(plan).bron))
    assert (cell(plan).is_stale, cell(plan).shown, cell(plan).revision) == (False, "Kort.", 1)


def test_it_fits_only_what_the_person_saw(plan: Plan, anna: User, co: Actor):
    resubmitted(plan, anna, co)
    now = fingerprint(cell(plan).bron)
    with pytest.raises(CondensingProblem, match="Het plan is net opnieuw gewijzigd"):
        condensing.still_fits(plan.id, kolom(), base_revision=1, bron=fingerprint(FIRST))
    with pytest.raises(CondensingProblem, match="Iemand anders heeft deze samenvatting net gewijzigd"):
        condensing.still_fits(plan.id, kolom(), base_revision=2, bron=now)
    with pytest.raises(CondensingProblem, match="Iemand anders"):
        condensing.still_fits(plan.id, kolom("acties"), base_revision=0, bron=now)
    assert cell(plan).is_stale


def test_a_text_written_beside_an_older_plan_is_flagged_at_once(plan: Plan, anna: User, co: Actor):
    hand_in(plan, anna, FIRST)
    seen = fingerprint(cell(plan).bron)
    workflow.move(plan, Move.OPPAKKEN, actor=co)
    workflow.move(plan, Move.TERUGSTUREN, actor=co, reason="Graag anders.")
    hand_in(plan, anna, SECOND)
    condense(plan, "Kort.", co, bron=seen)
    assert cell(plan).is_stale


def test_saving_the_same_text_beside_todays_plan_takes_the_flag_away(plan: Plan, anna: User, co: Actor):
    resubmitted(plan, anna, co)
    assert condense(plan, "Kort.", co, base=1, bron=fingerprint(FIRST)) is None
    assert cell(plan).is_stale
    assert condense(plan, "Kort.", co, base=1) is None
    assert (cell(plan).is_stale, cell(plan).revision) == (False, 1)
    # Nor does an old page bring the flag back.
    assert condense(plan, "Kort.", co, base=1, bron=fingerprint(FIRST)) is None
    assert not cell(plan).is_stale


# --- two at once, and taking away


def test_a_stale_save_shows_both_texts_and_saves_nothing(plan: Plan, anna: User, co: Actor):
    hand_in(plan, anna, FIRST)
    condense(plan, "Van de een.", co)
    other = make_user(Rol.COORDINATOR).actor
    conflict = condense(plan, "Van de ander.", other)
    assert conflict is not None
    assert (conflict.mine, conflict.theirs, conflict.revision, conflict.door) == (
        "Van de ander.",
        "Van de een.",
        1,
        "Co Proef",
    )
    assert cell(plan).shown == "Van de een."
    assert condense(plan, "Van beiden.", other, base=conflict.revision) is None
    assert (cell(plan).shown, cell(plan).revision) == ("Van beiden.", 2)


def test_an_empty_text_brings_the_original_back(plan: Plan, anna: User, co: Actor):
    hand_in(plan, anna, FIRST)
    condense(plan, "Kort.", co)
    assert condense(plan, "", co, base=1) is None
    found = cell(plan)
    assert (found.is_condensed, found.is_stale, found.shown) == (False, False, found.bron)


def test_who_had_the_text_open_when_it_was_taken_away_and_made_anew_overwrites_nothing(
    plan: Plan, anna: User, co: Actor
):
    hand_in(plan, anna, FIRST)
    condense(plan, "Eén.", co)
    condense(plan, "", co, base=1)
    condense(plan, "Nieuw.", co, base=2)
    conflict = condense(plan, "Van een oude pagina.", co, base=1)
    assert conflict is not None
    assert (conflict.theirs, cell(plan).shown) == ("Nieuw.", "Nieuw.")


def test_nothing_written_and_nothing_there_leaves_no_row(plan: Plan, anna: User, co: Actor):
    hand_in(plan, anna, FIRST)
    assert condense(plan, "", co) is None
    assert all_rows(Samenvatting) == []


def test_nothing_is_condensed_of_a_plan_that_is_not_in_force(plan: Plan, anna: User, co: Actor):
    db.session.commit()
    for plan_id in (plan.id, 999_999):
        with pytest.raises(CondensingProblem):
            condensing.save(plan_id, kolom(), "Kort.", base_revision=0, bron=fingerprint(FIRST), actor=co)


def test_a_condensed_text_stays_when_the_plan_is_taken_back_and_comes_again(plan: Plan, anna: User, co: Actor):
    hand_in(plan, anna, FIRST)
    condense(plan, "Kort.", co)
    submit.withdraw(plan, actor=anna.actor)
    assert analysis().plannen == ()
    hand_in(plan, anna, FIRST)
    assert (cell(plan).shown, cell(plan).is_stale) == ("Kort.", False)


def test_coordinators_who_condense_at_the_same_moment_lose_nothing(app: Flask, plan: Plan, anna: User):
    hand_in(plan, anna, FIRST)
    people = [make_user(Rol.COORDINATOR).actor for _ in range(4)]
    plan_id, bron = plan.id, fingerprint(cell(plan).bron)

    def act(number: int) -> CondensingConflict | None:
        return condensing.save(plan_id, kolom(), f"Tekst {number}.", base_revision=0, bron=bron, actor=people[number])

    conflicts = at_once(app, act)
    assert conflicts.count(None) == 1
    saved = cell(plan).shown
    assert saved == f"Tekst {conflicts.index(None)}."
    assert {one.theirs for one in conflicts if one} == {saved}


def test_text_of_any_kind_and_length_is_kept(plan: Plan, anna: User, co: Actor):
    hand_in(plan, anna, FIRST)
    text = "=1+1 <script>alert(1)</script> \U0001f600 ‏א " + "lang " * 40_000
    condense(plan, text, co)
    assert cell(plan).shown == text
