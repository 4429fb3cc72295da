"""A PDF read by others than who made it: its words by PDFium, its tags by pikepdf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

LETTERS = Path(__file__).resolve().parents[2] / "portal" / "static" / "dist" / "letters"
# A hyphen at the end of a line comes as U+FFFE; a sign that only joins or parts others says nothing.
_UNSEEN = {ord(sign): None for sign in "-\ufffe\u200b\u200d"}


def pages_of(content: bytes) -> list[str]:
    """The words of each page, with one blank for each run of white space."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def beside_the_paper(content: bytes) -> list[str]:
    """Signs that stand, for a part at least, outside their page."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [sign for page in document for sign in _outside(page)]
    finally:
        document.close()


def _outside(page: pypdfium2.PdfPage) -> Iterator[str]:
    words, width = page.get_textpage(), page.get_width()
    for place in range(words.count_chars()):
        left, _, right, _ = words.get_charbox(place)
        if left < 0 or right > width:
            yield words.get_text_range(place, 1)


def run_together(text: str) -> str:
    """Text without white space and hyphens: where a line ends says nothing, and PDFium takes the hyphen there along."""
    return "".join(text.split()).translate(_UNSEEN)


@dataclass(frozen=True)
class Tag:
    """An element of the structure: what it is ("H1", "TH", "Figure"), and the words that stand in for it."""

    kind: str
    alt: str


@dataclass(frozen=True)
class Told:
    """What a PDF tells of itself."""

    language: str
    title: str
    shows_title: bool
    standards: dict[str, str]
    tags: list[Tag]
    bookmarks: list[str]

    def of(self, kind: str) -> list[Tag]:
        """The elements of a kind, in the order of reading."""
        return [tag for tag in self.tags if tag.kind == kind]


def told_by(content: bytes) -> Told:
    """What stands in the file beside its pages. Raises KeyError for what is not there."""
    with pikepdf.open(BytesIO(content)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        with pdf.open_metadata() as metadata:
            names = ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")
            standards, title = {name: str(metadata[name]) for name in names}, str(metadata["dc:title"])
        with pdf.open_outline() as outline:
            bookmarks = [str(one.title) for one in _flat(outline.root)]
        shows = bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        return Told(str(pdf.Root.Lang), title, shows, standards, [*_tags(pdf.Root.StructTreeRoot)], bookmarks)


def _flat(items: Any) -> Iterator[Any]:
    for one in items:
        yield one
        yield from _flat(one.children)


def _tags(element: Any) -> Iterator[Tag]:
    if "/S" in element:
        yield Tag(str(element.S).lstrip("/"), str(element.get("/Alt", "")))
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from _tags(kid)
