"""Tables of a file: the frame of the format itself, a list that stands in it, or a table of somebody's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from forms.richtext.tables import MOST_COLUMNS
from forms.spec import PLAN_LISTS, Question, Section
from portal.domain.intake.document import ReadBlock, ReadCell, ReadParagraph, ReadRow, ReadTable, paragraphs_of
from portal.domain.intake.recognise.found import How, SaidBeside, SaidTable, Sighting
from portal.domain.intake.recognise.own_tables import is_of_consent
from portal.domain.intake.recognise.own_words import Says
from portal.domain.intake.recognise.peel import Position
from portal.domain.intake.recognise.places import PlanPlace
from portal.domain.intake.recognise.walker import Walker
from portal.domain.intake.recognise.words import how_many, plain_words

_HEAD_ALIKE, _LABEL_ALIKE, _MOST_IN_HEAD = 85.0, 90.0, 12
# A cell with so little in it is a number, not a label.
_NUMBER_SIGNS = 3


def read_table(walker: Walker, table: ReadTable, inside: bool) -> None:
    """Read a table as what it is."""
    if not (is_frame := not is_of_consent(table) and _is_frame(walker, table)) and _is_own(table):
        _say_table(walker, table)
        return
    before = walker.place, walker.level
    _Frame(walker, table, inside=inside, is_frame=is_frame).read()
    # What stands below the frame of the format is no part of its last answer.
    if is_frame:
        walker.place, walker.level = (before[0] if inside else None), before[1]


def _is_own(table: ReadTable) -> bool:
    """True for a table with rows and columns; one row or one column is a way to put words on a page."""
    filled = [row for row in table.rows if any(map(text_of, row.cells))]
    return len(filled) > 1 and max(len(row.cells) for row in filled) > 1


def _is_frame(walker: Walker, table: ReadTable) -> bool:
    """True when words of the format stand in it: labels in its cells, or the heads of one of its lists."""
    return any(
        list_heads(walker, row) or any(_is_of_format(walker, row, cell) for cell in row.cells) for row in table.rows
    )


def _is_of_format(walker: Walker, row: ReadRow, cell: ReadCell) -> bool:
    position = Position.LABEL if cell is label_cell(row) else Position.TEXT
    for one in _own_paragraphs(cell.blocks):
        if walker.accepted(one, walker.peeler.peel(one.text, position), position, inside=True):
            return True
        position = Position.TEXT
    return any(_is_frame(walker, block) for block in cell.blocks if isinstance(block, ReadTable))


def _own_paragraphs(blocks: Sequence[ReadBlock]) -> Iterator[ReadParagraph]:
    return (block for block in blocks if isinstance(block, ReadParagraph) and block.text.strip())


def label_cell(row: ReadRow) -> ReadCell | None:
    """The cell in which the label of a row stands, if it has one: its first with more than a number, of several."""
    if len(row.cells) < 2:
        return None
    return next((one for one in row.cells[:-1] if len(text_of(one)) > _NUMBER_SIGNS), None)


def text_of(cell: ReadCell) -> str:
    """The text of a cell, a line for each paragraph; a number that a list gives stands before it."""
    return "\n".join(_line(one) for one in paragraphs_of(cell.blocks) if one.text.strip())


def _line(one: ReadParagraph) -> str:
    is_number = any(map(str.isalnum, one.sign))
    return f"{one.sign} {one.text.strip()}" if is_number else one.text.strip()


def words_of_cell(cell: ReadCell) -> int:
    """How many words stand in it."""
    return sum(how_many(one.text) for one in paragraphs_of(cell.blocks))


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
        texts = [plain_words(line) for one in _own_paragraphs(cell.blocks) for line in one.text.split("\n")]
        scores = [(fuzz.ratio(head, text), name) for name, head in free.items() for text in texts]
        score, name = max(scores, default=(0.0, ""))
        if score >= _HEAD_ALIKE:
            del free[name]
            yield cell.column, name


@dataclass
class _Listed:
    """The rows of a list that stands in the frame."""

    question: Question
    fields: Mapping[int, str]
    where: str
    rows: list[tuple[str, ...]] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    # What was merged over rows stands in each of them.
    merged: dict[int, tuple[int, str]] = field(default_factory=dict)

    def take(self, cells: Sequence[ReadCell]) -> None:
        row = []
        for column in self.fields:
            cell = next((one for one in cells if self._covers(one, column)), None)
            row.append(self._text(column, cell))
        self.rows.append(tuple(row))
        self.words.append(sum(map(words_of_cell, cells)))

    def _covers(self, cell: ReadCell, column: int) -> bool:
        """True for the cell that begins in this column, up to the next one of the list."""
        ends = [one for one in sorted(self.fields) if one > column]
        return column <= cell.column < (ends[0] if ends else MOST_COLUMNS * 4)

    def _text(self, column: int, cell: ReadCell | None) -> str:
        if cell is not None:
            if cell.row_span > 1:
                self.merged[column] = cell.row_span - 1, text_of(cell)
            return text_of(cell)
        left, text = self.merged.get(column, (0, ""))
        self.merged[column] = max(0, left - 1), text
        return text if left else ""


class _Frame:
    """The table of the format itself, read row by row."""

    def __init__(self, walker: Walker, table: ReadTable, *, inside: bool, is_frame: bool) -> None:
        self.walker, self.table, self.inside, self.is_frame = walker, table, inside, is_frame
        self.listed: _Listed | None = None
        self.columns: dict[int, Section] = {}

    def read(self) -> None:
        """Read all rows."""
        for row in self.table.rows:
            self._read(row)
        self._close()

    def _read(self, row: ReadRow) -> None:
        if heads := list_heads(self.walker, row):
            self._begin(row, *heads)
        elif self.listed and not self._is_next_part(row):
            others = [one for one in row.cells if one.column < min(self.listed.fields)]
            for cell in others:
                self._read_cell(cell, Position.LABEL)
            mine = [one for one in row.cells if one not in others]
            if self._is_below(row, mine):
                self._say_below(mine[0])
                return
            _tell_comments(self.walker, mine, self.walker.places.by_key[self.listed.question.key])
            self.listed.take(mine)
        else:
            self._close()
            self._read_part(row)

    def _is_below(self, row: ReadRow, mine: Sequence[ReadCell]) -> bool:
        """True for the last row of a list that stands beside a label, when it is one cell below all columns: words
        below the list, as the portal draws them.
        """
        assert self.listed is not None
        wide = len(mine) == 1 and mine[0].column_span >= len(self.listed.fields) > 1
        return wide and row is self.table.rows[-1] and min(self.listed.fields) > 0 and bool(self.listed.rows)

    def _say_below(self, cell: ReadCell) -> None:
        section = self.walker.places.by_key[self.listed.question.key].section if self.listed else None
        self._close()
        self.walker.place = self.walker.places.beside(section) if section else None
        self._read_cell(cell, Position.TEXT)

    def _is_next_part(self, row: ReadRow) -> bool:
        """True when the row begins with the label of another part."""
        assert self.listed is not None
        cell = row.cells[0] if row.cells else None
        first = next(_own_paragraphs(cell.blocks), None) if cell else None
        if cell is None or first is None or cell.column >= min(self.listed.fields) > 0:
            return False
        # In a table that is all list, a row that is called as a part is still a row.
        if min(self.listed.fields) == 0:
            return False
        found = self.walker.peeler.peel(first.text, Position.LABEL).found
        here = self.walker.place.section if self.walker.place else None
        return bool(found) and found[0].own.section not in (None, here)

    def _begin(self, row: ReadRow, question: Question, fields: dict[int, str]) -> None:
        """The heads of a list: words of the format, and the label of the part may stand beside them."""
        for cell in (one for one in row.cells if one.column not in fields):
            self._read_cell(cell, Position.LABEL)
        mine = [one for one in row.cells if one.column in fields]
        self.walker.found.own_words += sum(map(words_of_cell, mine))
        _tell_comments(self.walker, mine, self.walker.places.by_key[question.key])
        if self.listed and self.listed.question is question and self.listed.fields == fields:
            return
        self._close()
        self.listed = _Listed(question, fields, self.table.place)

    def _close(self) -> None:
        if self.listed is None:
            return
        listed, walker = self.listed, self.walker
        self.listed = None
        place = walker.places.by_key[listed.question.key]
        if walker.place is None or walker.place.section is not place.section:
            walker.found.seen.append(Sighting(place.section, How.COLUMNS, 100.0, "", listed.where))
        heads = tuple(listed.question.column(name) for name in listed.fields.values())
        walker.found.said.append(
            SaidTable(place, (heads, *listed.rows), (0, *listed.words), listed.where, has_own_heads=True)
        )

    def _read_part(self, row: ReadRow) -> None:
        if columns := self._labels_beside_each_other(row):
            self.columns = columns
        elif self.columns and len(row.cells) > 1:
            for cell in row.cells:
                section = self.columns.get(cell.column)
                self.walker.place = self.walker.places.main(section) if section else None
                self._read_cell(cell, Position.TEXT)
            return
        label = label_cell(row)
        if label is None or columns:
            for cell in row.cells:
                self._read_cell(cell, Position.LABEL if columns else Position.TEXT)
            return
        for cell in row.cells:
            if cell is label:
                self._read_label(cell)
            else:
                self._read_cell(cell, Position.TEXT)

    def _labels_beside_each_other(self, row: ReadRow) -> dict[int, Section]:
        """Labels that are the heads of columns, with the answers below them. An answer may be the name of a part."""
        found: dict[int, Section] = {}
        if row is not self.table.rows[0]:
            return found
        for cell in row.cells:
            first = next(_own_paragraphs(cell.blocks), None)
            peeled = self.walker.peeler.peel(first.text, Position.LABEL) if first else None
            begins = peeled.found[0] if peeled and peeled.found else None
            if begins and begins.own.says is Says.LABEL and begins.own.section and begins.score >= _LABEL_ALIKE:
                found[cell.column] = begins.own.section
        return found if len(found) > 1 and len(set(map(id, found.values()))) == len(row.cells) else {}

    def _read_label(self, cell: ReadCell) -> None:
        """The cell of a label. One that says something else is a part that the format does not have."""
        known = False
        for number, block in enumerate(cell.blocks):
            if isinstance(block, ReadParagraph) and block.text.strip():
                is_own = self.walker.accepted(
                    block, self.walker.peeler.peel(block.text, Position.LABEL), Position.LABEL, inside=True
                )
                if not known and not is_own and cell.column == 0:
                    self.walker.place = None
                known = True
                self.walker.read_paragraph(block, Position.LABEL, inside=True)
            else:
                self.walker.read(cell.blocks[number : number + 1], inside=True)

    def _read_cell(self, cell: ReadCell, position: Position) -> None:
        self.walker.read(cell.blocks, position, inside=self.is_frame)


def _tell_comments(walker: Walker, cells: Sequence[ReadCell], place: PlanPlace | None) -> None:
    for one in (one for cell in cells for one in paragraphs_of(cell.blocks)):
        walker.found.beside.extend(SaidBeside(place, comment) for comment in one.comments)


def _say_table(walker: Walker, table: ReadTable) -> None:
    """A table of somebody's own, where the reading is."""
    width = max(cell.column + cell.column_span for row in table.rows for cell in row.cells)
    listed = _Listed(next(iter(walker.places.format.questions)), dict.fromkeys(range(min(width, 63)), ""), table.place)
    for row in table.rows:
        listed.take(row.cells)
        _tell_comments(walker, row.cells, walker.place)
    place = walker.place
    filled = [(cells, words) for cells, words in zip(listed.rows, listed.words, strict=True) if any(cells)]
    used = [at for at in range(len(filled[0][0])) if any(cells[at] for cells, _ in filled)]
    grid = tuple(tuple(cells[at] for at in used) for cells, _ in filled)
    walker.found.said.append(SaidTable(place, grid, tuple(words for _, words in filled), table.place))
