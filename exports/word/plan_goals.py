"""The doelstellingen of a plan: the national one first, then the others, each with its figures on one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from docx.table import _Cell

from exports.dutch import datum, getal
from exports.labels import EENHEID, EINDDATUM, INDICATOR, NULWAARDE, PEILDATUM, STREEFWAARDE, labelled
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


def figures_line(goal: DoelstellingRow) -> str:
    """The figures of a goal on one line, "Nulwaarde: 12 · Streefwaarde: 8,5 cliënten per maand"; empty without."""
    return " · ".join(_figures(goal))


def _write_all(cell: _Cell, goals: Sequence[DoelstellingRow]) -> None:
    for index, goal in enumerate(goals):
        if index:
            add_line(cell, "")
        if goal.tekst.strip():
            add_rich_text(cell, goal.tekst)
        if figures := figures_line(goal):
            add_line(cell, figures)


def _figures(goal: DoelstellingRow) -> Iterator[str]:
    if goal.indicator:
        yield labelled(INDICATOR, goal.indicator)
    yield from _start(goal)
    if goal.streefwaarde is not None:
        yield labelled(STREEFWAARDE, _amount(goal.streefwaarde, goal.eenheid))
    elif goal.eenheid and goal.nulwaarde is None:
        yield labelled(EENHEID, goal.eenheid)
    if goal.einddatum:
        yield labelled(EINDDATUM, datum(goal.einddatum))


def _start(goal: DoelstellingRow) -> Iterator[str]:
    """Where the region starts. The unit stands once: with the aim, or here when there is no aim."""
    if goal.nulwaarde is not None:
        value = _amount(goal.nulwaarde, goal.eenheid if goal.streefwaarde is None else "")
        on = f" ({PEILDATUM.lower()} {datum(goal.peildatum)})" if goal.peildatum else ""
        yield labelled(NULWAARDE, f"{value}{on}")
    elif goal.peildatum:
        yield labelled(PEILDATUM, datum(goal.peildatum))


def _amount(number: Decimal, unit: str) -> str:
    return f"{getal(number)} {unit}".strip()
