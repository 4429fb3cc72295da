"""Paragraphs and tables of one part of a Word file, or of a box or note in it, in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from portal.domain.intake.docx.drawing import read_drawing
from portal.domain.intake.docx.fields import Fields
from portal.domain.intake.docx.line import WordLine
from portal.domain.intake.docx.names import ID, MC, W, chosen_of, has, has_words, shown_text, value
from portal.domain.intake.docx.reading import WordReading
from portal.domain.intake.docx.styles import level_of_outline
from portal.domain.intake.docx.table import read_table
from portal.domain.intake.drafts import DraftBlock, DraftParagraph
from portal.domain.intake.tally import Left, shortened

_CALL = re.compile(r"\s*(?:\[[^\]]*\]\s*$|(?:klik|tik|kies|typ|voer|click|tap|choose|enter)\b)", re.IGNORECASE)


class WordStory:
    """Reads what stands in one place. `place` is what people call it, "" for the body; `mark` the number of a note."""

    def __init__(self, reading: WordReading, root: Any, *, part: str, place: str = "", mark: str = "") -> None:
        self.reading = reading
        self.part = part
        self.mark = mark
        self.leaves_pages = False
        self.fields = Fields(root)
        self.heading = ""
        self._root = root
        self._place = place
        self._count = 0
        self._ids: list[str] = []
        self._comments: list[str] = []
        self._beside: list[DraftBlock] = []
        # The words of a paragraph whose end was removed: they go on in the next one.
        self._carried: DraftParagraph | None = None

    def read(self) -> list[DraftBlock]:
        """All blocks of this story."""
        return self.blocks(self._root, self._place)

    def blocks(self, parent: Any, place: str) -> list[DraftBlock]:
        """The blocks in an element that holds paragraphs and tables: the body, a cell, a box, a note."""
        outer, self._carried = self._carried, None
        found: list[DraftBlock] = []
        self._into(found, parent, place)
        self._end_carried(found)
        self._carried = outer
        return found

    def _into(self, found: list[DraftBlock], parent: Any, place: str) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(found, child, place)
            elif tag == f"{W}tbl":
                self._table(found, child, place)
            elif tag in _BESIDE:
                _BESIDE[tag](self, child)
            else:
                inside = self._inside(child)
                if inside is not None:
                    self._into(found, inside, place)

    def _inside(self, element: Any) -> Any | None:
        """What to read of something that stands around blocks; None of what holds no words."""
        if element.tag == f"{W}sdt":
            content = element.find(f"{W}sdtContent")
            if content is None or self.is_placeholder(element, content):
                return None
            self.mark_next(self.tags(element))
            return content
        if element.tag == f"{MC}AlternateContent":
            return chosen_of(element)
        return element if element.tag in _AROUND else None

    # Paragraphs -------------------------------------------------------------------------------------------------

    def _paragraph(self, found: list[DraftBlock], element: Any, place: str) -> None:
        properties = element.find(f"{W}pPr")
        style_id = value(properties, "pStyle") or self.reading.styles.usual
        ends = not _is_end_removed(properties)
        draft = self._begun(properties, style_id, place, ends)
        beside, self._beside = self._beside, []
        WordLine(self, draft, style_id).read(element)
        hung, self._beside = self._beside, beside
        if ends:
            found += [draft, *hung]
        else:
            self._carried = draft
            found += hung
        if draft.level and ends and not place and draft.text().strip():
            self.heading = draft.text().strip()

    def _begun(self, properties: Any | None, style_id: str, place: str, ends: bool) -> DraftParagraph:
        """A new draft, which goes on from the paragraph above when the end of that was removed."""
        style = self.reading.styles.of(style_id)
        if self._carried is None:
            self.reading.paragraph()
        draft, self._carried = self._carried or DraftParagraph(self._where(place)), None
        outline = value(properties, "outlineLvl")
        draft.level = level_of_outline(outline) if outline is not None else style.level or 0
        if ends:
            draft.sign, draft.depth = self.reading.numbering.sign(properties, style, style_id)
        draft.ids += self._ids
        draft.comments += self.take_comments()
        self._ids = []
        return draft

    def _where(self, place: str) -> str:
        if place:
            return place
        self._count += 1
        return f"onder “{shortened(self.heading)}”" if self.heading else f"alinea {self._count}"

    def _end_carried(self, found: list[DraftBlock]) -> None:
        """Nothing follows that the words can go on in: they stand by themselves."""
        if self._carried is not None and self._carried.text().strip():
            found.append(self._carried)
        self._carried = None

    # Tables -----------------------------------------------------------------------------------------------------

    def _table(self, found: list[DraftBlock], element: Any, place: str) -> None:
        self._end_carried(found)
        name = f"{place}, tabel in de cel" if place.startswith("tabel") else place or self.reading.next("tabel")
        table = read_table(self, element, name)
        if table.rows:
            found.append(table)

    # What hangs on a paragraph ----------------------------------------------------------------------------------

    def drawing(self, element: Any, draft: DraftParagraph) -> None:
        """Take a drawing: its boxes with words stand behind the paragraph, the rest is told."""
        self._beside += read_drawing(self, element, draft)

    def box(self, content: Any) -> list[DraftBlock]:
        """The blocks of a text box: a story of its own."""
        story = WordStory(self.reading, content, part=self.part, place=self.reading.next("tekstvak"))
        story.leaves_pages = self.leaves_pages
        return story.read()

    def note(self, element: Any) -> str:
        """Take a mark of a note: the note stands behind the paragraph. Returns the mark as one reads it."""
        notes, note = self.reading.notes[element.tag], element.get(ID, "")
        found = notes.element(note)
        if found is None:
            return ""
        is_read = notes.is_read(note)
        mark, place = notes.mark(note), notes.place(note)
        if not is_read:
            self._beside += WordStory(self.reading, found, part=notes.part, place=place, mark=mark).read()
        return mark

    # Marks ------------------------------------------------------------------------------------------------------

    def is_placeholder(self, element: Any, content: Any) -> bool:
        """True for a field to fill in that nobody filled in: Word shows what to do there.

        A program that fills in forms may leave the mark: words that do not look like a call to fill in stay.
        """
        if not has(element.find(f"{W}sdtPr"), "showingPlcHdr") or not has_words(content):
            return False
        if not _CALL.match(shown_text(content)) and not self._is_grey(content):
            return False
        self.reading.tally.add(Left.EMPTY, words=shown_text(content))
        return True

    def _is_grey(self, content: Any) -> bool:
        styles = (value(run.find(f"{W}rPr"), "rStyle") for run in content.iter(f"{W}r") if shown_text(run).strip())
        return all(self.reading.styles.name_of(one) == "placeholder text" for one in styles)

    def tags(self, element: Any) -> list[str]:
        """The mark of a content control."""
        tag = value(element.find(f"{W}sdtPr"), "tag")
        return [tag] if tag else []

    def bookmark(self, element: Any) -> list[str]:
        """The name of a bookmark, but for those that Word makes itself."""
        name = element.get(f"{W}name", "")
        return [name] if name and not name.startswith("_") else []

    def comment_begins(self, element: Any) -> None:
        """From here on words are what a remark is about."""
        key = element.get(ID, "")
        if key not in self.reading.about:
            self.reading.begin_remark(key, key)
            self._comments.append(key)

    def take_comments(self) -> list[str]:
        """The remarks that began since a paragraph last asked."""
        taken, self._comments = self._comments, []
        return taken

    def _bookmark_here(self, element: Any) -> None:
        self.mark_next(self.bookmark(element))

    def _comment_ends(self, element: Any) -> None:
        self.reading.end_remark(element.get(ID, ""))

    def _other_file(self, element: Any) -> None:
        self.reading.tally.add(Left.OBJECT)

    def mark_next(self, ids: list[str]) -> None:
        """Marks that stand around what comes now: its first paragraph carries them."""
        self._ids += ids


def _is_end_removed(properties: Any | None) -> bool:
    """True when tracking removed or moved away the end of this paragraph."""
    return properties is not None and has(properties.find(f"{W}rPr"), "del", "moveFrom")


_AROUND = frozenset({f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo", f"{W}txbxContent"})
_BESIDE: dict[str, Callable[[WordStory, Any], None]] = {
    f"{W}bookmarkStart": WordStory._bookmark_here,
    f"{W}commentRangeStart": WordStory.comment_begins,
    f"{W}commentRangeEnd": WordStory._comment_ends,
    f"{W}altChunk": WordStory._other_file,
}
