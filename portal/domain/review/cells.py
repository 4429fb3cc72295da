"""The rows of the four lists of a plan as the few cells that a reader compares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from forms.goals import CountsClients, clients
from forms.spec import Kind, Question, RowField
from forms.timeline import Window, in_words
from portal.domain.plan.readings import reading_beside
from portal.domain.plan.states import ActieVorm, VensterBron

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Cells:
    """A row as a reader sees it; a heading among actions is no action."""

    texts: tuple[str, ...]
    is_heading: bool = False


FIGURES = ("indicator", "nulwaarde", "peildatum", "streefwaarde", "eenheid", "einddatum")
# Which things of a row are compared, each in a column of its own.
_COMPARED: dict[Kind, tuple[str, ...]] = {
    Kind.PARTIJEN: ("naam", "soort"),
    Kind.DOELSTELLINGEN: ("tekst",),
    Kind.ACTIES: ("paragraaf", "omschrijving", "verantwoordelijke", "tijdslijn"),
    Kind.MIJLPALEN: ("activiteit", "mijlpaal", "tijdslijn"),
}


def columns_of(question: Question) -> tuple[str, ...]:
    """How the columns of a list are called, in the words and the order of the edition."""
    figures = ("Cijfers",) if question.kind is Kind.DOELSTELLINGEN else ()
    return (*(field.column for field in _compared(question)), *figures)


def _compared(question: Question) -> tuple[RowField, ...]:
    return tuple(field for field in question.row if field.name in _COMPARED[question.kind])


def cells_of(question: Question, row: Row) -> Cells:
    """One row of the content of a plan, in the order of its columns."""
    is_heading = question.kind is Kind.ACTIES and not ActieVorm(row["vorm"]).is_action
    texts = tuple(_text(question, field.name, row) for field in _compared(question))
    figures = (_figures(question, row),) if question.kind is Kind.DOELSTELLINGEN else ()
    return Cells((*texts, *figures), is_heading)


def _text(question: Question, name: str, row: Row) -> str:
    if name == "tijdslijn":
        return _timeline(row)
    if name == "soort":
        return question.choice_label(row["soort"]) if row["soort"] else ""
    if name == "omschrijving" and row["is_mijlpaal"]:
        return f"{row['omschrijving']}\n(mijlpaal)"
    return str(row[name])


def _figures(question: Question, row: Row) -> str:
    given = (field for field in question.row if field.name in FIGURES and row[field.name])
    said = (CountsClients(row["telt_clienten"]),) if row["telt_clienten"] else ()
    lines = [f"{field.column}: {_figure(field.name, row)}" for field in given]
    return "\n".join((*lines, *(f"{clients.SHORT}: {one.label}" for one in said)))


def _figure(name: str, row: Row) -> str:
    """A figure as typed, with how it is read where that tells more."""
    words = str(row[name])
    reading = reading_beside(words, row["gelezen"], name) if name in row["gelezen"] else ""
    return f"{words} ({reading})" if reading else words


def _timeline(row: Row) -> str:
    """The timeline as typed and, on a line of its own, how it is read."""
    if row["venster_bron"] == VensterBron.GEEN:
        return str(row["tijdslijn"])
    start, end = (date.fromisoformat(row[name]) if row[name] else None for name in ("venster_van", "venster_tot"))
    return f"{row['tijdslijn']}\n({in_words(row['tijdslijn'], Window(start, end))})".strip()
