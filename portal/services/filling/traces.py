"""Who worked where lately: told once a day in the story, and beside a page while it lasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select

from forms.spec import Format, Question, Step
from portal.domain import clock
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Event, RapportEvent, UitvraagEvent


def happened_lately(
    table: type[Event] | type[UitvraagEvent] | type[RapportEvent],
    about: ColumnElement[bool],
    soort: str,
    actor: Actor,
    gegevens: Mapping[str, str],
) -> bool:
    """True when this person did the very same within the last day; `about` says to what."""
    found = db.session.scalars(
        select(table.gegevens).where(
            about, table.soort == soort, table.door_id == actor.user_id, table.op > clock.now() - timedelta(days=1)
        )
    )
    return gegevens in found.all()


@dataclass(frozen=True)
class Changer:
    """Who changed something."""

    id: int
    naam: str


@dataclass(frozen=True)
class Trace:
    """A change by a person; the portal itself does not count."""

    op: datetime
    door: Changer


# By what was changed: the key of a question, or the kind of a list.
Changes = dict[str, list[Trace]]


def last_changes(changes: Changes, format_: Format) -> dict[str, Trace]:
    """The newest change per step key; steps that nobody touched are left out."""
    found = {step.key: _newest(changes, step) for step in format_.steps}
    return {key: change for key, change in found.items() if change is not None}


def _newest(changes: Changes, step: Step) -> Trace | None:
    of_step = (change for question in step.questions for change in changes.get(_source(question), ()))
    return max(of_step, key=lambda change: change.op, default=None)


def _source(question: Question) -> str:
    return question.kind.value if question.kind.is_list else question.key


# Autosave tells of every pause in typing, so somebody who is silent for this long is probably doing something else.
BUSY = timedelta(minutes=10)


def busy_people(changes: Mapping[str, Trace], format_: Format, *, actor: Actor) -> list[str]:
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
