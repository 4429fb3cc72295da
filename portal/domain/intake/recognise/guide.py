"""What the invisible marks of a file say about where its words go. Marks of another plan say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from forms.marks import Mark, key_name, words_check
from forms.plan_marks import ROW_MARKS, Marked
from forms.spec import Format, Section
from portal.domain.intake.document import ReadParagraph, ReadRow
from portal.domain.intake.marks import marks_in, marks_of_row, own_marks_of_row
from portal.domain.intake.recognise.places import PlanPlace, places_of

_LIST_MARKS = frozenset(ROW_MARKS.values())
# Rows that stand in a table; those of other lists stand under each other as text.
_TABLE_MARKS = frozenset({Marked.ACTIE, Marked.MIJLPAAL, Marked.GEREED})


@dataclass(frozen=True)
class Guide:
    """The marks of one plan. `owner` is whose marks count, "" for a file without."""

    format: Format
    owner: str = ""
    # What the portal puts above each page of a plan begins so.
    plan_name: str = ""
    # Other lines that it puts there.
    own_lines: tuple[str, ...] = ()
    _sections: Mapping[str, Section] = field(init=False)
    _places: Mapping[str, PlanPlace] = field(init=False)

    def __post_init__(self) -> None:
        places = places_of(self.format)
        by_kind = {ROW_MARKS[one.question.kind].value: one for one in places.all if one.is_list}
        by_key = {key_name(one.question.key): one for one in places.all if not one.is_national_goal}
        object.__setattr__(self, "_sections", {key_name(one.key): one for one in self.format.sections})
        object.__setattr__(self, "_places", by_key | by_kind)

    def of(self, one: ReadParagraph) -> list[Mark]:
        """The marks of a paragraph."""
        return self._ours(marks_in(one.ids)) if one.ids and self.owner else []

    def marks_of(self, row: ReadRow) -> list[Mark]:
        """The marks in a row of a table."""
        return self._ours(marks_of_row(row)) if self.owner else []

    def _ours(self, marks: Iterable[Mark]) -> list[Mark]:
        return [mark for mark in marks if mark.owner == self.owner]

    def place(self, mark: Mark) -> PlanPlace | None:
        """Where what carries this mark goes: an answer, or a row of a list."""
        if mark.kind == Marked.VRAAG:
            return self._places.get(mark.name)
        return self._places.get(Marked.MIJLPAAL.value if mark.kind == Marked.GEREED else mark.kind)

    def section(self, mark: Mark) -> Section | None:
        """The part that a mark of a part, an answer or a row stands in."""
        if mark.kind == Marked.DEEL:
            return self._sections.get(mark.name)
        place = self.place(mark)
        return place.section if place else None

    def part(self, row: ReadRow) -> Section | None:
        """The part of which this row of a table holds label and answer; None for any other row."""
        if not self.owner or self.listed_row(row):
            return None
        marks = self.marks_of(row)
        first = sorted(marks, key=lambda mark: mark.kind != Marked.DEEL)
        return next((found for mark in first if (found := self.section(mark))), None)

    def listed_row(self, row: ReadRow) -> Mark | None:
        """The mark of a row of a list that is a table; None for any other row."""
        if not self.owner:
            return None
        marks = self._ours(own_marks_of_row(row))
        return next((mark for mark in marks if mark.kind in _TABLE_MARKS and not is_of_part(marks)), None)


def is_above_pages(guide: Guide, one: ReadParagraph) -> bool:
    """True for a line that the portal puts above each page of the file of a plan."""
    if not guide.owner or one.place != "koptekst":
        return False
    starts = bool(guide.plan_name) and one.text.startswith(f"{guide.plan_name} · ")
    return starts or one.text.strip() in guide.own_lines


def is_of_part(marks: Iterable[Mark]) -> bool:
    """True when a label or an answer carries one of these."""
    return any(mark.kind in (Marked.DEEL, Marked.VRAAG) for mark in marks)


def is_row(mark: Mark) -> bool:
    """True for the mark of a row of a list."""
    return mark.kind in _LIST_MARKS


def says_so_still(mark: Mark, words: str) -> bool:
    """True when the words that the portal wrote are there unchanged."""
    return mark.place == words_check(words)
