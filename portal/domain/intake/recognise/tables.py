"""Tables of a file: the frame of the format itself, a list that stands in it, or a table of somebody's own."""

from __future__ import annotations

from collections.abc import Sequence

from forms.marks import Mark
from forms.spec import Question, Section
from portal.domain.intake.document import ReadCell, ReadParagraph, ReadRow, ReadTable
from portal.domain.intake.recognise.cells import label_cell, own_paragraphs, text_of, words_of_cell
from portal.domain.intake.recognise.followed import read_beside, read_own_table, read_part
from portal.domain.intake.recognise.found import How, SaidTable, Sighting
from portal.domain.intake.recognise.listed import ListedRows, list_heads, say_table, tell_comments
from portal.domain.intake.recognise.own_tables import is_of_consent
from portal.domain.intake.recognise.own_words import Says
from portal.domain.intake.recognise.peel import Position
from portal.domain.intake.recognise.walker import Walker

_LABEL_ALIKE = 90.0


def read_table(walker: Walker, table: ReadTable, inside: bool) -> None:
    """Read a table as what it is."""
    if walker.guide.owner and is_of_consent(table):
        read_own_table(walker, table)
        return
    if not (is_frame := not is_of_consent(table) and _is_frame(walker, table)) and _is_own(table):
        say_table(walker, table)
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
    return _is_marked(walker, table) or any(
        list_heads(walker, row) or any(_is_of_format(walker, row, cell) for cell in row.cells) for row in table.rows
    )


def _is_marked(walker: Walker, table: ReadTable) -> bool:
    """True for a table of a file of ours: with parts of the format, or with rows of one of its lists."""
    return any(walker.guide.listed_row(row) or walker.guide.part(row) for row in table.rows)


def _read_list(walker: Walker, table: ReadTable) -> bool:
    """Read a table in an answer when it is one of the lists of the format."""
    if not any(walker.guide.listed_row(row) or list_heads(walker, row) for row in table.rows):
        return False
    _Frame(walker, table, inside=True, is_frame=True).read()
    return True


def _is_of_format(walker: Walker, row: ReadRow, cell: ReadCell) -> bool:
    position = Position.LABEL if cell is label_cell(row) else Position.TEXT
    for one in own_paragraphs(cell.blocks):
        if walker.accepted(one, walker.peeler.peel(one.text, position), position, inside=True):
            return True
        position = Position.TEXT
    return any(_is_frame(walker, block) for block in cell.blocks if isinstance(block, ReadTable))


class _Frame:
    """The table of the format itself, read row by row."""

    def __init__(self, walker: Walker, table: ReadTable, *, inside: bool, is_frame: bool) -> None:
        self.walker, self.table, self.inside, self.is_frame = walker, table, inside, is_frame
        self.listed: ListedRows | None = None
        self.columns: dict[int, Section] = {}

    def read(self) -> None:
        """Read all rows."""
        for row in self.table.rows:
            self._read(row)
        self._close()

    def _read(self, row: ReadRow) -> None:
        mark = self.walker.guide.listed_row(row)
        if mark is None and (heads := list_heads(self.walker, row)):
            self._begin(row, *heads)
        elif mark and self._lists_by(mark, row):
            self._take(row, mark)
        elif mark is None and (section := self.walker.guide.part(row)):
            self._close()
            read_part(self.walker, row, section, _read_list)
        elif self.listed and not self._is_next_part(row):
            self._take(row, None)
        else:
            self._close()
            self._read_part(row)

    def _take(self, row: ReadRow, mark: Mark | None) -> None:
        """A row of the list, or words below it. What stands before its columns is a label."""
        assert self.listed is not None
        others = [one for one in row.cells if one.column < min(self.listed.fields)]
        for cell in others:
            self._read_beside(cell)
        mine = [one for one in row.cells if one not in others]
        if mark is None and self._is_below(row, mine):
            self._say_below(mine[0])
            return
        tell_comments(self.walker, mine, self.walker.places.by_key[self.listed.question.key])
        self.listed.take(mine, mark)

    def _lists_by(self, mark: Mark, row: ReadRow) -> bool:
        """Go on with the list of this mark, or begin it: its heads may be gone or changed."""
        place = self.walker.guide.place(mark)
        if place is None or (self.listed and self.listed.question is place.question):
            return place is not None
        names = [one.name for one in place.question.printed or place.question.row]
        columns = [cell.column for cell in row.cells][-len(names) :]
        if len(columns) < len(names):
            return False
        self._close()
        self.listed = ListedRows(place.question, dict(zip(columns, names, strict=True)), self.table.place)
        return True

    def _read_beside(self, cell: ReadCell) -> None:
        if not read_beside(self.walker, cell):
            self._read_cell(cell, Position.LABEL)

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
        first = next(own_paragraphs(cell.blocks), None) if cell else None
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
            self._read_beside(cell)
        mine = [one for one in row.cells if one.column in fields]
        self.walker.found.own_words += sum(map(words_of_cell, mine))
        tell_comments(self.walker, mine, self.walker.places.by_key[question.key])
        if self.listed and self.listed.question is question and self.listed.fields == fields:
            return
        self._close()
        self.listed = ListedRows(question, fields, self.table.place)

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
            SaidTable(
                place,
                (heads, *listed.rows),
                (0, *listed.words),
                listed.where,
                has_own_heads=True,
                marks=(None, *listed.marks) if any(listed.marks) else (),
                wide=(False, *listed.wide),
            )
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
            first = next(own_paragraphs(cell.blocks), None)
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
