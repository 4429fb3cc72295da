"""Who may import whom: the rules of docs/architecture.md, read from the source itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import resolve_name
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
MIGRATIONS = ROOT / "portal" / "migrations" / "versions"
OURS = ("forms", "exports", "portal", "wsgi", "tests", "benchmarks")
FLASK = ("flask", "flask_login", "flask_migrate", "flask_security", "flask_sqlalchemy", "flask_wtf", "werkzeug")
SQL = ("sqlalchemy", "alembic", "psycopg", "flask_sqlalchemy", "flask_migrate")

# Dutch is the ground floor: of `forms`, the tables may import only that, and Dutch itself imports none of the rest.
ABOVE_DUTCH = tuple(f"forms.{one.stem}" for one in sorted((ROOT / "forms").iterdir()) if one.stem != "dutch")

# A folder or file → what it may not import (a name stands for everything inside it).
RULES: dict[str, tuple[str, ...]] = {
    "forms": ("exports", "portal", "wsgi", "tests", "benchmarks", *SQL),
    "forms/dutch": (*ABOVE_DUTCH, *FLASK, "wtforms"),
    "exports": ("portal", "wsgi", "tests", "benchmarks", *FLASK, *SQL, "wtforms"),
    "exports/look": ("exports.word", "exports.excel", "exports.national"),
    "exports/word": ("exports.excel",),
    "exports/excel": ("exports.word",),
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


def sources(folder: str) -> list[Path]:
    """All Python files of a folder."""
    found = sorted((ROOT / folder).rglob("*.py"))
    assert found, f"{folder} is leeg"
    return found


def imports_of(path: Path) -> Iterator[str]:
    """Every module that a file imports, late imports too."""
    yield from imports_in(ast.walk(ast.parse(path.read_text(encoding="utf-8"))), package_of(path))


def imports_in(nodes: Iterable[ast.AST], package: str) -> Iterator[str]:
    """The modules that these nodes import; `from a import b` counts as a and as a.b."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            source = resolve_name("." * node.level + (node.module or ""), package)
            yield source
            yield from (f"{source}.{alias.name}" for alias in node.names)


def package_of(path: Path) -> str:
    """The dotted name of the package that a file lies in."""
    return ".".join(path.relative_to(ROOT).parent.parts)


def falls_under(module: str, name: str) -> bool:
    """True when the module is `name` or lies inside it."""
    return module == name or module.startswith(name + ".")


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
    home = ROOT / "exports" / "look" / "colours.py"
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno} has the colour {node.value}"
        for path in sources("exports")
        if path != home
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and re.search(r"\b[0-9A-F]{6}\b", str(node.value))
    ]
    assert not wrong, "\n".join(wrong)


def test_no_module_of_the_product_goes_in_circles() -> None:
    circle = find_circle(graph_of("forms", "exports", "portal"))
    assert circle is None, " → ".join(circle or [])


@cache
def graph_of(*folders: str) -> dict[str, set[str]]:
    """Which modules of these folders import which, late imports inside functions and those for types included."""
    names = {
        module_name(path): path for folder in folders for path in sources(folder) if MIGRATIONS not in path.parents
    }
    return {name: imported_modules(path, names) - {name} for name, path in names.items()}


def imported_modules(path: Path, names: Iterable[str]) -> set[str]:
    """The modules among `names` that a file imports.

    `from package import module` needs the module, not what the package itself gathers.
    """
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        source, *parts = [*imports_in([node], package_of(path)), ""]
        only_modules = parts[:-1] and all(part in names for part in parts[:-1])
        found |= {one for one in ([] if only_modules else [source]) + parts if one in names}
    return found


def module_name(path: Path) -> str:
    """The dotted name of a file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def find_circle(graph: dict[str, set[str]]) -> list[str] | None:
    """One circle of a graph as the names along it, or None. A package counts only when it is imported by name."""

    def walk(name: str, path: list[str]) -> list[str] | None:
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return None
        for other in sorted(graph[name]):
            circle = walk(other, [*path, name])
            if circle:
                return circle
        done.add(name)
        return None

    done: set[str] = set()
    return next((circle for name in graph if (circle := walk(name, []))), None)


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
