"""What is different between two submissions of a plan, part by part: texts word by word, lists row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from forms.richtext import to_plain
from forms.richtext.diff import Change, Piece, word_diff
from forms.spec import Format, Kind, Question, Step
from portal.domain.review.cells import Cells, cells_of, columns_of

Content = Mapping[str, Any]


class RowChange(StrEnum):
    """What happened to a row of a list."""

    SAME = "gelijk"
    CHANGED = "gewijzigd"
    ADDED = "nieuw"
    REMOVED = "vervallen"


@dataclass(frozen=True)
class TextDiff:
    """A text as it was and as it is. `pieces` are worked out when somebody asks."""

    before: str
    after: str
    # Typed in the small Markdown: its words are compared, its marks are not shown.
    is_markdown: bool = False

    @property
    def changed(self) -> bool:
        """True when they differ."""
        return self.before != self.after

    @cached_property
    def pieces(self) -> list[Piece]:
        """What was kept, removed and added, in order."""
        both = (self.before, self.after)
        return word_diff(*(map(to_plain, both) if self.is_markdown else both))

    @property
    def only_looks_changed(self) -> bool:
        """True when the words are the same, such as when one was only made bold."""
        return self.changed and all(piece.change is Change.SAME for piece in self.pieces)

    @property
    def is_empty(self) -> bool:
        """True when there was and is nothing."""
        return not self.before and not self.after


@dataclass(frozen=True)
class RowDiff:
    """A row by its permanent id, and its cells in the order of the columns of its list."""

    row_id: int
    change: RowChange
    cells: tuple[TextDiff, ...]
    is_heading: bool = False


@dataclass(frozen=True)
class ListDiff:
    """A list: the rows in their present order, with what was removed at its former place."""

    columns: tuple[str, ...]
    rows: tuple[RowDiff, ...]
    reordered: bool

    @property
    def changed(self) -> bool:
        """True when a row or the order changed."""
        return self.reordered or any(row.change is not RowChange.SAME for row in self.rows)

    @property
    def short(self) -> ListDiff:
        """The rows that changed; all of them when only their order did, which is seen in all of them."""
        rows = tuple(row for row in self.rows if row.change is not RowChange.SAME)
        return replace(self, rows=rows) if rows else self


@dataclass(frozen=True)
class PartDiff:
    """One step of the plan: its texts and lists by the key of the question, and "volgt later"."""

    step: Step
    texts: Mapping[str, TextDiff]
    lists: Mapping[str, ListDiff]
    later: TextDiff

    @property
    def changed(self) -> bool:
        """True when anything in this step changed."""
        texts = any(one.changed for one in (self.later, *self.texts.values()))
        return texts or any(one.changed for one in self.lists.values())

    @property
    def short(self) -> PartDiff:
        """Only what changed in this step."""
        return replace(
            self,
            texts={key: one for key, one in self.texts.items() if one.changed},
            lists={key: one.short for key, one in self.lists.items() if one.changed},
            later=self.later if self.later.changed else TextDiff("", ""),
        )


def compare(format_: Format, old: Content, new: Content) -> tuple[PartDiff, ...]:
    """What changed from one content of a plan to another (as `services/plan/content.py` makes them), per step."""
    return tuple(_part(step, old, new) for step in format_.steps)


def _part(step: Step, old: Content, new: Content) -> PartDiff:
    questions = step.questions
    return PartDiff(
        step,
        {
            one.key: TextDiff(_text(one, old), _text(one, new), one.kind is Kind.LONG_TEXT)
            for one in questions
            if not one.kind.is_list
        },
        {one.key: _list(one, old, new) for one in questions if one.kind.is_list},
        TextDiff(old["volgt_later"].get(step.key, ""), new["volgt_later"].get(step.key, "")),
    )


def _text(question: Question, content: Content) -> str:
    stored = content["answers"].get(question.key, "")
    return ", ".join(question.choice_label(key) for key in stored.split()) if question.choices else stored


def _list(question: Question, old: Content, new: Content) -> ListDiff:
    before = {row["id"]: cells_of(question, row) for row in old[question.kind.value]}
    after = {row["id"]: cells_of(question, row) for row in new[question.kind.value]}
    kept = ([row_id for row_id in rows if row_id in before and row_id in after] for rows in (before, after))
    return ListDiff(
        columns_of(question),
        tuple(_row(row_id, before.get(row_id), after.get(row_id)) for row_id in _in_order(before, after)),
        reordered=next(kept) != next(kept),
    )


def _in_order(before: Mapping[int, Cells], after: Mapping[int, Cells]) -> list[int]:
    """The present order; what was removed stands below the row that it stood below."""
    removed_below: dict[int | None, list[int]] = {}
    above: int | None = None
    for row_id in before:
        if row_id in after:
            above = row_id
        else:
            removed_below.setdefault(above, []).append(row_id)
    order = removed_below.get(None, [])
    for row_id in after:
        order += [row_id, *removed_below.get(row_id, [])]
    return order


def _row(row_id: int, before: Cells | None, after: Cells | None) -> RowDiff:
    if before is None and after is not None:
        cells = tuple(TextDiff("", text) for text in after.texts)
        return RowDiff(row_id, RowChange.ADDED, cells, after.is_heading)
    assert before is not None  # the row comes from one of both
    if after is None:
        cells = tuple(TextDiff(text, "") for text in before.texts)
        return RowDiff(row_id, RowChange.REMOVED, cells, before.is_heading)
    cells = tuple(TextDiff(*pair) for pair in zip(before.texts, after.texts, strict=True))
    return RowDiff(row_id, RowChange.SAME if before == after else RowChange.CHANGED, cells, after.is_heading)


def files_diff(old: Content, new: Content) -> tuple[frozenset[int], list[str]]:
    """Which files (by id) came along since, and the names of those that are gone."""
    before = {one["id"]: one["naam"] for one in old["bijlagen"]}
    after = {one["id"] for one in new["bijlagen"]}
    return frozenset(after - before.keys()), [name for id_, name in before.items() if id_ not in after]
