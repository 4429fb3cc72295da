"""How many queries each page runs, with few and with many plans."""

from __future__ import annotations

from benchmarks import wsgi
from benchmarks.pages import Pages
from benchmarks.statements import statements
from benchmarks.world import World
from portal.extensions import db


def per_page(world: World, pages: Pages) -> dict[str, int]:
    """The number of queries of each of these pages."""
    with world.app.app_context():
        engine = db.engine
    people = {one: wsgi.sign_in(world.app, one) for one in (world.contact_id, world.coordinator_id)}
    counts: dict[str, int] = {}
    for name, (path, who) in pages.items():
        with statements(engine) as seen:
            wsgi.get(world.app, wsgi.environ(path, people[who]))
        counts[name] = len(seen)
    return counts
