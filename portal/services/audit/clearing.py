"""A segment whose term is over goes as a whole, and leaves its seal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, func, insert, select

from portal.domain import clock
from portal.domain.audit.line import moment
from portal.domain.audit.terms import oldest_kept
from portal.extensions import db
from portal.models import AuditOpruiming, AuditRegel, AuditZegel


@dataclass(frozen=True)
class ClearedSegments:
    """Which segments went, and how many lines."""

    segmenten: tuple[str, ...]
    regels: int


def clear_expired(months: int, *, today: date) -> ClearedSegments:
    """Take away every segment that is older than so many whole months. Commits: it is a command, not a page."""
    with db.engine.begin() as connection:
        going = _closed_before(connection, oldest_kept(today, months))
        for segment, tot_zegel in going:
            _note(connection, segment, tot_zegel)
        return ClearedSegments(tuple(segment for segment, _ in going), _take_away(connection) if going else 0)


def _closed_before(connection: Connection, oldest: str) -> list[tuple[str, int]]:
    """The segments that go, each with its last seal. The newest one stays, whatever its age: it may not be closed."""
    last = select(AuditZegel.segment, func.max(AuditZegel.nummer)).group_by(AuditZegel.segment)
    gone = set(connection.scalars(select(AuditOpruiming.segment)))
    found = sorted((segment, nummer) for segment, nummer in connection.execute(last))
    return [one for one in found[:-1] if one[0] < oldest and one[0] not in gone]


def _note(connection: Connection, segment: str, tot_zegel: int) -> None:
    tot_regel = connection.scalar(select(AuditZegel.laatste_id).where(AuditZegel.nummer == tot_zegel))
    row = {"segment": segment, "tot_zegel": tot_zegel, "tot_regel": tot_regel, "op": moment(clock.now())}
    connection.execute(insert(AuditOpruiming), row)


def _take_away(connection: Connection) -> int:
    up_to = connection.scalar(select(func.max(AuditOpruiming.tot_regel)))
    seal = connection.scalar(select(func.max(AuditOpruiming.tot_zegel)))
    kept = select(AuditOpruiming.tot_zegel)
    connection.execute(delete(AuditZegel).where(AuditZegel.nummer < seal, AuditZegel.nummer.not_in(kept)))
    return connection.execute(delete(AuditRegel).where(AuditRegel.id <= up_to)).rowcount
