"""The rooms of portal/services: which one may lean on which, and what of a room others may see."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.reading.imports import ROOT, graph_of, sources

SERVICES = ROOT / "portal" / "services"

# From the ground floor up. A room leans only on rooms of lower floors; a new subject gets the lowest floor it can have.
FLOORS = (
    {"audit", "regios", "mail", "filling", "sendings", "presence", "search"},
    {"people"},
    {"instroom", "factors"},
    {"plan"},
    {"round", "review", "intake", "consent"},
    {"sheet"},
    {"feedback", "sheet_intake"},
    {"coding", "report"},
    {"remark"},
    # What looks across all rooms, and what happens by itself in all of them.
    {"daily", "news", "overview", "last_change"},
    {"upkeep"},
)
FLOOR_OF = {room: number for number, floor in enumerate(FLOORS) for room in floor}
ROOMS = sorted(path.parent.name for path in SERVICES.glob("*/__init__.py"))


def room_of(module: str) -> str:
    """The room of a module of services ("" for the front door `portal.services` itself and for other modules)."""
    head, _, rest = module.partition("portal.services.")
    return "" if head or not rest else rest.split(".")[0]


def arrows() -> Iterator[tuple[str, str]]:
    """Every import of a module of services by a module of the product."""
    for module, imported in graph_of("portal").items():
        yield from ((module, one) for one in imported if room_of(one))


def front_of(room: str) -> tuple[str, ...]:
    """The names in FRONT of a room, read from its source."""
    for node in ast.parse((SERVICES / room / "__init__.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "FRONT":
            return tuple(ast.literal_eval(node.value))
    raise AssertionError(f"portal/services/{room}/__init__.py has no FRONT: name the modules that others may import")


def test_every_room_has_a_floor() -> None:
    files = {path.stem for path in sources("portal/services") if path.parent == SERVICES} - {"__init__"}
    assert set(ROOMS) | files == set(FLOOR_OF)


def test_a_room_leans_only_on_lower_floors() -> None:
    wrong = [
        f"{module} imports {one}"
        for module, one in arrows()
        if room_of(module) not in ("", room_of(one)) and FLOOR_OF[room_of(module)] <= FLOOR_OF[room_of(one)]
    ]
    assert not wrong, "\n".join(wrong)


def test_nobody_reaches_into_the_private_modules_of_a_room() -> None:
    fronts = {room: front_of(room) for room in ROOMS}
    wrong = [
        f"{module} imports {one}, which is private: see FRONT in portal/services/{room_of(one)}/__init__.py"
        for module, one in arrows()
        if room_of(one) in fronts and room_of(module) != room_of(one)
        for inner in one.split(".")[3:4]
        if inner not in fronts[room_of(one)] or len(one.split(".")) > 4
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("room", ROOMS)
def test_the_front_of_a_room_names_what_others_use_and_nothing_else(room: str) -> None:
    outside = [*arrows(), *((one, name) for one in ("benchmarks",) for name in imported_by(one))]
    used = {
        one.split(".")[3] for module, one in outside if room_of(one) == room != room_of(module) and one.count(".") > 2
    }
    assert set(front_of(room)) == used


def imported_by(folder: str) -> Iterator[str]:
    """What the modules of a folder outside the product import of services."""
    product = graph_of("portal", folder)
    yield from (one for module, ones in product.items() if module.startswith(folder) for one in ones if room_of(one))


def test_a_reach_into_a_room_is_seen() -> None:
    assert room_of("portal.services.plan.copying") == "plan"
    assert room_of("portal.services.regios") == "regios"
    assert room_of("portal.services") == ""
    assert room_of("portal.models.plan") == ""
