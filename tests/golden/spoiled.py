"""Stored values with one field too many or too few, everywhere in them where the shape says which fields there are."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

Spoiled = Iterator[tuple[str, Any]]


def spoiled(shape: Any, value: Any, path: str = "") -> Spoiled:
    """Each wrong value with the place of the fault; of a list only its first is spoiled."""
    if isinstance(shape, tuple):
        shape = next(one for one in shape if set(one.__struct_fields__) == set(value))
    if isinstance(shape, type) and issubclass(shape, msgspec.Struct):
        yield from _record(shape, value, path)
    elif get_origin(shape) is list and value:
        for where, wrong in spoiled(get_args(shape)[0], value[0], f"{path}[]"):
            yield where, [wrong, *value[1:]]
    elif get_origin(shape) is dict and value:
        key = next(iter(value))
        for where, wrong in spoiled(get_args(shape)[1], value[key], f"{path}.*"):
            yield where, {**value, key: wrong}
    elif get_origin(shape) in (Union, UnionType) and isinstance(value, dict):
        for one in get_args(shape):
            yield from spoiled(one, value, path)


def _record(shape: type[msgspec.Struct], value: dict[str, Any], path: str) -> Spoiled:
    yield f"{path}.onbekend", {**value, "onbekend": 1}
    hints = get_type_hints(shape)
    for field in msgspec.structs.fields(shape):
        if field.required:
            yield f"{path}.{field.name}", {name: one for name, one in value.items() if name != field.name}
        if field.name in value:
            for where, wrong in spoiled(hints[field.name], value[field.name], f"{path}.{field.name}"):
                yield where, {**value, field.name: wrong}
