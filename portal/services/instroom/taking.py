"""Taking a file in, dropping it, and undoing it again. Nothing is overwritten."""

from __future__ import annotations

from secrets import token_hex
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, select, update
from sqlalchemy.orm import aliased

from portal.domain import clock
from portal.domain.instroom.imports import ImportStatus
from portal.domain.roles import Actor
from portal.extensions import db
from portal.locking import insert_once, lock_row
from portal.models import InstroomCijfer, InstroomImport, InstroomStand
from portal.models.instroom.figures import PLEK
from portal.services.instroom import staging

_THE_ONE = 1
_AT_FIRST: dict[str, Any] = {"id": _THE_ONE, "nummer": 0, "merk": "", "drempel": 5, "rond_af": False}


class InstroomProblem(Exception):
    """Something that can't be done with a file now, in a Dutch sentence."""


def settings() -> InstroomStand:
    """The settings of small numbers, and the number of changes so far."""
    found = db.session.get(InstroomStand, _THE_ONE)
    return found or InstroomStand(**_AT_FIRST)


def take_in(concept: InstroomImport, *, actor: Actor | None, seen: int | None = None) -> None:
    """Let the figures of a concept count. What says the same as what counted stays beside it, for when that is undone.

    `seen` is the number of changes at which the person saw what it would change. Raises InstroomProblem when something
    else changed since, when nothing would change, or when somebody who was faster took it in or threw it away.
    """
    before = _lock(concept, ImportStatus.CONCEPT, "Dit bestand is al ingelezen of weggegooid.")
    if seen is not None and seen != before:
        raise InstroomProblem(
            "Intussen zijn er andere cijfers ingelezen. Hieronder staat wat dit bestand nu verandert. Kijk opnieuw."
        )
    staging.count_changes(concept)
    if not concept.nieuw + concept.gewijzigd:
        raise InstroomProblem("Dit bestand verandert niets: alle cijfers erin zijn al bekend. Gooi het weg.")
    _retire(concept)
    _count(InstroomCijfer.import_id == concept.id)
    concept.status, concept.ingelezen_op = ImportStatus.INGELEZEN, clock.now()
    concept.door_id = actor.user_id if actor else None
    concept.volgorde, concept.merk_in = settings().nummer, settings().merk


def drop(concept: InstroomImport) -> None:
    """Throw a concept away. Raises InstroomProblem when it counts already."""
    _lock(concept, ImportStatus.CONCEPT, "Dit bestand is al ingelezen. U kunt het ongedaan maken.")
    db.session.delete(concept)


def undo(done: InstroomImport, *, actor: Actor) -> None:
    """Let the figures of a file count no more; what counted before them counts again.

    Raises InstroomProblem when it does not count.
    """
    _lock(done, ImportStatus.INGELEZEN, "Dit bestand telt al niet mee.")
    done.status, done.ongedaan_op, done.ongedaan_door_id = ImportStatus.ONGEDAAN, clock.now(), actor.user_id
    done.merk_uit = settings().merk
    db.session.flush()
    _change(InstroomCijfer.import_id == done.id, actueel=False)
    _count(InstroomCijfer.id.in_(_latest_beside(done)))


def _latest_beside(done: InstroomImport) -> Select[Any]:
    """The ids of the latest figures of files that count, at the places of the figures of this file."""
    old, mine = aliased(InstroomCijfer), aliased(InstroomCijfer)
    turn = func.row_number().over(
        partition_by=[getattr(old, name) for name in PLEK], order_by=InstroomImport.volgorde.desc()
    )
    ranked = (
        select(old.id, turn.label("turn"))
        .join(mine, and_(mine.import_id == done.id, _same_place(old, mine)))
        .join(InstroomImport, InstroomImport.id == old.import_id)
        .where(InstroomImport.status == ImportStatus.INGELEZEN)
        .subquery()
    )
    return select(ranked.c.id).where(ranked.c.turn == 1)


def begin_change() -> int:
    """One change of figures at a time: all wait for the one row of `InstroomStand`, and mark it.

    Returns the number of changes before this one.
    """
    lock_figures()
    now = settings()
    now.nummer, now.merk = now.nummer + 1, token_hex(16)
    return now.nummer - 1


def lock_figures() -> None:
    """Let others who change figures, or what is published of them, wait until this transaction ends."""
    db.session.execute(insert_once(InstroomStand, InstroomStand.id).values(_AT_FIRST))
    lock_row(InstroomStand, _THE_ONE)


def _lock(found: InstroomImport, status: ImportStatus, otherwise: str) -> int:
    before = begin_change()
    lock_row(InstroomImport, found.id)
    # Somebody who was faster may have thrown it away.
    is_there = db.session.scalar(select(InstroomImport.id).where(InstroomImport.id == found.id))
    if is_there is None or found.status is not status:
        raise InstroomProblem(otherwise)
    return before


def _retire(concept: InstroomImport) -> None:
    """What the concept says otherwise counts no more."""
    new = aliased(InstroomCijfer)
    other = and_(new.import_id == concept.id, _same_place(new, InstroomCijfer))
    changed = exists().where(other, ~staging.says_the_same(InstroomCijfer, new))
    _change(and_(InstroomCijfer.bron_id == concept.bron_id, InstroomCijfer.actueel, changed), actueel=False)


def _count(which: ColumnElement[bool]) -> None:
    """Let these figures count where none does."""
    old = aliased(InstroomCijfer)
    taken = exists().where(old.actueel, _same_place(old, InstroomCijfer))
    _change(and_(which, ~taken), actueel=True)


def _same_place(one: Any, other: Any) -> ColumnElement[bool]:
    return and_(*(getattr(one, name) == getattr(other, name) for name in PLEK))


def _change(which: ColumnElement[bool], *, actueel: bool) -> None:
    db.session.execute(
        update(InstroomCijfer).where(which).values(actueel=actueel),
        execution_options={"synchronize_session": False},
    )
