"""Who may import whom: the rules of docs/architecture.md, read from the source itself."""

from __future__ import annotations

import ast
import re

import pytest

from tests.reading.imports import (
    ROOT,
    falls_under,
    find_circle,
    graph_of,
    imports_in,
    imports_of,
    sources,
)

OURS = ("forms", "exports", "portal", "wsgi", "tests", "benchmarks")
FLASK = ("flask", "flask_login", "flask_migrate", "flask_security", "flask_sqlalchemy", "flask_wtf", "werkzeug")
SQL = ("sqlalchemy", "alembic", "psycopg", "flask_sqlalchemy", "flask_migrate")

# Dutch is the ground floor: of `forms`, the tables may import only that, and Dutch itself imports none of the rest.
ABOVE_DUTCH = tuple(f"forms.{one.stem}" for one in sorted((ROOT / "forms").iterdir()) if one.stem != "dutch")


def national(*rooms: str) -> tuple[str, ...]:
    """Rooms of the national report."""
    return tuple(f"exports.national.{room}" for room in rooms)


# A folder or file → what it may not import (a name stands for everything inside it).
RULES: dict[str, tuple[str, ...]] = {
    "forms": ("exports", "portal", "wsgi", "tests", "benchmarks", *SQL),
    "forms/dutch": (*ABOVE_DUTCH, *FLASK, "wtforms"),
    "exports": ("portal", "wsgi", "tests", "benchmarks", *FLASK, *SQL, "wtforms"),
    # The report grows in this order: what is counted, what is said of it, what stands where.
    "exports/national/counting": national("sentences", "writer", "chapters", "appendices", "workbook", "build"),
    "exports/national/sentences": national("writer", "chapters", "appendices", "workbook", "build"),
    "exports/national/chapters": national("appendices", "workbook", "build"),
    "exports/national/appendices": national("workbook", "build"),
    "exports/national/workbook": national("sentences", "writer", "chapters", "appendices", "build"),
    "exports/look": ("exports.word", "exports.excel", "exports.odf", "exports.national"),
    "exports/word": ("exports.excel", "exports.odf"),
    "exports/excel": ("exports.word", "exports.odf"),
    "exports/odf": ("exports.word", "exports.excel"),
    "portal": ("wsgi", "tests", "benchmarks"),
    "portal/domain": ("exports", "portal.models", "portal.services", "portal.web", "portal.extensions", *FLASK, *SQL),
    "portal/models": (
        *ABOVE_DUTCH,
        "exports",
        "portal.services",
        "portal.web",
        "flask",
    ),
    "portal/services": ("portal.web", "portal.cli", "portal.run"),
    "portal/web": ("portal.cli", "portal.run", "portal.demo"),
}

PLAIN = {"forms", "contextlib", "dataclasses", "enum", "functools", "collections", "typing", "__future__"}

# The request belongs to the web; a verb gets what it needs from its caller.
REQUEST_NAMES = {"request", "session", "g", "flash", "redirect", "abort"}


@pytest.mark.parametrize("folder", RULES)
def test_a_room_imports_only_what_it_may(folder: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in sources(folder)
        for module in imports_of(path)
        for name in RULES[folder]
        if falls_under(module, name)
    ]
    assert not wrong, "\n".join(wrong)


def test_forms_knows_flask_only_through_its_form_base() -> None:
    allowed = {ROOT / "forms" / name for name in ("base.py", "build.py", "fields.py")}
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in sources("forms")
        if path not in allowed
        for module in imports_of(path)
        if any(falls_under(module, name) for name in FLASK)
    ]
    assert not wrong, "\n".join(wrong)


def test_a_verb_does_not_look_at_the_request() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in sources("portal/services")
        for module in imports_of(path)
        if module.startswith("flask.") and module.removeprefix("flask.") in REQUEST_NAMES
    ]
    assert not wrong, "\n".join(wrong)


def test_the_declarations_are_plain_python() -> None:
    """A national format can be read without any library."""
    files = [*(ROOT / "forms" / f"{name}.py" for name in ("spec", "codes", "counted")), *sources("forms/national")]
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in files
        for module in imports_of(path)
        if module.split(".")[0] not in PLAIN
    ]
    assert not wrong, "\n".join(wrong)


def test_a_colour_stands_in_one_file() -> None:
    """Whoever changes the look of a document changes it in Word, in Excel and in the charts."""
    homes = {ROOT / "exports" / "look" / name for name in ("colours.py", "status.py")}
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno} has the colour {node.value}"
        for path in sources("exports")
        if path not in homes
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and re.search(r"\b[0-9A-F]{6}\b", str(node.value))
    ]
    assert not wrong, "\n".join(wrong)


def test_no_module_of_the_product_goes_in_circles() -> None:
    circle = find_circle(graph_of("forms", "exports", "portal"))
    assert circle is None, " → ".join(circle or [])


def test_the_reader_of_imports_sees_every_form() -> None:
    source = (
        "import portal.web\nfrom portal import models\nfrom .. import x\ndef late():\n    from flask import request\n"
    )
    found = list(imports_in(ast.walk(ast.parse(source)), "portal.domain"))
    assert found == ["portal.web", "portal", "portal.models", "portal", "portal.x", "flask", "flask.request"]


def test_a_late_import_counts() -> None:
    names = {"portal.services.plan.pen", "portal.services.plan"}
    late = "def verb():\n    from portal.services.plan import pen\n"
    (node,) = [one for one in ast.walk(ast.parse(late)) if isinstance(one, ast.ImportFrom)]
    assert list(imports_in([node], "portal")) == ["portal.services.plan", "portal.services.plan.pen"]
    assert "portal.services.plan.pen" in names


def test_a_circle_is_found() -> None:
    assert find_circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert find_circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) is None
