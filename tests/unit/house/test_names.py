"""Names: no class name stands for two things, and the glossary says by which names its words go in the code."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ROOMS = ("forms", "exports", "portal")


@cache
def sources() -> dict[str, ast.Module]:
    """Every file of the product, read once."""
    paths = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


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
    found = ((name, path) for path, tree in sources().items() for name in classes_of(tree))
    assert told_twice(found) == {}, "geef een van beide een andere naam; een tabel houdt het woord van het programma"


def test_a_name_that_is_used_twice_is_found() -> None:
    tree = ast.parse("class A:\n    class B: ...\ndef f():\n    class A: ...\n")
    assert sorted(classes_of(tree)) == ["A", "A", "B"]
    assert told_twice([("A", "one.py"), ("B", "one.py"), ("A", "two.py")]) == {"A": ["one.py", "two.py"]}


# --- the glossary of the README


def names_of(tree: ast.AST) -> set[str]:
    """The classes and functions of a file, and the members of its classes as "Class.MEMBER"."""
    found = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            targets = (one for line in node.body if isinstance(line, ast.Assign) for one in line.targets)
            found |= {f"{node.name}.{one.id}" for one in targets if isinstance(one, ast.Name)}
    return found


def glossary(text: str) -> dict[str, list[str]]:
    """The names "in the code" of each word of the glossary."""
    table = text.partition("## Glossary")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("| ")]
    assert [cell.strip() for cell in rows[0]] == ["word", "what", "in the code"]
    return {row[0].strip(): re.findall(r"`([^`]+)`", row[2]) for row in rows[1:]}


def unknown(names: Iterable[str], known: set[str]) -> list[str]:
    """The names that nothing in the code has: with a slash a file or a room, else a class, a function or a member."""
    return [one for one in names if not ((ROOT / one).exists() if "/" in one else one in known)]


# Words of the law: nothing in the code is called so.
OF_THE_LAW = {"Wlz", "Wlz-ggz-W"}


def test_every_word_of_the_glossary_has_its_names_in_the_code() -> None:
    known = {name for tree in sources().values() for name in names_of(tree)}
    words = glossary((ROOT / "README.md").read_text(encoding="utf-8"))
    assert {word for word, names in words.items() if not names} == OF_THE_LAW
    assert {word: wrong for word, names in words.items() if (wrong := unknown(names, known))} == {}


def test_a_name_of_the_glossary_that_nothing_has_is_found() -> None:
    text = "## Glossary\n\n| word | what | in the code |\n|---|---|---|\n| Regio | a | `Regio`, `Weg`; `forms/weg` |\n"
    names = glossary(text)["Regio"]
    assert unknown(names, names_of(ast.parse("class Regio:\n    A = 1\n"))) == ["Weg", "forms/weg"]
    assert names_of(ast.parse("class Rol:\n    A = 1\ndef f(): ...")) == {"Rol", "Rol.A", "f"}
