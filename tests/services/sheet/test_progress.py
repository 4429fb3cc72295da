"""Question 2: how each action goes, and "ongewijzigd" for what is as it was last quarter."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.plan.states import VersieStatus
from portal.domain.roles import Actor, Namens
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, BladHistorie, Plan, UitvraagEvent, Voortgang
from portal.services.plan import joining
from portal.services.round.problems import SheetProblem
from portal.services.sheet import followed_plan, progress
from portal.services.sheet.content import working_copy
from portal.services.sheet.previous import previous_of, previous_progress
from portal.services.sheet.progress import ActionGone, CarriedOver, ProgressConflict
from tests.worlds.people import make_contact, make_regio
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows
from tests.worlds.sheet import (
    hand_in,
    ids_of,
    make_action,
    make_answered_q4,
    make_plan_in_force,
    make_q1,
    make_q4,
    make_sheet_ready,
    put_answer,
    put_progress,
    renew,
)


@pytest.fixture
def plan(app: Flask) -> Plan:
    return make_plan_in_force(make_regio("Proefstreek"))


@pytest.fixture
def anna(plan: Plan) -> Actor:
    return make_contact(plan.regios[0], naam="Anna Proef").actor


@pytest.fixture
def bram(plan: Plan) -> Actor:
    return make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bram Proef").actor


@pytest.fixture
def q4(plan: Plan) -> Antwoordblad:
    """Last quarter, handed in with "ligt op schema" everywhere."""
    return make_answered_q4(plan, make_contact(plan.regios[0])).blad


@pytest.fixture
def blad(q4: Antwoordblad, plan: Plan) -> Antwoordblad:
    return make_blad(make_q1(), plan=plan)


def say(blad: Antwoordblad, number: int, status: str, text: str = "", *, actor: Actor, base: int = 0) -> Voortgang:
    actie_id = ids_of(blad)[number - 1]
    return progress.save_progress(blad, actie_id, status=status, toelichting=text, base_revision=base, actor=actor)


def told(blad: Antwoordblad) -> list[tuple[str, str, str]]:
    found = working_copy(blad)["voortgang"]
    said = (found[str(one)] for one in ids_of(blad) if str(one) in found)
    return [(one["status"], one["toelichting"], one["gelijk_aan"]) for one in said]


def test_an_action_gets_its_status_and_text(blad: Antwoordblad, anna: Actor):
    row = say(blad, 1, "aandacht", "De werkgroep wacht.", actor=anna)
    assert (row.revision, row.gewijzigd_door_id) == (1, anna.user_id)
    assert told(blad) == [("aandacht", "De werkgroep wacht.", "")]


@pytest.mark.parametrize("status", ["aandacht", "gestopt"])
def test_some_statuses_need_a_word_why(blad: Antwoordblad, anna: Actor, status: str):
    with pytest.raises(SheetProblem, match="in een zin waarom"):
        say(blad, 1, status, "  ", actor=anna)


def test_a_status_outside_the_list_is_refused(blad: Antwoordblad, anna: Actor):
    with pytest.raises(SheetProblem, match="Kies hoe het met deze actie gaat"):
        say(blad, 1, "geweldig", actor=anna)


def test_an_action_of_another_plan_and_a_heading_are_no_actions_of_this_sheet(blad: Antwoordblad, anna: Actor):
    other = make_blad(make_uitvraag(), plan=make_plan_in_force())
    kop = working_copy(blad)["acties"][0]["id"]
    for actie_id in (ids_of(other)[0], kop, 999_999):
        with pytest.raises(ActionGone):
            progress.save_progress(blad, actie_id, status="op_schema", toelichting="", base_revision=0, actor=anna)


def test_a_stale_save_never_overwrites(blad: Antwoordblad, anna: Actor, bram: Actor):
    say(blad, 1, "afgerond", "Klaar.", actor=anna)
    with pytest.raises(ProgressConflict) as conflict:
        say(blad, 1, "gestopt", "Te duur.", actor=bram)
    assert (conflict.value.row.status, conflict.value.row.toelichting) == ("afgerond", "Klaar.")
    assert told(blad) == [("afgerond", "Klaar.", "")]


def test_who_says_the_same_makes_no_change(blad: Antwoordblad, anna: Actor, bram: Actor):
    say(blad, 1, "afgerond", "Klaar.", actor=anna)
    assert say(blad, 1, "afgerond", "Klaar.", actor=bram).gewijzigd_door_id == anna.user_id


def test_what_was_said_before_is_kept(blad: Antwoordblad, anna: Actor, bram: Actor):
    say(blad, 1, "afgerond", "Klaar.", actor=anna)
    say(blad, 1, "gestopt", "Te duur.", actor=bram, base=1)
    (kept,) = all_rows(BladHistorie)
    assert (kept.veld, kept.revision, kept.gewijzigd_door_id) == (f"voortgang:{ids_of(blad)[0]}", 1, anna.user_id)
    assert kept.waarde == {"status": "afgerond", "toelichting": "Klaar.", "gelijk_aan_id": None}


def test_work_on_the_sheet_is_told_once_a_day(blad: Antwoordblad, anna: Actor):
    for number in (1, 2, 3):
        say(blad, number, "afgerond", actor=anna)
    worked = [event for event in all_rows(UitvraagEvent) if event.soort == UitvraagEventSoort.BLAD_BEWERKT]
    assert [event.gegevens["onderdeel"] for event in worked] == ["Voortgang van de acties"]


def test_unchanged_takes_over_status_and_text_and_says_from_when(blad: Antwoordblad, anna: Actor):
    progress.carry_over(blad, ids_of(blad)[1], actor=anna)
    assert told(blad) == [("op_schema", "Tekst 2.", "Kwartaaluitvraag Q4 2023")]


def test_it_says_gelijk_aan_until_somebody_changes_status_or_text(blad: Antwoordblad, anna: Actor, bram: Actor):
    progress.carry_over(blad, ids_of(blad)[0], actor=anna)
    say(blad, 1, "op_schema", "Tekst 1.", actor=bram, base=1)
    assert told(blad) == [("op_schema", "Tekst 1.", "Kwartaaluitvraag Q4 2023")]
    say(blad, 1, "op_schema", "Tekst 1, bijna klaar.", actor=bram, base=1)
    assert told(blad) == [("op_schema", "Tekst 1, bijna klaar.", "")]


def test_all_at_once_only_fills_what_nobody_answered(blad: Antwoordblad, anna: Actor):
    say(blad, 2, "afgerond", "Klaar.", actor=anna)
    assert progress.carry_over_all(blad, actor=anna) == CarriedOver(done=2, left=0)
    assert told(blad) == [
        ("op_schema", "Tekst 1.", "Kwartaaluitvraag Q4 2023"),
        ("afgerond", "Klaar.", ""),
        ("op_schema", "Tekst 3.", "Kwartaaluitvraag Q4 2023"),
    ]
    assert progress.carry_over_all(blad, actor=anna) == CarriedOver(done=0, left=0)


def test_all_at_once_leaves_alone_what_a_colleague_began(blad: Antwoordblad, anna: Actor):
    put_progress(blad, [("aandacht", "")], door=make_contact(blad.regios[0]))
    assert progress.carry_over_all(blad, actor=anna) == CarriedOver(done=2, left=1)
    assert told(blad)[0] == ("aandacht", "", "")


def test_what_was_not_told_last_time_cannot_be_carried_over(app: Flask, plan: Plan, anna: Actor):
    contact = make_contact(plan.regios[0])
    before = make_blad(make_q4(), plan=plan)
    put_answer(before, "afstemming_vorm", "nee", door=contact)
    put_answer(before, "doel_verwachting", "ja", door=contact)
    put_progress(
        before, [("op_schema", ""), ("aandacht", "Nog geen voorzitter."), ("gestopt", "Te duur.")], door=contact
    )
    submitted = hand_in(before, contact)
    # As an older paper form might have it: no reason, and nothing at all.
    gone, without_text = ids_of(before)[0], ids_of(before)[2]
    frozen = {**submitted.snapshot, "voortgang": dict(submitted.snapshot["voortgang"])}
    del frozen["voortgang"][str(gone)]
    frozen["voortgang"][str(without_text)] = {
        "status": "gestopt",
        "toelichting": "",
        "gelijk_aan": "",
        "afwijkingen": {},
    }
    submitted.snapshot = frozen
    db.session.commit()
    blad = make_blad(make_q1(), plan=plan)
    assert progress.carry_over_all(blad, actor=anna) == CarriedOver(done=1, left=2)
    assert told(blad) == [("aandacht", "Nog geen voorzitter.", "Kwartaaluitvraag Q4 2023")]
    with pytest.raises(SheetProblem, match="vorige keer niets gezegd"):
        progress.carry_over(blad, gone, actor=anna)
    with pytest.raises(SheetProblem, match="“Gestopt” in een zin waarom"):
        progress.carry_over(blad, without_text, actor=anna)


def test_a_first_quarter_has_nothing_to_carry_over(app: Flask, plan: Plan, anna: Actor):
    blad = make_blad(make_q1(), plan=plan)
    assert progress.carry_over_all(blad, actor=anna) == CarriedOver(done=0, left=3)


def test_a_stale_unchanged_does_not_overwrite_either(blad: Antwoordblad, anna: Actor, bram: Actor):
    say(blad, 1, "afgerond", "Klaar.", actor=anna)
    with pytest.raises(ProgressConflict):
        progress.carry_over(blad, ids_of(blad)[0], actor=bram)
    assert told(blad) == [("afgerond", "Klaar.", "")]


def test_a_closed_round_takes_no_progress(app: Flask, plan: Plan, anna: Actor):
    blad = make_blad(make_uitvraag(status=UitvraagStatus.GESLOTEN), plan=plan)
    for act in (
        lambda: say(blad, 1, "afgerond", actor=anna),
        lambda: progress.carry_over(blad, ids_of(blad)[0], actor=anna),
        lambda: progress.carry_over_all(blad, actor=anna),
    ):
        with pytest.raises(SheetProblem, match="Deze uitvraag is gesloten"):
            act()


def test_last_quarter_is_the_submission_that_counts_of_the_newest_earlier_round(
    q4: Antwoordblad, blad: Antwoordblad, plan: Plan
):
    never_handed_in = make_blad(make_uitvraag(opent_op=blad.uitvraag.opent_op.replace(day=1)), plan=plan)
    assert never_handed_in.indiening_nummer == 0
    found = previous_of(blad)
    assert found is not None
    assert found.blad_id == q4.id
    assert previous_of(q4) is None


def test_a_round_of_own_questions_has_no_last_time(q4: Antwoordblad, plan: Plan):
    assert previous_of(make_blad(make_uitvraag(edition=""), plan=plan)) is None


def test_last_quarter_is_found_back_after_a_joint_plan_was_split(app: Flask, anna: Actor):
    a, b = make_regio("Aastreek"), make_regio("Beestreek")
    joint = make_plan(a, b)
    for number in (1, 2):
        make_action(joint, number, actor=anna)
    make_indiening(joint)
    contact = make_contact(a)
    hand_in(make_sheet_ready(make_blad(make_q4(), plan=joint), contact), contact)
    joint.versie.status = VersieStatus.CONCEPT
    own = joining.split_plan(joint, b, actor=anna)
    make_indiening(own)
    blad = make_blad(make_q1(), plan=own)
    content = working_copy(blad)
    assert [one["toelichting"] for one in previous_progress(content, previous_of(blad)).values()] == [
        "Tekst 1.",
        "Tekst 2.",
    ]
    assert progress.carry_over_all(blad, actor=anna) == CarriedOver(done=2, left=0)


def test_last_quarter_is_found_back_through_a_copy_of_a_copy(blad: Antwoordblad, plan: Plan, anna: Actor):
    other = make_plan(make_regio())
    origin = ids_of(blad)[1]
    for number in (1, 2):
        copied = make_action(other, number, actor=anna)
        copied.herkomst_id, origin = origin, copied.id
    make_indiening(other)
    later = make_blad(make_uitvraag(), *plan.regios, plan=other)
    told_before = previous_progress(working_copy(later), previous_of(later))
    assert [one["toelichting"] for one in told_before.values()] == ["Tekst 2.", "Tekst 2."]


def test_sheets_of_plans_that_are_joined_in_mid_round_stay_as_they_are(app: Flask, anna: Actor):
    a, b = make_regio("Aastreek"), make_regio("Beestreek")
    first, second = make_plan(a), make_plan(b)
    for plan in (first, second):
        make_action(plan, 1, actor=anna)
        make_indiening(plan)
    uitvraag = make_q1()
    bladen = [make_blad(uitvraag, plan=plan) for plan in (first, second)]
    for plan in (first, second):
        plan.versie.status = VersieStatus.CONCEPT
    joining.join_plan(first, second, actor=anna)
    make_indiening(first)
    for blad in bladen:
        assert followed_plan.newer_plan(blad) is None
        say(blad, 1, "op_schema", actor=anna)
        assert followed_plan.follow_plan(blad, actor=anna) is False
    assert [blad.naam for blad in bladen] == ["Aastreek", "Beestreek"]


def test_after_the_plan_changed_the_region_can_take_over_its_new_actions(blad: Antwoordblad, plan: Plan, anna: Actor):
    say(blad, 1, "afgerond", actor=anna)
    assert followed_plan.newer_plan(blad) is None
    old = ids_of(blad)
    newer = renew(plan, drop=old[0], actor=anna)
    assert followed_plan.newer_plan(blad) is newer
    assert ids_of(blad) == old, "het blad volgt het plan niet vanzelf"
    assert followed_plan.follow_plan(blad, actor=anna) is True
    assert followed_plan.follow_plan(blad, actor=anna) is False
    assert len(ids_of(blad)) == 3
    assert set(old) - set(ids_of(blad)) == {old[0]}
    # What was said of the action that went is kept, and counts no more.
    assert (told(blad), [row.actie_id for row in all_rows(Voortgang) if row.blad_id == blad.id]) == ([], [old[0]])
    soorten = [event.soort for event in all_rows(UitvraagEvent)]
    assert soorten.count(UitvraagEventSoort.BLAD_VOLGT_PLAN) == 1


def test_a_region_without_a_plan_can_take_over_the_first_one(app: Flask, anna: Actor):
    regio = make_regio("Laatstreek")
    blad = make_blad(make_q1(), regio)
    assert followed_plan.newer_plan(blad) is None
    plan = make_plan_in_force(regio)
    assert followed_plan.follow_plan(blad, actor=anna) is True
    assert (blad.plan_id, len(ids_of(blad))) == (plan.id, 3)


def test_a_sheet_of_a_joint_plan_stays_as_it_is_when_the_plan_is_split(app: Flask, anna: Actor):
    a, b = make_regio("Aastreek"), make_regio("Beestreek")
    joint = make_plan(a, b)
    make_action(joint, 1, actor=anna)
    make_indiening(joint)
    blad = make_blad(make_q1(), plan=joint)
    joint.versie.status = VersieStatus.CONCEPT
    own = joining.split_plan(joint, b, actor=anna)
    make_indiening(own)
    assert followed_plan.newer_plan(blad) is None
    assert [regio.naam for regio in blad.regios] == ["Aastreek", "Beestreek"]
    say(blad, 1, "op_schema", actor=anna)
