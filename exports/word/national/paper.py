"""The paper the report is drawn on: puts elements at the end of the document and keeps count of all that is counted."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from exports.national.tree import Deel, NationaalRapport
from exports.word import rich_table
from exports.word.house_style import House
from exports.word.house_style.file import text_room
from exports.word.house_style.names import BODY, BULLET, CELL_TEXT, LINK, LIST_TEXT, NUMBER, SOURCE, VALUE
from exports.word.house_style.numbers import list_definition
from exports.word.national.layout import Pager
from exports.word.national.xml import Element, add, add_run, make
from exports.word.numbering import ListNumbering
from exports.word.richtext import RichLook, add_rich_text
from forms.richtext import Block

_TWIPS = 20
# How high a typed line will be hangs on what it begins with: a point or a row of a table.
_STYLES_BY_SIGN = {"-": BULLET, "*": BULLET, "|": CELL_TEXT}
# Where the text begins behind "Les 12", in twentieths of a point.
WORDED = 964


class Paper:
    """The end of one document. `links` gives the bookmark of each living value that the appendix explains."""

    def __init__(self, house: House, rapport: NationaalRapport, links: Mapping[str, str]) -> None:
        self.house, self.links = house, links
        self.document: WordDocument = house.document
        self._numbers = {key for key, value in rapport.waarden.items() if value.aantal is not None}
        self._section: Element = self.document.element.body.find(qn("w:sectPr"))
        self._ids: dict[str, str] = {}
        self._bookmarks = self._drawings = 0
        self._explained: set[str] = set()
        self.lists = ListNumbering(self.document.part)
        ids = {name: self.style_id(name) for name in (BODY, LIST_TEXT, SOURCE, LINK, *rich_table.STYLES)}
        self._rich = RichLook(self.document, numbering=self.lists, styles=ids)
        self.width, height = text_room(self.document)
        self.pager = Pager(self.width / _TWIPS, height / _TWIPS)

    # --- styles and counts

    def style_id(self, name: str) -> str:
        """The id of one of our styles in this document."""
        if name not in self._ids:
            self._ids[name] = self.house.style_id(name)
        return self._ids[name]

    def drawing_id(self) -> int:
        """A number for a drawing that no other has."""
        self._drawings += 1
        return self._drawings

    def new_list(self, start: int, word: str = "") -> int:
        """The number id of a list in the style for numbered lists that counts from `start`: "3." or "Les 3"."""
        if word:
            return self.lists.worded(word, start, left=WORDED)
        definition = list_definition(self.document, self.house.styles[NUMBER])
        return self.lists.numbers(0, start, definition=definition)

    # --- elements

    def place(self, element: Element) -> Element:
        """Put an element at the end of the document."""
        self._section.addprevious(element)
        return element

    def paragraph(self, style_name: str, text: str = "", *, shown: str = "") -> Element:
        """An open paragraph at the end, with a text if there is one. `shown` is what it will say, for the layout."""
        paragraph = self.place(make("p"))
        self.look(paragraph, style_name)
        add_run(paragraph, text)
        self.pager.paragraph(style_name, shown or text)
        return paragraph

    def look(self, paragraph: Element, style_name: str) -> Element:
        """Give a paragraph that is still empty its style; returns its properties."""
        properties = add(paragraph, "pPr")
        add(properties, "pStyle", val=self.style_id(style_name))
        return properties

    def rich_text(
        self,
        text: str,
        style: str = BODY,
        *,
        paragraph: Element | None = None,
        level: int = 0,
        blocks: tuple[Block, ...] | None = None,
    ) -> None:
        """Typed text at the end of the document, behind what `paragraph` (the last one) holds already.

        `blocks`: what the text was read as, for who read it already.
        """
        first = paragraph if paragraph is not None else self.place(make("p"))
        begin = Paragraph(first, self.document)
        add_rich_text(
            self.document, text, first_paragraph=begin, style=style, look=self._rich, level=level, blocks=blocks
        )
        for line in text.split("\n"):
            if line.strip():
                self.pager.paragraph(_STYLES_BY_SIGN.get(line.lstrip()[:1], style), line)

    def bookmark(self, paragraph: Element, name: str) -> None:
        """Put a bookmark around what the paragraph holds."""
        self._bookmarks += 1
        start = make("bookmarkStart", id=str(self._bookmarks), name=name)
        properties = paragraph.find(qn("w:pPr"))
        paragraph.insert(0 if properties is None else 1, start)
        add(paragraph, "bookmarkEnd", id=str(self._bookmarks))

    def explain(self, paragraph: Element, sleutel: str) -> None:
        """Here a living value is explained: sentences link to the first such place."""
        if sleutel not in self._explained:
            self._explained.add(sleutel)
            self.bookmark(paragraph, self.links[sleutel])

    def sentence(self, paragraph: Element, parts: tuple[Deel, ...]) -> None:
        """Write a living sentence: its numbers are links to where they are explained."""
        for part in parts:
            anchor = self.links.get(part.sleutel) if part.sleutel in self._numbers else None
            if anchor is None:
                add_run(paragraph, part.tekst)
            else:
                link = add(paragraph, "hyperlink", anchor=anchor, history="1")
                add_run(link, part.tekst, style_id=self.style_id(VALUE))
