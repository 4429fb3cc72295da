"""The whole database, remembered and put back, and how many rows it has: the same world again without making it.

The audit log is no part of it: that can only be added to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert, select

from portal.extensions import db
from portal.models import tables_to_empty
from tests.databases import empty_database

Rows = Mapping[str, list[dict[str, Any]]]


def remember() -> Rows:
    """Every row of every table."""
    db.session.commit()
    return {
        table.name: [dict(row._mapping) for row in db.session.execute(select(table))] for table in tables_to_empty()
    }


def put_back(rows: Rows) -> None:
    """Make the database what it was."""
    db.session.rollback()
    empty_database()
    for table in tables_to_empty():
        if rows[table.name]:
            db.session.execute(insert(table), rows[table.name])
    db.session.commit()
    db.session.expire_all()


class Beside:
    """The database as it is now, remembered in tables beside it: for who puts the same world back many times."""

    def __init__(self) -> None:
        db.session.commit()
        tables = [table.name for table in tables_to_empty()]
        filled = [name for name, number in counts().items() if number]
        self._inserts = [f'INSERT INTO "{name}" SELECT * FROM "before_{name}"' for name in tables if name in filled]
        for name in filled:
            _run([f'DROP TABLE IF EXISTS "before_{name}"', f'CREATE TABLE "before_{name}" AS SELECT * FROM "{name}"'])
        db.session.commit()

    def put_back(self) -> None:
        """Make the database that again."""
        db.session.rollback()
        empty_database()
        _run(self._inserts)
        db.session.commit()
        db.session.expire_all()


def _run(statements: list[str]) -> None:
    # PostgreSQL takes them together: one round trip.
    is_postgres = db.engine.dialect.name == "postgresql"
    for statement in ["; ".join(statements)] if is_postgres else statements:
        db.session.connection().exec_driver_sql(statement)


def counts() -> dict[str, int]:
    """How many rows each table has."""
    db.session.rollback()
    names = [table.name for table in tables_to_empty()]
    asked = " UNION ALL ".join(f"SELECT '{one}', count(*) FROM \"{one}\"" for one in names)
    found = {str(row[0]): int(row[1]) for row in db.session.connection().exec_driver_sql(asked)}
    # On SQLite this asked for a turn to write: others may go on.
    db.session.rollback()
    return found


def grown(before: Mapping[str, int]) -> dict[str, int]:
    """By how many rows tables grew or shrank since then; those that stayed are left out."""
    now = counts()
    return {name: now[name] - number for name, number in before.items() if now[name] != number}
