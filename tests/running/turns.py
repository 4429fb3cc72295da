"""When a request takes its turn to write: everything that it asks of the database, in order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from portal.extensions import db

# What makes others wait, on SQLite and on PostgreSQL.
TAKES_TURN = ("BEGIN IMMEDIATE", "FOR UPDATE")


@contextmanager
def asked_with_values() -> Iterator[list[tuple[str, Any]]]:
    """Every statement with its values, in order."""
    found: list[tuple[str, Any]] = []

    def note(connection: Any, cursor: Any, statement: str, values: Any, *rest: Any) -> None:
        found.append((statement, values))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


@contextmanager
def asked_of_the_database() -> Iterator[list[str]]:
    """Every statement, in order; there to be read after the block."""
    statements: list[str] = []
    with asked_with_values() as found:
        yield statements
    statements += [statement for statement, _ in found]


def first(statements: list[str], *parts: str) -> int:
    """The place of the first statement with one of these parts."""
    return next(place for place, one in enumerate(statements) if any(part in one for part in parts))


def takes_turn(statement: str) -> bool:
    """True for a statement that makes others wait."""
    return any(part in statement for part in TAKES_TURN)


def turns(statements: list[str]) -> list[str]:
    """The statements that make others wait."""
    return [one for one in statements if takes_turn(one)]
