"""Vaststellen takes seconds of drawing: nobody who saves a text waits for that."""

from __future__ import annotations

from flask import Flask

from portal.domain.report.states import RapportStatus
from portal.extensions import db
from tests.client import WRITES, StrictClient
from tests.running.turns import TAKES_TURN, asked_of_the_database, first, turns
from tests.worlds.report_pages import make_rapport_world, move_to


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
    # The one turn is that of the log, which tells that it was refused.
    assert len(turns(statements)) <= 1
    assert [one.split()[2] for one in statements if one.startswith(WRITES)] == ["audit_regel"]
