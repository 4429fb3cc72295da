"""Lines and seals as the database has them, by number. A million of them: the ORM has no part in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, String, cast, func, select

from portal.domain.audit.chain import SEPARATOR, Seal
from portal.domain.audit.verify import StoredLine
from portal.models import AuditRegel, AuditZegel

AT_ONCE = 5_000

_REGEL = AuditRegel.__table__.c
# In the order of `chain.content_of`. The words of an enum as they stand there, whether or not they are ones of ours.
_SAID = (
    _REGEL.op,
    cast(_REGEL.oorsprong, String),
    func.coalesce(cast(_REGEL.actor_id, String), ""),
    _REGEL.actie,
    _REGEL.object_soort,
    _REGEL.object_id,
    cast(_REGEL.resultaat, String),
    _REGEL.verzoek,
)
_LINES: Select[Any] = select(_REGEL.id, *_SAID, _REGEL.merk).order_by(_REGEL.id)


def lines_between(
    connection: Connection, after: int | None = None, up_to: int | None = None, *, at_most: int | None = None
) -> Iterator[StoredLine]:
    """The lines behind this number, up to and with another; without them all there are, also below the first."""
    query = _LINES.limit(at_most)
    if after is not None:
        query = query.where(_REGEL.id > after)
    if up_to is not None:
        query = query.where(_REGEL.id <= up_to)
    found = connection.execute(query, execution_options={"yield_per": AT_ONCE})
    join = SEPARATOR.join
    for row in found:
        yield StoredLine(row[0], join(row[1:9]), row[9], row[1])


def seals(connection: Connection) -> Iterator[Seal]:
    """All seals that are there."""
    query = select(AuditZegel.__table__).order_by(AuditZegel.nummer)
    yield from map(stored_seal, connection.execute(query).all())


def stored_seal(row: Any) -> Seal:
    """A seal from its row."""
    return Seal(**row._mapping)
