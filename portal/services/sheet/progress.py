"""Question 2 of an answer sheet: how each action goes, and "ongewijzigd" for what is as it was last quarter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from forms.spec import Question
from portal.domain.roles import Actor
from portal.domain.sheet.state import open_action_ids, progress_problem, short_round_name
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, Voortgang
from portal.services.filling import revisions
from portal.services.round.problems import SheetProblem
from portal.services.sheet import differing, history, pen
from portal.services.sheet.actions import ActionGone, asked_of, require_action
from portal.services.sheet.content import working_copy
from portal.services.sheet.previous import previous_of, previous_progress


class ProgressConflict(Exception):
    """A stale save: somebody else said something of this action first. Nothing was written. `row` is how it is now."""

    def __init__(self, row: Voortgang) -> None:
        self.row = row
        super().__init__(row.actie_id)


@dataclass(frozen=True)
class CarriedOver:
    """What "alles ongewijzigd" did: how many actions got the answer of last time, and how many could not."""

    done: int
    left: int


def save_progress(
    blad: Antwoordblad, actie_id: int, *, status: str, toelichting: str, base_revision: int, actor: Actor
) -> Voortgang:
    """Say how one action goes. The same status and text again is no change, and stays "gelijk aan" last time.

    Raises ProgressConflict for a stale save, ActionGone, SheetProblem (also for "vraagt aandacht" without a word why).
    """
    pen.require_pen(blad)
    require_action(working_copy(blad), actie_id)
    problem = progress_problem(asked_of(blad), status, toelichting)
    if problem:
        raise SheetProblem(problem)
    return _write(blad, actie_id, status, toelichting, base_revision, actor)


def carry_over(blad: Antwoordblad, actie_id: int, *, base_revision: int = 0, actor: Actor) -> Voortgang:
    """Nothing changed: the action gets the status and text of last time.

    Raises ProgressConflict, ActionGone, and SheetProblem when nothing was said last time or the text is missing.
    """
    pen.require_pen(blad)
    content = working_copy(blad)
    require_action(content, actie_id)
    previous = previous_of(blad)
    told = previous_progress(content, previous).get(actie_id)
    if previous is None or told is None:
        raise SheetProblem("Over deze actie is vorige keer niets gezegd. Kies hoe het er nu mee gaat.")
    problem = progress_problem(asked_of(blad), told["status"], told["toelichting"])
    if problem:
        raise SheetProblem(problem)
    row = _write(blad, actie_id, told["status"], told["toelichting"], base_revision, actor, previous)
    differing.carry_over(blad, actie_id, told, actor=actor)
    return row


def carry_over_all(blad: Antwoordblad, *, actor: Actor) -> CarriedOver:
    """Nothing changed in all that is still open: those actions get the status and text of last time.

    An action that was answered already stays as it is. Raises SheetProblem when the sheet takes no answers.
    """
    pen.require_pen(blad)
    content = working_copy(blad)
    previous = previous_of(blad)
    told = previous_progress(content, previous)
    asked = asked_of(blad)
    open_ids = [one for one in open_action_ids(asked, content) if str(one) not in content["voortgang"]]
    fit = [one for one in open_ids if can_carry_over(asked, told.get(one))]
    for actie_id in fit:
        _write(blad, actie_id, told[actie_id]["status"], told[actie_id]["toelichting"], 0, actor, previous)
        differing.carry_over(blad, actie_id, told[actie_id], actor=actor)
    return CarriedOver(len(fit), len(open_action_ids(asked, content)) - len(fit))


def drop_outdated(blad: Antwoordblad) -> None:
    """Forget what the portal carried over by itself of actions that, by a later correction, are not done after all.

    The sheet is locked.
    """
    found = db.session.scalars(
        select(Voortgang).where(Voortgang.blad_id == blad.id, Voortgang.gewijzigd_door_id.is_(None))
    ).all()
    told = previous_progress(working_copy(blad), previous_of(blad)) if found else {}
    for row in found:
        if row.actie_id in told and told[row.actie_id]["status"] != row.status:
            db.session.delete(row)
            differing.drop_carried_over(blad, row.actie_id)
    db.session.flush()


def find_progress(blad: Antwoordblad, actie_id: int) -> Voortgang | None:
    """What is said now of one action, or None when nothing was said yet."""
    return db.session.get(Voortgang, (blad.id, actie_id))


def restore_version(
    blad: Antwoordblad, actie_id: int, history_id: int, *, base_revision: int, actor: Actor
) -> Voortgang:
    """Say of an action what was said of it before; what is said now is kept.

    Raises ProgressConflict for a stale change, ActionGone, and SheetProblem when the version is not of this action.
    """
    pen.require_pen(blad)
    require_action(working_copy(blad), actie_id)
    row = find_progress(blad, actie_id)
    if row is None:
        raise ActionGone("Over deze actie is nog niets gezegd.")
    was = history.version_of(row, history_id).waarde
    gelijk_aan = db.session.get(BladIndiening, was["gelijk_aan_id"]) if was["gelijk_aan_id"] else None
    return _write(blad, actie_id, was["status"], was["toelichting"], base_revision, actor, gelijk_aan)


def can_carry_over(asked: Question, told: Mapping[str, str] | None) -> bool:
    """True when what was said last time may be said again as it is."""
    return told is not None and not progress_problem(asked, told["status"], told["toelichting"])


def _write(
    blad: Antwoordblad,
    actie_id: int,
    status: str,
    toelichting: str,
    base_revision: int,
    actor: Actor,
    gelijk_aan: BladIndiening | None = None,
) -> Voortgang:
    row = db.session.get(Voortgang, (blad.id, actie_id), populate_existing=True)
    if row is not None and (row.status, row.toelichting) == (status, toelichting):
        return row
    if row is None:
        row = Voortgang(blad_id=blad.id, actie_id=actie_id)
        db.session.add(row)
    elif row.revision != base_revision:
        raise ProgressConflict(row)
    else:
        history.keep(row, status=row.status, toelichting=row.toelichting, gelijk_aan_id=row.gelijk_aan_id)
    row.status, row.toelichting = status, toelichting
    row.gelijk_aan_id = gelijk_aan.id if gelijk_aan else None
    revisions.stamp(row, actor)
    history.record_work(blad, asked_of(blad).key, actor)
    return row


def name_of(previous: BladIndiening | None) -> str:
    """How the earlier round is called in a small place: "Q1 2024"; empty when there is none."""
    return short_round_name(previous.snapshot["uitvraag"]["naam"]) if previous else ""
