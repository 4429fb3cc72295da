"""What people were told is saved is on disk."""

from __future__ import annotations

from collections.abc import Callable

from portal import create_app
from portal.extensions import db
from tests.databases import close, settings_on

FULL = 2


def test_sqlite_has_a_save_on_disk_before_it_says_so(new_database: Callable[[str, str], str]) -> None:
    app = create_app(settings_on(new_database("sqlite", "op_schijf")))
    with app.app_context():
        assert db.session.connection().exec_driver_sql("PRAGMA synchronous").scalar() == FULL
        assert db.session.connection().exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    close(app)
