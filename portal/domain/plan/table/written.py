"""A row of a list as the cells of our own workbook, and read back from them as any table is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from forms.spec import Kind, Question
from portal.domain.plan.states import ActieVorm
from portal.domain.plan.table.columns import MAIN
from portal.domain.plan.table.marks import MARK, SHAPE, SHAPES, SOORT_REGEL
from portal.domain.plan.table.rows import TableChoices, preview

Values = Mapping[str, Any]


def names_of(question: Question) -> tuple[str, ...]:
    """What stands in the columns of a workbook of this list, without the marks."""
    shape = (SHAPE,) if question.kind is Kind.ACTIES else ()
    return (*(field.name for field in question.row), *shape)


def head_of(question: Question, name: str) -> str:
    """What the column is called."""
    return SOORT_REGEL if name == SHAPE else question.column(name)


def cell_of(question: Question, name: str, value: Any) -> str:
    """A field of a row as words."""
    if name == SHAPE:
        return SHAPES[ActieVorm(value)]
    if name == "themas":
        return "; ".join(map(question.choice_label, value))
    return question.choice_label(value) if name == "soort" and value else str(value or "")


def as_read(question: Question, choices: TableChoices, values: Values) -> Values:
    """What these fields would be had they stood in the columns of a table: what changed is what differs from this."""
    fields = tuple("" if name == MARK else name for name in choices.fields)
    cells = tuple(cell_of(question, name, values[name]).strip() if name else "" for name in fields)
    found = preview(question, (cells,), TableChoices(fields, has_head=False, unrolls=False)).rows
    return compared(found[0].values if found else {MAIN[question.kind.value]: ""}, fields)


def compared(values: Values, fields: Sequence[str]) -> Values:
    """The fields that a table has a column for: a cell that is empty says that the field is."""
    empty: dict[str, Any] = {"themas": []}
    names = [name for name in fields if name not in ("", MARK) and not (name == SHAPE and not values.get(SHAPE))]
    return {name: values.get(name, empty.get(name, "")) for name in dict.fromkeys(names)}
