"""Rows of a table under each other: of a list of the format, known by its heads, or a table of somebody's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from forms.marks import Mark
from forms.richtext.tables import MOST_COLUMNS
from forms.spec import PLAN_LISTS, Question
from portal.domain.intake.document import ReadCell, ReadRow, ReadTable, paragraphs_of
from portal.domain.intake.recognise.cells import own_paragraphs, text_of, words_of_cell
from portal.domain.intake.recognise.found import SaidBeside, SaidTable
from portal.domain.intake.recognise.places import PlanPlace
from portal.domain.intake.recognise.rows import as_markdown
from portal.domain.intake.recognise.walker import Walker
from portal.domain.intake.recognise.words import plain_words

_HEAD_ALIKE, _MOST_IN_HEAD = 85.0, 12


def list_heads(walker: Walker, row: ReadRow) -> tuple[Question, dict[int, str]] | None:
    """Which list this row has the heads of, and at which columns each of its fields stands; None for no list."""
    if len(row.cells) < 2:
        return None
    for question in walker.places.format.questions:
        if question.kind in PLAN_LISTS and len(fields := dict(sorted(_heads(question, row)))) > 1:
            return question, _with_others(row, fields)
    return None


def _with_others(row: ReadRow, fields: Mapping[int, str]) -> dict[int, str]:
    """With the columns that somebody put among those of the list: they are no field ("")."""
    return {cell.column: fields.get(cell.column, "") for cell in row.cells if cell.column >= min(fields)}


def _heads(question: Question, row: ReadRow) -> Iterator[tuple[int, str]]:
    """The fields of the cells, from the last on: the label of the part stands before the head of the same name."""
    free = {one.name: plain_words(one.column) for one in question.printed or question.row}
    for cell in (one for one in reversed(row.cells) if words_of_cell(one) <= _MOST_IN_HEAD):
        texts = [plain_words(line) for one in own_paragraphs(cell.blocks) for line in one.text.split("\n")]
        scores = [(fuzz.ratio(head, text), name) for name, head in free.items() for text in texts]
        score, name = max(scores, default=(0.0, ""))
        if score >= _HEAD_ALIKE:
            del free[name]
            yield cell.column, name


@dataclass
class ListedRows:
    """The rows of a list that stands in the frame."""

    question: Question
    fields: Mapping[int, str]
    where: str
    rows: list[tuple[str, ...]] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    marks: list[Mark | None] = field(default_factory=list)
    wide: list[bool] = field(default_factory=list)
    # What was merged over rows stands in each of them.
    merged: dict[int, tuple[int, str]] = field(default_factory=dict)

    def take(self, cells: Sequence[ReadCell], mark: Mark | None = None) -> None:
        """Take a row; of a file of ours the mark says which it is."""
        row = []
        for column in self.fields:
            cell = next((one for one in cells if self._covers(one, column)), None)
            row.append(self._text(column, cell))
        self.rows.append(tuple(row))
        self.words.append(sum(map(words_of_cell, cells)))
        self.marks.append(mark)
        self.wide.append(len(cells) == 1 and len(self.fields) > 1 and self._is_over_all(cells[0]))

    def _covers(self, cell: ReadCell, column: int) -> bool:
        """True for the cell that begins in this column, up to the next one of the list."""
        ends = [one for one in sorted(self.fields) if one > column]
        return column <= cell.column < (ends[0] if ends else MOST_COLUMNS * 4)

    def _is_over_all(self, cell: ReadCell) -> bool:
        return cell.column <= min(self.fields) and cell.column + cell.column_span > max(self.fields)

    def _text(self, column: int, cell: ReadCell | None) -> str:
        if cell is not None:
            if cell.row_span > 1:
                self.merged[column] = cell.row_span - 1, text_of(cell)
            return text_of(cell)
        left, text = self.merged.get(column, (0, ""))
        self.merged[column] = max(0, left - 1), text
        return text if left else ""


def tell_comments(walker: Walker, cells: Sequence[ReadCell], place: PlanPlace | None) -> None:
    """Keep the comments in these cells with a place."""
    for one in (one for cell in cells for one in paragraphs_of(cell.blocks)):
        walker.found.beside.extend(SaidBeside(place, comment) for comment in one.comments)


def say_table(walker: Walker, table: ReadTable) -> None:
    """A table of somebody's own, where the reading is."""
    width = max(cell.column + cell.column_span for row in table.rows for cell in row.cells)
    listed = ListedRows(
        next(iter(walker.places.format.questions)), dict.fromkeys(range(min(width, 63)), ""), table.place
    )
    for row in table.rows:
        listed.take(row.cells)
        tell_comments(walker, row.cells, walker.place)
    place = walker.place
    filled = [one for one in zip(listed.rows, listed.words, listed.wide, strict=True) if any(one[0])]
    used = [at for at in range(len(filled[0][0])) if any(cells[at] for cells, _, _ in filled)]
    grid = tuple(tuple(cells[at] for at in used) for cells, _, _ in filled)
    words, wide = tuple(one for _, one, _ in filled), tuple(one for _, _, one in filled)
    walker.found.said.append(SaidTable(place, grid, words, table.place, wide=wide))


def typed_table(table: ReadTable) -> str:
    """A table in a text of a file of ours, as it was typed: with its bold words, its empty cells and columns."""
    width = min(max(cell.column + cell.column_span for row in table.rows for cell in row.cells), MOST_COLUMNS * 4)
    grid = [[""] * width for _ in table.rows]
    for cells, row in zip(grid, table.rows, strict=True):
        for cell in (one for one in row.cells if one.column < width):
            lines = [one.markdown.strip() for one in paragraphs_of(cell.blocks) if one.text.strip()]
            cells[cell.column] = "\n".join(map(_as_head, lines) if row is table.rows[0] else lines)
    return as_markdown(grid)


def _as_head(text: str) -> str:
    """Heads are drawn bold: that is no bold that somebody typed."""
    inner = text[2:-2]
    return inner if text == f"**{inner}**" and inner and "**" not in inner else text
