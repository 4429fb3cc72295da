"""Sealing what was written since the last seal. Upkeep does it every minute; on two machines at once is no harm.

Who writes a line waits for no other line: on PostgreSQL many write at once, and their order is known when they are
done. So the chain is made afterwards, over lines that can't change places any more.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import asdict
from itertools import takewhile

from sqlalchemy import Connection, func, insert, select, text
from sqlalchemy.exc import OperationalError

from portal.domain import clock
from portal.domain.audit.chain import Running, Seal
from portal.domain.audit.line import moment
from portal.domain.audit.verify import StoredLine
from portal.extensions import db
from portal.models import AuditRegel, AuditZegel
from portal.services.audit.key import chain_key
from portal.services.audit.stored import lines_between, stored_seal

log = logging.getLogger(__name__)

MOST_LINES = 10_000


def seal_lines() -> int:
    """Seal all lines that were written before this call; gives how many. Commits: it runs by itself, not in a page.

    A seal covers lines of one segment: in a new month a new one begins.
    """
    horizon = _last_settled()
    return sum(iter(lambda: _seal_some(horizon), 0)) if horizon else 0


def _last_settled() -> int:
    """The last number up to which every line was committed or never will be.

    On PostgreSQL a line with a lower number may be committed later. Whoever writes a line holds the table (weakly)
    until the commit: who may hold it alone for a moment knows that all is done. Rather never than keep people waiting.
    """
    try:
        with db.engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET LOCAL lock_timeout = '500ms'"))
                connection.execute(text("LOCK TABLE audit_regel IN SHARE MODE"))
            return connection.scalar(select(func.max(AuditRegel.id))) or 0
    except OperationalError:
        log.info("the audit log is busy; its lines are sealed next time")
        return 0


def _seal_some(horizon: int) -> int:
    with db.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("LOCK TABLE audit_zegel IN SHARE ROW EXCLUSIVE MODE"))
        return _next_seal(connection, horizon)


def _next_seal(connection: Connection, horizon: int) -> int:
    before = _last_seal(connection)
    lines = _of_one_segment(lines_between(connection, before.laatste_id, horizon, at_most=MOST_LINES))
    seal = _seal_over(before, lines)
    if seal is None:
        return 0
    connection.execute(insert(AuditZegel), asdict(seal))
    # Whoever keeps this line elsewhere can prove later what the log was: the database alone can't, of its own end.
    log.info("audit seal %s: %s lines up to %s, %s", seal.nummer, seal.aantal, seal.laatste_id, seal.hash)
    return seal.aantal


def _last_seal(connection: Connection) -> Seal:
    row = connection.execute(select(AuditZegel.__table__).order_by(AuditZegel.nummer.desc()).limit(1)).first()
    return stored_seal(row) if row else Seal(0, "", 0, 0, 0, "", "", "")


def _of_one_segment(lines: Iterator[StoredLine]) -> list[StoredLine]:
    """The first lines, until a later month begins. A line that is a moment late belongs to the month it came in."""
    found = list(lines)
    return list(takewhile(lambda line: line.op[:7] <= found[0].op[:7], found))


def _seal_over(before: Seal, lines: list[StoredLine]) -> Seal | None:
    if not lines:
        return None
    running = Running()
    for line in lines:
        running.add(line.id, line.content, line.merk)
    segment = max(before.segment, lines[0].op[:7])
    ends = (lines[0].id, lines[-1].id)
    seal = Seal(before.nummer + 1, segment, *ends, running.count, running.digest, before.hash, moment(clock.now()))
    return seal.closed(chain_key())
