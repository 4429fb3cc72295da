"""Who worked where lately: told once a day in the story, and beside a page while it lasts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select

from forms.spec import Format
from portal.domain import clock
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Event, UitvraagEvent, User
from portal.services.filling.revisions import Revised


def happened_lately(
    table: type[Event] | type[UitvraagEvent],
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
class Change:
    """The newest change of a step by a person."""

    op: datetime
    door: User


def newest_change(changed: Iterable[Revised]) -> Change | None:
    """The newest change by a person, or None; the portal itself does not count."""
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
