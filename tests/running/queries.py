"""What the database is asked: inside a block, and by a page in a world of a size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import event

from portal.extensions import db
from portal.models import User
from tests.client import StrictClient
from tests.databases import empty_database

# Makes a world of a size, and tells who opens which address in it.
World = Callable[[int], tuple[User, str]]


@contextmanager
def statements() -> Iterator[list[str]]:
    """The statements inside the block, without the beginning and ending of transactions."""
    found: list[str] = []

    def remember(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if not statement.startswith(("BEGIN", "COMMIT")):
            found.append(statement)

    event.listen(db.engine, "before_cursor_execute", remember)
    try:
        yield found
    finally:
        event.remove(db.engine, "before_cursor_execute", remember)


def asked(app: Flask, world: World, size: int) -> list[str]:
    """What the page asks in a world of this size. The page is opened once before, to fill what is kept."""
    person, address = world(size)
    client = StrictClient(app).sign_in(person)
    client.get(address)
    db.session.expire_all()
    with statements() as found:
        client.get(address)
    empty_database()
    return found
