"""The lists of an answer sheet in Word: progress per action, successes, lessons and expectations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.table import _Cell

from exports.cells import xml_text
from exports.labels import (
    ALLE_REGIOS,
    ANTWOORD_KERNGROEP,
    GEEN_ACTIES,
    GEEN_PLAN,
    GELIJK_AAN,
    NIETS_INGEVULD,
    ONBEKEND,
    REGIO,
)
from exports.look.colours import HEAD_SHADE
from exports.sheet import ProgressRow, RegelRow, SheetDocument
from exports.word.look import add_small, boxes, close_row, shares, write_text
from exports.word.tables import GridTable, add_line
from forms.dutch.dates import day_short
from forms.dutch.words import listed
from forms.richtext import to_plain
from forms.spec import Choice, Kind, Question, RowField

_EMPTY_ROWS = 3
_ROOM = 3


def write_list(word: WordDocument, document: SheetDocument, question: Question) -> None:
    """Add the table of this list question."""
    WRITERS[question.kind](word, document, question)
    word.add_paragraph().paragraph_format.space_after = Pt(0)


# --- progress per action


def _write_progress(word: WordDocument, document: SheetDocument, question: Question) -> None:
    if not document.voortgang:
        word.add_paragraph(GEEN_ACTIES if document.has_plan else GEEN_PLAN)
        return
    if document.is_form:
        _write_why_needed(word, question)
    actie, status, toelichting = map(question.column, ("actie", "status", "toelichting"))
    vorige = (f"Stand in {document.vorige}",) if document.vorige else ()
    table = GridTable(word, shares(*((4, 3, 4, 4) if vorige else (5, 4, 5))), has_head=True)
    table.add_head(actie, *vorige, status, toelichting)
    for row in document.voortgang:
        if row.actie.is_action:
            _write_action(table, row, question, with_previous=bool(vorige), is_form=document.is_form)
        else:
            _write_heading(table, row)


def _write_why_needed(word: WordDocument, question: Question) -> None:
    labels = listed(f"“{one.label}”" for one in question.choices if one.needs_reason)
    if labels:
        word.add_paragraph(f"Geef bij {labels} altijd een toelichting.").paragraph_format.keep_with_next = True


def _write_heading(table: GridTable, row: ProgressRow) -> None:
    first, *others = table.add_row(shade=HEAD_SHADE)
    paragraph = add_line(first, f"{row.actie.paragraaf} {to_plain(row.actie.omschrijving)}".strip(), bold=True)
    paragraph.paragraph_format.keep_with_next = True
    for cell in others:
        add_line(cell, "")


def _write_action(
    table: GridTable, row: ProgressRow, question: Question, *, with_previous: bool, is_form: bool
) -> None:
    cells = table.add_row()
    _write_what(cells[0], row)
    if with_previous:
        _write_previous(cells[1], row)
    _write_status(cells[-2], row, question, is_form=is_form)
    if row.toelichting.strip() or is_form:
        write_text(cells[-1], row.toelichting, room=_ROOM)
    for elsewhere in row.afwijkingen:
        add_line(cells[-1], elsewhere.zin, bold=True)
        write_text(cells[-1], elsewhere.toelichting, room=0)
    close_row(cells)


def _write_what(cell: _Cell, row: ProgressRow) -> None:
    paragraph = cell.add_paragraph()
    if row.actie.paragraaf:
        paragraph.add_run(f"{xml_text(row.actie.paragraaf)} ").bold = True
    paragraph.add_run(xml_text(to_plain(row.actie.omschrijving)))
    add_small(cell, " · ".join(filter(None, (row.actie.verantwoordelijke, row.actie.tijdslijn))))


def _write_previous(cell: _Cell, row: ProgressRow) -> None:
    add_line(cell, row.vorige_status or ONBEKEND)
    if row.vorige_toelichting.strip():
        write_text(cell, row.vorige_toelichting, room=0)


def _write_status(cell: _Cell, row: ProgressRow, question: Question, *, is_form: bool) -> None:
    if is_form:
        add_line(cell, "  ".join(boxes(question.choices, (row.status,))))
    else:
        write_text(cell, row.status, room=0)
    if row.gelijk_aan:
        add_line(cell, f"{GELIJK_AAN} {row.gelijk_aan}", italic=True)


# --- successes, lessons, expectations


def _write_regels(word: WordDocument, document: SheetDocument, question: Question) -> None:
    rows = document.regels.get(question.kind, ())
    heading = word.add_paragraph()
    heading.add_run(question.label).bold = True
    heading.paragraph_format.keep_with_next = True
    if not rows and not document.is_form:
        word.add_paragraph().add_run(NIETS_INGEVULD).italic = True
        return
    columns = _columns(document, question, rows)
    table = GridTable(word, shares(*(column.share for column in columns)), has_head=True)
    table.add_head(*(column.heading for column in columns))
    empty = (RegelRow(""),) * _EMPTY_ROWS if document.is_form else ()
    for row in (*rows, *empty):
        cells = table.add_row()
        for cell, column in zip(cells, columns, strict=True):
            column.write(cell, row)
        close_row(cells)


@dataclass(frozen=True)
class _Column:
    """A column of a list: its heading, its share of the width and how a row is written in it."""

    heading: str
    share: int
    write: Callable[[_Cell, RegelRow], None]


def _columns(document: SheetDocument, question: Question, rows: Sequence[RegelRow]) -> list[_Column]:
    """A column for what nobody said is left out: the region of a joint plan, the answer of the kerngroep."""
    columns = [_declared(question, field) for field in question.printed]
    if document.is_joint:
        columns.append(_Column(REGIO, 2, _write_regio))
    if any(row.antwoord for row in rows):
        columns.append(_Column(ANTWOORD_KERNGROEP, 5, _write_antwoord))
    return columns


def _declared(question: Question, field: RowField) -> _Column:
    if field.name == "aan":
        return _Column(field.column, 3, partial(_write_aan, choices=question.choices))
    return _Column(field.column, 6, _write_tekst)


def _write_aan(cell: _Cell, row: RegelRow, choices: Sequence[Choice]) -> None:
    add_line(cell, row.aan or "  ".join(boxes(choices)))


def _write_tekst(cell: _Cell, row: RegelRow) -> None:
    write_text(cell, row.tekst, room=_ROOM)


def _write_regio(cell: _Cell, row: RegelRow) -> None:
    """An empty cell of a filled row means: for all."""
    add_line(cell, row.regio or (ALLE_REGIOS if row.tekst else ""))


def _write_antwoord(cell: _Cell, row: RegelRow) -> None:
    if row.antwoord:
        write_text(cell, row.antwoord, room=0)
        wanneer = f"uiterlijk {day_short(row.antwoord_datum)}" if row.antwoord_datum else ""
        add_small(cell, " · ".join(filter(None, (wanneer, row.antwoord_van))))


WRITERS: Mapping[Kind, Callable[[WordDocument, SheetDocument, Question], None]] = {
    Kind.VOORTGANG: _write_progress,
    Kind.SUCCESSEN: _write_regels,
    Kind.LESSEN: _write_regels,
    Kind.VERWACHTINGEN: _write_regels,
}
