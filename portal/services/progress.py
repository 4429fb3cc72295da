"""Who changed which step last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from forms.spec import Format, Step
from portal.models import Answer, PlanRow, User
from portal.services.content import Loaded


@dataclass(frozen=True)
class Change:
    """The newest change of a step by a person."""

    op: datetime
    door: User


def last_changes(loaded: Loaded, format_: Format) -> dict[str, Change]:
    """The newest change per step key; steps that nobody touched are left out."""
    found = {step.key: _newest(_changed_rows(loaded, step)) for step in format_.steps}
    return {key: change for key, change in found.items() if change is not None}


def _changed_rows(loaded: Loaded, step: Step) -> list[Answer | PlanRow]:
    changed: list[Answer | PlanRow] = []
    for question in step.questions:
        if question.kind.is_list:
            changed.extend(loaded.rows[question.kind])
        elif question.key in loaded.answers:
            changed.append(loaded.answers[question.key])
    return changed


def _newest(changed: list[Answer | PlanRow]) -> Change | None:
    by_people = [Change(one.gewijzigd_op, one.gewijzigd_door) for one in changed if one.gewijzigd_door is not None]
    return max(by_people, key=lambda change: change.op, default=None)
