"""The audit log: an empty one, some lines in it, and somebody who gets past what guards it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select, text

from portal.domain.audit.line import Oorsprong, Resultaat, Thing, new_line
from portal.domain.audit.verify import Findings
from portal.extensions import db
from portal.models import AuditRegel
from portal.models.audit_guards import GUARDS
from portal.services.audit import checking, writing

TABLES = ("audit_opruiming", "audit_zegel", "audit_regel")


def empty_log() -> None:
    """Begin anew: other tests leave their lines, because nobody can take them away."""
    with unguarded():
        for table in TABLES:
            past_the_portal(f"DELETE FROM {table}")
        if db.engine.dialect.name == "sqlite":
            past_the_portal("DELETE FROM sqlite_sequence WHERE name = 'audit_regel'")
        else:
            past_the_portal("ALTER SEQUENCE audit_regel_id_seq RESTART")


def write_lines(number: int, actie: str = "plan: indienen") -> list[AuditRegel]:
    """So many lines about so many plans, all by account 7; gives all lines of the log."""
    for plan_id in range(1, number + 1):
        thing = Thing("plan", str(plan_id))
        writing.write(
            new_line(
                actie, thing, resultaat=Resultaat.GELUKT, oorsprong=Oorsprong.WEB, actor_id=7, verzoek=f"v{plan_id}"
            )
        )
    db.session.commit()
    return lines()


def lines() -> list[AuditRegel]:
    """All lines of the log as they are now."""
    db.session.rollback()
    return list(db.session.scalars(select(AuditRegel).order_by(AuditRegel.id)))


def told() -> list[tuple[str, str, int | None, str]]:
    """Of each line: what, on what, by which account, and how it ended."""
    return [
        (one.actie, f"{one.object_soort} {one.object_id}".strip(), one.actor_id, one.resultaat.value) for one in lines()
    ]


def checked(**asked: tuple[int, str]) -> Findings:
    """What reading the whole log finds."""
    db.session.rollback()
    return checking.check_log(**asked)


def past_the_portal(statement: str) -> None:
    """What somebody does who can write in the database itself."""
    db.session.rollback()
    with db.engine.begin() as connection:
        connection.execute(text(statement))


@contextmanager
def without_the_log() -> Iterator[None]:
    """As when the disk of the log is full: nothing can be added to it."""
    past_the_portal("ALTER TABLE audit_regel RENAME TO audit_regel_weg")
    try:
        yield
    finally:
        past_the_portal("ALTER TABLE audit_regel_weg RENAME TO audit_regel")


@contextmanager
def unguarded() -> Iterator[None]:
    """Without the triggers, as who owns the database can do; they are put back afterwards."""
    db.session.rollback()
    is_sqlite = db.engine.dialect.name == "sqlite"
    triggers = [
        (statement, statement.split()[2], table)
        for table, statements in GUARDS[db.engine.dialect.name].items()
        for statement in statements
        if statement.startswith("CREATE TRIGGER")
    ]
    with db.engine.begin() as connection:
        for _, name, table in triggers:
            connection.execute(text(f"DROP TRIGGER {name}" + ("" if is_sqlite else f" ON {table}")))
    try:
        yield
    finally:
        db.session.rollback()
        with db.engine.begin() as connection:
            # SQLite believes what a connection remembers of the schema when it says that a trigger exists already.
            connection.exec_driver_sql("SELECT id FROM audit_regel LIMIT 1").all()
            for statement, _, _ in triggers:
                connection.exec_driver_sql(statement)
