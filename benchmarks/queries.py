"""How many queries each page runs, with few and with many plans."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from benchmarks import wsgi
from benchmarks.pages import pages_of
from benchmarks.world import World
from portal.extensions import db


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """The statements that run inside the block, without BEGIN and COMMIT."""
    seen: list[str] = []

    def note(conn: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def per_page(world: World) -> dict[str, int]:
    """The number of queries of each main page."""
    with world.app.app_context():
        engine = db.engine
    people = {one: wsgi.sign_in(world.app, one) for one in (world.contact_id, world.coordinator_id)}
    counts: dict[str, int] = {}
    for name, (path, who) in pages_of(world).items():
        with statements(engine) as seen:
            wsgi.get(world.app, wsgi.environ(path, people[who]))
        counts[name] = len(seen)
    return counts
