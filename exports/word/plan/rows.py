"""The two tables inside the format: acties and mijlpalen, one real row for each.

Their columns are those that the question prints, in its order; an empty list keeps one empty row, as the format has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from docx.table import _Cell

from exports.cells import xml_text
from exports.look.colours import HEAD_SHADE
from exports.plan import ActieRow, MijlpaalRow, PlanDocument
from exports.word.document import TEXT_WIDTH
from exports.word.tables import GridTable, add_line
from forms.richtext import to_plain
from forms.spec import Question

# The cell's own padding comes off the half page that the table stands in.
_WIDTH = TEXT_WIDTH // 2 - 220
_NO_ACTIE = ActieRow("", "")
_NO_MIJLPAAL = MijlpaalRow("", "")


def write_acties(cell: _Cell, document: PlanDocument, question: Question) -> None:
    """Add the table of actions, with headings above groups of actions as bold rows."""
    table = _inner_table(cell, question)
    for head, field in zip(table.add_head(*question.columns), question.printed, strict=True):
        if field.name == "omschrijving" and (number := question.column("paragraaf")):
            add_line(head, number)
    for actie in document.acties or (_NO_ACTIE,):
        _write_actie(table, actie, question)


def write_mijlpalen(cell: _Cell, document: PlanDocument, question: Question) -> None:
    """Add the table of the planning."""
    table = _inner_table(cell, question)
    table.add_head(*question.columns)
    for mijlpaal in document.mijlpalen or (_NO_MIJLPAAL,):
        for one, field in zip(table.add_row(), question.printed, strict=True):
            add_line(one, PRINTED_MIJLPAAL[field.name](mijlpaal))


def _inner_table(cell: _Cell, question: Question) -> GridTable:
    """A table as wide as the cell, below an empty line; its columns begin equally wide, as the format has them."""
    add_line(cell, "")
    number = len(question.printed)
    return GridTable(cell, [_WIDTH // number] * number, has_head=True)


def _write_actie(table: GridTable, actie: ActieRow, question: Question) -> None:
    cells = table.add_row(shade="" if actie.is_action else HEAD_SHADE)
    for cell, field in zip(cells, question.printed, strict=True):
        PRINTED_ACTIE[field.name](cell, actie)


def _write_what(cell: _Cell, actie: ActieRow) -> None:
    """The number and what is done. A heading is bold; of a heading that is an action too, only its number is.

    A heading stays on the page of the action below it.
    """
    paragraph = cell.add_paragraph()
    paragraph.paragraph_format.keep_with_next = None if actie.is_action else True
    if actie.paragraaf:
        paragraph.add_run(xml_text(actie.paragraaf)).bold = (not actie.is_action or actie.on_its_own) or None
    if actie.omschrijving:
        space = " " if actie.paragraaf else ""
        paragraph.add_run(space + xml_text(to_plain(actie.omschrijving))).bold = (not actie.is_action) or None


# How each thing that can have a column is written.
PRINTED_ACTIE: Mapping[str, Callable[[_Cell, ActieRow], object]] = {
    "omschrijving": _write_what,
    "verantwoordelijke": lambda cell, actie: add_line(cell, actie.verantwoordelijke),
    "tijdslijn": lambda cell, actie: add_line(cell, actie.tijdslijn),
}
PRINTED_MIJLPAAL: Mapping[str, Callable[[MijlpaalRow], str]] = {
    "activiteit": lambda row: row.activiteit,
    "mijlpaal": lambda row: row.mijlpaal,
    "tijdslijn": lambda row: row.datum_gereed,
}
