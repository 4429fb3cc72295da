"""How long the page to search on takes with ten times as many regions: by how much is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from benchmarks import wsgi
from benchmarks.rounds_world import RoundsWorld
from benchmarks.timing import Times, side_by_side

ROUNDS = 20
TARGET_MS = 100
# What is searched for: the invented texts are made of ten sentences, so a word of one stands in every third of them.
SEARCHES: Mapping[str, str] = {
    "nothing found": "zilverkwartel",
    "a word": "ervaringsdeskundigen",
    "three words": "gemeente woonplekken begeleiding",
    "a phrase": '"geen nieuwe structuur"',
    "a word without another": "zorgkantoor -herstel",
    "the begin of a word": "jong*",
}


@dataclass(frozen=True)
class SearchTimes:
    """One search, who searched, and the size of what came back."""

    name: str
    size: int
    times: Times


def measure(world: RoundsWorld) -> list[SearchTimes]:
    """Each search by the coördinator, who reads everything, and the widest one by a contact."""
    app, people = world.world.app, world.world
    pages = {name: (asked, people.coordinator_id) for name, asked in SEARCHES.items()}
    pages["a word, by a contact"] = (SEARCHES["a word"], people.contact_id)
    getters = {
        name: partial(wsgi.get, app, wsgi.environ(f"/zoeken?zoek={quote(asked)}", wsgi.sign_in(app, who)))
        for name, (asked, who) in pages.items()
    }
    sizes = {name: len(get()) for name, get in getters.items()}
    times = side_by_side(getters, rounds=ROUNDS)
    return [SearchTimes(name, sizes[name], one) for name, one in times.items()]
