"""What README, CONTRIBUTING, SECURITY and `docs/` mention exists: paths, commands, and names of the code.

Everything between backticks that looks like one of these is looked up. A plain word must at least be said somewhere in
the source, for `venster` may be a word of the programme and a column at once.
"""

from __future__ import annotations

import re
from dataclasses import fields
from importlib.util import find_spec
from pathlib import Path

import pytest
from flask import Flask

from portal import create_app
from portal.config import Settings, variable_name
from tests.databases import settings_on
from tests.unit.house.names import ROOT, all_files, columns_of_tables, defined_names, members, said_words

PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)
# Shown as what somebody may type, and no name of ours.
EXAMPLES = {"snake_case_woord", "e.v", "t/m", "2024/25", "/", "app.xml", "K2"}
# Made by a command, or by whoever runs the portal.
MADE = {"instance/", "portal/static/dist/", "manifest.json", "huisstijl.docx"}

SETTINGS = {variable_name(field.name) for field in fields(Settings)}

PATH = re.compile(r"[\w@.*<>\-]*(/[\w@.*<>\-]*)+|[\w*\-]+\.(py|md|css|js|mjs|json|toml|html|svg|in|txt|yml)")
NAME = re.compile(r"@?[A-Za-z_](\w*[A-Za-z0-9])?(\.[A-Za-z_]\w*)*(\(.*\))?")
SETTING = re.compile(r"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(=\S+)?")


def spans(page: Path) -> list[str]:
    """Everything between backticks on a page, and the first word of every line of its code blocks."""
    text = page.read_text("utf-8")
    blocks = re.findall(r"^```.*?\n(.*?)^```", text, re.M | re.S)
    first = [line.split()[0] for block in blocks for line in block.splitlines() if line and not line.startswith(" ")]
    return first + re.findall(r"(?<!`)`([^`\n]+)`(?!`)", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S))


def is_missing(span: str, commands: set[str]) -> bool:
    """True when this looks like something of ours and is nowhere to be found."""
    if span in EXAMPLES or span in MADE:
        return False
    if command := re.search(r"\bflask(?: --app wsgi)? (\w[\w-]*)", span):
        return command[1] not in commands
    if module := re.search(r"\bpython -m ([\w.]+)", span):
        return find_spec(module[1]) is None
    if target := re.match(r"make ([\w-]+)( \w+=.*)?$", span):
        return not re.search(rf"^{target[1]}:", (ROOT / "Makefile").read_text("utf-8"), re.M)
    if setting := SETTING.fullmatch(span):
        return setting[1] not in said_words() | SETTINGS
    if PATH.fullmatch(span) and not span.startswith(("@utrecht", "http")):
        return not there_is(span)
    return bool(NAME.fullmatch(span)) and not is_named(span.removeprefix("@").split("(")[0])


def there_is(path: str) -> bool:
    """True when a file or folder has this path, or one that ends like this; `<word>` and `*` stand for anything."""
    pattern = re.sub(r"<\w+>|\*", "[^/]*", re.escape(path.strip("/")).replace(r"\*", "*").replace(r"\<", "<"))
    ends_so = re.compile(rf"(.*/)?{pattern}(/.*|\.py)?")
    return any(ends_so.fullmatch(one) for one in all_files()) or path.strip("/") in said_words()


def is_named(name: str) -> bool:
    """True when the code defines this name; `a.b` is a member of a class or module, or a column of a table."""
    owner, _, member = name.rpartition(".")
    if owner:
        return member in members(owner.rpartition(".")[2]) or name in said_words()
    if "_" in name or re.search(r"[a-z][A-Z]", name):
        return name in defined_names() or name in columns_of_tables() or name in said_words()
    return name in said_words()


@pytest.fixture(scope="module")
def commands() -> set[str]:
    """The commands of `flask`, and the groups that libraries add."""
    app: Flask = create_app(settings_on("sqlite://"))
    return set(app.cli.commands)


@pytest.mark.parametrize("document", PAGES, ids=lambda one: str(one.relative_to(ROOT)))
def test_everything_that_is_mentioned_exists(document: Path, commands: set[str]) -> None:
    assert [span for span in spans(document) if is_missing(span, commands)] == []


@pytest.mark.parametrize("document", PAGES, ids=lambda one: str(one.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    text = re.sub(r"`[^`\n]*`", "", document.read_text("utf-8"))
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize(
    "gone",
    [
        "make gisteren",
        "flask weggehaald",
        "python -m portal.weg",
        "PORTAL_NIET_MEER",
        "portal/services/sheet_answers.py",
        "tests/factories.py",
        "exports/national/valuez*.py",
        "knipsels.py",
        "save_answerz",
        "@paln_access",
        "Codering.kwijt",
        "pen.nergens",
    ],
)
def test_what_is_gone_is_found(gone: str, commands: set[str]) -> None:
    assert is_missing(gone, commands)
