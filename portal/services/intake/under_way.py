"""The file that somebody is taking in: found, kept, corrected and thrown away. It is no part of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.orm import joinedload

from portal.database import begin_writing
from portal.domain import clock
from portal.domain.roles import Actor
from portal.domain.stored.intake import IntakeContent
from portal.extensions import db
from portal.models import Inlezing, Plan

# So long taking over can be undone.
KEPT_FOR = timedelta(days=30)
STALE = "Intussen is dit in een ander venster gewijzigd. Hieronder staat het zoals het nu is. Doe uw wijziging opnieuw."
TAKEN = "Dit bestand is al overgenomen. Maak dat eerst ongedaan als u nog iets wilt wijzigen."
GONE = "Er is geen Word-bestand meer dat u aan het inlezen bent. Kies het bestand opnieuw."


class IntakeProblem(Exception):
    """Something can't be done with a file. The message is Dutch and fit to show."""


def of_person(plan: Plan, actor: Actor) -> Inlezing | None:
    """The file that this person is taking in for a plan, or took in last."""
    return _found(plan, actor.user_id)


def put_ready(plan: Plan) -> Inlezing | None:
    """The file that a coördinator put ready for the region and nobody took up yet."""
    return _found(plan, None)


def _found(plan: Plan, account_id: int | None) -> Inlezing | None:
    query = select(Inlezing).where(Inlezing.plan_id == plan.id, Inlezing.account_id.is_not_distinct_from(account_id))
    # Read anew: who waited for a lock sees what the other made of it.
    fresh = query.options(joinedload(Inlezing.gelezen_door)).execution_options(populate_existing=True)
    return db.session.scalars(fresh).first()


def opened(found: Inlezing) -> IntakeContent:
    """What was read, to look at or to change."""
    return msgspec.convert(found.inhoud, IntakeContent)


def keep(found: Inlezing, content: IntakeContent) -> None:
    """Keep what was changed, as a new revision."""
    found.inhoud = msgspec.to_builtins(content)
    found.revisie += 1


@contextmanager
def corrected(plan: Plan, *, revision: int, actor: Actor) -> Iterator[IntakeContent]:
    """What was read, locked, to be changed inside the block; kept when it ends well.

    Raises IntakeProblem when it is gone, or changed since `revision`.
    """
    found = locked(plan, actor)
    if found.revisie != revision:
        raise IntakeProblem(STALE)
    require_open(found)
    content = opened(found)
    yield content
    keep(found, content)


def locked(plan: Plan, actor: Actor) -> Inlezing:
    """The file of this person as it is now; others wait. Raises IntakeProblem when there is none."""
    begin_writing(db.session.connection())
    query = select(Inlezing).where(Inlezing.plan_id == plan.id, Inlezing.account_id == actor.user_id)
    found = db.session.scalars(query.with_for_update().execution_options(populate_existing=True)).first()
    if found is None:
        raise IntakeProblem(GONE)
    return found


def require_open(found: Inlezing) -> None:
    """Raises IntakeProblem when the file was taken over: what is changed after that would go nowhere."""
    if found.overgenomen_op is not None:
        raise IntakeProblem(TAKEN)


def throw_away(plan: Plan, *, actor: Actor) -> str:
    """Forget the file. Returns its name; the plan stays as it is. Raises IntakeProblem when it is gone."""
    found = locked(plan, actor)
    name = opened(found).bestand
    db.session.delete(found)
    return name


def sweep() -> None:
    """Forget files that were taken over a while ago: names in comments are not kept longer than undoing asks."""
    old = Inlezing.overgenomen_op < clock.now() - KEPT_FOR
    db.session.execute(delete(Inlezing).where(Inlezing.overgenomen_op.is_not(None), old))
