"""A part of a file that the portal made itself: its marks say what stands where, so words are not asked what they mean.

A text may begin with the label of another part, or be called as one is: here that is somebody's text and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable

from forms.marks import Mark
from forms.plan_marks import OWN_WORDS, Marked
from forms.spec import Kind, Section
from portal.domain.intake.document import ReadCell, ReadParagraph, ReadRow, ReadTable
from portal.domain.intake.recognise.cells import label_cell, text_of, words_of_cell
from portal.domain.intake.recognise.found import How, SaidBeside, SaidLines, Sighting
from portal.domain.intake.recognise.guide import is_row, says_so_still
from portal.domain.intake.recognise.listed import tell_comments, typed_table
from portal.domain.intake.recognise.peel import Position
from portal.domain.intake.recognise.places import PlanPlace
from portal.domain.intake.recognise.walker import Walker
from portal.domain.intake.recognise.words import how_many

# How a list in an answer is read.
ListReader = Callable[[Walker, ReadTable], bool]


def read_part(walker: Walker, row: ReadRow, section: Section, read_list: ListReader) -> None:
    """Read the label and the answer of a part."""
    walker.place = walker.places.main(section)
    label = next((one for one in row.cells if _is_label(walker, one)), None) or label_cell(row)
    if label is not None:
        _Label(walker, section).read(label)
    answer = AnswerCell(walker, section, read_list)
    for cell in (one for one in row.cells if one is not label):
        answer.read(cell)


def read_beside(walker: Walker, cell: ReadCell) -> bool:
    """Read the label beside a list, when its mark says which part it is; else nothing is read."""
    marks = [mark for one in cell.blocks if isinstance(one, ReadParagraph) for mark in walker.guide.of(one)]
    section = next((walker.guide.section(mark) for mark in marks if mark.kind == Marked.DEEL), None)
    if section is None:
        return False
    walker.place = walker.places.main(section)
    _Label(walker, section).read(cell)
    return True


def read_own_table(walker: Walker, table: ReadTable) -> None:
    """Read a table that the portal filled in itself: rows in which somebody changed something have no place."""
    for row in table.rows:
        words = sum(map(words_of_cell, row.cells))
        text = "\n".join(text_of(cell) for cell in row.cells)
        marks = [mark for mark in walker.guide.marks_of(row) if mark.kind == Marked.VAST]
        tell_comments(walker, row.cells, None)
        if row is table.rows[0] or any(says_so_still(mark, text) for mark in marks):
            walker.found.own_words += words
        elif words:
            walker.found.said.append(SaidLines(None, text, table.place, words))


def _is_label(walker: Walker, cell: ReadCell) -> bool:
    paragraphs = (one for one in cell.blocks if isinstance(one, ReadParagraph))
    return any(mark.kind == Marked.DEEL for one in paragraphs for mark in walker.guide.of(one))


class _Label:
    """The cell of a label: its own words, also when somebody changed the name."""

    def __init__(self, walker: Walker, section: Section) -> None:
        self.walker, self.section = walker, section
        self.known = False

    def read(self, cell: ReadCell) -> None:
        for block in cell.blocks:
            if isinstance(block, ReadTable) or not block.text.strip():
                self.walker.read([block], Position.LABEL, inside=True)
            elif not self.known:
                self._name(block)
            else:
                self.walker.read_paragraph(block, Position.LABEL, inside=True)

    def _name(self, one: ReadParagraph) -> None:
        self.known = True
        found = self.walker.found
        found.own_words += how_many(one.text)
        found.seen.append(Sighting(self.section, How.MARK, 100.0, one.text.strip(), one.place, len(found.said)))
        for mark in self.walker.guide.of(one):
            if mark.kind == Marked.DEEL:
                kept = self.walker.places.main(self.section)
                found.highest[kept.key] = mark.revision
                if not says_so_still(mark, one.text):
                    found.renamed[self.section.key] = one.text.strip()
        self.walker.tell_comments(one)


class AnswerCell:
    """What was answered to a part, question by question and row by row."""

    def __init__(self, walker: Walker, section: Section, read_list: ListReader) -> None:
        self.walker, self.section, self.read_list = walker, section, read_list
        self.row = 0
        self.mark: Mark | None = None
        # A table always has an empty line below it: that is no end of a row.
        self.below_table = False

    def read(self, cell: ReadCell) -> None:
        """Read a cell."""
        for block in cell.blocks:
            if isinstance(block, ReadParagraph):
                self._paragraph(block)
            else:
                self._table(block)
            self.below_table = isinstance(block, ReadTable)

    def _paragraph(self, one: ReadParagraph) -> None:
        marks = self.walker.guide.of(one)
        own = next((mark for mark in marks if mark.kind in OWN_WORDS), None)
        for mark in marks:
            self._turn(mark)
        if not one.text.strip():
            self._end_row(has_mark=bool(marks))
        elif own is not None:
            self._own(one, own)
        else:
            self._say(one)
        self.walker.found.beside.extend(SaidBeside(self.walker.place, comment) for comment in one.comments)

    def _turn(self, mark: Mark) -> None:
        """Go where a mark leads."""
        walker = self.walker
        if mark.kind == Marked.LANDELIJK:
            walker.place = walker.places.national(self.section) or walker.place
            self._begin_row(None)
        elif mark.kind == Marked.OVERIGE:
            walker.place = walker.places.main(self.section)
            self._begin_row(None)
        elif is_row(mark):
            self._go_to_row(mark)
        elif mark.kind == Marked.VRAAG and (place := walker.guide.place(mark)):
            walker.place = place
            walker.found.made_from.setdefault(place.key, mark)

    def _go_to_row(self, mark: Mark) -> None:
        place, here = self.walker.guide.place(mark), self.walker.place
        if here and here.is_national_goal and here.key not in self.walker.found.made_from:
            self.walker.found.made_from[here.key] = mark
        elif place:
            self.walker.place = place
            self._begin_row(mark)

    def _begin_row(self, mark: Mark | None) -> None:
        self.row += 1
        self.mark = mark

    def _end_row(self, *, has_mark: bool) -> None:
        """An empty line ends a row of a list, but for one that is empty itself."""
        if not has_mark and not self.below_table and self.mark is not None:
            self._begin_row(None)

    def _own(self, one: ReadParagraph, mark: Mark) -> None:
        found, words = self.walker.found, how_many(one.text)
        if says_so_still(mark, one.text):
            found.own_words += words
        else:
            found.said.append(SaidLines(None, one.markdown, one.place, words, one.depth, one.sign))

    def _say(self, one: ReadParagraph) -> None:
        place = self.walker.place
        text = one.text if place and _is_plain(place) else one.markdown
        if place and place.is_closed:
            text = self._without_label(place, text)
        words = how_many(one.text)
        row, mark = self._row_of(place)
        self.walker.found.said.append(SaidLines(place, text, one.place, words, one.depth, one.sign, row, mark))

    def _row_of(self, place: PlanPlace | None) -> tuple[int, Mark | None]:
        """The row that a line goes to. A party is a line of its own."""
        if place is None or not place.is_list:
            return 0, None
        if place.question.kind is Kind.PARTIJEN:
            row, mark = self.row, self.mark
            self._begin_row(None)
            return row + 1, mark
        return (self.row + 1, self.mark) if place.question.kind is Kind.DOELSTELLINGEN else (0, None)

    def _without_label(self, place: PlanPlace, text: str) -> str:
        label = place.question.label
        return text.removeprefix(label).lstrip(": ") if text.startswith(label) else text

    def _table(self, table: ReadTable) -> None:
        if self.read_list(self.walker, table):
            return
        cells = [cell for row in table.rows for cell in row.cells]
        for mark in (mark for cell in cells for one in _paragraphs(cell) for mark in self.walker.guide.of(one)):
            self._turn(mark)
        place = self.walker.place
        tell_comments(self.walker, cells, place)
        if words := sum(map(words_of_cell, cells)):
            number, its = self._row_of(place)
            text = typed_table(table)
            self.walker.found.said.append(SaidLines(place, text, table.place, words, row=number, mark=its))


def _paragraphs(cell: ReadCell) -> list[ReadParagraph]:
    return [one for one in cell.blocks if isinstance(one, ReadParagraph)]


def _is_plain(place: PlanPlace) -> bool:
    """True where no small Markdown is typed."""
    return place.is_closed or place.question.kind in (Kind.SHORT_TEXT, Kind.PARTIJEN)
