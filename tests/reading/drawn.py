"""What a page, a Word file or an Excel file says, as lines of text: to compare it with what it said before.

Only the words: how it looks may change, and a date inside a file tells when it was made.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from zipfile import ZipFile

from lxml import etree
from openpyxl import load_workbook

from tests.reading.pages import Page, words

WORD = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
TAGS = ("h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "td", "th")
READ_ALOUD = "//main//*[" + " or ".join(f"self::{tag}" for tag in TAGS) + "]"


def page_lines(page: Page) -> str:
    """Headings, paragraphs, lists and tables of a page, a line each."""
    return _lines(words(one) for one in page.find(READ_ALOUD))


def word_lines(content: bytes) -> str:
    """Every paragraph of a Word file, those in tables, heads and feet too."""
    with ZipFile(io.BytesIO(content)) as file:
        parts = [etree.fromstring(file.read(name)) for name in sorted(file.namelist()) if _has_text(name)]
    paragraphs = (paragraph for part in parts for paragraph in part.iterfind(".//w:p", WORD))
    return _lines("".join(one.text or "" for one in paragraph.iterfind(".//w:t", WORD)) for paragraph in paragraphs)


def excel_lines(content: bytes) -> str:
    """Every row of an Excel file, after the name of its sheet."""
    book = load_workbook(io.BytesIO(content))
    rows = ((sheet.title, row) for sheet in book for row in sheet.iter_rows(values_only=True))
    return _lines(f"{title}: " + " | ".join("" if one is None else str(one) for one in row) for title, row in rows)


def _has_text(name: str) -> bool:
    return name.startswith(("word/document", "word/header", "word/footer", "word/footnotes")) and name.endswith(".xml")


def _lines(found: Iterable[str]) -> str:
    return "".join(f"{' '.join(line.split())}\n" for line in found if line.strip())
