"""Half of a walk on SQLite and the other half on PostgreSQL.

For what the database has no say in, and that is walked by many: whom a door lets in, what a page shows to whom, how
many questions it asks. Everything is walked once, and each database has its half. What a database does decide (locks,
searching, what is saved) is tested on both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from flask import Flask

from tests.databases import KINDS

Value = TypeVar("Value")


def on_one_each(values: Iterable[Value], *, turned: bool = False) -> list[tuple[str, Value]]:
    """Each of these with one of the databases, in turn: the values of ("app", "name") for `parametrize`, with "app"
    indirect. `turned`: with the other one, for the second of two tests, so that each value meets both databases.
    """
    return [(KINDS[(place + turned) % len(KINDS)], value) for place, value in enumerate(values)]


def half_of(app: Flask, values: Sequence[Value], *, turned: bool = False) -> list[Value]:
    """The half of these that this app walks; `turned`: the half that the other one has."""
    mine = KINDS.index(_kind_of(app))
    found = [value for place, value in enumerate(values) if (place + turned) % len(KINDS) == mine]
    assert found, "nobody is left to walk on this database"
    return found


def _kind_of(app: Flask) -> str:
    return str(app.config["SQLALCHEMY_DATABASE_URI"]).partition(":")[0].partition("+")[0]
