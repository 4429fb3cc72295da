"""The doelstellingen of a plan: the national one first, then the others, each with its figures on one line."""

from __future__ import annotations

from collections.abc import Sequence

from docx.table import _Cell

from exports.goal_figures import figures_line
from exports.plan import DoelstellingRow, PlanDocument
from exports.word.richtext import add_rich_text
from exports.word.tables import add_line
from forms.spec import Question


def write_goals(cell: _Cell, document: PlanDocument, question: Question) -> None:
    """Add the two sentences of the format with the goals under each; the goals alone when it has no national one."""
    national = question.goal
    if national is None:
        _write_all(cell, document.doelstellingen, question)
        return
    add_line(cell, national.above)
    _write_all(cell, [goal for goal in document.doelstellingen if goal.landelijk], question)
    add_line(cell, "")
    add_line(cell, national.others)
    _write_all(cell, [goal for goal in document.doelstellingen if not goal.landelijk], question)


def _write_all(cell: _Cell, goals: Sequence[DoelstellingRow], question: Question) -> None:
    for index, goal in enumerate(goals):
        if index:
            add_line(cell, "")
        if goal.tekst.strip():
            add_rich_text(cell, goal.tekst)
        if figures := figures_line(goal, question):
            add_line(cell, figures)
