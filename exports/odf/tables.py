"""A table in an OpenDocument text: columns by their part of the width, heads that come back on every page."""

from __future__ import annotations

from collections.abc import Sequence

from exports.odf.package import OdfFile
from exports.odf.styles import SHORT_ROW, TABLE, TABLE_CELL
from exports.odf.xml import Element, add, add_text, make, paragraph

# A row of more signs than this may be broken over two pages.
SHORT = 900


class OdfTable:
    """A table as wide as told (`width`, in centimetres), divided in `parts`; `widths` are those of its columns.

    `title` and `words` tell of it to who can't see it.
    """

    def __init__(
        self, file: OdfFile, place: Element, parts: Sequence[int], width: float, *, title: str = "", words: str = ""
    ) -> None:
        self._table = add(place, "table:table", {"table:style-name": TABLE})
        self._heads: Element | None = None
        self.widths = [width * part / sum(parts) for part in parts]
        for one in self.widths:
            add(self._table, "table:table-column", {"table:style-name": file.made.column(one)})
        # The standard has these before the columns.
        for name, text in (("table:desc", words), ("table:title", title)):
            if text:
                self._named(name, text)

    def _named(self, name: str, text: str) -> None:
        drawn = make(name)
        add_text(drawn, text)
        self._table.insert(0, drawn)

    def head(self) -> Element:
        """A row of heads."""
        if self._heads is None:
            self._heads = add(self._table, "table:table-header-rows")
        return add(self._heads, "table:table-row", {"table:style-name": SHORT_ROW})

    def row(self, *, whole: bool = True) -> Element:
        """A row; `whole`: it is not broken over two pages."""
        return add(self._table, "table:table-row", {"table:style-name": SHORT_ROW} if whole else {})


def cell(row: Element, style: str = TABLE_CELL) -> Element:
    """An open cell at the end of a row. Who fills it ends with `close`."""
    return add(row, "table:table-cell", {"table:style-name": style, "office:value-type": "string"})


def close(place: Element, style: str) -> None:
    """A cell has at least one paragraph."""
    if not len(place):
        paragraph(place, style)
