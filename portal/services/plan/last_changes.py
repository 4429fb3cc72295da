"""Who changed which step last."""

from __future__ import annotations

from forms.spec import Format, Step
from portal.models import Answer, PlanRow
from portal.services.filling.traces import Change, newest_change
from portal.services.plan.content import Loaded


def last_changes(loaded: Loaded, format_: Format) -> dict[str, Change]:
    """The newest change per step key; steps that nobody touched are left out."""
    found = {step.key: newest_change(_changed_rows(loaded, step)) for step in format_.steps}
    return {key: change for key, change in found.items() if change is not None}


def _changed_rows(loaded: Loaded, step: Step) -> list[Answer | PlanRow]:
    changed: list[Answer | PlanRow] = []
    for question in step.questions:
        if question.kind.is_list:
            changed.extend(loaded.rows[question.kind])
        elif question.key in loaded.answers:
            changed.append(loaded.answers[question.key])
    return changed
