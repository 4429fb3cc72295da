"""The one file that leans on private names of openpyxl: a sheet that takes ready rows, and the writer of its part.

openpyxl's write-only mode makes an object for every cell and another for every link; a sheet here takes rows as XML.
What it leans on is written down in `tests/exports/test_inside_openpyxl.py`, which fails when a new version differs.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from tempfile import TemporaryFile
from typing import Any
from weakref import finalize

from lxml import etree
from openpyxl import Workbook
from openpyxl.packaging.relationship import Relationship
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.table import Table

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class StreamedSheet(WriteOnlyWorksheet):  # type: ignore[misc]
    """A sheet that takes rows as XML elements. `heights` are those of the rows so far, in points.

    Its widths, panes and print settings must be set before the first row.
    """

    def __init__(self, workbook: Workbook, name: str) -> None:
        super().__init__(workbook, name)
        self._writer: _SheetWriter | None = None
        self._rows: Generator[None, Any, None] | None = None
        self.heights: list[int] = []
        self.links = _Links()

    def add_row(self, row: Any, height: int) -> None:
        """Write a row element, which must be numbered one more than the last, and forget it."""
        if self._rows is None:
            self._rows = self._write_rows()
            next(self._rows)
        self._rows.send(row)
        self.heights.append(height)

    def add_table(self, table: Table) -> None:
        """Add a table that knows its columns; openpyxl's own warns that it can't know them."""
        self._tables.add(table)

    def _write_rows(self) -> Generator[None, Any, None]:
        """What openpyxl's own does, for rows that are XML already. It ends when openpyxl closes the sheet."""
        self._writer = writer = _SheetWriter(self)
        writer.write_top()
        part = writer.xf.send(True)
        with part.element("sheetData"):
            try:
                while True:
                    part.write((yield))
            except GeneratorExit:
                pass
        writer.xf.send(None)


def new_sheet(workbook: Workbook, name: str) -> StreamedSheet:
    """Add an empty sheet to a workbook that is written row by row."""
    sheet = StreamedSheet(workbook, name)
    workbook._add_sheet(sheet)
    return sheet


class _Links:
    """The links of a sheet, as (cell, address). An address that many cells open is kept once."""

    def __init__(self) -> None:
        self.cells: list[tuple[str, str]] = []

    def add(self, cell: str, address: str) -> None:
        """Let a cell open an address; "#'Blad'!A1" lies in the workbook itself."""
        self.cells.append((cell, address))

    def outside(self) -> dict[str, Relationship]:
        """The relationship of each address outside the workbook."""
        addresses = dict.fromkeys(address for _, address in self.cells if not address.startswith("#"))
        return {one: Relationship(type="hyperlink", TargetMode="External", Target=one) for one in addresses}


class _SheetWriter(WorksheetWriter):  # type: ignore[misc]
    """Writes into a nameless temporary file, which is gone however the making ends."""

    def __init__(self, sheet: StreamedSheet) -> None:
        super().__init__(sheet, TemporaryFile())  # noqa: SIM115 - open until the archive has it
        # When the making ends half-way nobody cleans up.
        finalize(self, self.out.close)

    def write_hyperlinks(self) -> None:
        """Write the links one after the other; openpyxl would make a relationship for each."""
        relations = self.ws.links.outside()
        for relation in relations.values():
            self._rels.append(relation)
        if not self.ws.links.cells:
            return
        part = self.xf.send(True)
        with part.element("hyperlinks"):
            for cell, address in self.ws.links.cells:
                part.write(_link(cell, address, relations))
        self.xf.send(None)

    def cleanup(self) -> None:
        """Let go of the temporary file."""
        self.out.close()


def _link(cell: str, address: str, relations: Mapping[str, Relationship]) -> Any:
    if address.startswith("#"):
        return etree.Element("hyperlink", ref=cell, location=address[1:])
    link = etree.Element("hyperlink", ref=cell, nsmap={"r": _RELATIONSHIPS})
    link.set(f"{{{_RELATIONSHIPS}}}id", relations[address].Id)
    return link
