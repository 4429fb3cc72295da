"""Worlds that many tests begin with are made once; after that the database puts the same rows back.

    @kept
    def make_report_world() -> ReportWorld: ...

A world is what the function gives: rows, or dataclasses, lists and dicts that hold rows. What it takes must be plain
values. It is committed, and made as ever when there is something in the database already.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, fields, is_dataclass
from functools import wraps
from typing import Any, TypeVar

from sqlalchemy import Table, inspect

from portal.extensions import db
from portal.models import tables_to_empty
from portal.models.base import Base

Build = TypeVar("Build", bound=Callable[..., Any])


@dataclass(frozen=True)
class _Row:
    """Where a row is found again."""

    model: type[Any]
    identity: tuple[Any, ...]


@dataclass(frozen=True)
class _World:
    """What a function gave, with places instead of rows, and which tables it filled (kept under a number)."""

    number: int
    given: Any
    tables: list[Table]


# By function, arguments and database: every process has databases of its own, and one of each kind.
_KEPT: dict[Hashable, _World] = {}


def kept(build: Build) -> Build:
    """Make this world once in each process and on each kind of database; put its rows back after that."""

    @wraps(build)
    def made(*args: Any, **asked: Any) -> Any:
        if _filled_tables():
            return build(*args, **asked)
        key = (build, db.engine.url, args, tuple(sorted(asked.items())))
        if key in _KEPT:
            return _put_back(_KEPT[key])
        world = build(*args, **asked)
        db.session.commit()
        _KEPT[key] = _keep(world)
        return world

    return made  # type: ignore[return-value]


def _filled_tables() -> list[Table]:
    tables = tables_to_empty()
    asked = " UNION ALL ".join(
        f"SELECT {place} WHERE EXISTS (SELECT 1 FROM {_quoted(table)})" for place, table in enumerate(tables)
    )
    return [tables[place] for (place,) in db.session.connection().exec_driver_sql(asked)]


def _keep(world: Any) -> _World:
    number, tables = len(_KEPT), _filled_tables()
    _run(f"CREATE TABLE {_copy(table, number)} AS SELECT * FROM {_quoted(table)}" for table in tables)
    return _World(number, _places(world), tables)


def _put_back(world: _World) -> Any:
    _run(f"INSERT INTO {_quoted(table)} SELECT * FROM {_copy(table, world.number)}" for table in world.tables)
    return _rows(world.given)


def _run(statements: Any) -> None:
    connection = db.session.connection()
    for statement in statements:
        connection.exec_driver_sql(statement)
    db.session.commit()


def _quoted(table: Table) -> str:
    return f'"{table.name}"'


def _copy(table: Table, number: int) -> str:
    return f'"kept_{number}_{table.name}"'


def _places(value: Any) -> Any:
    """The same with the place of each row instead of the row."""
    if isinstance(value, Base):
        return _Row(type(value), inspect(value).identity)
    return _each(value, _places)


def _rows(value: Any) -> Any:
    """The same with each row instead of its place."""
    if isinstance(value, _Row):
        return db.session.get_one(value.model, value.identity)
    return _each(value, _rows)


def _each(value: Any, change: Callable[[Any], Any]) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{field.name: change(getattr(value, field.name)) for field in fields(value)})
    if isinstance(value, dict):
        return {name: change(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(change(one) for one in value)
    return value
