"""The rows of the four lists of a plan as the few cells that a reader compares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from forms.dutch import dates
from forms.dutch.numbers import dutch_number
from forms.national.plan_2023 import ACTIES_PARAGRAAF, DOELSTELLING_CIJFERS
from forms.spec import Kind, Question
from forms.timeline import Window
from portal.domain.plan.states import ActieVorm, VensterBron

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Cells:
    """A row as a reader sees it; a heading among actions is no action."""

    texts: tuple[str, ...]
    is_heading: bool = False


def columns_of(question: Question) -> tuple[str, ...]:
    """How the columns of a list are called."""
    if question.kind is Kind.PARTIJEN:
        return "Naam", "Soort"
    if question.kind is Kind.DOELSTELLINGEN:
        return "Doelstelling", "Cijfers"
    return (ACTIES_PARAGRAAF, *question.columns) if question.kind is Kind.ACTIES else question.columns


def cells_of(question: Question, row: Row) -> Cells:
    """One row of the content of a plan, in the order of its columns."""
    return READERS[question.kind](question, row)


def _partij(question: Question, row: Row) -> Cells:
    return Cells((row["naam"], question.choice_label(row["soort"]) if row["soort"] else ""))


def _doelstelling(question: Question, row: Row) -> Cells:
    given = (f"{label}: {_figure(name, row[name])}" for name, label in DOELSTELLING_CIJFERS.items() if row[name])
    return Cells((row["tekst"], "\n".join(given)))


def _figure(name: str, value: str) -> str:
    if name in ("peildatum", "einddatum"):
        return dates.day_short(date.fromisoformat(value))
    if name in ("nulwaarde", "streefwaarde"):
        return dutch_number(Decimal(value))
    return value


def _actie(question: Question, row: Row) -> Cells:
    text = f"{row['omschrijving']}\n(mijlpaal)" if row["is_mijlpaal"] else row["omschrijving"]
    is_heading = not ActieVorm(row["vorm"]).is_action
    return Cells((row["paragraaf"], text, row["verantwoordelijke"], _timeline(row)), is_heading)


def _mijlpaal(question: Question, row: Row) -> Cells:
    return Cells((row["activiteit"], row["mijlpaal"], _timeline(row)))


def _timeline(row: Row) -> str:
    """The timeline as typed and, on a line of its own, how it is read."""
    if row["venster_bron"] == VensterBron.GEEN:
        return str(row["tijdslijn"])
    start, end = (date.fromisoformat(row[name]) if row[name] else None for name in ("venster_van", "venster_tot"))
    return f"{row['tijdslijn']}\n({Window(start, end).describe()})".strip()


READERS: dict[Kind, Callable[[Question, Row], Cells]] = {
    Kind.PARTIJEN: _partij,
    Kind.DOELSTELLINGEN: _doelstelling,
    Kind.ACTIES: _actie,
    Kind.MIJLPALEN: _mijlpaal,
}
