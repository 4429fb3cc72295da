"""Columns that hold JSON: whatever is written or read goes through its format (`portal/domain/stored`)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, ColumnElement, Dialect, type_coerce
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.types import TypeDecorator

from portal.domain.stored.format import StoredFormat


class StoredJSON(TypeDecorator[Any]):
    """JSON of one format: its version stands in the database, the value of today in Python."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def __init__(self, format_: StoredFormat) -> None:
        super().__init__()
        self.format_ = format_

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Write with the version of today. Raises StoredProblem for what the format does not know."""
        return None if value is None else self.format_.write(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Read any version. Raises StoredProblem for what no version wrote."""
        return None if value is None else self.format_.read(value)


class _Part(TypeDecorator[Any]):
    """A part of a stored JSON, as the database takes it out."""

    impl = JSON
    cache_ok = True

    def __init__(self, format_: StoredFormat, path: tuple[str, ...]) -> None:
        super().__init__()
        self.format_, self.path = format_, path
        self.part = format_.part(path)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else self.part.read(value)


def part(column: InstrumentedAttribute[Any], *path: str) -> ColumnElement[Any]:
    """A part of a column that is too long to read as a whole, None where there is none.

    Raises StoredProblem, as soon as it is written down, when a version of the format needs the whole to read it.
    """
    format_ = column.type.format_
    return type_coerce(type_coerce(column, JSON)[path if len(path) > 1 else path[0]], _Part(format_, path))
