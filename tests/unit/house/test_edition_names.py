"""Nobody names an edition of the national formats: who wants its questions asks for it by the key that was stored.

Only `forms/national` does, the demo world says in which one it is written, and tests of what one edition says.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from forms import national
from forms.national import Soort, editions

ROOT = Path(__file__).parents[3]
LOOKED_AT = ("forms", "exports", "portal", "templates", "benchmarks", "tests")
ALLOWED = (
    "forms/national/",
    "portal/demo/editions.py",
    # The text of the edition of 2023, word for word.
    "tests/unit/forms/test_format_declaration.py",
    # Databases from before this change, as they were.
    "tests/services/test_migrations.py",
    "portal/migrations/",
    "tests/golden/",
)
KEYS = [one.key for soort in Soort for one in editions(soort)] + [national.code_book().key]
# As a key, as a constant, and as whatever name one may give it: "plan_2023", PLAN_2023, plan2023.
NAMED = re.compile("|".join(key.replace("_", "_?") for key in KEYS), re.IGNORECASE)


def files() -> list[Path]:
    return [
        path
        for folder in LOOKED_AT
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".py", ".html", ".txt", ".js"} and not is_allowed(path)
    ]


def is_allowed(path: Path) -> bool:
    place = path.relative_to(ROOT).as_posix()
    return place.startswith(ALLOWED) or path == Path(__file__)


def test_nobody_names_an_edition() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number} names an edition: ask forms.national for it ({line.strip()})"
        for path in files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if NAMED.search(line)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("line", ["from forms.national.plan_2023 import X", "PROGRESS_2024.key", '"code_book_2026"'])
def test_every_way_to_name_one_is_seen(line: str) -> None:
    assert NAMED.search(line)


def test_many_files_are_looked_at() -> None:
    assert len(files()) > 400
