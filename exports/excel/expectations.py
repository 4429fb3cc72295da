"""What regions expect, as a workbook."""

from __future__ import annotations

from exports.excel.readme import ReadmeLine, add_readme
from exports.excel.workbook import add_sheet
from exports.expectations import EXPECTATION_COLUMNS, ExpectationList
from exports.labels import DEMO, VERWACHTINGEN_LEEG, VERWACHTINGEN_TITEL
from exports.look.book import new_workbook, to_bytes
from forms.dutch.dates import moment_on_paper

SHEET_NAME = "Verwachtingen"


def expectations_xlsx(found: ExpectationList) -> bytes:
    """The expectations as an .xlsx file with the sheets "Leesmij" and "Verwachtingen" (one row for each)."""
    workbook = new_workbook(VERWACHTINGEN_TITEL, moment=found.peilmoment)
    add_readme(workbook, _explanation(found))
    add_sheet(workbook, SHEET_NAME, EXPECTATION_COLUMNS, found.lines)
    return to_bytes(workbook)


def _explanation(found: ExpectationList) -> list[ReadmeLine]:
    lines = [
        ("Titel", VERWACHTINGEN_TITEL),
        ("Keuze", found.keuze),
        ("Samenvatting", found.hoofdzin),
        ("Peilmoment", moment_on_paper(found.peilmoment)),
        ("Lege cel", VERWACHTINGEN_LEEG),
    ]
    return [("Demo", DEMO), *lines] if found.demo else lines
