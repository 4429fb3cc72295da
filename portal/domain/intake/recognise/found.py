"""What reading a file gave: words of somebody with their place, labels that were seen, comments."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from forms.marks import Mark
from forms.spec import Section
from portal.domain.intake.document import Comment
from portal.domain.intake.recognise.places import PlanPlace


class How(StrEnum):
    """By what a part was found."""

    MARK = "merk"
    CELL = "cel"
    HEADING = "kop"
    LINE = "regel"
    GUIDANCE = "toelichting"
    COLUMNS = "kolommen"


@dataclass(frozen=True)
class Sighting:
    """The label of a part as it stands in the file, how alike it is (0–100), and how much was said before it."""

    section: Section
    how: How
    score: float
    words: str
    where: str
    before: int = 0


@dataclass(frozen=True)
class SaidLines:
    """Words of somebody: a paragraph, or what is left of one. `place` is where they go, None for nowhere.

    `row` counts the rows that stand under each other as text in a file of ours, from 1; `mark` says which row it is.
    """

    place: PlanPlace | None
    text: str
    where: str
    words: int
    depth: int = 0
    sign: str = ""
    row: int = 0
    mark: Mark | None = None


@dataclass(frozen=True)
class SaidTable:
    """A table of somebody: its cells, and how many words of the file each row has. The first row may hold heads."""

    place: PlanPlace | None
    grid: tuple[tuple[str, ...], ...]
    words: tuple[int, ...]
    where: str
    # The heads are the format's own words: they were counted as such.
    has_own_heads: bool = False
    # Of a list in a file of ours, for each row of the grid: which row of the plan it is. Nothing for any other table.
    marks: tuple[Mark | None, ...] = ()
    # For each row of the grid whether it is one cell over all columns. Nothing for a table that has none.
    wide: tuple[bool, ...] = ()


@dataclass(frozen=True)
class SaidBeside:
    """A comment of Word, and where the words are that it is about."""

    place: PlanPlace | None
    comment: Comment


@dataclass
class Walked:
    """What reading a file gave. `own_words` counts the words of the format.

    Of a file of ours: `made_at` is when (in ISO form), `made_from` are the marks of what it says of each place,
    `highest` the highest number of a row that its lists had, `renamed` the parts whose label somebody changed, with
    what it says now.
    """

    said: list[SaidLines | SaidTable] = field(default_factory=list)
    seen: list[Sighting] = field(default_factory=list)
    beside: list[SaidBeside] = field(default_factory=list)
    own_words: int = 0
    made_at: str = ""
    made_from: dict[str, Mark] = field(default_factory=dict)
    highest: dict[str, int] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
