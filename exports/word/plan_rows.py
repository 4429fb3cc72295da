"""The two tables inside the format: acties and mijlpalen, one real row for each.

Their headings are the columns of the question; an empty list keeps one empty row, as the format has it.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.table import _Cell

from exports.cells import xml_text
from exports.plan import ActieRow, MijlpaalRow, PlanDocument
from exports.word.document import TEXT_WIDTH
from exports.word.tables import HEAD_SHADE, GridTable, add_line
from forms.national.plan_2023 import ACTIES_PARAGRAAF
from forms.richtext import to_plain
from forms.spec import Question

# The cell's own padding comes off the half page that the table stands in.
_WIDTH = TEXT_WIDTH // 2 - 220
# Equal thirds, as the format has them.
_SHARES = (1, 1, 1)
_NO_ACTIE = ActieRow("", "")
_NO_MIJLPAAL = MijlpaalRow("", "")


def write_acties(cell: _Cell, document: PlanDocument, question: Question) -> None:
    """Add the table of actions, with headings above groups of actions as bold rows."""
    table = _inner_table(cell, _SHARES)
    first, *_ = table.add_head(*question.columns)
    add_line(first, ACTIES_PARAGRAAF)
    for actie in document.acties or (_NO_ACTIE,):
        _write_actie(table, actie)


def write_mijlpalen(cell: _Cell, document: PlanDocument, question: Question) -> None:
    """Add the table of the planning."""
    table = _inner_table(cell, _SHARES)
    table.add_head(*question.columns)
    for mijlpaal in document.mijlpalen or (_NO_MIJLPAAL,):
        _fill(table.add_row(whole=True), (mijlpaal.activiteit, mijlpaal.mijlpaal, mijlpaal.datum_gereed))


def _inner_table(cell: _Cell, shares: Sequence[int]) -> GridTable:
    """A table as wide as the cell, below an empty line; `shares` divides the width."""
    add_line(cell, "")
    return GridTable(cell, [_WIDTH * share // sum(shares) for share in shares], has_head=True)


def _write_actie(table: GridTable, actie: ActieRow) -> None:
    cells = table.add_row(whole=True, shade="" if actie.is_action else HEAD_SHADE)
    _write_what(cells[0], actie)
    _fill(cells[1:], (actie.verantwoordelijke, actie.tijdslijn))


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


def _fill(cells: Sequence[_Cell], texts: Sequence[str]) -> None:
    for cell, text in zip(cells, texts, strict=True):
        add_line(cell, text)
