"""The figures of a doelstelling on one line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from exports.labels import EENHEID, EINDDATUM, INDICATOR, NULWAARDE, PEILDATUM, STREEFWAARDE, labelled
from exports.plan import DoelstellingRow
from forms.dutch.dates import day_short
from forms.dutch.numbers import dutch_number


def figures_line(goal: DoelstellingRow) -> str:
    """The figures of a goal on one line, "Nulwaarde: 12 · Streefwaarde: 8,5 cliënten per maand"; empty without."""
    return " · ".join(_figures(goal))


def _figures(goal: DoelstellingRow) -> Iterator[str]:
    if goal.indicator:
        yield labelled(INDICATOR, goal.indicator)
    yield from _start(goal)
    if goal.streefwaarde is not None:
        yield labelled(STREEFWAARDE, _amount(goal.streefwaarde, goal.eenheid))
    elif goal.eenheid and goal.nulwaarde is None:
        yield labelled(EENHEID, goal.eenheid)
    if goal.einddatum:
        yield labelled(EINDDATUM, day_short(goal.einddatum))


def _start(goal: DoelstellingRow) -> Iterator[str]:
    """Where the region starts. The unit stands once: with the aim, or here when there is no aim."""
    if goal.nulwaarde is not None:
        value = _amount(goal.nulwaarde, goal.eenheid if goal.streefwaarde is None else "")
        on = f" ({PEILDATUM.lower()} {day_short(goal.peildatum)})" if goal.peildatum else ""
        yield labelled(NULWAARDE, f"{value}{on}")
    elif goal.peildatum:
        yield labelled(PEILDATUM, day_short(goal.peildatum))


def _amount(number: Decimal, unit: str) -> str:
    return f"{dutch_number(number)} {unit}".strip()
