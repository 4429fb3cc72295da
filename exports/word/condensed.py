"""The samenvattende analyse as a Word file: a heading per region, under it the five texts beside their labels.

Five columns of long text beside each other would be slips of a few words; below each other they read as a report.
"""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.table import _Cell

from exports.cells import xml_text
from exports.condensed import CondensedAnalysis, CondensedCell, CondensedPlan
from exports.labels import DEMO, ONBEKEND, SAMENVATTING_TITEL
from exports.word.document import TEXT_WIDTH, new_document, to_bytes, write_header
from exports.word.richtext import add_rich_text
from exports.word.tables import GridTable, add_line, close_cell
from forms.dutch.dates import day_short, moment_on_paper

_WIDTHS = (TEXT_WIDTH // 5, TEXT_WIDTH - TEXT_WIDTH // 5)


def condensed_docx(analysis: CondensedAnalysis) -> bytes:
    """The analysis as a .docx file; the same analysis gives the same bytes."""
    word = new_document(SAMENVATTING_TITEL, moment=analysis.peilmoment)
    write_header(word, (f"Stand van {moment_on_paper(analysis.peilmoment)}", DEMO if analysis.demo else ""))
    word.add_paragraph(SAMENVATTING_TITEL, style="Title")
    for zin in filter(None, (analysis.hoofdzin, analysis.voorbehoud, analysis.zonder_plan_zin)):
        word.add_paragraph(xml_text(zin))
    for number, plan in enumerate(analysis.plannen):
        _write_plan(word, plan, new_page=number > 0)
    return to_bytes(word)


def _write_plan(word: WordDocument, plan: CondensedPlan, *, new_page: bool) -> None:
    word.add_heading(xml_text(plan.naam), level=1).paragraph_format.page_break_before = new_page
    state = word.add_paragraph(f"{plan.status}. Ingediend op {day_short(plan.ingediend_op)}.")
    state.paragraph_format.keep_with_next = True
    table = GridTable(word, _WIDTHS, has_head=False)
    for cell in plan.cells:
        left, right = table.add_row()
        _write_label(left, cell)
        _write_text(right, cell)


def _write_label(box: _Cell, cell: CondensedCell) -> None:
    add_line(box, cell.kolom.label, bold=True)
    if cell.herkomst:
        add_line(box, cell.herkomst, italic=True)


def _write_text(box: _Cell, cell: CondensedCell) -> None:
    if cell.shown.strip():
        add_rich_text(box, cell.shown)
    else:
        add_line(box, ONBEKEND)
    close_cell(box)
