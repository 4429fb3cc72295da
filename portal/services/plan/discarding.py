"""A new version that was begun is discarded: the working copy becomes again what is vastgesteld.

Texts, rows and files of the new version stay as earlier versions and removed rows: nothing that was typed is gone.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import exists, select, update

from portal.domain.plan.events import EventSoort
from portal.domain.plan.states import VersieStatus
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Event, Meelezing, Opmerking, Plan
from portal.services.filling.freezing import Content
from portal.services.plan import events, giving, in_force, pen
from portal.services.plan.putting_back import change_to, everything, put_back


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
    put_back(plan, before, everything(pen.format_of(plan)), actor=actor)
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
    change = change_to(plan, before)
    return Loss(change.titles(change.keys), change.mark)
