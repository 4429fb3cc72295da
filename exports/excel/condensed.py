"""The samenvattende analyse as a workbook: one row per plan in force."""

from __future__ import annotations

from exports.condensed import CONDENSED_COLUMNS, CondensedAnalysis
from exports.excel.readme import add_readme
from exports.excel.workbook import add_sheet
from exports.labels import DEMO, SAMENVATTING_TITEL
from exports.look.book import new_workbook, to_bytes
from exports.readme import ReadmeLine
from forms.dutch.dates import moment_on_paper

SHEET_NAME = "Samenvatting"
GEZAMENLIJK = "Een gezamenlijk plan staat er één keer, met de namen van alle regio’s."
TEKST = (
    "De tekst komt uit het geldende plan, of is samengevat door de coördinator. "
    "In de kolom Samengevat staat welke teksten dat zijn, en bij welke het plan daarna is gewijzigd."
)


def condensed_xlsx(analysis: CondensedAnalysis) -> bytes:
    """The analysis as an .xlsx file with the sheets "Leesmij" and "Samenvatting"; the same analysis, the same bytes."""
    workbook = new_workbook(SAMENVATTING_TITEL, moment=analysis.peilmoment)
    add_readme(workbook, _explanation(analysis))
    sheet = add_sheet(workbook, SHEET_NAME, CONDENSED_COLUMNS, analysis.plannen)
    # On paper three pages side by side, each with the names of the regions.
    sheet.page_setup.fitToWidth = 3
    sheet.print_title_cols = "A:A"
    return to_bytes(workbook)


def _explanation(analysis: CondensedAnalysis) -> list[ReadmeLine]:
    lines = [
        ("Titel", SAMENVATTING_TITEL),
        ("Samenvatting", analysis.hoofdzin),
        ("Voorbehoud", analysis.voorbehoud),
        ("Zonder plan", analysis.zonder_plan_zin),
        ("Peilmoment", moment_on_paper(analysis.peilmoment)),
        ("Gezamenlijk plan", GEZAMENLIJK),
        ("Tekst", TEKST),
    ]
    given = [(subject, text) for subject, text in lines if text]
    return [("Demo", DEMO), *given] if analysis.demo else given
