"""What reading a file gave: words of somebody with their place, labels that were seen, comments."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from forms.spec import Section
from portal.domain.intake.document import Comment
from portal.domain.intake.recognise.places import PlanPlace


class How(StrEnum):
    """By what a part was found."""

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
    """Words of somebody: a paragraph, or what is left of one. `place` is where they go, None for nowhere."""

    place: PlanPlace | None
    text: str
    where: str
    words: int
    depth: int = 0
    sign: str = ""


@dataclass(frozen=True)
class SaidTable:
    """A table of somebody: its cells, and how many words of the file each row has. The first row may hold heads."""

    place: PlanPlace | None
    grid: tuple[tuple[str, ...], ...]
    words: tuple[int, ...]
    where: str
    # The heads are the format's own words: they were counted as such.
    has_own_heads: bool = False


@dataclass(frozen=True)
class SaidBeside:
    """A comment of Word, and where the words are that it is about."""

    place: PlanPlace | None
    comment: Comment


@dataclass
class Walked:
    """What reading a file gave. `own_words` counts the words of the format."""

    said: list[SaidLines | SaidTable] = field(default_factory=list)
    seen: list[Sighting] = field(default_factory=list)
    beside: list[SaidBeside] = field(default_factory=list)
    own_words: int = 0
