"""The file that somebody is taking in for a sheet: found, and thrown away. It is no part of the sheet."""

from __future__ import annotations

import msgspec
from sqlalchemy import delete, select
from sqlalchemy.orm import joinedload

from portal.database import begin_writing
from portal.domain import clock
from portal.domain.roles import Actor
from portal.domain.stored.sheet_intake import SheetIntakeContent
from portal.extensions import db
from portal.models import Antwoordblad, BladInlezing
from portal.services.intake.under_way import GONE, KEPT_FOR, IntakeProblem

__all__ = ["GONE", "IntakeProblem", "of_person", "opened", "put_ready", "sweep", "throw_away"]


def of_person(blad: Antwoordblad, account_id: int) -> BladInlezing | None:
    """The file that this person is taking in for a sheet."""
    return _found(blad, account_id)


def put_ready(blad: Antwoordblad) -> BladInlezing | None:
    """The file that a coördinator put ready for the region and nobody took up yet."""
    return _found(blad, None)


def _found(blad: Antwoordblad, account_id: int | None) -> BladInlezing | None:
    query = select(BladInlezing).where(
        BladInlezing.blad_id == blad.id, BladInlezing.account_id.is_not_distinct_from(account_id)
    )
    query = query.options(joinedload(BladInlezing.gelezen_door)).execution_options(populate_existing=True)
    return db.session.scalars(query).first()


def opened(found: BladInlezing) -> SheetIntakeContent:
    """What was read."""
    return msgspec.convert(found.inhoud, SheetIntakeContent)


def locked(blad: Antwoordblad, actor: Actor) -> BladInlezing:
    """The file of this person as it is now; others wait. Raises IntakeProblem when there is none."""
    begin_writing(db.session.connection())
    query = select(BladInlezing).where(BladInlezing.blad_id == blad.id, BladInlezing.account_id == actor.user_id)
    found = db.session.scalars(query.with_for_update().execution_options(populate_existing=True)).first()
    if found is None:
        raise IntakeProblem(GONE)
    return found


def throw_away(blad: Antwoordblad, *, actor: Actor) -> str:
    """Forget the file. Returns its name; the sheet stays as it is. Raises IntakeProblem when it is gone."""
    found = locked(blad, actor)
    name = opened(found).bestand
    db.session.delete(found)
    return name


def sweep() -> None:
    """Forget files that nobody took over for a month: names in comments are not kept longer than they are needed."""
    db.session.execute(delete(BladInlezing).where(BladInlezing.gelezen_op < clock.now() - KEPT_FOR))
