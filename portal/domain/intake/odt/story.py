"""Paragraphs, lists and tables of one part of an OpenDocument file, or of a box or note in it."""

from __future__ import annotations

from typing import Any

from forms.cleaning import clean_line, clean_text
from forms.richtext import Run
from portal.domain.intake.counting import raised
from portal.domain.intake.document import Comment
from portal.domain.intake.drafts import DraftBlock, DraftParagraph
from portal.domain.intake.odt.line import OdtLine
from portal.domain.intake.odt.lists import OdtLists, OpenList
from portal.domain.intake.odt.names import DC, DRAW, OFFICE, TABLE, TEXT, whole, words_of_element
from portal.domain.intake.odt.reading import OdtReading
from portal.domain.intake.odt.styles import OdtStyles
from portal.domain.intake.odt.table import read_odt_table
from portal.domain.intake.so_far import moment_of
from portal.domain.intake.tally import Left, shortened

_DEEPEST_HEADING = 9
_NOTES = {"footnote": "voetnoot", "endnote": "eindnoot"}


class OdtStory:
    """Reads what stands in one place. `place` is what people call it, "" for the body; `mark` the number of a note."""

    def __init__(
        self, reading: OdtReading, styles: OdtStyles, lists: OdtLists, *, place: str = "", mark: str = ""
    ) -> None:
        self.reading = reading
        self.styles = styles
        self.lists = lists
        self.mark = mark
        self.leaves_pages = False
        self.heading = ""
        self._place = place
        self._count = 0
        self._beside: list[DraftBlock] = []

    def read(self, root: Any) -> list[DraftBlock]:
        """All blocks of this story."""
        found = self.blocks(root, self._place)
        if self.mark and found and isinstance(found[0], DraftParagraph):
            found[0].runs.insert(0, Run(f"{self.mark} "))
        return found

    def blocks(self, parent: Any, place: str) -> list[DraftBlock]:
        """The blocks in an element that holds paragraphs, lists and tables."""
        found: list[DraftBlock] = []
        for child in parent:
            self._block(found, child, place)
        return found

    def _block(self, found: list[DraftBlock], element: Any, place: str) -> None:
        tag = element.tag
        if tag in {f"{TEXT}p", f"{TEXT}h"}:
            self._paragraph(found, element, place, None, "")
        elif tag == f"{TEXT}list":
            self._list(found, element, place, None)
        elif tag == f"{TABLE}table":
            self._table(found, element, place)
        elif element.get(f"{TEXT}display") == "none":
            self.reading.tally.add(Left.HIDDEN, place, words_of_element(element))
        elif tag in _AROUND:
            for child in element:
                self._block(found, child, place)
        elif isinstance(tag, str) and tag.startswith(DRAW):
            self.drawing(element, DraftParagraph(self._where(place)))
            found += self._taken()

    # Lists ------------------------------------------------------------------------------------------------------

    def _list(self, found: list[DraftBlock], element: Any, place: str, outer: OpenList | None) -> None:
        opened = self.lists.opened(element, outer, self._usual_list(element))
        for item in element:
            if item.tag in {f"{TEXT}list-item", f"{TEXT}list-header"}:
                self._item(found, item, place, opened)

    def _item(self, found: list[DraftBlock], item: Any, place: str, opened: OpenList) -> None:
        """The first paragraph of an item has the sign; more paragraphs stand below it."""
        counts = item.tag == f"{TEXT}list-item"
        for child in item:
            if child.tag in {f"{TEXT}p", f"{TEXT}h"}:
                sign = self.lists.sign(opened, item.get(f"{TEXT}start-value")) if counts else ""
                self._paragraph(found, child, place, opened, sign)
                counts = False
            elif child.tag == f"{TEXT}list":
                self._list(found, child, place, opened)
            else:
                self._block(found, child, place)

    def _usual_list(self, element: Any) -> str:
        first = next(element.iter(f"{TEXT}p", f"{TEXT}h"), None)
        name = None if first is None else first.get(f"{TEXT}style-name")
        return self.styles.of("paragraph", name).list_style or ""

    # Paragraphs -------------------------------------------------------------------------------------------------

    def _paragraph(self, found: list[DraftBlock], element: Any, place: str, inside: OpenList | None, sign: str) -> None:
        style = self.styles.of("paragraph", element.get(f"{TEXT}style-name"))
        draft = DraftParagraph(self._where(place), sign=sign, depth=inside.depth if inside else 0)
        if element.tag == f"{TEXT}h":
            draft.level = whole(element.get(f"{TEXT}outline-level"), 1, _DEEPEST_HEADING)
            if inside is None and element.get(f"{TEXT}is-list-header") != "true":
                draft.sign = self.lists.heading(draft.level)
        elif style.is_title:
            draft.level = 1
        self.reading.paragraph()
        beside, self._beside = self._beside, []
        OdtLine(self, draft, style).read(element)
        found += [draft, *self._taken()]
        self._beside = beside
        if draft.level and not place and draft.text().strip():
            self.heading = draft.text().strip()

    def _where(self, place: str) -> str:
        if place:
            return place
        self._count += 1
        return f"onder “{shortened(self.heading)}”" if self.heading else f"alinea {self._count}"

    def _taken(self) -> list[DraftBlock]:
        taken, self._beside = self._beside, []
        return taken

    def _table(self, found: list[DraftBlock], element: Any, place: str) -> None:
        name = f"{place}, tabel in de cel" if place.startswith("tabel") else place or self.reading.next("tabel")
        table = read_odt_table(self, element, name)
        if table.rows:
            found.append(table)

    # What hangs on a paragraph ----------------------------------------------------------------------------------

    def drawing(self, element: Any, draft: DraftParagraph) -> None:
        """Words in a frame or a shape stand behind the paragraph; a picture or another file in it is told."""
        tag = element.tag
        if tag in {f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin", f"{DRAW}floating-frame"}:
            self.reading.tally.add(Left.OBJECT, draft.place)
        elif tag == f"{DRAW}image":
            self.reading.tally.add(Left.IMAGE, draft.place)
        elif tag == f"{DRAW}text-box" or any(one.tag in _WORDS for one in element):
            self._box(element)
        else:
            self._inside_drawing(element, draft)

    def _inside_drawing(self, element: Any, draft: DraftParagraph) -> None:
        inside = [one for one in element if isinstance(one.tag, str) and one.tag.startswith(DRAW)]
        # The picture of an embedded file is not counted apart.
        has_object = any(one.tag in {f"{DRAW}object", f"{DRAW}object-ole"} for one in inside)
        for one in inside[:1] if has_object or (inside and inside[0].tag == f"{DRAW}image") else inside:
            self.drawing(one, draft)

    def _box(self, element: Any) -> None:
        if not words_of_element(element):
            return
        story = OdtStory(self.reading, self.styles, self.lists, place=self.reading.next("tekstvak"))
        story.leaves_pages = self.leaves_pages
        self._beside += story.read(element)

    def note(self, element: Any) -> str:
        """Take a note: it stands behind the paragraph. Returns its mark as one reads it."""
        kind = _NOTES.get(element.get(f"{TEXT}note-class", ""), "voetnoot")
        citation, body = element.find(f"{TEXT}note-citation"), element.find(f"{TEXT}note-body")
        number = "" if citation is None else words_of_element(citation)
        mark = raised(number)
        if body is not None:
            story = OdtStory(self.reading, self.styles, self.lists, place=f"{kind} {number}".strip(), mark=mark)
            self._beside += story.read(body)
        return mark

    def comment(self, element: Any, draft: DraftParagraph) -> None:
        """Take a remark. One with a name ends elsewhere, and is about the words up to there."""
        key, name = str(len(self.reading.remarks)), element.get(f"{OFFICE}name", "")
        self.reading.remarks[key] = _remark(element)
        self.reading.begin_remark(name, key)
        draft.comments.append(key)


def _remark(element: Any) -> Comment:
    texts = [words_of_element(one) for one in element.iter(f"{TEXT}p")]
    author, date = element.findtext(f"{DC}creator") or "", element.findtext(f"{DC}date") or ""
    return Comment(clean_line(author), clean_text("\n".join(filter(None, texts))), "", moment_of(date))


_WORDS = frozenset({f"{TEXT}p", f"{TEXT}h", f"{TEXT}list"})
_AROUND = frozenset(
    f"{TEXT}{name}"
    for name in (
        "section",
        "index-body",
        "index-title",
        "numbered-paragraph",
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
    )
)
