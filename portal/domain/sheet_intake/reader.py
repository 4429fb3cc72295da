"""Reading a sheet from top to bottom: under which question each word stands."""

from __future__ import annotations

from collections.abc import Sequence

from forms.spec import Kind, Question, Section
from portal.domain.intake.document import ReadBlock, ReadCell, ReadDocument, ReadParagraph, ReadRow, ReadTable
from portal.domain.intake.document import paragraphs_of as all_paragraphs
from portal.domain.intake.recognise.judging import Zekerheid
from portal.domain.intake.recognise.words import how_many
from portal.domain.sheet_intake.asked import SheetAsked
from portal.domain.sheet_intake.cells import answer_of, lines_of, text_of, words_in, words_of_cell
from portal.domain.sheet_intake.gathered import Gathered, Read
from portal.domain.sheet_intake.labels import Label, Labels, row_of
from portal.domain.sheet_intake.lists import ListTable, list_of, said_of_party

TEXT = "tekst"
_TEXTS = frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT})
_OWN_ROWS = frozenset({Kind.SUCCESSEN, Kind.LESSEN, Kind.VERWACHTINGEN})

BESIDE_BOX = "Dit stond niet in het vak van deze vraag, maar eronder."
IN_LABEL = "Dit stond in het vak van de vraag zelf."
NO_TABLE = "Dit stond niet in de tabel, maar eronder."
OTHER_LABEL = "In het bestand heet deze vraag “{}”."


def read_sheet(asked: SheetAsked, document: ReadDocument) -> Read:
    """What a file has for a sheet."""
    reader = _SheetReader(asked)
    reader.read(document.blocks)
    return reader.found


class _SheetReader:
    """Where the reading is: in which part, and at which question."""

    def __init__(self, asked: SheetAsked) -> None:
        self.asked = asked
        self.labels = Labels(asked)
        self.found = Read()
        self.section: Section | None = None
        self.place: Question | None = None
        self.regio = ""

    def read(self, blocks: Sequence[ReadBlock]) -> None:
        """Read paragraphs and tables in their order."""
        for block in blocks:
            if isinstance(block, ReadParagraph):
                self.found.tell_comments([block])
                if block.text.strip():
                    self._read_paragraph(block)
            else:
                self._read_table(block)

    # --- paragraphs

    def _read_paragraph(self, one: ReadParagraph) -> None:
        if begins := self.labels.section(one.text):
            self._turn(*begins)
            self._say_behind(one, begins[1])
        elif asked := self._question_of_line(one):
            self._go(asked[0])
            self._say_behind(one, asked[1])
        elif self.labels.is_own(one.text):
            self.found.own_words += how_many(one.text)
        elif one.level:
            self.section = self.place = None
            self.found.has_no_place(one.text, one.place)
        else:
            self._say(one.markdown, one.place, how_many(one.text))

    def _question_of_line(self, one: ReadParagraph) -> tuple[Question, Label] | None:
        found = self.labels.question(one.text, self.section)
        is_whole = found is not None and not one.text[found[1].end :].strip()
        return found if found and (is_whole or ":" in one.text[: found[1].end]) else None

    def _turn(self, section: Section, label: Label) -> None:
        self.section, self.place, self.regio = section, _main(section), ""
        self.found.seen.add(section.key)

    def _go(self, question: Question) -> None:
        self.section, self.place, self.regio = self.labels.section_of(question), question, ""

    def _say_behind(self, one: ReadParagraph, label: Label) -> None:
        """Words behind a label in the same paragraph."""
        behind = one.text[label.end :].strip()
        self.found.own_words += how_many(one.text) - how_many(behind)
        for line in filter(None, behind.split("\n")):
            if self.labels.is_own(line):
                self.found.own_words += how_many(line)
            else:
                self._say(line, one.place, how_many(line))

    def _say(self, text: str, where: str, words: int) -> None:
        """Words that stand in no table: below the question that was asked last."""
        place = self.place
        if place is not None and place.kind not in _TEXTS | _OWN_ROWS | {Kind.CHOICE, Kind.CHOICES}:
            place = _text_of(self.section) if self.section else None
        if place is None:
            self.found.has_no_place(text, where, words)
            return
        if place.kind in _OWN_ROWS:
            self._say_row(place, text, where, words)
            return
        answer = self.found.answer(place, regio=self.regio)
        answer.add(TEXT, text, where, words)
        answer.doubt(Zekerheid.WAARSCHIJNLIJK, BESIDE_BOX)

    def _say_row(self, place: Question, text: str, where: str, words: int) -> None:
        answer = self.found.new(place)
        said = said_of_party(place, text.removeprefix("- ").strip())
        for name, value in said.items():
            answer.add(name, value, where, 0)
        answer.words = words
        answer.doubt(Zekerheid.WAARSCHIJNLIJK, NO_TABLE)

    # --- tables

    def _read_table(self, table: ReadTable) -> None:
        rows = list(table.rows)
        if max((len([one for one in row.cells if text_of(one)]) for row in rows), default=0) == 0:
            return
        lists: ListTable | None = None
        for row in rows:
            begins = list_of(self.labels, self.section, row)
            if begins is not None:
                lists = begins
                self._begin_list(row, lists)
            elif lists is not None and not self._is_label(row):
                lists.take(row, table.place, self.found)
            else:
                lists = self._without_heads(table, row) if lists is None else None
                if lists is not None:
                    lists.take(row, table.place, self.found)
                else:
                    self._read_row(row)
        if self.section is not None:
            self.place, self.regio = _text_of(self.section), ""

    def _begin_list(self, row: ReadRow, lists: ListTable) -> None:
        self.section = self.labels.section_of(lists.question)
        self.found.seen.add(self.section.key)
        self.found.own_words += sum(map(words_of_cell, row.cells))
        self.found.tell_comments(one for cell in row.cells for one in all_paragraphs(cell.blocks))

    def _is_label(self, row: ReadRow) -> bool:
        """True when another question begins in this row of a list."""
        first = text_of(row.cells[0]) if row.cells else ""
        found = self.labels.section(first) or (self.labels.question(first, self.section) if first else None)
        return found is not None and len(row.cells) > 1 and found[1].is_sure

    def _without_heads(self, table: ReadTable, row: ReadRow) -> ListTable | None:
        """A list of which the heads were taken out: where it stands, its number of columns and its rows tell."""
        here = self.section.questions if self.section else ()
        for question in [one for one in (self.place, *here) if one is not None and one.kind.is_list]:
            if len(row.cells) == len(question.printed) and not self._is_label(row) and self._fits(table, question):
                columns = {cell.column: field.name for cell, field in zip(row.cells, question.printed, strict=True)}
                return ListTable(self.labels, question, columns, has_heads=False)
        return None

    def _fits(self, table: ReadTable, question: Question) -> bool:
        """True when the rows are those of the plan, where a list asks about these; below a label any row fits."""
        rows = self.asked.rows.get(question.key)
        if rows is None:
            return question is self.place
        return any(row_of(rows, text_of(row.cells[0])) for row in table.rows if row.cells)

    def _read_row(self, row: ReadRow) -> None:
        """A question with its answer beside it; or cells that only put words on a page."""
        if len(row.cells) < 2:
            for cell in row.cells:
                self.read(cell.blocks)
            return
        first, others = row.cells[0], row.cells[1:]
        if self._read_label(first):
            self._answer(others)
            return
        is_own = bool(text_of(first)) and all(self.labels.is_own(line) for line, _ in lines_of(first))
        for cell in row.cells:
            self._left(cell, keep_own=not is_own or cell is not first)

    def _left(self, cell: ReadCell, *, keep_own: bool) -> None:
        self.found.tell_comments(all_paragraphs(cell.blocks))
        if keep_own and text_of(cell):
            self.found.has_no_place(answer_of(cell.blocks), _where(cell), words_of_cell(cell))
        else:
            self.found.own_words += words_of_cell(cell)

    def _read_label(self, cell: ReadCell) -> bool:
        """Go where the label in this cell leads; what somebody wrote below it is an answer too. False: no label."""
        text = text_of(cell)
        if begins := self.labels.section(text):
            self._turn(*begins)
            label = begins[1]
        elif asked := self.labels.question(text, self.section):
            self._go(asked[0])
            label = asked[1]
        else:
            return False
        self.found.tell_comments(all_paragraphs(cell.blocks))
        self._below_label(cell, text[label.end :])
        if self.place is not None and not label.is_sure and self.place.kind not in _OWN_ROWS:
            words = text[: label.end].strip(" :\n")
            self.found.answer(self.place, regio=self.regio).doubt(Zekerheid.WAARSCHIJNLIJK, OTHER_LABEL.format(words))
        return True

    def _below_label(self, cell: ReadCell, behind: str) -> None:
        written: list[str] = []
        for line in filter(None, map(str.strip, behind.split("\n"))):
            regio = self.labels.region(line) if self.asked.is_joint else None
            if regio is not None:
                self.regio = regio or "?"
            elif not self.labels.is_own(line):
                written.append(line)
        words = sum(map(how_many, written))
        self.found.own_words += words_of_cell(cell) - words
        if written and self.place is not None and self.place.kind in _TEXTS:
            answer = self.found.answer(self.place, regio=self.regio)
            answer.add(TEXT, "\n".join(written), _where(cell), words)
            answer.doubt(Zekerheid.WAARSCHIJNLIJK, IN_LABEL)
        elif written:
            self.found.has_no_place("\n".join(written), _where(cell), words)

    def _answer(self, cells: Sequence[ReadCell]) -> None:
        for cell in cells:
            self.found.tell_comments(all_paragraphs(cell.blocks))
            if not text_of(cell):
                continue
            place = self.place
            if place is None or self.regio == "?" or place.kind.is_list:
                self.found.has_no_place(answer_of(cell.blocks), _where(cell), words_of_cell(cell))
                continue
            answer = self.found.answer(place, regio=self.regio)
            text = "\n".join(line for line, _ in lines_of(cell)) if place.choices else answer_of(cell.blocks)
            answer.add(TEXT, text, _where(cell), words_in(cell.blocks))


def _main(section: Section) -> Question:
    """Where words under the label of a part go: its first text, else its first list, else its first question."""
    text = _text_of(section)
    lists = [one for one in section.questions if one.kind.is_list]
    return text or [*lists, *section.questions][0]


def _text_of(section: Section) -> Question | None:
    """Where words go that stand below a table of a part: its first text. A list has its rows in the table."""
    return next((one for one in section.questions if one.kind is Kind.LONG_TEXT), None)


def _where(cell: ReadCell) -> str:
    return next((one.place for one in all_paragraphs(cell.blocks) if one.text.strip()), "")


__all__ = ["TEXT", "Gathered", "read_sheet"]
