"""What is coded, when the portal gets a new version: on a database of its own, because its tables are made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import flask_migrate
import pytest
from flask import Flask
from sqlalchemy import text

from portal import create_app
from portal.domain.coding.state import CodeSoort
from portal.extensions import db
from portal.models import Code, TekstPlek
from portal.services.coding import items
from tests.databases import KINDS, TEST_CONFIG, close, settings_on
from tests.worlds.coding import code, make_code_book
from tests.worlds.feedback import hand_in
from tests.worlds.people import make_regio
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows


@pytest.fixture(params=KINDS)
def app(request: pytest.FixtureRequest, new_database: Callable[[str, str], str]) -> Iterator[Flask]:
    """The app on a database of its own, empty."""
    app = create_app(settings_on(new_database(request.param, "toelichtingen")), **TEST_CONFIG)
    with app.app_context():
        db.create_all()
        yield app
    close(app)


def test_an_upgrade_loads_the_book_keeps_what_was_changed_and_makes_places(app: Flask) -> None:
    make_code_book()
    blad = make_blad(make_uitvraag(naam="Q1 2024"), make_regio("Modelland"))
    told = {"doel_verwachting": "deels", "doel_toelichting": "Zonder woningen lukt het niet."}
    redenen = ("De projectleider vertrok.", "Gaat goed.", "Te weinig vraag.", " ")
    hand_in(blad, answers=told, statussen=("aandacht", "op_schema", "gestopt", "aandacht"), redenen=redenen)
    db.session.execute(text("DELETE FROM tekst_plek"))
    data = code("lessen/Data")
    data.naam = "Cijfers"
    db.session.execute(text("DELETE FROM code WHERE soort = 'redenen'"))
    db.session.commit()
    flask_migrate.stamp()
    flask_migrate.downgrade(revision="0017")
    flask_migrate.upgrade()
    db.session.expire_all()
    assert len([one for one in all_rows(Code) if one.soort is CodeSoort.REDENEN]) == 12
    assert [one.naam for one in all_rows(Code) if one.sleutel == "data" and one.soort is CodeSoort.LESSEN] == [
        "Cijfers"
    ]
    assert [(one.veld, one.regio_code, one.indiening_nummer) for one in all_rows(TekstPlek)] == [
        ("doel_toelichting", "", 1),
        ("voortgang:1", "", 1),
        ("voortgang:3", "", 1),
    ]
    assert len(items.items(CodeSoort.REDENEN, blad.uitvraag)) == 3
