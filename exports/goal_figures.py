"""The figures of a doelstelling on one line."""

from __future__ import annotations

from collections.abc import Iterator

from exports.labels import labelled
from exports.plan import DoelstellingRow
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
    if goal.streefwaarde:
        yield labelled(question.column("streefwaarde"), typed(goal, "streefwaarde"))
    elif goal.eenheid and not goal.nulwaarde:
        yield labelled(question.column("eenheid"), goal.eenheid)
    if goal.einddatum:
        yield labelled(question.column("einddatum"), typed(goal, "einddatum"))


def _start(goal: DoelstellingRow, question: Question) -> Iterator[str]:
    """Where the region starts."""
    measured = question.column("peildatum")
    if goal.nulwaarde:
        on = f" ({measured.lower()} {_inside(goal, 'peildatum')})" if goal.peildatum else ""
        yield labelled(question.column("nulwaarde"), f"{typed(goal, 'nulwaarde')}{on}")
    elif goal.peildatum:
        yield labelled(measured, typed(goal, "peildatum"))


def _inside(goal: DoelstellingRow, name: str) -> str:
    """As `typed`, for words that stand between brackets themselves."""
    reading = goal.gelezen.get(name, "")
    return f"{getattr(goal, name)}, gelezen als {reading}" if reading else str(getattr(goal, name))


def typed(goal: DoelstellingRow, name: str) -> str:
    """A field as typed, with the unit where it belongs and what was read in it: "< 240 (gelezen als minder dan 240)".

    The unit stands once: with the aim, or with the start when there is no aim that can have it.
    """
    words = str(getattr(goal, name))
    unit = goal.eenheid if name == _with_unit(goal) else ""
    reading = goal.gelezen.get(name, "")
    return " ".join(part for part in (words, unit, f"(gelezen als {reading})" if reading else "") if part)


def _with_unit(goal: DoelstellingRow) -> str:
    """The field behind which the unit stands."""
    given = (name for name in ("streefwaarde", "nulwaarde") if getattr(goal, name) and name not in goal.eigen_eenheid)
    return next(given, "")
