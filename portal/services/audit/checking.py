"""`flask audit verify`: is the log what was written?"""

from __future__ import annotations

from sqlalchemy import Connection, func, select, text

from portal.database import WRITES
from portal.domain import clock
from portal.domain.audit.verify import MOST_NAMED, Cleared, Findings, verify
from portal.extensions import db
from portal.models import AuditOpruiming, AuditRegel, guard_names
from portal.services.audit.key import chain_key
from portal.services.audit.stored import lines_between, seals

_GUARDS_THERE = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
}
_LAST_GIVEN = {
    "sqlite": "SELECT seq FROM sqlite_sequence WHERE name = 'audit_regel'",
    "postgresql": "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM audit_regel_id_seq",
}


def check_log(*, known_seal: tuple[int, str] | None = None) -> Findings:
    """Read the whole log, and say what is wrong with it. Changes nothing.

    `known_seal`: the number and hash of a seal that somebody kept elsewhere; it must be there still.
    """
    with db.engine.connect().execution_options(**{WRITES: False}) as connection:
        last_given, cleared = _settled(connection), _cleared(connection)
        all_seals = list(seals(connection))
        found = verify(
            lines_between(connection),
            all_seals,
            cleared,
            key=chain_key(),
            last_given=last_given,
            now=clock.now(),
        )
        _check_copies(connection, found)
        _check_guards(connection, found)
    if known_seal and known_seal not in {(one.nummer, one.hash) for one in all_seals}:
        found.say(f"Zegel {known_seal[0]} is niet het zegel dat u bewaarde, of is er niet meer.")
    return found


def _settled(connection: Connection) -> int:
    """The last number that was given out, when nobody is writing a line at this moment (see `sealing`)."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE audit_regel IN SHARE MODE"))
    given = connection.scalar(text(_LAST_GIVEN[connection.dialect.name])) or 0
    connection.rollback()
    return given


def _cleared(connection: Connection) -> list[Cleared]:
    rows = connection.execute(select(AuditOpruiming.__table__)).all()
    return [Cleared(one.segment, one.tot_regel, one.tot_zegel, one.op) for one in rows]


def _check_copies(connection: Connection, found: Findings) -> None:
    """No line stands there twice: also not an old one once more behind the last seal, where its mark would fit."""
    row = AuditRegel.__table__.c
    twice = select(func.min(row.id), func.max(row.id)).group_by(row.merk).having(func.count() > 1)
    for first, again in connection.execute(twice.order_by(func.max(row.id)).limit(MOST_NAMED)):
        sentence = f"Regel {again} is een kopie van regel {first}."
        if sentence not in found.faults:
            found.say(sentence)


def _check_guards(connection: Connection, found: Findings) -> None:
    there = set(connection.scalars(text(_GUARDS_THERE[connection.dialect.name])))
    for name in sorted(guard_names(connection.dialect.name) - there):
        found.say(f"De bewaking {name} staat uit of is weg.")
