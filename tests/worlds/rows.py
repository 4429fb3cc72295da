"""What every world needs: a number that nothing has yet, a row that has its id, and all rows of a table."""

from __future__ import annotations

from itertools import count
from typing import TypeVar

from sqlalchemy import inspect, select

from portal.extensions import db

Row = TypeVar("Row")
numbers = count(1)


def all_rows(model: type[Row]) -> list[Row]:
    """Every row of a table in the order of its key, for tests that say the exact set."""
    return list(db.session.scalars(select(model).order_by(*inspect(model).primary_key)))


def added(row: Row) -> Row:
    """This row with its id."""
    db.session.add(row)
    db.session.flush()
    return row
