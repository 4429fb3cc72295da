"""How each kind of question is answered in the right column of the format: a table from kind to writer.

An open question without an answer leaves one empty paragraph, the room to write that the format gives. A closed
fact has no room of its own in the format: it is one labelled line, absent when it was not answered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docx.table import _Cell

from exports.labels import labelled
from exports.plan import PartijRow, PlanDocument
from exports.word.plan.goals import write_goals
from exports.word.plan.rows import write_acties, write_mijlpalen
from exports.word.richtext import add_rich_text
from exports.word.tables import add_line
from forms.spec import Kind, Question

Writer = Callable[[_Cell, PlanDocument, Question], None]


def write_answer(cell: _Cell, document: PlanDocument, question: Question) -> None:
    """Add the answer to one question at the end of a cell."""
    WRITERS[question.kind](cell, document, question)


def _write_long_text(cell: _Cell, document: PlanDocument, question: Question) -> None:
    text = document.text(question.key)
    if text.strip():
        add_rich_text(cell, text)
    else:
        add_line(cell, "")


def _write_short_text(cell: _Cell, document: PlanDocument, question: Question) -> None:
    add_line(cell, document.text(question.key).strip())


def _write_fact(cell: _Cell, document: PlanDocument, question: Question) -> None:
    answer = document.text(question.key)
    if answer:
        add_line(cell, labelled(question.label, answer))


def _write_partijen(cell: _Cell, document: PlanDocument, question: Question) -> None:
    for partij in document.partijen or (PartijRow(""),):
        add_line(cell, f"{partij.naam} ({partij.soort})" if partij.soort else partij.naam)


WRITERS: Mapping[Kind, Writer] = {
    Kind.SHORT_TEXT: _write_short_text,
    Kind.LONG_TEXT: _write_long_text,
    Kind.CHOICE: _write_fact,
    Kind.CHOICES: _write_fact,
    Kind.PARTIJEN: _write_partijen,
    Kind.DOELSTELLINGEN: write_goals,
    Kind.ACTIES: write_acties,
    Kind.MIJLPALEN: write_mijlpalen,
}
