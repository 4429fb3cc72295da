"""Making the answer sheets of a round: all at once, in a handful of statements however many plans there are."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import insert, select

from portal.domain import clock
from portal.extensions import db
from portal.models import Antwoordblad, BladRegio, Plan, PlanRegio, Regio, Uitvraag
from portal.services.in_force import plans_in_force


def make_sheets(uitvraag: Uitvraag) -> int:
    """One sheet per plan with a region, about its plan in force, and one per region without a plan.

    Returns how many. The regions of a sheet stay as they are now, also when plans are joined or split later.
    """
    by_plan, without = _regions_by_plan()
    in_force = plans_in_force(by_plan)
    sheets: list[tuple[int | None, list[int]]] = [*by_plan.items(), *((None, [regio_id]) for regio_id in without)]
    rows = [_sheet_row(uitvraag, plan_id, in_force) for plan_id, _ in sheets]
    if not rows:
        return 0
    ids = db.session.scalars(insert(Antwoordblad).returning(Antwoordblad.id, sort_by_parameter_order=True), rows).all()
    links = [
        {"uitvraag_id": uitvraag.id, "blad_id": blad_id, "regio_id": regio_id}
        for blad_id, (_, regio_ids) in zip(ids, sheets, strict=True)
        for regio_id in regio_ids
    ]
    db.session.execute(insert(BladRegio), links)
    db.session.expire(uitvraag, ["bladen"])
    return len(ids)


def _regions_by_plan() -> tuple[dict[int, list[int]], list[int]]:
    """The region ids of each plan, and the regions that have none."""
    found = db.session.execute(
        select(Regio.id, Plan.id)
        .outerjoin(PlanRegio, PlanRegio.regio_id == Regio.id)
        .outerjoin(Plan, (Plan.id == PlanRegio.plan_id) & Plan.opgegaan_in_id.is_(None))
        .order_by(Regio.id)
    )
    by_plan: dict[int, list[int]] = defaultdict(list)
    without: list[int] = []
    for regio_id, plan_id in found:
        (without if plan_id is None else by_plan[plan_id]).append(regio_id)
    return dict(by_plan), without


def _sheet_row(uitvraag: Uitvraag, plan_id: int | None, in_force: dict[int, Any]) -> dict[str, object]:
    found = in_force.get(plan_id) if plan_id is not None else None
    return {
        "uitvraag_id": uitvraag.id,
        "plan_id": plan_id,
        "plan_indiening_id": found.indiening.id if found else None,
        "status_sinds": clock.now(),
    }
