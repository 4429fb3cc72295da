"""Actions whose window has passed and that are not done: shown to the region, on the plan and at the action."""

from __future__ import annotations

from flask import g

from portal.domain import clock
from portal.models import Actie
from portal.services.plan import overdue
from portal.services.round import finished


def overdue_actions(plan_id: int) -> list[Actie]:
    """The actions of a plan that should have been ready by now, the longest ago first."""
    passed = overdue.passed_actions(plan_id)
    done = finished.done_actions(plan_id) if passed else frozenset()
    return [one for one in passed if one.id not in done]


def is_overdue(row: Actie) -> bool:
    """True when this action is one of them. Which are done is asked once per page."""
    if row.venster_tot is None or row.venster_tot >= clock.today():
        return False
    known: dict[int, frozenset[int]] = g.setdefault("over_tijd", {})
    if row.plan_id not in known:
        known[row.plan_id] = finished.done_actions(row.plan_id)
    return row.id not in known[row.plan_id]
