"""The whole database, remembered and put back, and how many rows it has: the same world again without making it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, insert, select

from portal.extensions import db
from tests.databases import empty_database

Rows = Mapping[str, list[dict[str, Any]]]


def remember() -> Rows:
    """Every row of every table."""
    db.session.commit()
    return {
        table.name: [dict(row._mapping) for row in db.session.execute(select(table))]
        for table in db.metadata.sorted_tables
    }


def put_back(rows: Rows) -> None:
    """Make the database what it was."""
    db.session.rollback()
    empty_database()
    for table in db.metadata.sorted_tables:
        if rows[table.name]:
            db.session.execute(insert(table), rows[table.name])
    db.session.commit()
    db.session.expire_all()


def counts() -> dict[str, int]:
    """How many rows each table has."""
    db.session.rollback()
    tables = db.metadata.sorted_tables
    found = {table.name: db.session.scalar(select(func.count()).select_from(table)) or 0 for table in tables}
    # On SQLite this asked for a turn to write: others may go on.
    db.session.rollback()
    return found


def grown(before: Mapping[str, int]) -> dict[str, int]:
    """By how many rows tables grew or shrank since then; those that stayed are left out."""
    now = counts()
    return {name: now[name] - number for name, number in before.items() if now[name] != number}
