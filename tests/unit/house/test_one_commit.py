"""Of the pages only `portal/web/commits.py` commits and rolls back; who keeps something half-way is named.

A verb never commits: only what happens by itself does, without a page around it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
WEB = ROOT / "portal" / "web"
SERVICES = ROOT / "portal" / "services"
ONLY_HERE = WEB / "commits.py"
OF_THE_SESSION = {"commit", "rollback", "begin", "begin_nested"}

# Sending mail and upkeep may run twice and on two machines: each step is committed before the next begins.
BY_ITSELF = {"mail/sender.py", "round/upkeep.py", "upkeep.py"}

# Who commits before its view is done, and why.
KEEPS = {
    "account/mail_util.py: _commit": "the views of Flask-Security carry no decorator",
    "account/sign_ins.py: _end": "who signed out is out, whatever becomes of the page",
    "antwoordbladen/acties.py: _do": "the card shows the row as it was saved",
    "antwoordbladen/afwijkend.py: actie_in_regio": "the card shows the row as it was saved",
    "antwoordbladen/vraag.py: _repeat": "what was typed is saved, also when nothing can be repeated",
    "coderen/tekst.py: ongedaan": "the next page counts what was saved",
    "coderen/tekst.py: opslaan": "the next page counts what was saved",
    "coderen/tweede.py: tweede_ongedaan": "the next page counts what was saved",
    "coderen/tweede.py: tweede_opslaan": "the next page counts what was saved",
    "rapporten/besluiten.py: opnieuw": "tells what the new report says",
    "regio/indienen.py: _save_changes": "what was changed is saved, also when the plan can't be handed in",
}


def functions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    """Every function of the pages."""
    for path in sorted(WEB.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield path, node


def calls(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """What a function calls."""
    yield from (node.func for node in ast.walk(function) if isinstance(node, ast.Call))


def test_only_one_module_of_the_pages_commits_and_rolls_back() -> None:
    found = {
        f"{path.relative_to(WEB)}: {ast.unparse(node)}"
        for path in sorted(WEB.rglob("*.py"))
        if path != ONLY_HERE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in OF_THE_SESSION
    }
    assert not found, "zet @commits op de view (portal/web/commits.py)"


def test_a_verb_never_commits() -> None:
    found = {
        str(path.relative_to(SERVICES))
        for path in sorted(SERVICES.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "commit"
    }
    assert found == BY_ITSELF


def test_who_keeps_something_half_way_is_named() -> None:
    found = {
        f"{path.relative_to(WEB)}: {function.name}"
        for path, function in functions()
        if any(isinstance(called, ast.Name) and called.id == "keep" for called in calls(function))
    }
    assert found == set(KEEPS)
