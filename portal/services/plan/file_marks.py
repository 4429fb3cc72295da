"""The marks that the Word file of a working copy carries: which revision of everything it was made from."""

from __future__ import annotations

from forms.plan_marks import PlanMarks, plan_owner
from portal.domain import clock
from portal.models import Plan
from portal.services.plan.content import Loaded


def marks_of(plan: Plan, loaded: Loaded) -> PlanMarks:
    """The marks of the plan as it was loaded."""
    return PlanMarks(
        plan_owner(plan.id),
        clock.now(),
        {key: one.revision for key, one in loaded.answers.items()},
        {(kind, row.id): row.revision for kind, rows in loaded.rows.items() for row in rows},
    )
