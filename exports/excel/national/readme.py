"""The first sheet of the national workbook in Excel."""

from __future__ import annotations

from collections.abc import Sequence

from exports.excel.stream import StreamedBook
from exports.national.data import RapportData
from exports.national.tree import NationaalRapport
from exports.national.workbook.readme import CONTENT_COLUMNS, Inhoud, explanation
from exports.readme import README, README_COLUMNS


def add_readme(
    book: StreamedBook, data: RapportData, rapport: NationaalRapport, inhoud: Sequence[Inhoud], *, with_links: bool
) -> None:
    """Add the sheet "Leesmij": its explanation, and below it the list of sheets."""
    sheet = book.add_sheet(README, [column.width for column in CONTENT_COLUMNS], freeze="A2")
    book.add_table(sheet, README, README_COLUMNS, explanation(data, rapport, with_links))
    book.skip_row(sheet)
    book.add_table(sheet, "Bladen", CONTENT_COLUMNS, inhoud)
