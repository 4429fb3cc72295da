"""Making the answer sheets of a round: all at once, in a handful of statements however many plans there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from sqlalchemy import insert, select

from portal.domain import clock
from portal.extensions import db
from portal.models import Antwoordblad, BladRegio, PlanRegio, Regio, Uitvraag
from portal.services.plan.in_force import InForce, plans_in_force


def make_sheets(uitvraag: Uitvraag) -> int:
    """One sheet per plan with a region that is asked, about its plan in force, and one per such region without a plan.

    Returns how many. The regions of a sheet stay as they are now, also when plans are joined or split later: a joint
    plan is asked as a whole.
    """
    by_plan, without = _asked(uitvraag, *_regions_by_plan())
    in_force = plans_in_force(by_plan)
    rows = [_sheet_row(uitvraag, plan_id, in_force.get(plan_id)) for plan_id in by_plan]
    rows += [_sheet_row(uitvraag, None, None) for _ in without]
    if not rows:
        return 0
    db.session.execute(insert(Antwoordblad), rows)
    db.session.execute(insert(BladRegio), list(_links(uitvraag, by_plan, without)))
    db.session.expire(uitvraag, ["bladen"])
    return len(rows)


def regions_asked(uitvraag: Uitvraag) -> list[int]:
    """Ids of the regions that a round for some regions asks, also those of a joint plan; none when it asks them all.

    Before it opens by the plans of now, afterwards by the sheets that were made.
    """
    if not uitvraag.gevraagde_regios:
        return []
    sheets = select(BladRegio.regio_id).where(BladRegio.uitvraag_id == uitvraag.id)
    if found := list(db.session.scalars(sheets)):
        return found
    by_plan, without = _asked(uitvraag, *_regions_by_plan())
    return [*chain.from_iterable(by_plan.values()), *without]


def _asked(
    uitvraag: Uitvraag, by_plan: dict[int, list[int]], without: list[int]
) -> tuple[dict[int, list[int]], list[int]]:
    """What is left of these when the round is for some regions only."""
    chosen = set(uitvraag.gevraagde_regios)
    if not chosen:
        return by_plan, without
    plans = {plan_id: regio_ids for plan_id, regio_ids in by_plan.items() if chosen.intersection(regio_ids)}
    return plans, [regio_id for regio_id in without if regio_id in chosen]


def _links(uitvraag: Uitvraag, by_plan: dict[int, list[int]], without: list[int]) -> Iterator[dict[str, int]]:
    """Which sheet counts for which region. Of sheets without a plan any will do for any region."""
    found = db.session.execute(
        select(Antwoordblad.id, Antwoordblad.plan_id)
        .where(Antwoordblad.uitvraag_id == uitvraag.id)
        .order_by(Antwoordblad.id)
    )
    left = iter(without)
    for blad_id, plan_id in found:
        for regio_id in [next(left)] if plan_id is None else by_plan[plan_id]:
            yield {"uitvraag_id": uitvraag.id, "blad_id": blad_id, "regio_id": regio_id}


def _regions_by_plan() -> tuple[dict[int, list[int]], list[int]]:
    """The region ids of each plan, and the regions that have none. A plan that was joined away has no regions."""
    found = db.session.execute(
        select(Regio.id, PlanRegio.plan_id).outerjoin(PlanRegio, PlanRegio.regio_id == Regio.id).order_by(Regio.id)
    )
    by_plan: dict[int, list[int]] = defaultdict(list)
    without: list[int] = []
    for regio_id, plan_id in found:
        (without if plan_id is None else by_plan[plan_id]).append(regio_id)
    return dict(by_plan), without


def _sheet_row(uitvraag: Uitvraag, plan_id: int | None, in_force: InForce | None) -> dict[str, object]:
    return {
        "uitvraag_id": uitvraag.id,
        "plan_id": plan_id,
        "plan_indiening_id": in_force.indiening.id if in_force else None,
        "status_sinds": clock.now(),
    }
