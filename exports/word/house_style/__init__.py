"""The house style of the national report: our own, made in code, or a Word file of the organisation.

A file that lacks styles is completed with ours; `check` says which. To restyle the report, write ours to a file with
`python -m exports.word.house_style huisstijl.docx`, change the styles in Word and name it in PORTAL_WORD_TEMPLATE.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from exports.archive import with_fixed_times
from exports.word.house_style.file import HouseStyleError, lacks_page_number, opened, text_room
from exports.word.house_style.make import made_template
from exports.word.house_style.names import PARAGRAPH, STYLES
from exports.word.house_style.numbers import number_styles
from exports.word.house_style.xml import style_element, style_id

__all__ = ["House", "HouseStyleError", "check", "house_template", "open_house"]

_DEFAULTS = ("Default Paragraph Font", "Normal Table")


@dataclass(frozen=True)
class House:
    """An empty document in the house style. `styles` gives the w:style of each of our styles by our name."""

    document: WordDocument
    styles: dict[str, Any]
    is_ours: bool

    def style_id(self, name: str) -> str:
        """The id that a paragraph, run or table names this style with."""
        return str(self.styles[name].get(qn("w:styleId")))


@cache
def house_template() -> bytes:
    """Our own house style as bytes of a .docx file; made once per process."""
    document = made_template()
    _complete(document)
    return _saved(document)


def open_house(template: bytes | None) -> House:
    """An empty document in our style, or in that of `template`, completed with the styles it lacks.

    Raises HouseStyleError with a Dutch sentence when the template is no Word file that we can use.
    """
    document = Document(BytesIO(house_template())) if template is None else opened(template)
    return House(document, _complete(document), is_ours=template is None)


def check(template: bytes) -> list[str]:
    """Dutch sentences that say what a template lacks; empty when it has all.

    Raises HouseStyleError with a Dutch sentence when it is no Word file that we can use.
    """
    document = opened(template)
    found = _found(document)
    warnings = [
        f"In de huisstijl ontbreekt de stijl “{style.shown}” ({style.uitleg}); het portaal gebruikt zijn eigen stijl."
        for style in STYLES
        if style.name not in found
    ]
    if lacks_page_number(document):
        warnings.append("In de voettekst van de huisstijl staat geen paginanummer; het portaal zet het erbij.")
    return warnings


def _found(document: WordDocument) -> dict[str, Any]:
    """Our styles that the document has, by our name. Word does not look at capitals in the names it knows."""
    present = {_key(element): element for element in document.styles.element.iterchildren(qn("w:style"))}
    return {s.name: present[s.kind, s.name.lower()] for s in STYLES if (s.kind, s.name.lower()) in present}


def _key(element: Any) -> tuple[str, str]:
    name = element.find(qn("w:name"))
    return element.get(qn("w:type"), PARAGRAPH), "" if name is None else str(name.get(qn("w:val"))).lower()


def _complete(document: WordDocument) -> dict[str, Any]:
    """Add the styles and numbers that the document lacks; return all of ours."""
    root = document.styles.element
    found = _found(document)
    taken = {element.get(qn("w:styleId")) for element in root.iterchildren(qn("w:style"))}
    width = text_room(document)[0]
    names = {_key(element)[1] for element in root.iterchildren(qn("w:style"))}
    ids = {name: element.get(qn("w:styleId")) for name, element in found.items()} | _default_ids(root)
    missing = [style for style in STYLES if style.name not in found]
    for style in missing:
        ids[style.name] = _free(style_id(style.name), taken)
    for style in missing:
        element = style_element(style, ids, width)
        if style.name.lower() in names:  # a style of another kind has this name
            element.find(qn("w:name")).set(qn("w:val"), f"{style.name} (portaal)")
        root.append(element)
        found[style.name] = element
    number_styles(document, found)
    return found


def _default_ids(root: Any) -> dict[str, str]:
    """The ids of the styles that everything builds on, by their English names."""
    return {
        name: element.get(qn("w:styleId"))
        for name in _DEFAULTS
        for element in root.iterchildren(qn("w:style"))
        if _key(element)[1] == name.lower()
    }


def _free(wanted: str, taken: set[str]) -> str:
    while wanted in taken:
        wanted += "Portaal"
    taken.add(wanted)
    return wanted


def _saved(document: WordDocument) -> bytes:
    result = BytesIO()
    document.save(result)
    return with_fixed_times(result.getvalue())


def sample() -> bytes:
    """Our house style with a line in each style that says what it is for; the text goes when a report is made."""
    house = open_house(None)
    for style in STYLES:
        paragraph = house.document.add_paragraph()
        if style.kind == PARAGRAPH:
            paragraph._p.style = house.style_id(style.name)
        paragraph.add_run(f"{style.shown}: {style.uitleg}")
    return _saved(house.document)
