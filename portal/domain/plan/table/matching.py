"""Which row of a plan each row of a workbook is: by its mark, or by its words where the marks were shaken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from portal.domain.plan.table.marks import RowMark
from portal.domain.plan.table.written import Values

Sign = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FileRow:
    """A row of a workbook: where it stands (counted from 1), what its cells say, and its mark."""

    source: int
    values: Values
    mark: RowMark | None = None
    line: int = 0


@dataclass
class Matched:
    """The row of the plan (0: none) that each row of the file is; which rows are copies, by the row they are one of;
    and how many were known by their words, because their mark is with other words.
    """

    ids: list[int]
    copies: dict[int, int] = field(default_factory=dict)
    by_words: int = 0


def match(rows: Sequence[FileRow], before: Mapping[RowMark, Values]) -> Matched:
    """Give each row of the plan to one row of the file. `before` is what each mark went out with.

    Only marks of this list of this plan are in `before`; a row without one is new, unless its words are those of a row
    whose mark is elsewhere: who cuts the visible cells and pastes them leaves the mark behind.
    """
    found = Matched([0] * len(rows))
    known = [one.mark if one.mark in before else None for one in rows]
    untouched = [mark is not None and one.values == before[mark] for one, mark in zip(rows, known, strict=True)]
    taken: set[int] = set()
    for at, mark in enumerate(known):
        if mark and untouched[at] and mark.row_id not in taken:
            found.ids[at] = mark.row_id
            taken.add(mark.row_id)
    _by_words(rows, before, found, taken)
    for at, mark in enumerate(known):
        if mark and not found.ids[at] and mark.row_id not in taken:
            found.ids[at] = mark.row_id
            taken.add(mark.row_id)
        elif mark and not found.ids[at]:
            found.copies[at] = found.ids.index(mark.row_id)
    return found


def _by_words(rows: Sequence[FileRow], before: Mapping[RowMark, Values], found: Matched, taken: set[int]) -> None:
    """Rows with all the words of another row than their mark says, of which the own words are gone."""
    free = {sign(said): mark.row_id for mark, said in before.items() if mark.row_id not in taken and any(said.values())}
    for at, one in enumerate(rows):
        row_id = free.get(sign(one.values))
        if row_id and not found.ids[at] and row_id not in taken:
            found.ids[at] = row_id
            found.by_words += 1
            taken.add(row_id)


def sign(values: Values) -> Sign:
    """The words of a row, to be looked up."""
    words = ((name, " ".join(one) if isinstance(one, list) else str(one)) for name, one in values.items())
    return tuple(sorted(words))
