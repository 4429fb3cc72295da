"""Names of OpenDocument, and small questions about its elements."""

from __future__ import annotations

from typing import Any

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{_ODF}office:1.0}}"
TEXT = f"{_ODF}text:1.0}}"
TABLE = f"{_ODF}table:1.0}}"
DRAW = f"{_ODF}drawing:1.0}}"
STYLE = f"{_ODF}style:1.0}}"
FO = f"{_ODF}xsl-fo-compatible:1.0}}"
META = f"{_ODF}meta:1.0}}"
SVG = f"{_ODF}svg-compatible:1.0}}"
FORM = f"{_ODF}form:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def whole(text: str | None, default: int, most: int) -> int:
    """A whole number from 1, as an attribute has it; no more than `most`, for who writes a million means no spaces."""
    try:
        return min(max(int(text), 1), most) if text else default
    except ValueError:
        return default


def words_of_element(element: Any) -> str:
    """All text in an element, for telling."""
    return " ".join("".join(element.itertext()).split())
