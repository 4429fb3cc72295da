"""Asking instemming: the contacts of a side by mail, an aangesloten partij by a link to one address."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from portal.domain.consent.leads import own_sides
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Instemming, Leeslink, Partij, Plan
from portal.services.consent import leads, links, notices, register, texts
from portal.services.plan import events, pen


def parties(plan: Plan) -> Sequence[Partij]:
    """The aangesloten partijen of the working copy, in their order."""
    query = select(Partij).where(Partij.plan_id == plan.id, Partij.verwijderd_op.is_(None))
    return db.session.scalars(query.order_by(Partij.positie, Partij.id)).all()


def ask_party(plan: Plan, partij_id: int, who: links.ForWhom, *, actor: Actor) -> Leeslink:
    """Ask an aangesloten partij to agree with the whole plan, by a link to one address.

    Raises PlanProblem for a party that is not in the list (any more), or a plan that went up in another one.
    """
    pen.lock_plan(plan)
    links.require_own(plan)
    partij = next((one for one in parties(plan) if one.id == partij_id), None)
    if partij is None:
        raise pen.PlanProblem("Deze partij staat niet (meer) bij de aangesloten partijen. Kies opnieuw.")
    row = register.of_party(plan, partij)
    register.asked(row, actor=actor)
    link = links.make(plan, who, instemming=row, actor=actor)
    events.record(plan, EventSoort.INSTEMMING_GEVRAAGD, actor, naam=row.naam)
    return link


def ask_sides(plan: Plan, *, actor: Actor) -> list[Instemming]:
    """Mail the contacts of every side that did not agree to the text of now, but for the own side. Gives whom it asked.

    Raises PlanProblem when the region does not hold the pen.
    """
    pen.require_editable(plan)
    _, mark = texts.now(plan)
    mine = own_sides(actor, register.sides(plan))
    waiting = [one.kant for one in leads.stands(plan, mark) if not one.is_ready and one.kant not in mine]
    rows = []
    for kant in waiting:
        row = register.of_side(plan, kant)
        register.asked(row, actor=actor)
        notices.side_asked(plan, row, kant, van=actor.naam)
        events.record(plan, EventSoort.INSTEMMING_GEVRAAGD, actor, naam=kant.label)
        rows.append(row)
    return rows
