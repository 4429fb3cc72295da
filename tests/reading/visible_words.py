"""The words that one sees in a Word or OpenDocument file, counted from its raw XML.

By another road than the portal reads it, and with none of its code: one walk in which what is not seen is skipped.
Words in tracked changes count as when all are accepted. Marks of notes are no words.
"""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

RAISED = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜ")
_UNSEEN = {
    "del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "tblPr", "tcPr", "sdtPr",
    "Fallback", "tracked-changes", "annotation", "note-citation", "number", "desc", "title", "binary-data",
}  # fmt: skip
_NOTES = ("footnote", "endnote")
_SPACE = {"tab", "br", "cr", "line-break", "s", "p", "h", "tc", "table-cell", "list-item", "ptab"}


def visible_words(content: bytes) -> Counter[str]:
    """How often each word is seen."""
    return Counter(_words(" ".join(_texts(content))))


def plain_words(words: tuple[str, ...]) -> Counter[str]:
    """Words that a reader gave, as they are counted here."""
    return Counter(_words(" ".join(words)))


def _words(text: str) -> list[str]:
    return [word for word in text.translate(RAISED).replace("\u00ad", "").split() if word]


def _texts(content: bytes) -> list[str]:
    with ZipFile(BytesIO(content)) as archive:
        if "content.xml" in archive.namelist():
            return [_Seen(archive.read("content.xml")).text()]
        body = _Seen(archive.read("word/document.xml"))
        parts = {kind: f"word/{kind}s.xml" for kind in _NOTES}
        notes = {kind: archive.read(name) for kind, name in parts.items() if name in archive.namelist()}
    return [body.text(), *(text for kind, part in notes.items() for text in _notes(part, body.pointed[kind]))]


def _notes(part: bytes, pointed: set[str]) -> list[str]:
    """The notes that the seen text points to."""
    found = [one for one in ElementTree.fromstring(part) if _attribute(one, "id") in pointed]
    return [_Seen(ElementTree.tostring(one)).text() for one in found]


def _attribute(element: ElementTree.Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.endswith(f"}}{name}")), "")


class _Seen:
    """Walks once through a part and gathers what is seen."""

    def __init__(self, xml: bytes) -> None:
        root = ElementTree.fromstring(xml)
        self.pointed: dict[str, set[str]] = {kind: set() for kind in _NOTES}
        self._is_word = "wordprocessingml" in root.tag
        self._pieces: list[str] = []
        self._fields: list[bool] = []
        self._walk(root)

    def text(self) -> str:
        return "".join(self._pieces)

    def _walk(self, element: ElementTree.Element) -> None:
        name = element.tag.rsplit("}", 1)[-1]
        if name in _UNSEEN or _is_hidden(element, name):
            return
        if name == "fldChar":
            self._field(_attribute(element, "fldCharType"))
        elif name.removesuffix("Reference") in self.pointed:
            self.pointed[name.removesuffix("Reference")].add(_attribute(element, "id"))
        # Of Word only the elements for text hold words; in OpenDocument all do.
        if element.text and all(self._fields) and (name == "t" or not self._is_word):
            self._pieces.append(element.text)
        for child in element:
            self._walk(child)
            if not self._is_word and child.tail:
                self._pieces.append(child.tail)
        if name == "noBreakHyphen":
            self._pieces.append("-")
        if name in _SPACE and not _goes_on(element):
            self._pieces.append(" ")

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate":
            self._fields[-1] = True
        else:
            self._fields.pop()


def _is_hidden(element: ElementTree.Element, name: str) -> bool:
    """A row that was removed, hidden words, and the words of a field that nobody filled in."""
    said = element.find(f"./{{*}}{name}Pr")
    inside = set() if said is None else {one.tag.rsplit("}", 1)[-1] for one in said}
    gone = {"tr": {"del", "hidden"}, "r": {"vanish", "strike", "dstrike"}, "sdt": {"showingPlcHdr"}}
    return bool(inside & gone.get(name, set()))


def _goes_on(element: ElementTree.Element) -> bool:
    """True for a paragraph whose end was removed."""
    return any(mark.tag.endswith(("}del", "}moveFrom")) for mark in element.iterfind("./{*}pPr/{*}rPr/*"))
