"""An action of a joint plan that goes otherwise in one of its regions: said apart, and counted once."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from flask import Flask

from portal.domain.roles import Actor
from portal.domain.round.events import UitvraagEventSoort
from portal.extensions import db
from portal.models import Antwoordblad, BladHistorie, Plan, Regio, UitvraagEvent, User, VoortgangAfwijking
from portal.services.round import finished
from portal.services.round.problems import SheetProblem
from portal.services.sheet import differing, followed_plan, progress, submit
from portal.services.sheet.actions import ActionGone
from portal.services.sheet.content import working_copy
from portal.services.sheet.differing import DifferingConflict
from portal.services.sheet.outline import outlines
from portal.services.sheet.pen import find_sheet
from tests.running.at_once import at_once
from tests.worlds.kept import kept
from tests.worlds.people import make_contact, make_regio
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows
from tests.worlds.sheet import (
    hand_in,
    ids_of,
    make_plan_in_force,
    make_q1,
    make_q4,
    make_sheet_ready,
    put_progress,
    renew,
)

STOPPED = {"status": "gestopt", "toelichting": "Te weinig animo."}


@dataclass
class Joint:
    """A sheet of a joint plan of two regions in which all actions are "ligt op schema", and a contact."""

    plan: Plan
    blad: Antwoordblad
    anna: User

    @property
    def actor(self) -> Actor:
        return self.anna.actor

    @property
    def zuid(self) -> Regio:
        return self.blad.regios[1]


@kept
def make_joint() -> Joint:
    plan = make_plan_in_force(make_regio("Noord"), make_regio("Zuid"))
    anna = make_contact(plan.regios[0], naam="Anna Proef")
    blad = make_sheet_ready(make_blad(make_q4(), plan=plan), anna)
    db.session.commit()
    return Joint(plan, blad, anna)


@pytest.fixture
def joint(app: Flask) -> Joint:
    return make_joint()


def differ(joint: Joint, place: int = 0, *, base: int = 0, **said: str | None) -> VoortgangAfwijking | None:
    values = {**STOPPED, **said}
    row = differing.save_differing(
        joint.blad, ids_of(joint.blad)[place], joint.zuid.id, **values, base_revision=base, actor=joint.actor
    )
    db.session.commit()
    return row


def said_of(blad: Antwoordblad) -> list[dict[str, dict[str, str]]]:
    """Where each action goes otherwise, in the order of the plan."""
    found = working_copy(blad)["voortgang"]
    return [found[str(one)]["afwijkingen"] for one in ids_of(blad) if str(one) in found]


def test_one_region_goes_otherwise_and_the_status_of_all_regions_stays(joint: Joint):
    differ(joint)
    assert said_of(joint.blad) == [{joint.zuid.code: STOPPED}, {}, {}]
    indiening = hand_in(joint.blad, joint.anna)
    first = indiening.snapshot["voortgang"][str(ids_of(joint.blad)[0])]
    assert first == {
        "status": "op_schema",
        "toelichting": "Tekst 1.",
        "gelijk_aan": "",
        "afwijkingen": {joint.zuid.code: STOPPED},
    }
    assert (indiening.feiten["acties"], indiening.feiten["aantal_acties"]) == ({"op_schema": 3}, 3)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"toelichting": " "}, "Schrijf in een zin waarom deze actie in Zuid anders loopt."),
        ({"status": "afgerond", "toelichting": ""}, "Schrijf in een zin waarom deze actie in Zuid anders loopt."),
        ({"status": ""}, "Kies hoe het in Zuid met deze actie gaat."),
        ({"status": "onzin"}, "Kies hoe het in Zuid met deze actie gaat."),
        ({"status": "op_schema"}, "In alle regio’s is het al “Ligt op schema”."),
    ],
)
def test_who_differs_says_how_and_why(joint: Joint, said: dict[str, str], message: str):
    with pytest.raises(SheetProblem, match=message):
        differ(joint, **said)
    assert all_rows(VoortgangAfwijking) == []


def test_before_the_status_of_all_regions_there_is_nothing_to_differ_from(app: Flask):
    plan = make_plan_in_force(make_regio("Noord"), make_regio("Zuid"))
    joint = Joint(plan, make_blad(make_q1(), plan=plan), make_contact(plan.regios[0]))
    with pytest.raises(SheetProblem, match="Kies eerst hoe het in alle regio’s met deze actie gaat"):
        differ(joint)


def test_only_a_region_of_a_joint_sheet_differs(joint: Joint):
    elsewhere = make_regio()
    alone = make_plan_in_force(make_regio("Alleen"))
    sheet = make_sheet_ready(make_blad(joint.blad.uitvraag, plan=alone), joint.anna)
    for blad, regio in ((joint.blad, elsewhere), (sheet, alone.regios[0])):
        with pytest.raises(SheetProblem, match="geldt niet samen met andere regio’s"):
            differing.save_differing(blad, ids_of(blad)[0], regio.id, **STOPPED, base_revision=0, actor=joint.actor)


def test_an_action_that_the_sheet_does_not_ask_about_is_refused(joint: Joint):
    with pytest.raises(ActionGone):
        differing.save_differing(joint.blad, 999_999, joint.zuid.id, **STOPPED, base_revision=0, actor=joint.actor)


def test_a_stale_save_never_overwrites(joint: Joint):
    differ(joint)
    with pytest.raises(DifferingConflict):
        differ(joint, toelichting="Iets anders.")
    db.session.rollback()
    assert said_of(joint.blad)[0] == {joint.zuid.code: STOPPED}
    row = differ(joint, base=1, toelichting="Iets anders.")
    assert row is not None
    assert row.revision == 2
    (kept_before,) = all_rows(BladHistorie)
    assert (kept_before.veld, kept_before.waarde) == (
        f"voortgang:{ids_of(joint.blad)[0]}:{joint.zuid.id}",
        {**STOPPED, "gelijk_aan_id": None},
    )


def test_saying_the_same_twice_is_saying_it_once(joint: Joint):
    differ(joint)
    row = differ(joint)
    assert row is not None
    assert row.revision == 1
    assert all_rows(BladHistorie) == []


def test_a_region_that_differs_no_more_keeps_what_it_said(joint: Joint):
    differ(joint)
    differ(joint, base=1, status=None)
    assert said_of(joint.blad) == [{}, {}, {}]
    (earlier,) = all_rows(BladHistorie)
    actie_id = ids_of(joint.blad)[0]
    differing.restore_version(joint.blad, actie_id, joint.zuid.id, earlier.id, base_revision=2, actor=joint.actor)
    assert said_of(joint.blad)[0] == {joint.zuid.code: STOPPED}


def test_a_region_that_never_differed_need_not_say_so(joint: Joint):
    assert differ(joint, status=None, toelichting="Iets") is None
    assert all_rows(VoortgangAfwijking) == []


def test_when_all_regions_get_that_status_nothing_differs_and_nothing_is_lost(joint: Joint):
    differ(joint)
    actie_id = ids_of(joint.blad)[0]

    def all_regions(status: str, base: int) -> None:
        progress.save_progress(
            joint.blad, actie_id, status=status, toelichting="Overal.", base_revision=base, actor=joint.actor
        )

    all_regions("gestopt", 1)
    assert said_of(joint.blad)[0] == {}
    all_regions("aandacht", 2)
    assert said_of(joint.blad)[0] == {joint.zuid.code: STOPPED}


def test_the_work_is_told_and_the_page_of_the_sheet_knows_who(joint: Joint):
    db.session.query(UitvraagEvent).delete()
    differ(joint)
    (event,) = all_rows(UitvraagEvent)
    assert (event.soort, event.gegevens["stap"]) == (UitvraagEventSoort.BLAD_BEWERKT, "voortgang")
    traces = outlines([joint.blad.id])[joint.blad.id].changes["voortgang"]
    assert max(traces, key=lambda one: one.op).door.naam == "Anna Proef"


def test_a_sheet_that_was_handed_in_takes_nothing(joint: Joint):
    hand_in(joint.blad, joint.anna)
    with pytest.raises(SheetProblem, match="Kies dan eerst Corrigeren"):
        differ(joint)


def test_two_contacts_at_the_very_same_moment_are_one_answer_and_one_conflict(app: Flask, joint: Joint):
    blad_id, regio_id, actor = joint.blad.id, joint.zuid.id, joint.actor
    actie_id = ids_of(joint.blad)[0]

    def say(number: int) -> bool:
        blad = find_sheet(blad_id)
        assert blad is not None
        try:
            differing.save_differing(
                blad, actie_id, regio_id, status="gestopt", toelichting=f"Reden {number}.", base_revision=0, actor=actor
            )
        except DifferingConflict:
            return False
        return True

    assert sorted(at_once(app, say)).count(True) == 1
    assert len(all_rows(VoortgangAfwijking)) == 1


# --- From quarter to quarter ------------------------------------------------------------------------------------------


def next_quarter(joint: Joint) -> Antwoordblad:
    """Hand this sheet in, and open the round of the next quarter."""
    hand_in(joint.blad, joint.anna)
    return make_blad(make_q1(), plan=joint.plan)


def test_unchanged_takes_over_where_it_goes_otherwise(joint: Joint):
    differ(joint)
    blad = next_quarter(joint)
    done = progress.carry_over_all(blad, actor=joint.actor)
    assert (done.done, done.left) == (3, 0)
    assert said_of(blad) == [{joint.zuid.code: STOPPED}, {}, {}]


def test_what_a_region_said_already_stays(joint: Joint):
    differ(joint)
    blad = next_quarter(joint)
    actie_id = ids_of(blad)[0]
    put_progress(blad, [("aandacht", "Wacht.")], door=joint.anna)
    own = {"status": "afgerond", "toelichting": "Daar is het klaar."}
    differing.save_differing(blad, actie_id, joint.zuid.id, **own, base_revision=0, actor=joint.actor)
    progress.carry_over(blad, actie_id, base_revision=1, actor=joint.actor)
    assert said_of(blad)[0] == {joint.zuid.code: own}


def test_an_action_that_left_the_plan_takes_its_region_along(joint: Joint):
    differ(joint)
    renew(joint.plan, drop=ids_of(joint.blad)[0], actor=joint.actor)
    assert followed_plan.follow_plan(joint.blad, actor=joint.actor)
    assert said_of(joint.blad) == [{}, {}]
    assert len(all_rows(VoortgangAfwijking)) == 1


def test_correcting_and_handing_in_again_freezes_the_newest(joint: Joint):
    first = hand_in(joint.blad, joint.anna)
    submit.correct(joint.blad, joint.actor)
    differ(joint)
    second = hand_in(joint.blad, joint.anna)
    key = str(ids_of(joint.blad)[0])
    assert first.snapshot["voortgang"][key]["afwijkingen"] == {}
    assert second.snapshot["voortgang"][key]["afwijkingen"] == {joint.zuid.code: STOPPED}


@pytest.mark.parametrize(
    ("there", "asked"), [({"status": "op_schema", "toelichting": "Hier nog niet."}, True), (STOPPED, False)]
)
def test_what_goes_on_in_one_region_is_asked_again(joint: Joint, there: dict[str, str], asked: bool):
    """Finished in all regions but one: the next round asks; finished or stopped everywhere: it does not."""
    put_progress(joint.blad, [("afgerond", "Klaar.")], door=joint.anna)
    differ(joint, **there)
    blad = next_quarter(joint)
    assert finished.carry_over(blad.uitvraag) == (0 if asked else 1)
    assert said_of(blad) == ([] if asked else [{joint.zuid.code: STOPPED}])
    assert (ids_of(blad)[0] in finished.done_actions(joint.plan.id)) is not asked
