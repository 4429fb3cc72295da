"""Where the reading of a file is: under which part, and where its next words go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, datetime

from forms.cleaning import has_words
from forms.consent_heads import INSTEMMING
from forms.plan_marks import Marked
from forms.spec import Kind
from portal.domain.intake.document import ReadBlock, ReadParagraph, ReadTable
from portal.domain.intake.recognise.found import How, SaidBeside, SaidLines, Sighting, Walked
from portal.domain.intake.recognise.guide import Guide, is_above_pages, says_so_still
from portal.domain.intake.recognise.own_words import OwnText, Says, own_texts
from portal.domain.intake.recognise.peel import Peeled, Peeler, Position
from portal.domain.intake.recognise.places import PlanPlace, places_of
from portal.domain.intake.recognise.words import how_many

# A bold line counts as a heading below all others.
_BOLD_LEVEL, _BOLD_WORDS = 9, 10
# What may stand between words of the format and an answer behind them.
_BETWEEN = " \t\n:;.?–-)]"


class Walker:
    """Where the reading is: under which part, and where words go."""

    def __init__(self, guide: Guide, loose: Collection[str], read_table: TableReader) -> None:
        self.guide, format_ = guide, guide.format
        self.places = places_of(format_)
        self.peeler = Peeler(own_texts(format_))
        self.loose = loose
        self.read_table = read_table
        self.found = Walked()
        self.place: PlanPlace | None = None
        self.level = 0

    def read(self, blocks: Sequence[ReadBlock], position: Position = Position.TEXT, *, inside: bool = False) -> None:
        """Read paragraphs and tables in their order."""
        for block in blocks:
            if isinstance(block, ReadParagraph):
                self.read_paragraph(block, position, inside=inside)
            else:
                self.read_table(self, block, inside)

    def read_paragraph(self, one: ReadParagraph, position: Position = Position.TEXT, *, inside: bool = False) -> bool:
        """Read a paragraph; True when it holds words of the format."""
        if not one.text.strip():
            self.tell_comments(one)
            return False
        if not inside and self._is_ours(one):
            self.found.own_words += how_many(one.text)
            return True
        at = max(position, self._position(one))
        peeled = self.accepted(one, self.peeler.peel(one.text, at), at, inside=inside)
        back = self.place
        if peeled:
            back = self._go_to(one, peeled, at)
        elif one.level and not inside and self.place is not None and one.level <= (self.level or 1):
            self.place = None
        self._say(one, peeled.end if peeled else 0, at)
        self.tell_comments(one)
        if peeled:
            self.place = back
        return peeled is not None

    def _is_ours(self, one: ReadParagraph) -> bool:
        """True for a line of the portal itself outside the parts, and for what it puts above each page."""
        marks = self.guide.of(one)
        for mark in (mark for mark in marks if mark.kind == Marked.STUK):
            self.found.made_at = datetime.fromtimestamp(mark.revision * 60, UTC).isoformat()
        if any(mark.kind == Marked.VAST and says_so_still(mark, one.text) for mark in marks):
            return True
        if self.guide.owner and one.level and one.text.strip() == INSTEMMING:
            return True
        return is_above_pages(self.guide, one)

    def _position(self, one: ReadParagraph) -> Position:
        if one.level:
            return Position.HEADING
        marked = one.markdown.strip()
        is_bold = marked.startswith("**") and marked.endswith("**") and how_many(one.text) <= _BOLD_WORDS
        return Position.BOLD if is_bold else Position.TEXT

    def accepted(self, one: ReadParagraph, peeled: Peeled, at: Position, *, inside: bool) -> Peeled | None:
        """What was peeled, when it means what it says here: a line in a text may be called as a part is."""
        if not peeled.found:
            return None
        first = peeled.found[0].own
        if first.says in (Says.FACT, Says.QUESTION):
            is_here = self.place is not None and first.section is self.place.section
            return peeled if is_here or first.is_long else None
        if first.says is not Says.LABEL or peeled.has_guidance:
            return peeled if first.is_long or peeled.is_whole or peeled.has_guidance else None
        is_sure = at is Position.LABEL or (at is Position.HEADING and not inside)
        return peeled if is_sure or (first.section and first.section.key in self.loose) else None

    def _go_to(self, one: ReadParagraph, peeled: Peeled, at: Position) -> PlanPlace | None:
        """Go where the words of the format lead; returns where to go on behind this paragraph."""
        back = self.place
        for begins in peeled.found:
            self._turn(begins.own, one)
            is_fact = begins.own.says is Says.FACT
            back = back if is_fact else self.place
            if begins.own.says is Says.LABEL and begins.own.section:
                self.level = one.level or (_BOLD_LEVEL if at is Position.BOLD else 0)
                words, before = one.text[: peeled.end].strip(), len(self.found.said)
                seen = Sighting(begins.own.section, _how(at), begins.score, words, one.place, before)
                self.found.seen.append(seen)
        return back

    def _turn(self, own: OwnText, one: ReadParagraph) -> None:
        section, question = own.section, own.question
        if own.says is Says.BLOCK:
            self.place = None
        if section is None:
            return
        if own.says is Says.GUIDANCE:
            if self.place is None or self.place.section is not section:
                self.found.seen.append(Sighting(section, How.GUIDANCE, 100.0, "", one.place))
                self.place = self.places.main(section)
        elif own.says is Says.NATIONAL:
            self.place = self.places.national(section)
        elif own.says in (Says.FACT, Says.QUESTION) and question:
            self.place = self.places.by_key[question.key]
        else:
            self.place = self.places.main(section)

    def _say(self, one: ReadParagraph, start: int, at: Position) -> None:
        rest = one.text[start:]
        bare = rest.lstrip(_BETWEEN).strip() if start else rest.strip()
        words = how_many(bare) if not start or has_words(bare) else 0
        self.found.own_words += how_many(one.text) - words
        if not words:
            return
        place = self._beside_label() if at is Position.LABEL else self.place
        text = bare if start else one.markdown
        self.found.said.append(SaidLines(place, text, one.place, words, 0 if start else one.depth, one.sign))
        self._go_on(place)

    def _beside_label(self) -> PlanPlace | None:
        """Words in the cell of a label: an explanation where the part is a list."""
        if self.place is None or not self.place.is_list:
            return self.place
        return self.places.beside(self.place.section) or self.place

    def _go_on(self, place: PlanPlace | None) -> None:
        """Behind the one line of a short text comes the next question of the part."""
        if place is None or place is not self.place or place.question.kind is not Kind.SHORT_TEXT:
            return
        others = list(self._behind(place))
        self.place = others[0] if others else place

    def _behind(self, place: PlanPlace) -> Iterator[PlanPlace]:
        found = self.places.of(place.section)
        return (one for one in found[found.index(place) + 1 :] if one.question.in_format and not one.is_closed)

    def tell_comments(self, one: ReadParagraph) -> None:
        """Keep the comments of a paragraph with the part it stands in."""
        self.found.beside.extend(SaidBeside(self.place, comment) for comment in one.comments)


def _how(at: Position) -> How:
    return {Position.LABEL: How.CELL, Position.HEADING: How.HEADING}.get(at, How.LINE)


# How a table is read; True when it stands in a cell of the format.
TableReader = Callable[[Walker, ReadTable, bool], None]
