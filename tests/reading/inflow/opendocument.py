"""OpenDocument with figures of the instroom: texts and spreadsheets, with the charts inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from tests.reading.inflow.facts import Fact
from tests.reading.inflow.files import facts_of_rows

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# More of the same are the empty rest of a sheet.
_MOST_ALIKE = 40


def facts_of_opendocument(content: bytes) -> list[Fact]:
    """Every table of a text, a spreadsheet and the charts in it."""
    with ZipFile(BytesIO(content)) as file:
        parts = [
            etree.fromstring(file.read(name)) for name in file.namelist() if re.search(r"(^|/)content\.xml$", name)
        ]
    return facts_of_rows([row for part in parts for table in part.iter(f"{_TABLE}table") for row in _rows(table)])


def _rows(table: etree._Element) -> Iterator[list[str]]:
    for row in table.iter(f"{_TABLE}table-row"):
        cells = [text for cell in row.iter(f"{_TABLE}table-cell") for text in _alike(cell)]
        while cells and not cells[-1]:
            cells.pop()
        yield cells
    yield []


def _alike(cell: etree._Element) -> list[str]:
    times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
    text = " ".join("".join(one.itertext()) for one in cell.iter(f"{_TEXT}p"))
    return [text] * (times if times < _MOST_ALIKE else 1)
