"""The lists of an answer sheet on paper: progress per action, successes, lessons and expectations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from exports.labels import (
    ALLE_REGIOS,
    ANTWOORD_KERNGROEP,
    GEEN_ACTIES,
    GEEN_PLAN,
    GELIJK_AAN,
    NIETS_INGEVULD,
    ONBEKEND,
    REGIO,
    stand_in,
)
from exports.paper.answered import boxes, small, written
from exports.paper.sheet_goals import goals
from exports.paper.tree import Block, Cell, Grid, Line, TabelRij, Zinsdeel, heads, line
from exports.sheet import ProgressRow, RegelRow, SheetDocument
from forms.dutch.dates import day_short
from forms.dutch.words import listed
from forms.richtext import to_plain
from forms.spec import Choice, Kind, Question, RowField

_EMPTY_ROWS = 3
_ROOM = 3


def list_of(document: SheetDocument, question: Question) -> Iterator[Block]:
    """The table of this list question."""
    return WRITERS[question.kind](document, question)


# --- progress per action


def _progress(document: SheetDocument, question: Question) -> Iterator[Block]:
    if not document.voortgang:
        yield line(GEEN_ACTIES if document.has_plan else GEEN_PLAN)
        return
    if document.is_form:
        yield from _why_needed(question)
    actie, status, toelichting = map(question.column, ("actie", "status", "toelichting"))
    vorige = (stand_in(document.vorige),) if document.vorige else ()
    write = partial(_action, question=question, with_previous=bool(vorige), is_form=document.is_form)
    koppen = heads((actie, *vorige, status, toelichting))
    rows = tuple(write(row) if row.actie.is_action else _heading(row, len(koppen)) for row in document.voortgang)
    yield Grid((4, 3, 4, 4) if vorige else (5, 4, 5), koppen, rows)


def _why_needed(question: Question) -> Iterator[Line]:
    labels = listed(f"“{one.label}”" for one in question.choices if one.needs_reason)
    if labels:
        yield Line((Zinsdeel(f"Geef bij {labels} altijd een toelichting."),), blijft=True)


def _heading(row: ProgressRow, columns: int) -> TabelRij:
    what = f"{row.actie.paragraaf} {to_plain(row.actie.omschrijving)}".strip()
    first: Cell = (Line((Zinsdeel(what, vet=True),), blijft=True),)
    return TabelRij((first, *(((line(),),) * (columns - 1))), is_kop=True)


def _action(row: ProgressRow, *, question: Question, with_previous: bool, is_form: bool) -> TabelRij:
    told: Cell = written(row.toelichting, room=_ROOM) if row.toelichting.strip() or is_form else ()
    for elsewhere in row.afwijkingen:
        told += (line(elsewhere.zin, vet=True), *written(elsewhere.toelichting, room=0))
    previous = (_previous(row),) if with_previous else ()
    return TabelRij((_what(row), *previous, _status(row, question, is_form=is_form), told))


def _what(row: ProgressRow) -> Cell:
    number = (Zinsdeel(f"{row.actie.paragraaf} ", vet=True),) if row.actie.paragraaf else ()
    what = Line((*number, Zinsdeel(to_plain(row.actie.omschrijving))))
    return (what, *small(" · ".join(filter(None, (row.actie.verantwoordelijke, row.actie.tijdslijn)))))


def _previous(row: ProgressRow) -> Cell:
    said = written(row.vorige_toelichting, room=0) if row.vorige_toelichting.strip() else ()
    return (line(row.vorige_status or ONBEKEND), *said)


def _status(row: ProgressRow, question: Question, *, is_form: bool) -> Cell:
    told: Cell = written(row.status, room=0)
    if is_form:
        told = (line("  ".join(boxes(question.choices, (row.status,)))),)
    return (*told, line(f"{GELIJK_AAN} {row.gelijk_aan}", cursief=True)) if row.gelijk_aan else told


# --- successes, lessons, expectations


def _regels(document: SheetDocument, question: Question) -> Iterator[Block]:
    rows = document.regels.get(question.kind, ())
    yield Line((Zinsdeel(question.label, vet=True),), blijft=True)
    if not rows and not document.is_form:
        yield line(NIETS_INGEVULD, cursief=True)
        return
    columns = _columns(document, question, rows)
    empty = (RegelRow(""),) * _EMPTY_ROWS if document.is_form else ()
    yield Grid(
        tuple(column.share for column in columns),
        heads([column.heading for column in columns]),
        tuple(TabelRij(tuple(column.write(row) for column in columns)) for row in (*rows, *empty)),
    )


@dataclass(frozen=True)
class _Column:
    """A column of a list: its heading, its share of the width and how a row is written in it."""

    heading: str
    share: int
    write: Callable[[RegelRow], Cell]


def _columns(document: SheetDocument, question: Question, rows: Sequence[RegelRow]) -> list[_Column]:
    """A column for what nobody said is left out: the region of a joint plan, the answer of the kerngroep."""
    columns = [_declared(question, field) for field in question.printed]
    if document.is_joint:
        columns.append(_Column(REGIO, 2, _regio))
    if any(row.antwoord for row in rows):
        columns.append(_Column(ANTWOORD_KERNGROEP, 5, _antwoord))
    return columns


def _declared(question: Question, field: RowField) -> _Column:
    if field.name == "aan":
        return _Column(field.column, 3, partial(_aan, choices=question.choices))
    return _Column(field.column, 6, lambda row: written(row.tekst, room=_ROOM))


def _aan(row: RegelRow, choices: Sequence[Choice]) -> Cell:
    return (line(row.aan or "  ".join(boxes(choices))),)


def _regio(row: RegelRow) -> Cell:
    """An empty cell of a filled row means: for all."""
    return (line(row.regio or (ALLE_REGIOS if row.tekst else "")),)


def _antwoord(row: RegelRow) -> Cell:
    if not row.antwoord:
        return ()
    wanneer = f"uiterlijk {day_short(row.antwoord_datum)}" if row.antwoord_datum else ""
    return (*written(row.antwoord, room=0), *small(" · ".join(filter(None, (wanneer, row.antwoord_van)))))


WRITERS: Mapping[Kind, Callable[[SheetDocument, Question], Iterator[Block]]] = {
    Kind.VOORTGANG: _progress,
    Kind.DOELSTANDEN: goals,
    Kind.SUCCESSEN: _regels,
    Kind.LESSEN: _regels,
    Kind.VERWACHTINGEN: _regels,
}
