"""Reading an OpenDocument file as somebody else would: the zip and its XML, without the library that wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from lxml import etree

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, DRAW = (f"{{{_BASE}{name}:1.0}}" for name in ("office", "text", "table", "drawing"))
_HREF = "{http://www.w3.org/1999/xlink}href"

Rows = list[list[str]]


def body_of(content: bytes) -> Any:
    """What the document holds, after looking whether the package is one: its kind first, and every part declared."""
    with ZipFile(BytesIO(content)) as package:
        first, *others = package.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED), "the kind is not the first part"
        parts = {one.filename for one in others}
        manifest = etree.fromstring(package.read("META-INF/manifest.xml"))
        declared = {value for one in manifest for name, value in one.attrib.items() if name.endswith("full-path")}
        assert {one for one in parts if not one.startswith("META-INF/")} <= declared, parts - declared
        root = etree.fromstring(package.read("content.xml"))
        for frame in root.iter(f"{DRAW}object"):
            assert f"{frame.get(_HREF).removeprefix('./')}/content.xml" in parts
        _require_styles(root, etree.fromstring(package.read("styles.xml")))
    return root.find(f"{OFFICE}body")[0]


def _require_styles(*roots: Any) -> None:
    """Every style that is named is there."""
    known = {value for root in roots for one in root.iter() for key, value in one.attrib.items() if _names(one, key)}
    for one in roots[0].iter():
        named = {value for key, value in one.attrib.items() if key.endswith(("}style-name", "}data-style-name"))}
        assert named <= known | {""}, f"{one.tag} has a style that is not there: {named - known}"


def _names(element: Any, key: str) -> bool:
    return key.endswith("style:1.0}name") and "style" in element.tag


def words(element: Any) -> str:
    """What is read in an element: line ends and tabs are white space, and so are spaces that are counted."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in (f"{TEXT}line-break", f"{TEXT}tab", f"{TEXT}s"):
            yield " "
        elif child.tag not in (f"{DRAW}frame", f"{TABLE}title", f"{TABLE}desc"):
            yield from _pieces(child)
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield " "
        yield child.tail or ""


def tables_of(body: Any) -> list[tuple[str, Rows]]:
    """The tables that have a line "Tabel 1. ..." above them, with that line."""
    found = []
    for one in body:
        above = one.getprevious()
        caption = words(above) if above is not None else ""
        if one.tag == f"{TABLE}table" and caption.startswith("Tabel "):
            found.append((caption.partition(". ")[2], rows_of(one)))
    return found


def rows_of(table: Any) -> Rows:
    """The words of each cell; a repeated empty cell counts once."""
    rows = table.iter(f"{TABLE}table-row")
    return [[words(cell) for cell in row if cell.tag == f"{TABLE}table-cell"] for row in rows]


def paragraphs_of(body: Any) -> list[str]:
    """All paragraphs and headings, those in tables included."""
    return [words(one) for one in body.iter(f"{TEXT}p", f"{TEXT}h")]


def sheets_of(content: bytes) -> dict[str, Rows]:
    """The rows of each sheet of a workbook."""
    return {one.get(f"{TABLE}name"): rows_of(one) for one in body_of(content) if one.tag == f"{TABLE}table"}
