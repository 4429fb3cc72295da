"""Lines of the audit log as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from exports.audit import AUDIT_COLUMNS, AuditFileLine
from exports.excel.readme import add_readme
from exports.excel.workbook import add_sheet
from exports.labels import DEMO
from exports.look.book import new_workbook, to_bytes
from exports.readme import ReadmeLine
from forms.dutch.dates import moment_on_paper
from forms.dutch.words import counted

TITLE, SHEET_NAME = "Auditlog", "Auditlog"


def audit_xlsx(
    rows: Sequence[AuditFileLine], *, peilmoment: datetime, has_more: bool = False, demo: bool = False
) -> bytes:
    """The lines as an .xlsx file, in the order of the rows. `has_more`: these are the newest of more."""
    workbook = new_workbook(TITLE, moment=peilmoment)
    add_readme(workbook, _explanation(len(rows), peilmoment, has_more, demo))
    add_sheet(workbook, SHEET_NAME, AUDIT_COLUMNS, rows)
    return to_bytes(workbook)


def _explanation(number: int, peilmoment: datetime, has_more: bool, demo: bool) -> list[ReadmeLine]:
    rest = " Er zijn er meer: kies een kortere periode." if has_more else ""
    lines = [
        ("Titel", TITLE),
        ("Peilmoment", moment_on_paper(peilmoment)),
        ("Regels", f"{counted(number, 'regel', 'regels')}, de nieuwste bovenaan.{rest}"),
        ("Namen", "Het log zelf bewaart nummers van accounts. De namen zijn opgezocht op het peilmoment."),
        ("Persoonsgegevens", "Gebruik dit bestand alleen om iets na te gaan en verwijder het daarna."),
    ]
    return [("Demo", DEMO), *lines] if demo else lines
