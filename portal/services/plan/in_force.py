"""The plan in force: the latest vastgesteld submission; without one, the latest submission that counts, marked as such.

Source: decision 3 of the architecture. National numbers and the rounds read plans here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import undefer

from portal.domain.plan.states import VersieStatus
from portal.extensions import db
from portal.models import Indiening, Plan, PlanVersie
from portal.plain import plain_rows

# Later ones replace earlier ones: by number, and what is vastgesteld after all that is not.
_IN_FORCE = (
    select(Indiening, PlanVersie)
    .join(PlanVersie, Indiening.versie_id == PlanVersie.id)
    .where(Indiening.nummer == PlanVersie.geldige_indiening)
    .order_by(PlanVersie.status == VersieStatus.VASTGESTELD.value, PlanVersie.nummer)
)
_CHECKSUMS = _IN_FORCE.with_only_columns(PlanVersie.plan_id, Indiening.id, Indiening.checksum)
_OF_ONE = _CHECKSUMS.where(PlanVersie.plan_id == bindparam("plan_id"))


@dataclass(frozen=True)
class InForce:
    """The submission that counts as the plan, and whether it was accepted."""

    indiening: Indiening
    is_vastgesteld: bool


def plans_in_force(plan_ids: Iterable[int] | None = None, *, with_content: bool = False) -> dict[int, InForce]:
    """The plan in force by plan id (of these plans, or of all) in one query; plans that have none are left out.

    `with_content` loads the snapshots along.
    """
    query = _IN_FORCE
    if plan_ids is not None:
        query = query.where(PlanVersie.plan_id.in_(list(plan_ids)))
    if with_content:
        query = query.options(undefer(Indiening.snapshot))
    return {
        versie.plan_id: InForce(indiening, versie.status is VersieStatus.VASTGESTELD)
        for indiening, versie in db.session.execute(query)
    }


def submissions_in_force() -> Collection[Any]:
    """Of every plan that has a plan in force: `plan_id`, and the `id` and `checksum` of the submission."""
    return {row.plan_id: row for row in plain_rows(_CHECKSUMS)}.values()


def submission_in_force(plan_id: int) -> int | None:
    """The id of the submission that is the plan in force of one plan, or None."""
    found = plain_rows(_OF_ONE, {"plan_id": plan_id})
    return found[-1].id if found else None


def plan_in_force(plan: Plan) -> InForce | None:
    """The plan in force of one plan, or None while nothing was submitted."""
    return plans_in_force([plan.id]).get(plan.id)
