"""Dutch is written in one room: nobody else joins with "en", names months, sets points or asks Babel."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from forms.dutch import dates

ROOT = Path(__file__).resolve().parents[3]
ROOM = ROOT / "forms" / "dutch"

# What people type is read (and invented) with all its spellings; nothing is written with these words.
READERS = {"forms/timeline/words.py", "portal/demo/texts/notaties.py"}

MONTHS = frozenset(dates.day_and_month(dates.date(2024, month, 1)).removeprefix("1 ") for month in range(1, 13))
WEEKDAYS = frozenset(dates.day_in_words(dates.date(2024, 1, day)).split()[0] for day in range(1, 8))
# Of a moment only the form that machines read may be written elsewhere: "2024-12-31", also in the name of a file.
MACHINE = re.compile(r"%Y-?%m-?%d(T00:00:00Z)?(%H%M%S)?")
# A format that groups by thousands, as in f"{number:,}".
_GROUPS = re.compile(r".*[,_][dnf.\d]*")

SAY = "Write it with forms/dutch, or teach forms/dutch how to say it."


def product() -> list[Path]:
    """Every file of the product outside the room itself."""
    files = [path for folder in ("forms", "exports", "portal") for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in files if not path.is_relative_to(ROOM) and "migrations" not in path.parts]


def faults(tree: ast.AST, *, is_reader: bool = False) -> Iterator[str]:
    """What this source writes by hand that the room for Dutch can say."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            if any(name.split(".")[0] == "babel" for name in names):
                yield f"{node.lineno}: Babel is asked"
        elif isinstance(node, ast.Call):
            yield from (f"{node.lineno}: {fault}" for fault in _of_a_call(node))
        elif isinstance(node, ast.JoinedStr):
            yield from (f"{node.lineno}: {fault}" for fault in _of_a_sentence(node))
        elif isinstance(node, ast.BinOp) and _is_join(node.left) and _begins_with_and(node.right):
            yield f"{node.lineno}: names are joined"
        elif isinstance(node, ast.Constant) and not is_reader and node.value in MONTHS | WEEKDAYS:
            yield f"{node.lineno}: “{node.value}” is named"


def _of_a_call(node: ast.Call) -> Iterator[str]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    given = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
    if name == "join" and isinstance(node.func, ast.Attribute) and _ends_with_and(node.func.value):
        yield "names are joined"
    if name == "replace" and given in ([",", "."], [".", ","]):
        yield "points and commas are set"
    if name in ("strftime", "isoformat", "format") and any(_is_for_people(text) for text in given):
        yield "a moment is written"
    if name == "format" and any(_GROUPS.fullmatch(str(text)) for text in given):
        yield "points and commas are set"
    if name == "ZoneInfo" and "Europe/Amsterdam" in given:
        yield "Amsterdam is looked up"


def _of_a_sentence(node: ast.JoinedStr) -> Iterator[str]:
    parts = node.values
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        if not isinstance(part, ast.FormattedValue):
            continue
        wanted = "".join(one.value for one in getattr(part.format_spec, "values", ()) if isinstance(one, ast.Constant))
        if _GROUPS.fullmatch(wanted):
            yield "points and commas are set"
        if _is_for_people(wanted):
            yield "a moment is written"
        if any(_is_join(one) for one in ast.walk(part.value)) and after is not None and _begins_with_and(after):
            yield "names are joined"


def _is_for_people(text: object) -> bool:
    return (
        isinstance(text, str)
        and "%" in text
        and re.search(r"%[A-Za-z]", text) is not None
        and not MACHINE.fullmatch(text)
    )


def _is_join(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join"


def _ends_with_and(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and str(node.value).endswith((" en ", " of "))


def _begins_with_and(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and str(node.value).startswith((" en ", " of "))


def test_dutch_is_written_in_one_room() -> None:
    wrong = [
        f"{name}:{fault}"
        for path in product()
        for name in [path.relative_to(ROOT).as_posix()]
        for fault in faults(ast.parse(path.read_text(encoding="utf-8")), is_reader=name in READERS)
    ]
    assert not wrong, "\n".join([SAY, *wrong])


@pytest.mark.parametrize("folder", ["templates"])
def test_a_template_joins_and_counts_with_the_same_room(folder: str) -> None:
    """One or many is `geteld` or `een_of_meer`; a joint name is `samen`."""
    by_hand = re.compile(r'join\(" (en|of) "\)|[|\w]length ~ \(" \w+" if |\}\} \{\{ "[^"]+" if [\w.|]+ == 1 else')
    wrong = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in sorted((ROOT / folder).rglob("*.*"))
        if path.suffix in (".html", ".txt")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if by_hand.search(line)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "source",
    [
        '" en ".join(names)',
        "f\"{', '.join(names[:-1])} en {names[-1]}\"",
        "f\"{', '.join(names[:-1]) if names else ''} of {names[-1]}\"",
        "', '.join(names) + ' en ' + last",
        'MONTHS = ("januari",)',
        'DAYS = {1: "maandag"}',
        'f"{number:,}"',
        'f"{number:,.2f}"',
        'format(number, ",")',
        'text.replace(",", ".")',
        'text.replace(".", ",")',
        'f"{moment:%H:%M}"',
        'f"{day:%d-%m-%Y}"',
        'day.strftime("%d %B %Y")',
        "from babel.dates import format_date",
        "import babel.numbers",
        'ZoneInfo("Europe/Amsterdam")',
    ],
)
def test_what_is_written_by_hand_is_found(source: str) -> None:
    assert [*faults(ast.parse(source))], source


@pytest.mark.parametrize(
    "source",
    [
        '", ".join(names)',
        'f"{one} en {two}"',
        'f"{name} {day:%Y-%m-%d}.docx"',
        'f"{share:.1f}%"',
        '"Wij bespreken dit in maart."',
        'f"{name:<20}"',
        'text.replace(" ", "")',
    ],
)
def test_other_text_is_left_alone(source: str) -> None:
    assert not [*faults(ast.parse(source))], source
