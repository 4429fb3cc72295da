"""The national voortgangsrapportage as a workbook: everything that is counted, one table per kind, and the numbers."""

from __future__ import annotations

from exports.excel.national.charts import chart_edits
from exports.excel.national.readme import add_readme
from exports.excel.national.summary import add_numbers, add_summary
from exports.excel.stream import StreamedBook
from exports.national.data import RapportData
from exports.national.lookup import Lookup
from exports.national.tree import NationaalRapport
from exports.national.workbook.charts import charts_of
from exports.national.workbook.sheets import (
    MESSAGE_COLUMNS,
    MESSAGES_NAME,
    NUMBERS_NAME,
    SUMMARY_NAME,
    contents,
    messages_of,
    sheets_of,
)


def national_xlsx(data: RapportData, rapport: NationaalRapport, *, portaal: str = "") -> bytes:
    """The workbook of a report as an .xlsx file; the same report, the same bytes.

    `portaal` is the public address of the portal ("https://portaal.example"): names of plans and regions become links
    to their pages. Without it there are none.
    """
    bij = Lookup(data)
    bladen = sheets_of(data, bij)
    book = StreamedBook(rapport.titel, moment=data.peilmoment, portaal=portaal)
    add_messages(book, rapport)
    add_readme(book, data, rapport, contents(bladen, rapport), with_links=bool(portaal))
    add_summary(book, SUMMARY_NAME, rapport)
    for blad in bladen:
        sheet = book.add_sheet(blad.naam, [column.width for column in blad.columns])
        book.add_table(sheet, blad.tabel, blad.columns, blad.rows)
    add_numbers(book, NUMBERS_NAME, rapport, bij)
    return book.to_bytes(chart_edits(charts_of(rapport)))


def add_messages(book: StreamedBook, rapport: NationaalRapport) -> None:
    """The messages of the second page come first; a report without any has no such sheet."""
    found = messages_of(rapport)
    if found:
        sheet = book.add_sheet(MESSAGES_NAME, [column.width for column in MESSAGE_COLUMNS])
        book.add_table(sheet, MESSAGES_NAME, MESSAGE_COLUMNS, found)
