"""The marks in the file of a plan: its parts, questions and rows, each in the revision that the file was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from forms.marks import Mark, key_name, words_check
from forms.spec import Kind, Section


class Marked(StrEnum):
    """What a mark of a plan is about."""

    # The file: its revision is the minute it was made in.
    STUK = "s"
    # A part: its revision is the highest number that a row of its list had, 0 without a list.
    DEEL = "d"
    VRAAG = "v"
    PARTIJ = "p"
    DOEL = "g"
    ACTIE = "a"
    MIJLPAAL = "m"
    # The line of figures below a goal, and the line in the planning of an action that is a milestone.
    CIJFERS = "c"
    GEREED = "r"
    # Words of the portal itself, and those before a list: above the national goal, and above the others.
    VAST = "x"
    LANDELIJK = "n"
    OVERIGE = "o"


# What nobody is to change: the place of such a mark is a check of its words.
OWN_WORDS = frozenset({Marked.CIJFERS, Marked.GEREED, Marked.VAST, Marked.LANDELIJK, Marked.OVERIGE, Marked.DEEL})


ROW_MARKS: Mapping[Kind, Marked] = {
    Kind.PARTIJEN: Marked.PARTIJ,
    Kind.DOELSTELLINGEN: Marked.DOEL,
    Kind.ACTIES: Marked.ACTIE,
    Kind.MIJLPALEN: Marked.MIJLPAAL,
}


def plan_owner(plan_id: int) -> str:
    """Whose marks they are."""
    return f"p{plan_id}"


@dataclass(frozen=True)
class PlanMarks:
    """How a plan was when its file was made: revisions of answers by question, of rows by kind and id."""

    owner: str
    made_at: datetime
    answers: Mapping[str, int] = field(default_factory=dict)
    rows: Mapping[tuple[Kind, int], int] = field(default_factory=dict)

    def document(self) -> Mark:
        """Of the whole file."""
        return self._mark(Marked.STUK, "0", int(self.made_at.timestamp()) // 60)

    def part(self, section: Section) -> Mark:
        """Of the label of a part."""
        kinds = {one.kind for one in section.questions}
        highest = max((number for kind, number in self.rows if kind in kinds), default=0)
        return self._mark(Marked.DEEL, key_name(section.key), highest, words_check(section.heading))

    def question(self, key: str) -> Mark:
        """Of what was answered."""
        return self._mark(Marked.VRAAG, key_name(key), self.answers.get(key, 0))

    def row(self, kind: Kind, number: int, place: int) -> Mark | None:
        """Of a row; None for one that is not in the plan, such as the empty row of an empty list."""
        revision = self.rows.get((kind, number))
        return None if revision is None else self._mark(ROW_MARKS[kind], str(number), revision, place)

    def about(self, what: Marked, kind: Kind, number: int, words: str) -> Mark | None:
        """Of a line that the portal makes of a row."""
        revision = self.rows.get((kind, number))
        return None if revision is None else self._mark(what, str(number), revision, words_check(words))

    def fixed(self, words: str, what: Marked = Marked.VAST) -> Mark:
        """Of words that nobody typed."""
        return self._mark(what, "0", 0, words_check(words))

    def _mark(self, what: Marked, name: str, revision: int = 0, place: int = 0) -> Mark:
        return Mark(self.owner, what.value, name, revision, place)
