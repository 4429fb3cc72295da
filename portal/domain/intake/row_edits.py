"""What somebody did in a file to the rows of a list, beside what was done to them in the portal meanwhile.

Rows are known by their marks: one that stands elsewhere was moved, one that is not there any more was removed. A field
that only one of both changed is merged; what both changed in another way asks a choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from portal.domain.intake.moved import moved_in
from portal.domain.review.compare import TextDiff

# The words of a row, by its fields, as they are printed.
Words = Mapping[str, str]


class RowWas(StrEnum):
    """What a file does to a row."""

    CHANGED = "gewijzigd"
    MOVED = "verplaatst"
    NEW = "nieuw"
    REMOVED = "weg"
    # The file changed it, and in the portal it was removed meanwhile.
    REMOVED_HERE = "verwijderd"


@dataclass(frozen=True)
class WordRow:
    """A row of a file: which row of the plan it is (0: none), in which revision and place it was, and its words."""

    row_id: int
    revision: int
    place: int
    words: Words
    # Where it is in what was read, for who needs more of it than words.
    source: int = 0


@dataclass(frozen=True)
class PlanRowNow:
    """A row of the plan as it is now."""

    row_id: int
    words: Words


@dataclass(frozen=True)
class FieldEdit:
    """A field that the file changed: as it is now, as the file has it. `clashes`: the portal changed it too."""

    now: str
    file: str
    clashes: bool = False

    @property
    def diff(self) -> TextDiff:
        """What would change in it."""
        return TextDiff(self.now, self.file)


@dataclass(frozen=True)
class RowEdit:
    """What the file does to one row. `title` are the words that people know it by, `behind` those of the row that the
    file has before it ("" at the top).
    """

    was: RowWas
    row_id: int
    title: str
    fields: Mapping[str, FieldEdit] = field(default_factory=dict)
    source: int = -1
    is_moved: bool = False
    behind: str = ""

    @property
    def clashes(self) -> bool:
        """True when somebody must choose: both changed it."""
        return self.was is RowWas.REMOVED_HERE or any(one.clashes for one in self.fields.values())


@dataclass(frozen=True)
class ListEdit:
    """All that a file does to a list. `order` are the rows as the file has them: ids, and below 0 the new ones."""

    edits: tuple[RowEdit, ...]
    order: tuple[int, ...]

    @property
    def clashes(self) -> list[RowEdit]:
        """What asks a choice."""
        return [one for one in self.edits if one.clashes]

    def of(self, *kinds: RowWas) -> list[RowEdit]:
        """The edits of these kinds."""
        return [one for one in self.edits if one.was in kinds]


@dataclass(frozen=True)
class ListNow:
    """A list of the plan: its rows, and what they were. `before` gives the words of a row in a revision, None when
    nobody knows them any more; `removed` holds the rows that were taken out. `highest` is the highest number that a row
    had when the file was made. `title` is the field that people know a row by.
    """

    rows: Sequence[PlanRowNow]
    removed: Mapping[int, Words]
    before: Callable[[int, int], Words | None]
    highest: int
    title: str
    same: Callable[[str, str, str], bool]


def list_edit(now: ListNow, found: Sequence[WordRow]) -> ListEdit:
    """What the rows of a file do to a list."""
    rows = _each_once(now, found)
    present = {one.row_id: one.words for one in now.rows}
    moved = moved_in([(one.row_id, one.place) for one in rows if one.row_id in present])
    made = [_edit(now, one, present, is_moved=one.row_id in moved) for one in rows]
    before = ["", *(one.words.get(now.title, "") for one in rows)]
    edits = [replace(one, behind=behind) for one, behind in zip(made, before, strict=False) if one]
    seen = {one.row_id for one in rows}
    gone = [
        RowEdit(RowWas.REMOVED, one.row_id, one.words.get(now.title, ""))
        for one in now.rows
        if one.row_id not in seen and one.row_id <= now.highest
    ]
    order = tuple(one.row_id or -1 - one.source for one in rows)
    return ListEdit((*edits, *gone), order)


def _each_once(now: ListNow, found: Sequence[WordRow]) -> list[WordRow]:
    """Each row of the plan once: of a row that somebody copied the one that changed least is the row, others are new.

    A row without a mark that says what a row of the plan says, is that row.
    """
    known = {one.row_id for one in now.rows} | set(now.removed)
    best: dict[int, WordRow] = {}
    for one in found:
        if one.row_id in known:
            before = best.get(one.row_id)
            best[one.row_id] = one if before is None or _is_nearer(now, one, before) else before
    taken = set(best)
    rows = []
    for one in found:
        if best.get(one.row_id) is one:
            rows.append(one)
            continue
        row_id = next((it.row_id for it in now.rows if it.row_id not in taken and _says(now, it.words, one.words)), 0)
        taken.add(row_id)
        rows.append(WordRow(row_id, 0, one.place if row_id == one.row_id else 0, one.words, one.source))
    return rows


def _is_nearer(now: ListNow, one: WordRow, other: WordRow) -> bool:
    words = now.before(one.row_id, one.revision) or now.removed.get(one.row_id) or {}
    return len(_changed(now, words, one.words)) < len(_changed(now, words, other.words))


def _says(now: ListNow, words: Words, other: Words) -> bool:
    return not _changed(now, words, other)


def _changed(now: ListNow, words: Words, other: Words) -> list[str]:
    return [name for name, text in other.items() if not now.same(name, words.get(name, ""), text)]


def _edit(now: ListNow, one: WordRow, present: Mapping[int, Words], *, is_moved: bool) -> RowEdit | None:
    title = one.words.get(now.title, "")
    if not one.row_id:
        return RowEdit(RowWas.NEW, 0, title, _all_of(one.words), one.source)
    before = now.before(one.row_id, one.revision) if one.revision else present.get(one.row_id)
    if one.row_id not in present:
        was_changed = _changed(now, before or now.removed[one.row_id], one.words)
        return RowEdit(RowWas.REMOVED_HERE, one.row_id, title, _all_of(one.words), one.source) if was_changed else None
    fields = dict(_fields(now, before, present[one.row_id], one.words))
    if fields:
        return RowEdit(RowWas.CHANGED, one.row_id, title, fields, one.source, is_moved)
    return RowEdit(RowWas.MOVED, one.row_id, title, {}, one.source, is_moved=True) if is_moved else None


def _all_of(words: Words) -> dict[str, FieldEdit]:
    return {name: FieldEdit("", text) for name, text in words.items() if text.strip()}


def _fields(now: ListNow, before: Words | None, present: Words, file: Words) -> Iterable[tuple[str, FieldEdit]]:
    """The fields that the file changed. What it was made from being unknown, all that differs may be of both."""
    for name, text in file.items():
        mine = present.get(name, "")
        if now.same(name, mine, text):
            continue
        was = None if before is None else before.get(name, "")
        if was is not None and now.same(name, was, text):
            continue
        yield name, FieldEdit(mine, text, clashes=was is None or not now.same(name, was, mine))
