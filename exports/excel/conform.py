"""Makes of openpyxl's file what Excel itself would have written, so that Excel has nothing to put right.

openpyxl writes every text inside its cell; Excel would move them all to one list of shared strings when somebody
saves. It also writes the parts of a font in another order than the schema (ECMA-376 part 1, 18.8.22).
"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from exports.archive import zipped

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRINGS_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
_STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_STRINGS_PATH = "xl/sharedStrings.xml"
_FONT_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)


def as_excel_writes(archive: bytes) -> bytes:
    """The same workbook with shared strings and ordered fonts, dated so that equal content is equal bytes."""
    with ZipFile(BytesIO(archive)) as source:
        files = {name: source.read(name) for name in source.namelist()}
    strings = _SharedStrings()
    for name in files:
        if name.startswith("xl/worksheets/sheet"):
            files[name] = _edited(files[name], strings.take_from)
    files[_STRINGS_PATH] = strings.xml()
    files["[Content_Types].xml"] = _edited(files["[Content_Types].xml"], _add_content_type)
    files["xl/_rels/workbook.xml.rels"] = _edited(files["xl/_rels/workbook.xml.rels"], _add_relationship)
    files["xl/styles.xml"] = _edited(files["xl/styles.xml"], _order_fonts)
    return zipped(files)


class _SharedStrings:
    """The list of different texts of a workbook, in order of first use."""

    def __init__(self) -> None:
        self._root = etree.Element(_tag("sst"), nsmap={None: _MAIN})
        self._index: dict[str, int] = {}
        self._uses = 0

    def take_from(self, sheet: Any) -> None:
        """Move the texts out of the cells of a sheet and leave their numbers."""
        for cell in sheet.iter(_tag("c")):
            if cell.get("t") == "inlineStr":
                inline = cell.find(_tag("is"))
                cell.remove(inline)
                cell.set("t", "s")
                etree.SubElement(cell, _tag("v")).text = str(self._number(inline))

    def xml(self) -> bytes:
        """The part with all texts."""
        self._root.set("count", str(self._uses))
        self._root.set("uniqueCount", str(len(self._index)))
        return _bytes(self._root)

    def _number(self, inline: Any) -> int:
        self._uses += 1
        text = "".join(inline.itertext())
        if text not in self._index:
            self._index[text] = len(self._index)
            inline.tag = _tag("si")
            self._root.append(inline)
        return self._index[text]


def _add_content_type(root: Any) -> None:
    etree.SubElement(root, f"{{{_CONTENT_TYPES}}}Override", PartName=f"/{_STRINGS_PATH}", ContentType=_STRINGS_TYPE)


def _add_relationship(root: Any) -> None:
    target = f"/{_STRINGS_PATH}"
    etree.SubElement(root, f"{{{_PACKAGE_RELS}}}Relationship", Id="rIdStrings", Type=_STRINGS_REL, Target=target)


def _order_fonts(root: Any) -> None:
    for font in root.iter(_tag("font")):
        font[:] = sorted(font, key=lambda part: _FONT_ORDER.index(etree.QName(part).localname))


def _edited(content: bytes, edit: Any) -> bytes:
    root = etree.fromstring(content)
    edit(root)
    return _bytes(root)


def _bytes(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _tag(name: str) -> str:
    return f"{{{_MAIN}}}{name}"
