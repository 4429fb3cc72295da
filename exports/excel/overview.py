"""The national overview of submitted plans as a workbook."""

from __future__ import annotations

from exports.columns import overview_columns
from exports.excel.readme import add_readme
from exports.excel.workbook import add_sheet
from exports.labels import DEMO, LEGE_CEL, OVERZICHT_TITEL
from exports.look.book import new_workbook, to_bytes
from exports.readme import ReadmeLine
from exports.report import PlansOverview
from forms.dutch.dates import moment_on_paper

SHEET_NAME = "Plannen"


def overview_xlsx(overview: PlansOverview) -> bytes:
    """The overview as an .xlsx file with the sheets "Leesmij" and "Plannen" (one row per region)."""
    workbook = new_workbook(OVERZICHT_TITEL, moment=overview.peilmoment)
    add_readme(workbook, _explanation(overview))
    sheet = add_sheet(workbook, SHEET_NAME, overview_columns(overview), overview.lines)
    # On paper two pages side by side, each with the names of the regions: on one the letters would be too small.
    sheet.page_setup.fitToWidth = 2
    sheet.print_title_cols = "A:A"
    return to_bytes(workbook)


def _explanation(overview: PlansOverview) -> list[ReadmeLine]:
    lines = [
        ("Titel", OVERZICHT_TITEL),
        ("Samenvatting", overview.hoofdzin),
        *([("Uitvraag", overview.rondezin)] if overview.uitvraag else []),
        ("Peilmoment", moment_on_paper(overview.peilmoment)),
        ("Regels", "Op het blad Plannen staat elke regio op een eigen regel."),
        ("Gezamenlijk plan", GEZAMENLIJK),
        ("Dagen", DAGEN),
        ("Lege cel", LEGE_CEL),
    ]
    return [("Demo", DEMO), *lines] if overview.demo else lines


GEZAMENLIJK = (
    "Regio’s met één gezamenlijk plan hebben elk een regel, met dezelfde aantallen. "
    "Tel doelstellingen en acties daarom per plan, niet per regio."
)
DAGEN = (
    "Een getal onder nul telt hoeveel dagen de deadline voorbij is. De cel is leeg als de regio nu niets hoeft te doen."
)
