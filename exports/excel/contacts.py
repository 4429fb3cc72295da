"""The contactpersonen of all regions as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from exports.contacts import CONTACT_COLUMNS, ContactLine
from exports.excel.readme import add_readme
from exports.excel.workbook import add_sheet
from exports.labels import CONTACTEN_TITEL, DEMO
from exports.look.book import new_workbook, to_bytes
from exports.readme import ReadmeLine
from forms.dutch.dates import moment_on_paper

SHEET_NAME = "Contactpersonen"


def contacts_xlsx(rows: Sequence[ContactLine], *, peilmoment: datetime, demo: bool = False) -> bytes:
    """The contacts as an .xlsx file, in the order of the rows, with the sheets "Leesmij" and "Contactpersonen"."""
    workbook = new_workbook(CONTACTEN_TITEL, moment=peilmoment)
    add_readme(workbook, _explanation(rows, peilmoment, demo))
    add_sheet(workbook, SHEET_NAME, CONTACT_COLUMNS, rows)
    return to_bytes(workbook)


def _explanation(rows: Sequence[ContactLine], peilmoment: datetime, demo: bool) -> list[ReadmeLine]:
    missing = sum(line.ontbreekt for line in rows)
    lines = [
        ("Titel", CONTACTEN_TITEL),
        ("Peilmoment", moment_on_paper(peilmoment)),
        ("Wie ontbreekt", f"{missing} keer is er nog geen contactpersoon. Deze regels staan bovenaan."),
        ("Persoonsgegevens", "Gebruik deze gegevens alleen voor de regioaanpak en verwijder het bestand daarna."),
    ]
    return [("Demo", DEMO), *lines] if demo else lines
