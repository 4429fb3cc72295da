"""The doelstellingen of a plan: the national one first, then the others, each with its figures on one line."""

from __future__ import annotations

from collections.abc import Sequence

from docx.table import _Cell

from exports.goal_figures import figures_line
from exports.plan import DoelstellingRow, PlanDocument
from exports.word.richtext import add_rich_text
from exports.word.tables import add_line
from forms.national.plan_2023 import DOELSTELLING_AANVULLEND, DOELSTELLING_LANDELIJK
from forms.spec import Question


def write_goals(cell: _Cell, document: PlanDocument, question: Question) -> None:
    """Add the two sentences of the format with the goals under each."""
    add_line(cell, DOELSTELLING_LANDELIJK)
    _write_all(cell, [goal for goal in document.doelstellingen if goal.landelijk])
    add_line(cell, "")
    add_line(cell, DOELSTELLING_AANVULLEND)
    _write_all(cell, [goal for goal in document.doelstellingen if not goal.landelijk])


def _write_all(cell: _Cell, goals: Sequence[DoelstellingRow]) -> None:
    for index, goal in enumerate(goals):
        if index:
            add_line(cell, "")
        if goal.tekst.strip():
            add_rich_text(cell, goal.tekst)
        if figures := figures_line(goal):
            add_line(cell, figures)
