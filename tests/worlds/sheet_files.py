"""Answer sheets of any edition as the portal's own Word file, filled in: all words invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document

from exports.plan import ActieRow
from exports.sheet import GoalRow, ProgressRow, RegelRow, SheetDocument
from exports.word.sheet import sheet_docx
from forms.spec import Format, Kind, Question
from tests.examples.plans import PEILMOMENT
from tests.worlds.word_files import saved

ROUND, NAME = "Kwartaaluitvraag Q1 2024", "Proefstreek"
_ACTIONS = (
    ProgressRow(ActieRow("5a", "Samenwerken", is_action=False, id=1)),
    ProgressRow(ActieRow("5a.1", "Elkaar maandelijks spreken", "Gemeenten", "Eind Q1 2024", id=2)),
    ProgressRow(ActieRow("5a.2", "Een **folder** maken", "Alle partijen", "Continu", id=3)),
    ProgressRow(ActieRow("5a.3", "Cijfers delen", id=4)),
)
_GOALS = (
    GoalRow(21, "De instroom daalt", plan="van 300 (1-1-2024) naar < 240 (eind 2024)", eenheid="cliënten"),
    GoalRow(22, "Iedereen kent de folder"),
)
LONG = "Wij spreken elkaar **elke maand**:\n\n- wonen\n- werken\n\nDat gaat goed."
REGELS = {
    Kind.SUCCESSEN: (RegelRow("De folder is af."), RegelRow("Iedereen doet mee.\n\nOok de huisartsen.")),
    Kind.LESSEN: (RegelRow("Begin met een kleine groep."),),
}


def sheet(format_: Format, **changed: Any) -> SheetDocument:
    """An empty sheet of this edition: a heading, three actions, two goals."""
    made = SheetDocument(format_, ROUND, NAME, "Open", PEILMOMENT, date(2024, 4, 15), "Kijk ook naar *maart*.")
    return replace(made, voortgang=_ACTIONS, doelen=_GOALS, **changed)


def filled(format_: Format, **changed: Any) -> SheetDocument:
    """The same with an answer to all that is asked."""
    asked = format_.of_kind(Kind.VOORTGANG)
    actions = list(_ACTIONS)
    for at, choice in enumerate(asked.choices[:3] if asked else (), start=1):
        actions[at] = replace(actions[at], status=choice.label, status_key=choice.counted, toelichting=f"Omdat {at}.")
    goals = (
        replace(_GOALS[0], waarde="215", peildatum="31-3-2024", toelichting="Geteld."),
        replace(_GOALS[1], weet_niet=True, toelichting="Niet gemeten."),
    )
    hopes = format_.of_kind(Kind.VERWACHTINGEN)
    wishes = tuple(RegelRow(f"Wens {at}.", aan=one.label) for at, one in enumerate(hopes.choices if hopes else (), 1))
    return replace(
        sheet(format_, **changed),
        answers={one.key: _answer(one) for one in format_.questions if not one.kind.is_list},
        voortgang=tuple(actions),
        doelen=goals,
        regels={**REGELS, Kind.VERWACHTINGEN: wishes},
    )


def _answer(question: Question) -> str | tuple[str, ...]:
    if question.choices:
        return (question.choices[-1].label,)
    return "Elke zes weken" if question.kind is Kind.SHORT_TEXT else f"{question.label}: {LONG}"


def word_of(document: SheetDocument, edit: Callable[[Any], None] | None = None) -> bytes:
    """The sheet as the portal's Word; `edit` is what somebody did to it since."""
    made = sheet_docx(document)
    return made if edit is None else edited(made, edit)


def loose_answer(format_: Format, text: str) -> bytes:
    """A Word file of somebody's own: the first question, with an answer below it."""
    word = Document()
    word.add_heading(format_.sections[0].label, 2)
    word.add_paragraph(text)
    return saved(word)


def edited(data: bytes, edit: Callable[[Any], None]) -> bytes:
    """A Word file, after somebody changed it."""
    word = Document(BytesIO(data))
    edit(word)
    return saved(word)


def cell_of(word: Any, label: str, column: int = 1) -> Any:
    """The cell beside the first one that begins with these words."""
    rows = [row for table in word.tables for row in table.rows]
    return next(row.cells[column] for row in rows if row.cells[0].text.replace("\u00a0", " ").startswith(label))


def write(cell: Any, text: str) -> None:
    """Type a text in the first line of a cell."""
    cell.paragraphs[0].text = text


def write_over(cell: Any, text: str) -> None:
    """Take all out of a cell and type a text."""
    for one in cell.paragraphs[1:]:
        one._p.getparent().remove(one._p)
    write(cell, text)


def tick(cell: Any, label: str, mark: str = "☒") -> None:
    """Put a mark in place of the box before a choice."""
    for one in cell.paragraphs:
        plain = one.text.replace("\u00a0", " ")
        if f"☐ {label}" in plain:
            one.text = plain.replace(f"☐ {label}", f"{mark} {label}", 1)
            return
    raise AssertionError(f"no box for {label}")
