"""Reading who imports whom from the source itself."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import resolve_name
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MIGRATIONS = ROOT / "portal" / "migrations" / "versions"


def sources(folder: str) -> list[Path]:
    """All Python files of a folder."""
    found = sorted((ROOT / folder).rglob("*.py"))
    assert found, f"{folder} is leeg"
    return found


def imports_of(path: Path) -> Iterator[str]:
    """Every module that a file imports, late imports too."""
    yield from imports_in(_import_nodes(path), package_of(path))


@cache
def _import_nodes(path: Path) -> tuple[ast.AST, ...]:
    """Where a file imports something. Several house tests ask it of every file."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return tuple(node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom))


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
    package = package_of(path)
    for node in _import_nodes(path):
        source, *parts = [*imports_in([node], package), ""]
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
