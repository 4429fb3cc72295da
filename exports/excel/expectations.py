"""What regions expect, as a workbook."""

from __future__ import annotations

from exports.excel.readme import add_readme
from exports.excel.workbook import add_sheet
from exports.expectations import ASKED_COLUMNS, EXPECTATION_COLUMNS, ExpectationList
from exports.labels import DEMO, VERWACHTINGEN_LEEG, VERWACHTINGEN_TITEL, VERZOEKEN_UITLEG
from exports.look.book import new_workbook, to_bytes
from exports.readme import ReadmeLine
from forms.dutch.dates import moment_on_paper

SHEET_NAME = "Verwachtingen"
ASKED_SHEET_NAME = "Verzoeken"


def expectations_xlsx(found: ExpectationList) -> bytes:
    """The expectations as an .xlsx file with "Leesmij", "Verwachtingen" and, when a report asked, "Verzoeken"."""
    workbook = new_workbook(VERWACHTINGEN_TITEL, moment=found.peilmoment)
    add_readme(workbook, _explanation(found))
    add_sheet(workbook, SHEET_NAME, EXPECTATION_COLUMNS, found.lines)
    if found.verzoeken:
        add_sheet(workbook, ASKED_SHEET_NAME, ASKED_COLUMNS, found.verzoeken)
    return to_bytes(workbook)


def _explanation(found: ExpectationList) -> list[ReadmeLine]:
    lines = [
        ("Titel", VERWACHTINGEN_TITEL),
        ("Keuze", found.keuze),
        ("Samenvatting", found.hoofdzin),
        ("Peilmoment", moment_on_paper(found.peilmoment)),
        ("Lege cel", VERWACHTINGEN_LEEG),
        *([(f"Blad {ASKED_SHEET_NAME}", VERZOEKEN_UITLEG)] if found.verzoeken else []),
    ]
    return [("Demo", DEMO), *lines] if found.demo else lines
