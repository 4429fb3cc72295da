"""A new version that was begun is discarded: the working copy becomes again what is vastgesteld.

Texts, rows and files of the new version stay as earlier versions and removed rows: nothing that was typed is gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, select, update

from forms.spec import Kind, Step
from portal.domain.plan.events import EventSoort
from portal.domain.plan.states import VersieStatus
from portal.domain.review.compare import compare, files_diff
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Event, Meelezing, Opmerking, Plan
from portal.services.filling import lists
from portal.services.filling.freezing import Content, checksum
from portal.services.filling.revisions import AnswerEdit, stamp
from portal.services.plan import answers, attachments, content, events, giving, in_force, pen, row_history, rows, steps


@dataclass(frozen=True)
class Loss:
    """What discarding takes away: parts by their title, with a mark of the working copy that this was told of."""

    parts: tuple[str, ...]
    mark: str


def may_be_discarded(plan: Plan) -> bool:
    """True for a later version that was never handed in, nor shown to reviewers."""
    versie = plan.versie
    is_begun = versie.nummer > 1 and versie.status is VersieStatus.CONCEPT and not versie.indiening_nummer
    return is_begun and not db.session.scalar(select(exists().where(Meelezing.versie_id == versie.id)))


def loss_of(plan: Plan) -> Loss:
    """What would be lost now. Raises PlanProblem when there is nothing to discard."""
    return _loss(plan, _vastgesteld(plan))


def discard(plan: Plan, *, seen: str, actor: Actor) -> Loss | None:
    """Discard the new version. When something is lost that the page with the mark `seen` did not tell, nothing is done
    and that is returned.

    Raises PlanProblem when there is nothing to discard.
    """
    pen.require_editable(plan)
    before = _vastgesteld(plan)
    loss = _loss(plan, before)
    if loss.parts and loss.mark != seen:
        return loss
    _put_back(plan, before, actor)
    giving.close_all(plan)
    versie, former = plan.versie, plan.versies[-2]
    for told in (Event, Opmerking):
        db.session.execute(update(told).where(told.versie_id == versie.id).values(versie_id=former.id))
    plan.versies.remove(versie)
    db.session.delete(versie)
    db.session.flush()
    events.record(plan, EventSoort.NIEUWE_VERSIE_WEGGEGOOID, actor)
    return None


def _vastgesteld(plan: Plan) -> Content:
    found = in_force.plan_in_force(plan) if may_be_discarded(plan) else None
    if found is None or not found.is_vastgesteld:
        raise pen.PlanProblem("Er is geen nieuwe versie die u kunt weggooien.")
    return dict(found.indiening.snapshot)


def _loss(plan: Plan, before: Content) -> Loss:
    now = content.working_copy(plan)
    parts = [
        part.step.title
        for part in compare(pen.format_of(plan), before, now)
        if part.changed or _lists(part.step, before) != _lists(part.step, now)
    ]
    came, went = files_diff(before, now)
    return Loss((*parts, *(("Bijlagen",) if came or went else ())), checksum(now))


def _lists(step: Step, found: Content) -> list[Any]:
    """The rows of a step with all that people fill in, also what no page compares."""
    return [found[one.kind.value] for one in step.questions if one.kind.is_list]


def _put_back(plan: Plan, before: Content, actor: Actor) -> None:
    _put_texts_back(plan, before["answers"], actor)
    for kind in rows.TABLES:
        _put_rows_back(plan, kind, before[kind.value], actor)
    _put_declarations_back(plan, before["volgt_later"], actor)
    _put_files_back(plan, {one["id"] for one in before["bijlagen"]}, actor)


def _put_texts_back(plan: Plan, before: Mapping[str, str], actor: Actor) -> None:
    """Each text as it was; what stands there now is kept as an earlier text, however short ago it was typed."""
    present = answers.answers_of(plan)
    for key, row in present.items():
        if row.text != before.get(key, ""):
            answers.keep_history(row)
            row.text = before.get(key, "")
            stamp(row, actor)
    gone = [AnswerEdit(key, text, 0) for key, text in before.items() if key not in present]
    answers.save_answers(plan, gone, actor=actor)


def _put_rows_back(plan: Plan, kind: Kind, before: list[dict[str, Any]], actor: Actor) -> None:
    wanted = {one["id"]: row_history.values_from(kind, one) for one in before}
    for row in rows.rows_of(plan, kind):
        if row.id not in wanted:
            rows.remove_row(plan, kind, row.id, base_revision=row.revision, actor=actor)
    found = [rows.find_row(plan, kind, row_id) for row_id in wanted]
    for row in found:
        rows.change_row(plan, kind, row.id, wanted[row.id], base_revision=row.revision, actor=actor)
    lists.number(found)


def _put_declarations_back(plan: Plan, before: Mapping[str, str], actor: Actor) -> None:
    present = {one.step_key: one.reden for one in content.declarations_of(plan)}
    for step in pen.format_of(plan).steps:
        if before.get(step.key) == present.get(step.key):
            continue
        if step.key in before:
            steps.declare_later(plan, step, reden=before[step.key], actor=actor)
        else:
            steps.withdraw_later(plan, step, actor=actor)


def _put_files_back(plan: Plan, wanted: set[int], actor: Actor) -> None:
    for one in content.bijlagen_of(plan):
        if one.id not in wanted:
            attachments.remove_bijlage(plan, one, actor=actor)
    for one in content.bijlagen_of(plan, removed=True):
        if one.id in wanted:
            attachments.restore_bijlage(plan, one, actor=actor)
