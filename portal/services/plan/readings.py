"""What the portal reads in the words of a row, beside the words: the window of a timeline, the figures of a goal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from forms.dutch.dates import in_amsterdam
from forms.spec import Kind
from portal.domain.plan import readings
from portal.domain.plan.year import plan_year
from portal.models import Doelstelling, Plan
from portal.services.plan.timelines import with_window


def year_of(plan: Plan) -> int:
    """The year of words without one: that of the version that people work on. A later one was begun in its year."""
    return plan_year(plan.deadline) if plan.versie.nummer == 1 else _asked(plan).year


def begin_of(plan: Plan) -> date:
    """The first day of that version, for "per direct": the day after it is due, or the day on which it was begun."""
    return _asked(plan) + timedelta(days=plan.versie.nummer == 1)


def _asked(plan: Plan) -> date:
    versie = plan.versie
    return plan.deadline if versie.nummer == 1 else in_amsterdam(versie.aangemaakt_op).date()


def with_readings(plan: Plan, kind: Kind, values: Mapping[str, Any], *, before: Any = None) -> dict[str, Any]:
    """The values of a row with what is read in them. `before` is the row as it was, when there was one.

    Words that did not change keep what was read in them: another year of the plan gives them no other meaning. Neither
    does it to values that come with their reading (`gelezen`, `venster_bron`): an earlier version that is put back.
    """
    if "gelezen" in values or "venster_bron" in values:
        return dict(values)
    if kind is Kind.DOELSTELLINGEN:
        return _with_goal_reading(values, plan, before)
    return with_window(values, year=year_of(plan), begin=begin_of(plan), before=before)


def _with_goal_reading(values: Mapping[str, Any], plan: Plan, before: Doelstelling | None) -> dict[str, Any]:
    known = before.gelezen if before else readings.nothing_read()
    typed = {name: values[name] for name in (*readings.FIGURES, *readings.DATES) if name in values}
    if not typed:
        return dict(values)
    fresh = {name: words for name, words in typed.items() if before is None or words != getattr(before, name)}
    return {**values, "gelezen": {**known, **readings.read_goal(fresh, year=year_of(plan), begin=begin_of(plan))}}
