"""A union reads all its rows by the types of its first part, so no stored format may stand in one beside another."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from sqlalchemy import CompoundSelect, select, union_all
from sqlalchemy.sql import ClauseElement, visitors

import portal.services
from portal.models import Event, UitvraagEvent
from portal.models.stored import StoredJSON


def queries_written_down() -> Iterator[tuple[str, ClauseElement]]:
    """Every query that a module of services holds, by its name."""
    for found in pkgutil.walk_packages(portal.services.__path__, "portal.services."):
        for name, value in vars(import_module(found.name)).items():
            if isinstance(value, ClauseElement):
                yield f"{found.name}.{name}", value


def mixed_formats(query: ClauseElement) -> list[str]:
    """The columns of the unions in a query in which a stored format stands beside something else."""
    unions = [one for one in visitors.iterate(query) if isinstance(one, CompoundSelect)]
    return [str(columns[0]) for one in unions for columns in columns_of(one) if len(set(map(format_of, columns))) > 1]


def columns_of(union: CompoundSelect[Any]) -> Iterator[tuple[Any, ...]]:
    """What stands in each place of a union, over all its parts."""
    return zip(*(part.selected_columns for part in union.selects), strict=True)


def format_of(column: Any) -> str:
    """The name of the stored format of a column, "" for any other."""
    return column.type.format_.name if isinstance(column.type, StoredJSON) else ""


def test_no_union_reads_one_stored_format_as_another():
    queries = dict(queries_written_down())
    assert any(isinstance(one, CompoundSelect) for query in queries.values() for one in visitors.iterate(query))
    assert {name: mixed for name, query in queries.items() if (mixed := mixed_formats(query))} == {}


def test_two_formats_in_one_union_are_seen():
    assert len(mixed_formats(union_all(select(Event.gegevens), select(UitvraagEvent.gegevens)))) == 1
    assert mixed_formats(union_all(select(Event.gegevens), select(Event.gegevens))) == []
