"""What our own workbook of a list says of each row, out of sight: which row of which plan it is, and as it was when.

People sort, insert, copy and delete rows, also in a program that knows nothing of us: the mark goes with its row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forms.spec import Kind, Question
from portal.domain.plan.states import ActieVorm

# The names of the two columns that are no field of the edition.
MARK, SHAPE = "kenmerk", "vorm"
KENMERK, SOORT_REGEL = "Kenmerk (laat staan)", "Soort regel"
SHAPES: Mapping[ActieVorm, str] = {
    ActieVorm.ACTIE: "Actie",
    ActieVorm.KOP_EN_ACTIE: "Actie met eigen nummer",
    ActieVorm.KOP: "Kop",
}

# No row has a higher id.
_HIGHEST = 2**31 - 1
_MARK = re.compile(r"([a-z]+)" + r"\.(\d{1,10})" * 5)


@dataclass(frozen=True)
class RowMark:
    """A row of a list of a plan: its revision and its place, and the newest row of the list, when the file was made."""

    lijst: str
    plan_id: int
    row_id: int
    revision: int
    place: int
    newest: int

    def __str__(self) -> str:
        return f"{self.lijst}.{self.plan_id}.{self.row_id}.{self.revision}.{self.place}.{self.newest}"


def read_mark(text: str) -> RowMark | None:
    """The mark in a cell; None for anything else."""
    found = _MARK.fullmatch(text.strip())
    if not found:
        return None
    numbers = [int(one) for one in found.groups()[1:]]
    return RowMark(found[1], *numbers) if max(numbers) <= _HIGHEST else None


def own_columns(question: Question, rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """Where in a table our own columns stand: the marks by what they are, the kinds of lines by their head."""
    marked = [at for at in range(len(rows[0])) if any(read_mark(row[at]) for row in rows)]
    if not marked:
        return {}
    heads = {KENMERK: MARK} | ({SOORT_REGEL: SHAPE} if question.kind is Kind.ACTIES else {})
    named = {at: heads[head] for at, head in enumerate(rows[0]) if head in heads}
    return {**named, marked[0]: MARK}


def shape_of(words: str) -> ActieVorm | None:
    """The kind of line that these words mean."""
    return next((shape for shape, label in SHAPES.items() if label.casefold() == words.strip().casefold()), None)
