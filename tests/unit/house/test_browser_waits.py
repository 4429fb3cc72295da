"""A journey waits for the page that a press brings before it looks at that page as a whole, or goes on to another."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path

BROWSER = Path(__file__).resolve().parents[2] / "browser"
# None of these waits: they take the page that happens to be there, and `goto` leaves what was sent behind.
LOOK_AT_ONCE = frozenset({"assert_accessible", "assert_printed", "assert_sound", "goto", "reload"})


def steps(tree: ast.AST) -> Iterator[tuple[ast.stmt, ast.stmt]]:
    """Each statement with the one after it."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                yield from itertools.pairwise(block)


def called(statement: ast.stmt) -> str:
    """The name of what a statement calls, "" when it does something else."""
    if not isinstance(statement, ast.Expr) or not isinstance(statement.value, ast.Call):
        return ""
    function = statement.value.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def is_press_of_a_control(statement: ast.stmt) -> bool:
    """True for `….get_by_role("link" or "button", …).click()`, which may bring another page."""
    return called(statement) == "click" and any(role in ast.unparse(statement) for role in ("'link'", "'button'"))


def impatient(source: str) -> list[int]:
    """The lines that look at once at what a press brings."""
    return [
        after.lineno
        for before, after in steps(ast.parse(source))
        if is_press_of_a_control(before) and called(after) in LOOK_AT_ONCE
    ]


def test_the_rule_sees_a_page_that_is_not_waited_for() -> None:
    source = "page.get_by_role('link', name='Verder').click()\nassert_accessible(page)\n"
    assert impatient(source) == [2]
    assert impatient(source.replace("\n", "\nexpect(page).to_have_url('/')\n", 1)) == []


def test_a_journey_waits_for_the_page_that_a_press_brings() -> None:
    found = {path.name: lines for path in sorted(BROWSER.glob("*.py")) if (lines := impatient(path.read_text("utf-8")))}
    assert not found, f"wacht eerst op iets van de nieuwe pagina: {found}"
