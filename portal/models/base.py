"""What every table shares: names of constraints, moments in UTC, enums as checked text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import DateTime, Dialect, Enum, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from portal.domain import clock

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The base of all tables."""

    metadata = MetaData(naming_convention=NAMING)


class Moment(TypeDecorator[datetime]):
    """A moment: always with a time zone in Python, always UTC in the database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store UTC. Raises ValueError for a moment without a time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None] | None:
        """How a value comes in: SQLite keeps it as text, and lists read hundreds of them."""
        return _moment_of_text if dialect.name == "sqlite" else super().result_processor(dialect, coltype)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """In UTC, whatever zone the database speaks."""
        return None if value is None else value.astimezone(UTC)


# The same moments are read again and again.
@lru_cache(maxsize=8192)
def _moment_of_text(value: str | None) -> datetime | None:
    """Give the zone back that SQLite does not keep."""
    return None if value is None else datetime.fromisoformat(value).replace(tzinfo=UTC)


def enum_column(enum: type[StrEnum], *, name: str) -> Enum:
    """Text with a check constraint that allows the values of a StrEnum; `name` names the constraint."""

    def values(members: Any) -> list[str]:
        return [member.value for member in members]

    return Enum(enum, name=name, native_enum=False, create_constraint=True, length=40, values_callable=values)


class Stamped:
    """Rows that know when they were made."""

    aangemaakt_op: Mapped[datetime] = mapped_column(Moment, default=clock.now)
