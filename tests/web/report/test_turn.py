"""Vaststellen takes seconds of drawing: nobody who saves a text waits for that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import event

from portal.domain.report.states import RapportStatus
from portal.extensions import db
from tests.client import StrictClient
from tests.worlds.report_pages import make_rapport_world, move_to

# What makes others wait, on SQLite and on PostgreSQL.
TAKES_TURN = ("BEGIN IMMEDIATE", "FOR UPDATE")


@contextmanager
def asked_of_the_database() -> Iterator[list[str]]:
    """Every statement, in order."""
    statements: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        statements.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    yield statements
    event.remove(db.engine, "before_cursor_execute", note)


def first(statements: list[str], *parts: str) -> int:
    """The place of the first statement with one of these parts."""
    return next(place for place, one in enumerate(statements) if any(part in one for part in parts))


def test_the_files_are_drawn_before_others_have_to_wait(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world(RapportStatus.TER_VASTSTELLING)
    client.sign_in(world.kim).get(world.url("/vaststellen"))
    with asked_of_the_database() as statements:
        client.submit("Vaststellen", reden="Het overleg is morgen.")
    assert first(statements, "FROM rapport_tekst") < first(statements, *TAKES_TURN)
    assert first(statements, *TAKES_TURN) < first(statements, "INSERT INTO rapport_bestand")
    db.session.expire_all()
    assert world.rapport.status is RapportStatus.VASTGESTELD


def test_who_forgot_the_reason_is_told_before_anything_is_drawn(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world()
    move_to(world, RapportStatus.TER_VASTSTELLING)
    client.sign_in(world.kim).get(world.url("/vaststellen"))
    with asked_of_the_database() as statements:
        page = client.submit("Vaststellen", status=422)
    assert page.errors[0].startswith("Er is nog geen akkoord van Partij Proef.")
    assert not [one for one in statements if any(part in one for part in TAKES_TURN)]
