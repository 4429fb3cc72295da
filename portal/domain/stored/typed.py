"""The shape of what is stored of dataclasses: every field there, by its name, and no others.

msgspec fills in what is missing in a dataclass and leaves out what it doesn't know; a record does neither.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache, reduce
from operator import or_
from types import GenericAlias, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec


def record_of(kind: Any, without: frozenset[str] = frozenset()) -> Any:
    """The record of a dataclass and of all that is in it, but for fields that are stored in a way of their own."""
    return _record(kind, without)


@cache
def _record(kind: Any, without: frozenset[str]) -> Any:
    hints = get_type_hints(kind)
    found = [(one.name, _shape(hints[one.name])) for one in fields(kind) if one.name not in without]
    return msgspec.defstruct(kind.__name__, found, forbid_unknown_fields=True)


def _shape(hint: Any) -> Any:
    """What a value looks like in JSON: an object is a record, a tuple a list."""
    if is_dataclass(hint):
        return record_of(hint)
    origin, inner = get_origin(hint), [_shape(one) for one in get_args(hint) if one is not ...]
    if origin in (Union, UnionType):
        return reduce(or_, inner)
    if origin is tuple:
        return GenericAlias(list, (inner[0],))
    return GenericAlias(dict, tuple(inner)) if origin is dict else hint
