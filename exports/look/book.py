"""An empty workbook with our properties and the file it becomes: a download, or the numbers behind a chart."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from exports.look.conform import as_excel_writes
from exports.look.house import AUTHOR, LANGUAGE, in_utc


def new_workbook(title: str, *, moment: datetime, streamed: bool = False) -> Workbook:
    """A workbook without sheets, with its properties. `moment` is its peilmoment and its date of creation.

    `streamed`: its sheets can only be written, row by row (`exports/excel/stream.py`).
    """
    workbook = Workbook(write_only=streamed)
    for sheet in workbook.worksheets:
        workbook.remove(sheet)
    properties = workbook.properties
    properties.title, properties.language = title, LANGUAGE
    properties.creator = properties.lastModifiedBy = AUTHOR
    properties.created = properties.modified = in_utc(moment)
    return workbook


def to_bytes(workbook: Workbook) -> bytes:
    """The workbook as an .xlsx file; equal workbooks give equal bytes."""
    result = BytesIO()
    # Workbook.save would write the time of saving into the file; the writer beneath it does not.
    ExcelWriter(workbook, ZipFile(result, "w")).save()
    return as_excel_writes(result.getvalue())
