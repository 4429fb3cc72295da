"""The database is locked by somebody else, or gone: the person waits a little, is told, and keeps the typed text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from portal import create_app, database
from portal.extensions import db
from portal.models import Plan, User
from portal.services.plan import answers
from tests.client import StrictClient
from tests.databases import TEST_CONFIG, empty_database, settings_on
from tests.worlds.people import make_regio
from tests.worlds.plan import make_plan

TEXT = "Een lange tekst met <tekens> die niet weg mag raken, ook niet als het even tegenzit."


@pytest.fixture
def impatient(app: Flask, new_database: Callable[[str, str], str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """An app of its own on the same kind of database, that waits for a lock for one second at most."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 1)
    kind = db.engine.dialect.name
    patient = create_app(settings_on(new_database(kind, "ongeduldig")), **TEST_CONFIG)
    with patient.app_context():
        db.create_all()
        yield patient
        db.session.rollback()
        empty_database()
        db.engine.dispose()


@contextmanager
def locked(engine: Engine, plan_id: int) -> Iterator[None]:
    """Somebody else holds the lock that a save needs, and does not let go."""
    if engine.dialect.name == "sqlite":
        assert engine.url.database
        with closing(sqlite3.connect(Path(engine.url.database), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")
        return
    with psycopg.connect(engine.url.set(drivername="postgresql").render_as_string(False)) as other:
        other.execute("SELECT 1 FROM plan_versie WHERE plan_id = %s FOR UPDATE", [plan_id])
        yield
        other.rollback()


@pytest.fixture
def plan(impatient: Flask) -> Plan:
    return make_plan(make_regio("Proefstreek"))


@pytest.fixture
def anna(impatient: Flask, contact: User) -> StrictClient:
    return StrictClient(impatient).sign_in(contact)


def saved(plan_id: int) -> str:
    db.session.rollback()
    found = answers.answers_of(db.session.get_one(Plan, plan_id)).get("achtergrond")
    return found.text if found else ""


def test_a_save_that_waits_too_long_gives_the_text_back_and_can_be_sent_again(anna: StrictClient, plan: Plan):
    plan_id = plan.id
    anna.get(f"/plannen/{plan_id}/onderdeel/achtergrond")
    with locked(db.engine, plan_id):
        page = anna.submit("Opslaan en terug naar het plan", status=503, achtergrond=TEXT)
        assert page.h1 == "Niet opgeslagen, probeer het opnieuw"
        assert TEXT in page.text
    assert saved(plan_id) == ""
    anna.submit("Opnieuw versturen")
    assert saved(plan_id) == TEXT


def test_a_save_by_itself_that_waits_too_long_hears_it_as_data(anna: StrictClient, plan: Plan):
    plan_id = plan.id
    db.session.commit()
    data = {"achtergrond": TEXT, "revisie_achtergrond": "0"}
    with locked(db.engine, plan_id):
        anna.post(f"/plannen/{plan_id}/onderdeel/achtergrond", data, 503, headers={"Accept": "application/json"})
        assert anna.response is not None
        assert anna.response.json == {"melding": "Niet opgeslagen. Probeer het opnieuw."}
    assert saved(plan_id) == ""


def test_reading_goes_on_while_somebody_else_writes(anna: StrictClient, plan: Plan):
    plan_id = plan.id
    db.session.commit()
    with locked(db.engine, plan_id):
        assert anna.get(f"/plannen/{plan_id}").h1 == "Plan van aanpak Proefstreek"


def test_a_database_that_is_gone_gives_a_dutch_page_and_the_text_back(
    anna: StrictClient, plan: Plan, monkeypatch: pytest.MonkeyPatch
):
    plan_id, token = plan.id, anna.csrf_token()
    db.session.commit()
    data = {"achtergrond": TEXT, "revisie_achtergrond": "0", "csrf_token": token}
    address = f"/plannen/{plan_id}/onderdeel/achtergrond"
    with gone(db.engine, monkeypatch):
        response = anna.browser.post(address, data=data)
        assert (response.status_code, "Een lange tekst met &lt;tekens&gt;" in response.text) == (503, True)
        response = anna.browser.get(address)
        assert (response.status_code, "Er ging iets mis in het portaal" in response.text) == (503, True)
    anna.get(address)


def test_a_commit_that_fails_gives_the_text_back_and_says_nowhere_that_it_was_saved(anna: StrictClient, plan: Plan):
    plan_id, address = plan.id, f"/plannen/{plan.id}/onderdeel/achtergrond"
    data = {"achtergrond": TEXT, "revisie_achtergrond": "0", "naar": "hier", "csrf_token": anna.csrf_token()}
    db.session.commit()
    with refused_commits():
        response = anna.browser.post(address, data=data)
    assert (response.status_code, "Een lange tekst met &lt;tekens&gt;" in response.text) == (503, True)
    assert "Opgeslagen." not in anna.get(address).html
    assert saved(plan_id) == ""
    anna.submit("Opslaan en verder", achtergrond=TEXT)
    assert saved(plan_id) == TEXT


@contextmanager
def refused_commits() -> Iterator[None]:
    """The database goes away at the very end of a request."""

    def refuse(session: object) -> None:
        raise OperationalError("COMMIT", {}, Exception("weg"))

    event.listen(db.session, "before_commit", refuse)
    try:
        yield
    finally:
        event.remove(db.session, "before_commit", refuse)


@contextmanager
def gone(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every connection is closed and a new one leads nowhere."""
    engine.dispose()

    def nowhere(*args: object, **kwargs: object) -> object:
        if engine.dialect.name == "sqlite":
            return sqlite3.connect("/bestaat/niet/portal.sqlite3")
        return psycopg.connect("host=127.0.0.1 port=1 connect_timeout=1")

    with monkeypatch.context() as patch:
        patch.setattr(engine.pool, "_creator", nowhere)
        patch.setattr(engine.pool, "_invoke_creator", lambda record: nowhere())
        yield


def test_a_server_that_came_back_is_found_again_without_an_error(impatient: Flask, anna: StrictClient, plan: Plan):
    """PostgreSQL was restarted: all connections that the portal kept are dead, and nobody notices."""
    engine, path = db.engine, f"/plannen/{plan.id}"
    if engine.dialect.name == "sqlite":
        pytest.skip("SQLite has no server")
    anna.get(path)
    db.session.rollback()
    with psycopg.connect(engine.url.set(drivername="postgresql").render_as_string(False), autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    anna.get(path)
    assert anna.get(path).status == 200
