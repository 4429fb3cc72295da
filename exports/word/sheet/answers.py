"""The answers of one section of an answer sheet: a table of questions, then a table for each list it asks."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.table import _Cell

from exports.labels import ALLEEN_VOOR
from exports.sheet import SheetDocument
from exports.word.look import boxes, close_row, shares, write_text
from exports.word.sheet.lists import write_list
from exports.word.tables import GridTable, add_line
from forms.spec import Kind, Question, Section

Answers = Mapping[str, str | tuple[str, ...]]

_ROOM_LONG, _ROOM_SHORT = 6, 1
ANDERS_PER_REGIO = "Is dit in één van de regio’s anders? Schrijf op in welke regio, en wat."


def write_questions(word: WordDocument, document: SheetDocument, section: Section) -> None:
    """Add the answers in the order of the questions; neighbours that are no list share a table."""
    table: GridTable | None = None
    for question in section.questions:
        if question.kind.is_list:
            _end_table(word, document, section, table)
            table = None
            write_list(word, document, question)
        else:
            table = table or GridTable(word, shares(1, 3), has_head=False)
            _write_row(table, question.label, question, document.answers, is_form=document.is_form)
    _end_table(word, document, section, table)


def _end_table(word: WordDocument, document: SheetDocument, section: Section, table: GridTable | None) -> None:
    """Below the shared answers: where a region differs, and some air."""
    if table is None:
        return
    _write_deviations(table, document, section)
    if document.is_joint and document.is_form and not any(one.answers for one in document.afwijkingen):
        label, room = table.add_row()
        add_line(label, ANDERS_PER_REGIO)
        write_text(room, "", room=_ROOM_SHORT)
        close_row((label, room))
    word.add_paragraph().paragraph_format.space_after = Pt(0)


def _write_deviations(table: GridTable, document: SheetDocument, section: Section) -> None:
    for afwijking in document.afwijkingen:
        for question in section.questions:
            if question.key in afwijking.answers:
                label = f"{question.label}\n{ALLEEN_VOOR} {afwijking.regio}"
                _write_row(table, label, question, afwijking.answers, is_form=document.is_form)


def _write_row(table: GridTable, label: str, question: Question, answers: Answers, *, is_form: bool) -> None:
    left, right = cells = table.add_row()
    add_line(left, label, bold=True)
    if question.guidance:
        add_line(left, question.guidance, italic=True)
    _write_answer(right, question, answers.get(question.key, ""), is_form=is_form)
    close_row(cells)


def _write_answer(cell: _Cell, question: Question, answer: str | tuple[str, ...], *, is_form: bool) -> None:
    if question.choices and is_form:
        for line in boxes(question.choices, answer if isinstance(answer, tuple) else (answer,)):
            add_line(cell, line)
    else:
        text = answer if isinstance(answer, str) else ", ".join(answer)
        room = _ROOM_SHORT if question.kind is Kind.SHORT_TEXT else _ROOM_LONG
        write_text(cell, text, room=room if is_form else 0)
