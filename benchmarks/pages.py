"""How long each main page takes, beside its floors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from benchmarks import floors, wsgi
from benchmarks.timing import Times, side_by_side
from benchmarks.world import World

ROUNDS = 60
# A page may take twice as long as its own template from ready data; two tell of everything, in small templates. A
# part of a plan is where people work all day.
ALLOWED = 2.0
ALLOWED_OF = {"start": 2.5, "mijn": 2.5, "onderdeel": 1.5, "instroom": 3.0}

# By name: the path, and the id of who looks.
Pages = Mapping[str, tuple[str, int]]


@dataclass(frozen=True)
class PageTimes:
    """One page beside its floors; `asked`: what its template asked the database, that should find all it needs."""

    name: str
    size: int
    asked: int
    page: Times
    floor_a: Times
    floor_b: Times

    @property
    def over_a(self) -> float:
        """How many times floor A."""
        return self.page.median / self.floor_a.median

    @property
    def allowed(self) -> float:
        """How many times floor B it may take."""
        return ALLOWED_OF.get(self.name.split()[0], ALLOWED)

    @property
    def over_b(self) -> float:
        """How many times floor B."""
        return self.page.median / self.floor_b.median


def plan_pages(world: World) -> Pages:
    """The main pages of a plan and of the national lists, without any round."""
    plan = f"/plannen/{world.plan_id}"
    contact, coordinator = world.contact_id, world.coordinator_id
    return {
        "start (contact)": ("/", contact),
        "start (coördinator)": ("/", coordinator),
        "mijn plan": (plan, contact),
        "onderdeel lange tekst": (f"{plan}/onderdeel/achtergrond", contact),
        "onderdeel acties (20)": (f"{plan}/onderdeel/acties", contact),
        "controleren": (f"{plan}/controleren", contact),
        "lezen (indiening)": (f"{plan}/indieningen/{world.submission_id}", coordinator),
        "overzicht (31 regio’s)": ("/landelijk/plannen", coordinator),
        "contacten": ("/landelijk/contacten", coordinator),
    }


def measure(world: World, pages: Pages, *, rounds: int = ROUNDS) -> list[PageTimes]:
    """Each page and its two floors, one after the other in every round. The app must not have been used before."""
    ready = floors.add_ready_view(world.app)
    people = {one: wsgi.sign_in(world.app, one) for one in (world.contact_id, world.coordinator_id)}
    return [
        _measure(world, name, _getter(world.app, path, people[who]), people[who], ready, rounds)
        for name, (path, who) in pages.items()
    ]


def _measure(
    world: World,
    name: str,
    page: Callable[[], bytes],
    person: wsgi.SignedIn,
    ready: dict[str, floors.Drawn],
    rounds: int,
) -> PageTimes:
    with floors.captured(world.app) as found:
        size = len(page())
    ready[name] = found[0]
    floor_a = _getter(floors.bare_view(world.url, size), "/")
    floor_b = _getter(world.app, floors.ready_path(name), person)
    times = side_by_side({"page": page, "a": floor_a, "b": floor_b}, rounds=rounds)
    return PageTimes(name, size, found[0].asked, times["page"], times["a"], times["b"])


def _getter(app: wsgi.Wsgi, path: str, person: wsgi.SignedIn | None = None) -> Callable[[], bytes]:
    return partial(wsgi.get, app, wsgi.environ(path, person))
