"""The figures of a doelstelling on one line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from exports.labels import labelled
from exports.plan import DoelstellingRow
from forms.dutch.dates import day_short
from forms.dutch.numbers import dutch_number
from forms.spec import Question


def figures_line(goal: DoelstellingRow, question: Question) -> str:
    """The figures of a goal on one line, "Nulwaarde: 12 · Streefwaarde: 8,5 cliënten per maand"; empty without.

    `question` is the one of the edition: it says what each figure is called.
    """
    return " · ".join(_figures(goal, question))


def _figures(goal: DoelstellingRow, question: Question) -> Iterator[str]:
    if goal.indicator:
        yield labelled(question.column("indicator"), goal.indicator)
    yield from _start(goal, question)
    if goal.streefwaarde is not None:
        yield labelled(question.column("streefwaarde"), _amount(goal.streefwaarde, goal.eenheid))
    elif goal.eenheid and goal.nulwaarde is None:
        yield labelled(question.column("eenheid"), goal.eenheid)
    if goal.einddatum:
        yield labelled(question.column("einddatum"), day_short(goal.einddatum))


def _start(goal: DoelstellingRow, question: Question) -> Iterator[str]:
    """Where the region starts. The unit stands once: with the aim, or here when there is no aim."""
    measured = question.column("peildatum")
    if goal.nulwaarde is not None:
        value = _amount(goal.nulwaarde, goal.eenheid if goal.streefwaarde is None else "")
        on = f" ({measured.lower()} {day_short(goal.peildatum)})" if goal.peildatum else ""
        yield labelled(question.column("nulwaarde"), f"{value}{on}")
    elif goal.peildatum:
        yield labelled(measured, day_short(goal.peildatum))


def _amount(number: Decimal, unit: str) -> str:
    return f"{dutch_number(number)} {unit}".strip()
