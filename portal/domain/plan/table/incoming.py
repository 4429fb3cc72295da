"""A workbook of a list that comes back, beside the list as it is now: what would change, and what must be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from forms.spec import Question
from portal.domain.plan.states import ActieVorm
from portal.domain.plan.table.marks import SHAPE, RowMark
from portal.domain.plan.table.matching import FileRow, Matched
from portal.domain.plan.table.written import Values, cell_of
from portal.domain.review.compare import RowChange, TextDiff

_TYPED = frozenset({"omschrijving", "tekst"})


class Clash(StrEnum):
    """Why a change of the file waits for a person: the row is not what the file started from."""

    NONE = ""
    CHANGED = "gewijzigd"
    REMOVED = "verwijderd"
    ELSEWHERE = "elders"


@dataclass(frozen=True)
class PresentRow:
    """A row of the plan: what its cells would say now, its revision, and who changed it last."""

    row_id: int
    values: Values
    revision: int
    is_removed: bool = False
    who: str = ""
    is_heading: bool = False


@dataclass(frozen=True)
class IncomingRow:
    """A row of the file: which row of the plan it is (0: a new one), which fields it changes, and how that reads.

    `values` are all fields of a new row, of another one those that the file changed. `is_beside`: a colleague changed
    other fields of it, and both changes stay. `copy_of` is the row of the file that it is a copy of.
    """

    file_row: FileRow
    row_id: int
    change: RowChange
    values: Values
    cells: tuple[TextDiff, ...]
    clash: Clash = Clash.NONE
    who: str = ""
    is_moved: bool = False
    is_beside: bool = False
    is_heading: bool = False
    copy_of: int = 0

    @property
    def is_shown(self) -> bool:
        """True when there is something to see."""
        return self.change is not RowChange.SAME or self.is_moved


@dataclass(frozen=True)
class MissingRow:
    """A row of the plan that is not in the file."""

    row_id: int
    cells: tuple[TextDiff, ...]
    is_heading: bool = False


@dataclass
class Incoming:
    """All of it: the rows in the order of the file, those that are not in it, and what a person is told.

    `columns` are the fields that are compared; `mark` is that of the list that the file was compared with.
    """

    columns: tuple[str, ...]
    rows: list[IncomingRow] = field(default_factory=list)
    missing: list[MissingRow] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    # The order of the file is another one; and it is likely meant.
    is_reordered: bool = False
    order_is_meant: bool = False
    mark: str = ""

    def of(self, change: RowChange) -> list[IncomingRow]:
        """The rows to which this happened and about which nothing is asked."""
        return [one for one in self.rows if one.change == change and not one.clash]

    @property
    def asked(self) -> list[IncomingRow]:
        """The rows about which a person must say which words stay."""
        return [one for one in self.rows if one.clash]

    @property
    def moved(self) -> list[IncomingRow]:
        """The rows that stand elsewhere in the file."""
        return [one for one in self.rows if one.is_moved]

    @property
    def has_something(self) -> bool:
        """True when there is anything to take over."""
        return bool(self.missing or self.is_reordered) or any(one.is_shown for one in self.rows)


@dataclass(frozen=True)
class ListBeside:
    """The list as the file is laid beside it: its rows by id, and what each mark went out with."""

    question: Question
    columns: tuple[str, ...]
    present: Mapping[int, PresentRow]
    before: Mapping[RowMark, Values]


def incoming_rows(rows: Sequence[FileRow], matched: Matched, beside: ListBeside) -> list[IncomingRow]:
    """Each row of the file beside the row of the plan that it is."""
    found = []
    for at, (one, row_id) in enumerate(zip(rows, matched.ids, strict=True)):
        present = beside.present.get(row_id)
        row = _known(one, present, beside) if present else _new(one, beside)
        copied = rows[matched.copies[at]].source if at in matched.copies else 0
        found.append(replace(row, copy_of=copied))
    return found


def _new(one: FileRow, beside: ListBeside) -> IncomingRow:
    cells = tuple(_diff(beside.question, name, None, one.values.get(name)) for name in beside.columns)
    heading = one.values.get(SHAPE) == ActieVorm.KOP
    return IncomingRow(one, 0, RowChange.ADDED, one.values, cells, is_heading=heading)


def _known(one: FileRow, present: PresentRow, beside: ListBeside) -> IncomingRow:
    before = _started_from(one, present, beside)
    changed = {name for name, value in one.values.items() if value != before.get(name)}
    values = {name: one.values[name] for name in changed if one.values[name] != present.values.get(name)}
    theirs = {name for name in values if before.get(name) != present.values.get(name)}
    is_ours = one.mark is None or one.mark in beside.before
    after = {**present.values, **values}
    return IncomingRow(
        one,
        present.row_id,
        RowChange.CHANGED if values else RowChange.SAME,
        values,
        tuple(_diff(beside.question, name, present.values.get(name), after.get(name)) for name in beside.columns),
        clash=_clash(values, present, is_ours=is_ours, theirs=theirs),
        who=present.who,
        is_beside=bool(values) and before != present.values and not theirs,
        is_heading=present.is_heading,
    )


def _started_from(one: FileRow, present: PresentRow, beside: ListBeside) -> Values:
    """What the row said when the file was made; as it is now where the file does not tell."""
    if one.mark in beside.before and one.mark and one.mark.row_id == present.row_id:
        return beside.before[one.mark]
    others = (values for mark, values in beside.before.items() if mark.row_id == present.row_id)
    return next(others, present.values)


def _clash(values: Values, present: PresentRow, *, is_ours: bool, theirs: set[str]) -> Clash:
    if not values:
        return Clash.NONE
    if present.is_removed:
        return Clash.REMOVED
    if not is_ours:
        return Clash.ELSEWHERE
    return Clash.CHANGED if theirs else Clash.NONE


def _diff(question: Question, name: str, before: Any, after: Any) -> TextDiff:
    was, is_now = ("" if value is None else cell_of(question, name, value) for value in (before, after))
    return TextDiff(was, is_now, is_markdown=name in _TYPED)


def missing_row(present: PresentRow, beside: ListBeside) -> MissingRow:
    """A row of the plan that is not in the file, as it would be struck out."""
    cells = tuple(_diff(beside.question, name, present.values.get(name), None) for name in beside.columns)
    return MissingRow(present.row_id, cells, present.is_heading)
