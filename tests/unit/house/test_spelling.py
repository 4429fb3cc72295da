"""What a value, a sentence or a table of the report is stands in its fields: nobody reads it out of its key."""

from __future__ import annotations

import ast

from tests.reading.imports import ROOT, sources

# Where keys of the report go by.
ROOMS = ("exports", "portal/services/report", "portal/web/rapporten")
# Reports of before values said what they are; nothing else may do so.
BEFORE = ROOT / "exports/national/older.py"
KEYS = {"sleutel", "key", "token", "deel", "prefix"}
READS = {"startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "split", "rsplit"}
PATTERNS = {"match", "fullmatch", "search", "sub", "findall", "finditer"}


def taken_apart(tree: ast.AST) -> list[int]:
    """The lines that look into the spelling of a key: by its begin, its end, its parts or a pattern."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute))
    return [node.lineno for node in calls if _reads_a_key(node)]


def _reads_a_key(call: ast.Call) -> bool:
    assert isinstance(call.func, ast.Attribute)
    if call.func.attr in READS:
        return _is_key(call.func.value)
    return call.func.attr in PATTERNS and any(map(_is_key, call.args))


def _is_key(node: ast.AST) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name in KEYS


def test_nobody_reads_out_of_a_key_what_it_stands_for() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}"
        for room in ROOMS
        for path in sources(room)
        if path != BEFORE
        for line in taken_apart(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert wrong == [], "geef wat de sleutel noemt een veld dat het zegt"


def test_a_key_that_is_taken_apart_is_found() -> None:
    source = "one.sleutel.endswith('_vorige')\nkey.split('_')\nRE.search(token)\ntekst.split()\none.sleutel == 'x'\n"
    assert taken_apart(ast.parse(source)) == [1, 2, 3]
    assert taken_apart(ast.parse(BEFORE.read_text(encoding="utf-8"))) != []


def test_the_key_of_an_own_text_is_spelled_in_one_place() -> None:
    spelled = "eigen" + ":"
    files = [*(path for room in ("exports", "portal", "forms") for path in sources(room))]
    files += sorted((ROOT / "templates").rglob("*.html"))
    found = [path for path in files if f'"{spelled}' in (text := path.read_text("utf-8")) or f"'{spelled}" in text]
    assert [str(path.relative_to(ROOT)) for path in found] == ["portal/domain/report/flags.py"]
