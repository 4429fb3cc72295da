"""Which fields are stored, of which types, in words: what a format writes today as plain JSON, to compare and keep."""

from __future__ import annotations

from enum import EnumType
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from exports.national.tree import Hoofdstuk, NationaalRapport
from portal.domain.stored.format import StoredFormat
from portal.domain.stored.typed import record_of
from portal.services.report import stored_tree


def shape_of(format_: StoredFormat) -> Any:
    """What the newest version of a format looks like."""
    if format_ is stored_tree.FORMAT:
        return _tree()
    shape = format_.versions[-1].shape
    return {"een van": [described(one) for one in shape]} if isinstance(shape, tuple) else described(shape)


def _tree() -> Any:
    apart = stored_tree.APART
    return {
        "rapport": described(record_of(NationaalRapport, apart)),
        "hoofdstuk": described(record_of(Hoofdstuk, apart)),
        "blokken": {name: described(record_of(kind)) for name, kind in stored_tree.KINDS.items()},
    }


def described(hint: Any) -> Any:
    """One type: an object by its fields (`?` behind one that may be left out), a list as a list, the rest in words."""
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return _record(hint)
    if isinstance(hint, EnumType):
        return "een van: " + ", ".join(sorted(one.value for one in hint))
    origin, inner = get_origin(hint), get_args(hint)
    if origin is list:
        return [described(inner[0])]
    if origin is dict:
        return {"*": described(inner[1])}
    if origin in (Union, UnionType):
        found = [described(one) for one in inner]
        return " of ".join(found) if all(isinstance(one, str) for one in found) else {"of": found}
    return "niets" if hint is NoneType else hint.__name__


def _record(kind: type[msgspec.Struct]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    optional = {one.name for one in msgspec.structs.fields(kind) if not one.required}
    return {f"{name}?" if name in optional else name: described(hints[name]) for name in kind.__struct_fields__}


def differences(before: Any, now: Any, path: str = "") -> list[str]:
    """What differs between two shapes, as the places of fields."""
    if isinstance(before, dict) and isinstance(now, dict):
        gone = [f"{path}.{one} is weg" for one in before if one not in now]
        new = [f"{path}.{one} is nieuw" for one in now if one not in before]
        both = [line for one in before if one in now for line in differences(before[one], now[one], f"{path}.{one}")]
        return [*gone, *new, *both]
    if isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        return [line for old, new_ in zip(before, now, strict=True) for line in differences(old, new_, f"{path}[]")]
    return [] if before == now else [f"{path} was {before!r}, is {now!r}"]
