"""The words of one paragraph of OpenDocument, and what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Protocol

from forms.richtext import Run
from portal.domain.intake.counting import raised
from portal.domain.intake.drafts import DraftParagraph
from portal.domain.intake.odt.names import DRAW, FORM, LOEXT, OFFICE, SVG, TEXT, XLINK, whole, words_of_element
from portal.domain.intake.odt.reading import OdtReading
from portal.domain.intake.odt.styles import OdtStyle, OdtStyles
from portal.domain.intake.tally import Left

_SPACES = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 20


class OdtAround(Protocol):
    """The story that a line stands in."""

    reading: OdtReading
    styles: OdtStyles
    mark: str
    leaves_pages: bool

    def drawing(self, element: Any, draft: DraftParagraph) -> None: ...
    def note(self, element: Any) -> str: ...
    def comment(self, element: Any, draft: DraftParagraph) -> None: ...


class OdtLine:
    """Reads one paragraph into its draft."""

    def __init__(self, story: OdtAround, draft: DraftParagraph, style: OdtStyle) -> None:
        self._story = story
        self._reading = story.reading
        self._draft = draft
        self._style = style
        self._href: str | None = None
        self._left_before: Left | None = None

    def read(self, element: Any) -> None:
        """Read an element and what stands in it, in order."""
        self._say(_SPACES.sub(" ", element.text or ""))
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _UNSEEN:
                _ACTS.get(child.tag, _others)(self, child)
            self._say(_SPACES.sub(" ", child.tail or ""))

    def _say(self, text: str) -> None:
        if not text:
            return
        style = self._style
        if style.hidden or style.struck:
            self._leave(Left.HIDDEN if style.hidden else Left.STRUCK, text)
            return
        shown = raised(text) if style.raised and text.strip().isdecimal() else text
        self._draft.runs.append(Run(shown, bool(style.bold), bool(style.italic), self._href))
        self._reading.said(shown)
        self._left_before = None

    def _leave(self, kind: Left, text: str) -> None:
        goes_on = self._left_before is kind
        if text.strip() or goes_on:
            self._reading.tally.add(kind, self._draft.place, text, goes_on=goes_on)
            self._left_before = kind

    def _span(self, element: Any) -> None:
        outer = self._style
        self._style = self._story.styles.of("text", element.get(f"{TEXT}style-name")).over(outer)
        self.read(element)
        self._style = outer

    def _link(self, element: Any) -> None:
        outer, self._href = self._href, element.get(f"{XLINK}href")
        self._span(element)
        self._href = outer

    def _space(self, element: Any) -> None:
        self._say(" " * whole(element.get(f"{TEXT}c"), 1, _MOST_SPACES))

    def _tab(self, element: Any) -> None:
        self._say("\t")

    def _line_end(self, element: Any) -> None:
        self._say("\n")

    def _page(self, element: Any) -> None:
        if not self._story.leaves_pages:
            self.read(element)

    def _note(self, element: Any) -> None:
        outer, self._style = self._style, OdtStyle()
        self._say(self._story.note(element))
        self._style = outer

    def _comment(self, element: Any) -> None:
        self._story.comment(element, self._draft)

    def _comment_ends(self, element: Any) -> None:
        self._reading.end_remark(element.get(f"{OFFICE}name", ""))

    def _bookmark(self, element: Any) -> None:
        name = element.get(f"{TEXT}name", "")
        if name and not name.startswith("_"):
            self._draft.ids.append(name)

    def _content_control(self, element: Any) -> None:
        if element.get(f"{LOEXT}showing-place-holder") == "true":
            self._empty(element)
            return
        tag = element.get(f"{LOEXT}tag")
        self._draft.ids += [tag] if tag else []
        self.read(element)

    def _empty(self, element: Any) -> None:
        self._reading.tally.add(Left.EMPTY, self._draft.place, words_of_element(element))

    def _may_be_hidden(self, element: Any) -> None:
        if element.get(f"{TEXT}is-hidden") == "true":
            self._leave(Left.HIDDEN, words_of_element(element))
        else:
            self.read(element)

    def other(self, element: Any) -> None:
        """A drawing hangs on the paragraph; anything else is a field, of which the text is shown."""
        if element.tag.startswith(DRAW):
            self._story.drawing(element, self._draft)
        elif not element.tag.startswith((FORM, SVG)):
            self.read(element)


def _others(line: OdtLine, element: Any) -> None:
    line.other(element)


_UNSEEN = frozenset(
    {f"{TEXT}number", f"{TEXT}script", f"{TEXT}tracked-changes", f"{OFFICE}event-listeners", f"{OFFICE}forms"}
)
_ACTS: dict[str, Callable[[OdtLine, Any], None]] = {
    f"{TEXT}span": OdtLine._span,
    f"{TEXT}a": OdtLine._link,
    f"{TEXT}s": OdtLine._space,
    f"{TEXT}tab": OdtLine._tab,
    f"{TEXT}line-break": OdtLine._line_end,
    f"{TEXT}page-number": OdtLine._page,
    f"{TEXT}page-count": OdtLine._page,
    f"{TEXT}note": OdtLine._note,
    f"{OFFICE}annotation": OdtLine._comment,
    f"{OFFICE}annotation-end": OdtLine._comment_ends,
    f"{TEXT}bookmark": OdtLine._bookmark,
    f"{TEXT}bookmark-start": OdtLine._bookmark,
    f"{LOEXT}content-control": OdtLine._content_control,
    f"{TEXT}placeholder": OdtLine._empty,
    f"{TEXT}hidden-text": OdtLine._may_be_hidden,
}
