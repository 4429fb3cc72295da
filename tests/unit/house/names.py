"""What there is in this tree: files, names that the code defines, columns of tables, and words that are said."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from portal.extensions import db

ROOT = Path(__file__).resolve().parents[3]
OURS = ("forms", "exports", "portal", "templates", "tests", "benchmarks", "requirements", "docs", ".ci")
SOURCES = (".py", ".html", ".js", ".mjs", ".css", ".toml", ".json", ".in", ".txt", ".yml")


@cache
def all_files() -> frozenset[str]:
    """The path of every file of the project, seen from its root."""
    top = [path for path in ROOT.iterdir() if path.is_file()]
    below = [path for folder in OURS for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]
    return frozenset(str(path.relative_to(ROOT)) for path in (*top, *below))


@cache
def said_words() -> frozenset[str]:
    """Every word of the product's own source, dots and dashes inside included; not of its tests and pages."""
    files = [ROOT / one for one in all_files() if one.endswith(SOURCES) and not one.startswith(("tests/", "docs/"))]
    text = "\n".join(path.read_text("utf-8") for path in files if path.is_file())
    return frozenset(re.findall(r"[A-Za-z_][\w-]*(?:\.[A-Za-z]\w*)*", text)) | frozenset(re.findall(r"\w+", text))


@cache
def defined_names() -> frozenset[str]:
    """Every function, class, argument, field and variable that the code defines, tests included."""
    return frozenset(name for _, node in _nodes() for name in _names(node))


def members(owner: str) -> set[str]:
    """What the classes, modules and tables of this name hold."""
    table = db.metadata.tables.get(owner)
    return _held().get(owner, set()) | (set(table.columns.keys()) if table is not None else set())


@cache
def _held() -> dict[str, set[str]]:
    held: dict[str, set[str]] = {}
    for path, node in _nodes():
        if isinstance(node, ast.Module | ast.ClassDef):
            module = path.removesuffix("/__init__.py").removesuffix(".py").rpartition("/")[2]
            owner = module if isinstance(node, ast.Module) else node.name
            held.setdefault(owner, set()).update(name for one in node.body for name in _names(one))
    return held


@cache
def columns_of_tables() -> frozenset[str]:
    """The names of all tables and of their columns."""
    tables = db.metadata.tables
    return frozenset(tables) | {name for table in tables.values() for name in table.columns}


@cache
def _nodes() -> list[tuple[str, ast.AST]]:
    """Every node of the source that says a name, with the file in which it stands."""
    kept = ast.Module | ast.FunctionDef | ast.ClassDef | ast.arg | ast.Assign | ast.AnnAssign
    files = [one for one in sorted(all_files()) if one.endswith(".py")]
    trees = ((one, ast.parse((ROOT / one).read_text("utf-8"))) for one in files)
    return [(one, node) for one, tree in trees for node in ast.walk(tree) if isinstance(node, kept)]


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            yield from (one.id for one in ast.walk(target) if isinstance(one, ast.Name))
