"""What people were told is saved is on disk."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from portal import create_app, on_disk
from portal.extensions import db
from tests.databases import close, settings_on


class Disk:
    """What would be left after a power cut: the database and its log as they were when they last went to disk."""

    def __init__(self, database: Path, left: Path) -> None:
        self.database, self.left = database, left
        self.trips = 0

    def write(self, log: int) -> None:
        """Bring the log to disk, and remember what stands there."""
        os.fsync(log)
        self.trips += 1
        for end in ("", "-wal"):
            shutil.copy(f"{self.database}{end}", f"{self.left}{end}")

    def said(self) -> list[int]:
        """What somebody finds who starts the machine again."""
        connection = sqlite3.connect(self.left)
        try:
            return [row[0] for row in connection.execute("SELECT nummer FROM proef ORDER BY nummer")]
        finally:
            connection.close()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "portal.sqlite3"


def test_after_a_power_cut_everything_is_there_that_was_told_to_be_saved(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(database, tmp_path / "daarna.sqlite3")
    app = create_app(settings_on(f"sqlite:///{database}"))
    with app.app_context():
        db.session.execute(text("CREATE TABLE proef (nummer INTEGER)"))
        db.session.commit()
        monkeypatch.setattr(on_disk, "to_disk", disk.write)
        for number in range(5):
            db.session.execute(text("INSERT INTO proef VALUES (:number)"), {"number": number})
            db.session.commit()
            assert disk.said() == list(range(number + 1))
        assert disk.trips == 5
    close(app)


def test_those_who_save_while_the_disk_is_busy_share_the_next_trip(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy, free = threading.Event(), threading.Event()
    trips: list[int] = []

    def write(log: int) -> None:
        trips.append(len(arrived))
        busy.set()
        free.wait(10)

    monkeypatch.setattr(on_disk, "to_disk", write)
    Path(f"{database}-wal").touch()
    disk, arrived = on_disk.OnDisk(str(database)), [0]
    people = [threading.Thread(target=disk.wait) for _ in range(6)]
    people[0].start()
    assert busy.wait(10)
    for person in people[1:]:
        person.start()
    while disk._committed < len(people):  # They have all said that they wait.
        pass
    free.set()
    for person in people:
        person.join(10)
    assert len(trips) == 2


def test_a_disk_that_fails_is_told_and_asked_again(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(log: int) -> None:
        raise OSError("de schijf weigert")

    Path(f"{database}-wal").touch()
    disk = on_disk.OnDisk(str(database))
    monkeypatch.setattr(on_disk, "to_disk", fail)
    with pytest.raises(OSError, match="weigert"):
        disk.wait()
    asked: list[int] = []
    monkeypatch.setattr(on_disk, "to_disk", asked.append)
    disk.wait()
    assert len(asked) == 1


def test_sqlite_keeps_a_log_that_can_be_brought_to_disk(new_database: Callable[[str, str], str]) -> None:
    app = create_app(settings_on(new_database("sqlite", "op_schijf")))
    with app.app_context():
        assert db.session.connection().exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    close(app)


def test_outside_tests_it_is_the_disk_itself_that_is_asked() -> None:
    """The tests spare the disk (`tests/databases.py`): so the module is read anew, as the portal reads it."""
    spec = importlib.util.find_spec("portal.on_disk")
    assert spec
    assert spec.loader
    fresh = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fresh)
    assert fresh.to_disk in (os.fsync, getattr(os, "fdatasync", None))
    assert fresh.to_disk is not on_disk.to_disk
