"""What tests share has a home of its own: `tests/worlds`, `tests/reading`, `tests/running`, or a helper beside them."""

from __future__ import annotations

import ast
from pathlib import Path

TESTS = Path(__file__).resolve().parents[2]


def test_no_test_borrows_from_another_test() -> None:
    borrowed = [
        f"{path.relative_to(TESTS)}:{line} {module}"
        for path in sorted(TESTS.rglob("*.py"))
        for line, module in imported(path.read_text("utf-8"))
        if any(part.startswith("test_") for part in module.split("."))
    ]
    assert borrowed == [], (
        "zet wat tests delen in tests/worlds, tests/running, tests/reading of een hulpbestand ernaast"
    )


def imported(source: str) -> list[tuple[int, str]]:
    """Line and full name of everything that this source imports, also inside functions."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, name.name) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [(node.lineno, f"{node.module or ''}.{name.name}") for name in node.names]
    return found


def test_every_way_to_borrow_is_seen() -> None:
    ways = """
import tests.web.test_a
from tests.web.test_b import x
def f():
    from tests.web import test_c
    from . import test_d
"""
    assert [module for _, module in imported(ways)] == [
        "tests.web.test_a",
        "tests.web.test_b.x",
        "tests.web.test_c",
        ".test_d",
    ]
