"""OpenDocument text written by hand, as LibreOffice writes it."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from tests.worlds.wordml import zipped

_BASE = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    **{name: f"{_BASE}:{name}:1.0" for name in ("office", "text", "table", "style", "meta")},
    "draw": f"{_BASE}:drawing:1.0",
    "fo": f"{_BASE}:xsl-fo-compatible:1.0",
    "svg": f"{_BASE}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
NAMESPACES = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _SPACES.items())
MIMETYPE = "application/vnd.oasis.opendocument.text"

STYLES = """
<style:style style:name="vet" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="schuin" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="verborgen" style:family="text"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="punten"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
<text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>
<text:list-style style:name="nummers">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix="." text:display-levels="2"/>
<text:list-level-style-number text:level="3" style:num-format="1" loext:num-list-format="%1%%2%.%3%."/>
</text:list-style>
"""


def par(content: str = "", style: str = "Standard") -> str:
    """A paragraph of XML."""
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def heading(text: str, depth: int = 1) -> str:
    """A heading."""
    return f'<text:h text:outline-level="{depth}">{escape(text)}</text:h>'


def span(text: str, style: str) -> str:
    """Words in a look: "vet", "schuin" or "verborgen"."""
    return f'<text:span text:style-name="{style}">{escape(text)}</text:span>'


def points(*items: str, style: str = "punten", more: str = "") -> str:
    """A list; each item is XML of paragraphs and lists."""
    inside = "".join(f"<text:list-item>{one}</text:list-item>" for one in items)
    return f'<text:list text:style-name="{style}"{more}>{inside}</text:list>'


def said(text: str) -> str:
    """A paragraph for each line; "- " in front is a bullet."""
    return "".join(
        points(par(escape(line[2:]))) if line.startswith("- ") else par(escape(line)) for line in text.split("\n")
    )


def cell(blocks: str, *, columns: int = 1, rows: int = 1) -> str:
    """A cell that covers so many columns and rows."""
    spans = f' table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'
    return f"<table:table-cell{spans if columns > 1 or rows > 1 else ''}>{blocks}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def row(*cells: str) -> str:
    """A row of cells; behind a wide one stand those that it covers."""
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def table(*rows: str, heads: int = 0) -> str:
    """A table, of which the first rows are heads."""
    above = f"<table:table-header-rows>{''.join(rows[:heads])}</table:table-header-rows>" if heads else ""
    return f'<table:table table:name="Tabel">{above}{"".join(rows[heads:])}</table:table>'


def odt(
    body: str, *, common: str = "", pages: str = "", own: str = "", files: Mapping[str, bytes] | None = None
) -> bytes:
    """A file with this body. `common` are styles, `pages` what stands around pages, `own` properties with a name."""
    automatic = f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
    content = _document("content", f"{automatic}<office:body><office:text>{body}</office:text></office:body>")
    masters = f"<office:master-styles>{pages}</office:master-styles>"
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zipped(
        {
            "mimetype": MIMETYPE.encode(),
            "content.xml": content,
            "styles.xml": _document("styles", f"<office:styles>{common}</office:styles>{masters}"),
            "meta.xml": _document("meta", f"<office:meta>{own}</office:meta>"),
            "META-INF/manifest.xml": manifest,
            **(files or {}),
        }
    )


def _document(name: str, content: str) -> bytes:
    root = f"office:document-{name}"
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {NAMESPACES}>{content}</{root}>'.encode()
