"""The words of one paragraph of Word: runs, links, fields, marks of notes, and what hangs on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from forms.richtext import Run
from portal.domain.intake.counting import raised
from portal.domain.intake.docx.around import Around
from portal.domain.intake.docx.fields import is_page_number, link_of, shown_by_form
from portal.domain.intake.docx.names import ID, MC, M, R, W, chosen_of, shown_text
from portal.domain.intake.docx.styles import WordLook
from portal.domain.intake.drafts import DraftParagraph
from portal.domain.intake.symbols import sign_of
from portal.domain.intake.tally import Left

_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_TEXTS = frozenset({f"{W}t", f"{M}t"})


class WordLine:
    """Reads one paragraph into its draft. What stands beside it (boxes, notes) is given to its story."""

    def __init__(self, story: Around, draft: DraftParagraph, style: str | None) -> None:
        self._story = story
        self._reading = story.reading
        self._draft = draft
        self._style = style
        self._href: str | None = None
        # What the words before these were left out for: what goes on is counted once.
        self._left_before: Left | None = None

    def read(self, parent: Any) -> None:
        """Read the children of a paragraph, or of what stands around words in it."""
        for child in parent:
            act = _ACTS.get(child.tag)
            if act is not None:
                act(self, child)

    # Around words -----------------------------------------------------------------------------------------------

    def _run(self, run: Any) -> None:
        look = self._reading.styles.look(self._style, run.find(f"{W}rPr"))
        for child in run:
            self._part(child, look)

    def _link(self, element: Any) -> None:
        relation = self._reading.parts.relations(self._story.part).get(element.get(f"{R}id", ""))
        outer, self._href = self._href, relation.target if relation and relation.is_outside else None
        self.read(element)
        self._href = outer

    def _simple_field(self, element: Any) -> None:
        instruction = element.get(f"{W}instr", "")
        if self._story.leaves_pages and is_page_number(instruction):
            return
        outer, self._href = self._href, link_of(instruction) or self._href
        self.read(element)
        self._href = outer

    def _content_control(self, element: Any) -> None:
        content = element.find(f"{W}sdtContent")
        if content is None or self._story.is_placeholder(element, content):
            return
        self._draft.ids += self._story.tags(element)
        self.read(content)

    def _inserted(self, element: Any) -> None:
        self._tell(Left.INSERTED, element, shown_text(element))
        self.read(element)

    def _moved_here(self, element: Any) -> None:
        self._tell(Left.MOVED, element, shown_text(element))
        self.read(element)

    def _removed(self, element: Any) -> None:
        self._tell(Left.REMOVED, element, "".join(one.text or "" for one in element.iter(f"{W}delText")))

    def _tell(self, kind: Left, element: Any, words: str) -> None:
        """Word cuts what was changed at once in several pieces: those are counted together."""
        before = element.getprevious()
        goes_on = before is not None and before.tag == element.tag
        if words.strip() or goes_on:
            self._reading.tally.add(kind, self._draft.place, words, goes_on=goes_on)

    def _alternatives(self, element: Any) -> None:
        chosen = chosen_of(element)
        if chosen is not None:
            self.read(chosen)

    def _formula(self, element: Any) -> None:
        self._say("".join(one.text or "" for one in element.iter(f"{M}t")), WordLook())

    # Marks ------------------------------------------------------------------------------------------------------

    def _bookmark(self, element: Any) -> None:
        self._draft.ids += self._story.bookmark(element)

    def _comment_begins(self, element: Any) -> None:
        self._story.comment_begins(element)
        self._draft.comments += self._story.take_comments()

    def _comment_ends(self, element: Any) -> None:
        self._reading.end_remark(element.get(ID, ""))

    # In a run ---------------------------------------------------------------------------------------------------

    def _part(self, element: Any, look: WordLook) -> None:
        tag = element.tag
        if tag in _TEXTS:
            self._say(element.text or "", look)
        elif tag in _SIGNS:
            self._say(_SIGNS[tag], look)
        elif tag in _IN_RUN:
            _IN_RUN[tag](self, element, look)

    def _say(self, text: str, look: WordLook) -> None:
        fields = self._story.fields
        if not text or not fields.shows or (self._story.leaves_pages and fields.counts_pages):
            return
        if look.hidden or look.struck:
            self._leave(Left.HIDDEN if look.hidden else Left.STRUCK, text)
            return
        shown = text.replace("\n", " ") if text != "\n" else text
        self._draft.runs.append(Run(raised_text(shown, look), look.bold, look.italic, self._href or fields.href))
        self._reading.said(shown)
        self._left_before = None

    def _leave(self, kind: Left, text: str) -> None:
        goes_on = self._left_before is kind
        if text.strip() or goes_on:
            self._reading.tally.add(kind, self._draft.place, text, goes_on=goes_on)
            self._left_before = kind

    def _symbol(self, element: Any, look: WordLook) -> None:
        sign = sign_of(element.get(f"{W}char", ""), element.get(f"{W}font", ""))
        if sign:
            self._say(sign, look)
        else:
            self._reading.tally.add(Left.SIGN, self._draft.place)

    def _field_mark(self, element: Any, look: WordLook) -> None:
        self._say(shown_by_form(element.find(f"{W}ffData")), look)
        self._story.fields.take(element)

    def _instruction(self, element: Any, look: WordLook) -> None:
        self._story.fields.instruct(element.text or "")

    def _note(self, element: Any, look: WordLook) -> None:
        if look.hidden or not self._story.fields.shows:
            return
        mark = self._story.note(element)
        if element.get(f"{W}customMarkFollows") not in {"1", "true"}:
            self._say(mark, WordLook())

    def _own_mark(self, element: Any, look: WordLook) -> None:
        self._say(f"{self._story.mark} " if self._story.mark else "", WordLook())

    def _comment_mark(self, element: Any, look: WordLook) -> None:
        """A remark may be at a point instead of beside words."""
        if element.get(ID, "") not in self._reading.about:
            self._story.comment_begins(element)
            self._draft.comments += self._story.take_comments()
        self._reading.end_remark(element.get(ID, ""))

    def _drawing(self, element: Any, look: WordLook) -> None:
        if not look.hidden:
            self._story.drawing(element, self._draft)

    def _either(self, element: Any, look: WordLook) -> None:
        chosen = chosen_of(element)
        for child in () if chosen is None else chosen:
            self._part(child, look)

    def _ruby(self, element: Any, look: WordLook) -> None:
        for name in ("rubyBase", "rt"):
            for part in element.findall(f"{W}{name}"):
                self.read(part)


def raised_text(text: str, look: WordLook) -> str:
    """Figures that stand high keep looking so: "m²", and a note that somebody typed."""
    return raised(text) if look.raised and text.strip().isdecimal() else text


_ACTS: dict[str, Callable[[WordLine, Any], None]] = {
    f"{W}r": WordLine._run,
    f"{W}hyperlink": WordLine._link,
    f"{W}fldSimple": WordLine._simple_field,
    f"{W}sdt": WordLine._content_control,
    f"{W}ins": WordLine._inserted,
    f"{W}moveTo": WordLine._moved_here,
    f"{W}del": WordLine._removed,
    f"{MC}AlternateContent": WordLine._alternatives,
    f"{M}oMath": WordLine._formula,
    f"{M}oMathPara": WordLine._formula,
    f"{W}bookmarkStart": WordLine._bookmark,
    f"{W}commentRangeStart": WordLine._comment_begins,
    f"{W}commentRangeEnd": WordLine._comment_ends,
    **dict.fromkeys((f"{W}smartTag", f"{W}customXml", f"{W}bdo", f"{W}dir"), WordLine.read),
}

_IN_RUN: dict[str, Callable[[WordLine, Any, WordLook], None]] = {
    f"{W}sym": WordLine._symbol,
    f"{W}fldChar": WordLine._field_mark,
    f"{W}instrText": WordLine._instruction,
    f"{W}footnoteReference": WordLine._note,
    f"{W}endnoteReference": WordLine._note,
    f"{W}footnoteRef": WordLine._own_mark,
    f"{W}endnoteRef": WordLine._own_mark,
    f"{W}commentReference": WordLine._comment_mark,
    f"{W}drawing": WordLine._drawing,
    f"{W}pict": WordLine._drawing,
    f"{W}object": WordLine._drawing,
    f"{MC}AlternateContent": WordLine._either,
    f"{W}ruby": WordLine._ruby,
}
