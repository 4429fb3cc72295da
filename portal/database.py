"""How the portal talks to SQLite and PostgreSQL.

SQLite: WAL, foreign keys on, and BEGIN IMMEDIATE for everything but a reading request, so that two writers wait for
each other at the start and never fail half-way.
"""

from __future__ import annotations

from typing import Any

from flask import has_request_context, request
from sqlalchemy import Engine, event

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
BUSY_SECONDS = 10


def engine_options(url: str) -> dict[str, Any]:
    """The engine options that fit the kind of database of this URL."""
    if url.startswith("sqlite"):
        return {"connect_args": {"timeout": BUSY_SECONDS, "check_same_thread": False}}
    return {
        "pool_pre_ping": True,
        "pool_size": 8,
        "max_overflow": 8,
        "pool_timeout": BUSY_SECONDS,
        # As long as on SQLite, and never without end: after that the person gets the typed text back.
        "connect_args": {"connect_timeout": BUSY_SECONDS, "options": f"-c lock_timeout={BUSY_SECONDS}s"},
    }


def prepare_engine(engine: Engine) -> None:
    """Set up every SQLite connection of this engine; other databases need nothing."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, record: Any) -> None:
        # The driver must not begin by itself: `on_begin` does, in the way that fits the request.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN" if _only_reads() else "BEGIN IMMEDIATE")


def _only_reads() -> bool:
    return has_request_context() and request.method in SAFE_METHODS
