"""`docs/normen.md` has every line of the norms, each with tests that exist, or with who must see to it and why."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.unit.house.names import ROOT

# The lines and their number; written by hand, so that none gets lost from the page.
NORMS = {
    "A11Y": 4, "FORM": 10, "SEC": 6, "BIO": 13, "API": 6, "OIDC": 1, "DOC": 2, "AVG": 2, "ARCH": 1, "TAAL": 1,
}  # fmt: skip
IDS = [f"{kind}-{number}" for kind, most in NORMS.items() for number in range(1, most + 1)]
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
OPEN = "nog niet"


@cache
def rows() -> dict[str, str]:
    """Of each norm on the page what holds it. An id that stands there twice is an error."""
    page = (ROOT / "docs/normen.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| ([A-Z0-9]+-\d+) \| [^|]+ \| ([^|]+) \|$", page, re.M)
    assert len(dict(found)) == len(found)
    return dict(found)


@cache
def functions_of(path: str) -> set[str]:
    """The names of all tests of a file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}


def holds(held_by: str) -> bool:
    """True when a row says `nog niet`, `beheerder` with a reason, or names tests that are all there."""
    if held_by == OPEN or re.match(r"beheerder: \w+ \w+", held_by):
        return True
    named = TEST.findall(held_by)
    return bool(named) and all((ROOT / path).exists() and name in functions_of(path) for path, name in named)


def test_every_line_of_the_norms_has_its_row_in_their_order() -> None:
    assert list(rows()) == IDS
    assert len(IDS) == 46


@pytest.mark.parametrize("norm", IDS)
def test_a_row_names_tests_that_exist_or_a_reason(norm: str) -> None:
    assert holds(rows()[norm]), rows()[norm]


@pytest.mark.parametrize(
    "wrong",
    [
        "beheerder",
        "beheerder: ",
        "later",
        "`tests/weg.py::test_weg`",
        "`tests/unit/house/test_norms.py::test_that_nobody_wrote`",
        "`tests/unit/house/test_norms.py`",
    ],
)
def test_a_row_that_holds_nothing_is_seen(wrong: str) -> None:
    assert not holds(wrong)
