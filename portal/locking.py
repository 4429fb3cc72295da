"""Letting people who change the same thing wait for each other."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

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
