"""No class name stands for two things: who reads a name somewhere knows which class it is."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ROOMS = ("forms", "exports", "portal")


def sources() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def classes_of(tree: ast.AST) -> list[str]:
    """Every class in a file, also one inside another or inside a function."""
    return [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def told_twice(found: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The names that stand for two things, with the places where they are declared."""
    places: dict[str, list[str]] = defaultdict(list)
    for name, place in found:
        places[name].append(place)
    return {name: where for name, where in places.items() if len(where) > 1}


def test_no_class_name_stands_for_two_things() -> None:
    found = (
        (name, str(path.relative_to(ROOT)))
        for path in sources()
        for name in classes_of(ast.parse(path.read_text(encoding="utf-8")))
    )
    assert told_twice(found) == {}, "geef een van beide een andere naam; een tabel houdt het woord van het programma"


def test_a_name_that_is_used_twice_is_found() -> None:
    tree = ast.parse("class A:\n    class B: ...\ndef f():\n    class A: ...\n")
    assert sorted(classes_of(tree)) == ["A", "A", "B"]
    assert told_twice([("A", "one.py"), ("B", "one.py"), ("A", "two.py")]) == {"A": ["one.py", "two.py"]}
