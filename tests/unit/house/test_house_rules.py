"""Rules of the house that a machine can read: sizes, addresses, lock files, templates."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
MOST_LINES_IN_A_FILE = 500
MOST_LINES_IN_A_FUNCTION = 60
# A national format is one frozen file and as long as the format is; migrations are written by Alembic.
LONG_BY_NATURE = ("forms/national/", "portal/migrations/versions/")

# Written in parts, so that this file does not hold what it looks for.
REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "registry.npm" + "js.org", "registry.yarn" + "pkg.com")
MACHINE_PATHS = ("/ro" + "ot/", "/ho" + "me/", "/work" + "/main", "/work" + "/shared", "/Us" + "ers/")
LOCKS = ("app", "dev", "node", "mutate")


def tracked(*suffixes: str) -> list[Path]:
    """The files that git keeps, with one of these endings (none given: all text files)."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    paths = [ROOT / name for name in listed.split("\0") if name and name.endswith(suffixes or ("",))]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:2000]]


def names_of(paths: list[Path]) -> list[str]:
    """The paths as people read them."""
    return [str(path.relative_to(ROOT)) for path in paths]


def is_short(path: Path) -> bool:
    """True for a file that the size rules are about."""
    return not str(path.relative_to(ROOT)).startswith(LONG_BY_NATURE)


@pytest.mark.parametrize("word", [*REGISTRIES, *MACHINE_PATHS])
def test_no_file_names_a_registry_or_a_machine(word: str) -> None:
    assert names_of([path for path in tracked() if word in path.read_text(encoding="utf-8", errors="replace")]) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pinned_requirement_has_a_hash_and_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
    requirements = re.split(r"\n(?=\S)", text)
    pinned = [one for one in requirements if not one.startswith("#")]
    assert pinned
    assert [one.splitlines()[0] for one in pinned if "==" not in one or "--hash=sha256:" not in one] == []
    assert "://" not in text
    assert "--index" not in text


def test_the_package_lock_holds_hashes_and_no_addresses() -> None:
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text
    assert re.findall(r"https?://", text) == []
    assert text.count('"integrity"') > 0
    assert len(re.findall(r'"node_modules/[^"]+": \{', text)) == text.count('"integrity"')


def test_no_file_is_longer_than_a_person_reads() -> None:
    files = tracked(".py", ".html", ".js", ".mjs", ".css")
    long = [path for path in files if is_short(path) and len(path.read_text().splitlines()) > MOST_LINES_IN_A_FILE]
    assert names_of(long) == []


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name} ({lines} regels)"
        for path in tracked(".py")
        if is_short(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        for lines in [(node.end_lineno or 0) - node.lineno + 1]
        if lines > MOST_LINES_IN_A_FUNCTION
    ]
    assert long == []


def chooses_a_word_by_hand(node: ast.AST) -> bool:
    """True for `"regio" if number == 1 else "regio’s"`: that is `forms.dutch.words.one_or_many`."""
    if not isinstance(node, ast.IfExp) or not isinstance(node.test, ast.Compare):
        return False
    is_one = isinstance(node.test.ops[0], ast.Eq) and ast.unparse(node.test.comparators[0]) == "1"
    said = (node.body, node.orelse)
    return is_one and all(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in said)


def test_the_word_that_goes_with_a_number_is_chosen_in_one_place() -> None:
    by_hand = [
        f"{path.relative_to(ROOT)}: {ast.unparse(node)}"
        for path in tracked(".py")
        if str(path.relative_to(ROOT)).startswith(("exports/", "portal/"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if chooses_a_word_by_hand(node)
    ]
    assert by_hand == []


def test_the_rooms_have_no_drawer_for_everything() -> None:
    drawers = {"utils.py", "util.py", "common.py", "helpers.py", "misc.py"}
    assert [name for name in names_of(tracked(".py")) if name.rsplit("/", 1)[-1] in drawers] == []


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("style of its own", r"<style|\sstyle="),
        ("script of its own", r"<script(?![^>]*\ssrc=)(?![^>]*application/json)"),
        ("handler in an attribute", r"<[a-z][^>{]*\son[a-z]+="),
        ("switched-off check of what is safe", r"\|\s*safe\b"),
        ("button that is off", r"<button[^>]*\sdisabled"),
        ("rule of the browser", r"<(input|textarea|select)[^>]*\s(required|maxlength|pattern)[\s=>]"),
        ("file of others", r"\ssrc=[\"']?https?://|<link[^>]*\shref=[\"']?https?://"),
    ],
)
def test_no_template_holds_a(what: str, pattern: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group(0)[:80]}"
        for path in tracked(".html")
        for match in re.finditer(pattern, without_comments(path.read_text(encoding="utf-8")))
    ]
    assert found == [], f"een sjabloon met een {what}"


def without_comments(template: str) -> str:
    """A template without what Jinja and browsers leave out."""
    return re.sub(r"{#.*?#}|<!--.*?-->", "", template, flags=re.DOTALL)


def test_the_only_caller_of_make_test_is_the_ci() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert lines[-1] == "make test"
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_nothing_built_is_kept() -> None:
    built = ("node_modules/", "portal/static/dist/", ".venv/", "instance/portal")
    assert [name for name in names_of(tracked()) if name.startswith(built)] == []


def test_who_changes_tables_has_a_database_of_its_own() -> None:
    """A migration makes tables anew, with their columns in another order: other tests keep rows of the shared ones."""
    migrating = [
        one for one in tracked(".py") if re.search(r"^ +flask_migrate\.", one.read_text("utf-8"), re.MULTILINE)
    ]
    shared = [one for one in migrating if "create_app(" not in one.read_text("utf-8")]
    assert migrating
    assert names_of([one for one in shared if (ROOT / "tests") in one.parents]) == []
