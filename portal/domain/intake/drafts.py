"""What a reader builds while it reads; `frozen` makes the document of it when all comments and places are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from forms.cleaning import as_kept, clean_text
from forms.richtext import Run
from forms.richtext.writing import lines_of, lines_to_markdown
from portal.domain.intake.document import Comment, ReadBlock, ReadCell, ReadParagraph, ReadRow, ReadTable
from portal.domain.intake.symbols import BARE

BULLET = "•"
# Bullets that are shown as they are; any other may be a letter of a symbol font.
PLAIN_BULLETS = frozenset("-–—*+>→✓✔")
# A soft hyphen and a mark for the order of bytes show nothing; signs of symbol fonts need letters that look like them.
_UNSEEN = re.compile("[\u00ad\ufeff]")
_TO_CLEAN = re.compile("[\u00ad\ufeff\uf020-\uf0ff]")
_NUMBER = re.compile(r"(\d{1,3})[.)]")
_FIGURES = re.compile(r"\w")
_BULLET_LEFT = re.compile("[ \t\u00a0]*\\S[ \t\u00a0]*")


@dataclass
class DraftParagraph:
    """A paragraph so far. `comments` are the keys of those that begin here."""

    place: str
    runs: list[Run] = field(default_factory=list)
    level: int = 0
    sign: str = ""
    depth: int = 0
    ids: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def text(self) -> str:
        """What was read up to now."""
        return "".join(run.text for run in self.runs)


@dataclass
class DraftCell:
    """A cell so far."""

    column: int
    blocks: list[DraftParagraph | DraftTable] = field(default_factory=list)
    column_span: int = 1
    row_span: int = 1


@dataclass
class DraftRow:
    """A row so far."""

    cells: list[DraftCell] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


@dataclass
class DraftTable:
    """A table so far."""

    place: str
    rows: list[DraftRow] = field(default_factory=list)
    heads: int = 0


DraftBlock = DraftParagraph | DraftTable
Comments = Mapping[str, tuple[Comment, ...]]


def frozen(blocks: Iterable[DraftBlock], comments: Comments) -> tuple[ReadBlock, ...]:
    """The blocks as they go out, each paragraph with the comments whose keys it carries."""
    return tuple(
        _paragraph(one, comments) if isinstance(one, DraftParagraph) else _table(one, comments) for one in blocks
    )


def _table(table: DraftTable, comments: Comments) -> ReadTable:
    rows = tuple(
        ReadRow(tuple(_cell(cell, comments) for cell in row.cells), tuple(dict.fromkeys(row.ids))) for row in table.rows
    )
    return ReadTable(rows, table.place, table.heads)


def _cell(cell: DraftCell, comments: Comments) -> ReadCell:
    return ReadCell(frozen(cell.blocks, comments), cell.column, cell.column_span, cell.row_span)


def _paragraph(draft: DraftParagraph, comments: Comments) -> ReadParagraph:
    runs, sign, depth = _with_own_bullet(draft)
    lines = lines_of(runs)
    return ReadParagraph(
        text="\n".join("".join(run.text for run in line) for line in lines),
        markdown=_markdown(lines, sign, depth, draft.level) if lines else "",
        place=draft.place,
        level=draft.level,
        sign=sign,
        depth=depth,
        ids=tuple(dict.fromkeys(draft.ids)),
        comments=tuple(one for key in draft.comments for one in comments.get(key, ())),
    )


def _with_own_bullet(draft: DraftParagraph) -> tuple[list[Run], str, int]:
    """The runs as they are kept. A bullet of a symbol font that somebody typed in front becomes a sign of a list."""
    text = draft.text()
    clean = clean_text(text)
    if clean == text and not _TO_CLEAN.search(text):
        return draft.runs, draft.sign, draft.depth
    runs = [replace(run, text=_UNSEEN.sub("", as_kept(run.text))) for run in draft.runs]
    if draft.depth or not clean.lstrip().startswith("- ") or text.lstrip().startswith("-"):
        return _with_letters(runs), draft.sign, draft.depth
    found = _BULLET_LEFT.match("".join(run.text for run in runs))
    return _with_letters(_without_first(runs, found.end() if found else 0)), BULLET, 1


def _with_letters(runs: Iterable[Run]) -> list[Run]:
    return [replace(run, text=run.text.translate(BARE)) for run in runs]


def _without_first(runs: Iterable[Run], count: int) -> list[Run]:
    left: list[Run] = []
    for run in runs:
        gone = min(count, len(run.text))
        count -= gone
        left.append(replace(run, text=run.text[gone:]))
    return left


def _markdown(lines: list[list[Run]], sign: str, depth: int, level: int) -> str:
    """The text with its sign. A sign that is neither a bullet nor a plain number stays words, as when it is pasted."""
    if level:
        before = [Run(f"{sign} ")] if sign else []
        bold = [[replace(run, bold=True) for run in line] for line in [[*before, *lines[0]], *lines[1:]]]
        return lines_to_markdown(bold)
    written = lines_to_markdown(lines)
    if not depth:
        return written
    if not sign:
        return "\n".join("   " * depth + line for line in written.split("\n"))
    number = _NUMBER.fullmatch(sign)
    marker = f"{number[1]}. " if number else f"{sign} " if _FIGURES.search(sign) else "- "
    indent = "   " * (depth - 1)
    rest = indent + " " * len(marker)
    return "\n".join((rest if place else indent + marker) + line for place, line in enumerate(written.split("\n")))
