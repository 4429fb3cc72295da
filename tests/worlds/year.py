"""The demo world a year later, in its third quarterly round, in a SQLite file: made once for all that test."""

from __future__ import annotations

import fcntl
from datetime import date
from pathlib import Path

import flask_migrate

from portal import create_app
from portal.demo import world
from portal.demo.stages import Stage
from portal.extensions import db
from tests.databases import close, settings_on, shared_folder

VANDAAG = date(2024, 10, 25)
# How a portal is told of it.
YEAR = {"PORTAL_DEMO_STAGE": Stage.KWARTAAL.value, "PORTAL_VANDAAG": VANDAAG.isoformat()}


def year_of_all() -> Path:
    """The file. It is never changed: copy it."""
    database, done = shared_folder() / "year.sqlite3", shared_folder() / "year.done"
    with done.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            _make(database)
            done.touch()
    return database


def _make(database: Path) -> None:
    app = create_app(settings_on(f"sqlite:///{database}"))
    with app.app_context():
        flask_migrate.upgrade()
        world.make_world(Stage.KWARTAAL, VANDAAG)
        db.session.commit()
    close(app)
