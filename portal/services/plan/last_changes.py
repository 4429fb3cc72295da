"""Who changed which step last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from forms.spec import Format, Step
from portal.domain import clock
from portal.domain.roles import Actor
from portal.models import Answer, PlanRow, User
from portal.services.plan.content import Loaded


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


# Autosave tells of every pause in typing, so somebody who is silent for this long is probably doing something else.
BUSY = timedelta(minutes=10)


def busy_people(changes: Mapping[str, Change], format_: Format, *, actor: Actor) -> list[str]:
    """Who else is at work in the plan now and where, newest first: "K. de Boer (Acties)"."""
    since = clock.now() - BUSY
    recent = sorted(
        ((change, key) for key, change in changes.items() if change.op > since and change.door.id != actor.user_id),
        key=lambda found: found[0].op,
        reverse=True,
    )
    titles = {step.key: step.title for step in format_.steps}
    newest_per_person = {change.door.id: (change, key) for change, key in reversed(recent)}
    shown = sorted(newest_per_person.values(), key=lambda found: found[0].op, reverse=True)
    return [f"{change.door.naam} ({titles[key]})" for change, key in shown]
