"""How the portal talks to SQLite and PostgreSQL.

SQLite: WAL, foreign keys on, on disk before anybody hears "opgeslagen" (`on_disk.py`), and BEGIN IMMEDIATE for
everything but a reading request, so that two writers wait for each other at the start (`writer_queue.py`) and never
fail half-way.
"""

from __future__ import annotations

import select
from collections.abc import Callable
from typing import Any, TypeVar

from flask import current_app, has_request_context, request
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DisconnectionError

from portal.on_disk import OnDisk
from portal.writer_queue import BUSY_SECONDS, WriterQueue

View = TypeVar("View", bound=Callable[..., Any])

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_QUEUE, _READING = "writer_queue", "only_reading"
# The execution option of a connection that writes, whatever the request does (a line in the audit log), or that only
# reads where nobody asks for a page.
WRITES = "writes"


def reads_first(view: View) -> View:
    """Mark a view that only reads until its verb takes a lock, and waits for its turn to write no sooner than there.

    What it read before must be read again after the lock: every lock of ours calls `begin_writing` for that.
    """
    view.reads_first = True  # type: ignore[attr-defined]
    return view


def engine_options(url: str) -> dict[str, Any]:
    """The engine options that fit the kind of database of this URL."""
    # Queries have the words of a region and one-time links as parameters: no log may hold those (BIO-7).
    private = {"hide_parameters": True}
    if url.startswith("sqlite"):
        return private | {"connect_args": {"timeout": BUSY_SECONDS, "check_same_thread": False}}
    return private | {
        "pool_size": 8,
        "max_overflow": 8,
        "pool_timeout": BUSY_SECONDS,
        # As long as on SQLite, and never without end: after that the person gets the typed text back.
        "connect_args": {
            "connect_timeout": BUSY_SECONDS,
            "options": f"-c lock_timeout={BUSY_SECONDS}s",
            # A server that fell silent is given up as fast; a server that hung up is seen at once (`_hung_up`).
            "tcp_user_timeout": BUSY_SECONDS * 1000,
            "keepalives_idle": 30,
        },
    }


def prepare_engine(engine: Engine) -> None:
    """Set up every connection of this engine."""
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
        return

    @event.listens_for(engine, "checkout")
    def on_checkout(connection: Any, record: Any, proxy: Any) -> None:
        if _hung_up(connection.fileno()):
            raise DisconnectionError("the server closed this connection")


def _hung_up(socket: int) -> bool:
    """True when a server said something unasked: that is good-bye. The pool then makes a new connection.

    Asking the server itself ("pre-ping") takes a round trip before every request.
    """
    waiting = select.poll()
    waiting.register(socket, select.POLLIN | select.POLLERR | select.POLLHUP)
    return bool(waiting.poll(0))


def _prepare_sqlite(engine: Engine) -> None:
    queue, disk = WriterQueue(engine.url.database), OnDisk(engine.url.database)
    commit = engine.dialect.do_commit

    def commit_and_wait(connection: Any) -> None:
        commit(connection)
        if not connection.info.get(_READING):
            # The next one may write while this one waits for the disk.
            queue.end_turn(connection.info)
            disk.wait()

    engine.dialect.do_commit = commit_and_wait  # type: ignore[method-assign, assignment]

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, record: Any) -> None:
        record.info[_QUEUE] = queue
        # The driver must not begin by itself: `on_begin` does, in the way that fits the request.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.info[_READING] = _only_reads() or _reads_first() if writes is None else not writes
        if connection.info[_READING]:
            connection.exec_driver_sql("BEGIN")
        else:
            _begin_immediate(connection)

    @event.listens_for(engine, "checkin")
    def on_checkin(connection: Any, record: Any) -> None:
        queue.end_turn(record.info)


def begin_writing(connection: Connection) -> None:
    """Let a request that only read so far write from now on; what it decides on must be read again after this.

    Requests that write from their first query on, and PostgreSQL, notice nothing.
    """
    if connection.info.get(_READING) and not _only_reads():
        connection.info[_READING] = False
        connection.exec_driver_sql("COMMIT")
        _begin_immediate(connection)


def _begin_immediate(connection: Connection) -> None:
    connection.info[_QUEUE].wait_turn(connection.info)
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _only_reads() -> bool:
    return has_request_context() and request.method in SAFE_METHODS


def _reads_first() -> bool:
    if not has_request_context() or request.endpoint is None:
        return False
    return getattr(current_app.view_functions.get(request.endpoint), "reads_first", False)
