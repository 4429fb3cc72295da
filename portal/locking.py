"""Letting people who change the same thing wait for each other, and making a thing only once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Insert, select
from sqlalchemy.dialects import postgresql, sqlite

from portal.database import begin_writing
from portal.extensions import db


def lock_row(table: type[Any], row_id: int, *, shared: bool = False) -> None:
    """Let others who lock this row wait until this transaction ends, and see how it is now.

    `shared`: those who lock it shared too need not wait. On SQLite it is the whole database that is locked.
    """
    begin_writing(db.session.connection())
    db.session.execute(
        select(table)
        .where(table.id == row_id)
        .with_for_update(read=shared, of=table)
        .execution_options(populate_existing=True)
    ).all()


def insert_once(table: type[Any], *unique: Any) -> Any:
    """An INSERT that leaves alone a row that is there already with the same values in these columns, on either
    database. Somebody else who is inserting that very row is waited for.
    """
    kind: Any = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    insert: Insert = kind.insert(table)
    return insert.on_conflict_do_nothing(index_elements=list(unique))  # type: ignore[attr-defined]
