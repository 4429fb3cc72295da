"""Makes of openpyxl's file what Excel itself would have written, so that Excel has nothing to put right.

openpyxl writes every text inside its cell; Excel would move them all to one list of shared strings when somebody
saves. It also writes the parts of a font in another order than the schema (ECMA-376 part 1, 18.8.22).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import IO, Any
from zipfile import ZipFile

from lxml import etree

from exports.archive import zipped

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_XML = "http://www.w3.org/XML/1998/namespace"
_SPACE = f"{{{_XML}}}space"
_PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRINGS_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
_STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
STRINGS_PATH = "xl/sharedStrings.xml"
_FONT_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)


def as_excel_writes(archive: bytes) -> bytes:
    """The same workbook with shared strings and ordered fonts, dated so that equal content is equal bytes."""
    with ZipFile(BytesIO(archive)) as source:
        files = {name: source.read(name) for name in source.namelist()}
    strings, part = SharedStrings(), BytesIO()
    for name in files:
        if name.startswith("xl/worksheets/sheet"):
            files[name] = edited(files[name], strings.take_from)
    strings.write(part)
    files[STRINGS_PATH] = part.getvalue()
    for name, edit in EDITS.items():
        files[name] = edited(files[name], edit)
    return zipped(files)


class SharedStrings:
    """The list of different texts of a workbook, in order of first use."""

    def __init__(self) -> None:
        self._index: dict[str, int] = {}
        self._uses = 0

    def number(self, text: str) -> int:
        """The number of a text that is fit for a cell (`exports.cells.excel_text`), which is now used once more."""
        self._uses += 1
        return self._index.setdefault(text, len(self._index))

    def take_from(self, sheet: Any) -> None:
        """Move the texts out of the cells of a sheet and leave their numbers."""
        for cell in sheet.iter(_tag("c")):
            if cell.get("t") == "inlineStr":
                inline = cell.find(_tag("is"))
                cell.remove(inline)
                cell.set("t", "s")
                etree.SubElement(cell, _tag("v")).text = str(self.number("".join(inline.itertext())))

    def write(self, target: IO[bytes]) -> None:
        """Write the part with all texts, one after the other."""
        counts = {"count": str(self._uses), "uniqueCount": str(len(self._index))}
        with etree.xmlfile(target, encoding="UTF-8") as part:
            part.write_declaration(standalone=True)
            # Without its prefix said here, xml:space gets one that no reader of XML may take.
            with part.element(_tag("sst"), counts, nsmap={None: _MAIN, "xml": _XML}):
                for text in self._index:
                    kept = {_SPACE: "preserve"} if text != text.strip() else {}
                    with part.element(_tag("si")), part.element(_tag("t"), kept):
                        part.write(text)


def _add_content_type(root: Any) -> None:
    etree.SubElement(root, f"{{{_CONTENT_TYPES}}}Override", PartName=f"/{STRINGS_PATH}", ContentType=_STRINGS_TYPE)


def _add_relationship(root: Any) -> None:
    target = f"/{STRINGS_PATH}"
    etree.SubElement(root, f"{{{_PACKAGE_RELS}}}Relationship", Id="rIdStrings", Type=_STRINGS_REL, Target=target)


def _order_fonts(root: Any) -> None:
    for font in root.iter(_tag("font")):
        font[:] = sorted(font, key=lambda part: _FONT_ORDER.index(etree.QName(part).localname))


# What is put right in the parts that every workbook has.
EDITS: Mapping[str, Callable[[Any], None]] = {
    "[Content_Types].xml": _add_content_type,
    "xl/_rels/workbook.xml.rels": _add_relationship,
    "xl/styles.xml": _order_fonts,
}


def edited(content: bytes, edit: Callable[[Any], None]) -> bytes:
    """A part of the file after an edit of its root element."""
    root = etree.fromstring(content)
    edit(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _tag(name: str) -> str:
    return f"{{{_MAIN}}}{name}"
