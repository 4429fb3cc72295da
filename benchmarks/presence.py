"""What it costs that a hundred people have a part open, each page asking by itself who else has and what is new."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass

from werkzeug.test import EnvironBuilder

from benchmarks import autosave, wsgi
from benchmarks.autosave import Writer
from benchmarks.world import World
from portal.web.presence import page_made_at

PEOPLE = 100
TARGET_SHARE = 0.01
PEOPLE_PER_PLAN = 4  # In 31 plans: more than a hundred.
ROUNDS = 5
# As `presence.js` has it.
ALONE_SECONDS, TOGETHER_SECONDS = 30, 6


@dataclass(frozen=True)
class Presence:
    """Processor time of one page that asks, in ms, and what that is of one core for a hundred people."""

    ms: float

    @property
    def alone(self) -> float:
        """Share of one core when nobody shares a part (0 to 1)."""
        return self._share(ALONE_SECONDS)

    @property
    def together(self) -> float:
        """Share of one core when everybody shares one (0 to 1)."""
        return self._share(TOGETHER_SECONDS)

    def _share(self, every: int) -> float:
        return self.ms / 1000 * PEOPLE / every


def measure(world: World) -> Presence:
    """Let a hundred people ask a few times; the first time is not counted."""
    people = autosave.writers_of(world, PEOPLE_PER_PLAN)[:PEOPLE]
    made = page_made_at()
    for one in people:
        _ask(world, one, made)
    start = time.process_time()
    for _ in range(ROUNDS):
        for one in people:
            _ask(world, one, made)
    return Presence((time.process_time() - start) / (ROUNDS * len(people)) * 1000)


def _ask(world: World, one: Writer, made: str) -> None:
    headers = {"Accept": "application/json", "User-Agent": wsgi.AGENT, "Cookie": one.person.cookie}
    asked = EnvironBuilder(
        path=f"{one.path}/hier", method="POST", headers=headers, data={"sinds": made, "csrf_token": one.person.csrf}
    )
    status, body = wsgi.call(world.app, {**asked.get_environ(), "REMOTE_ADDR": "127.0.0.1"})
    if not status.startswith("200") or set(json.loads(body)) != {"wie", "nieuws"}:
        raise RuntimeError(f"{status} {body[:200]!r}")
