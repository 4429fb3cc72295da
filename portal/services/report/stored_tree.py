"""The tree of a report that was vastgesteld, as JSON text and back: its pages are drawn from what was written then.

Portals get new sentences; a report that was sent to somebody does not. Each block is kept with the name of its kind,
which is not that of its class.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

import msgspec

from exports.national.older import completed
from exports.national.tree import (
    Begrippen,
    Blok,
    EigenTekst,
    Grafiek,
    Hoofdstuk,
    Kopje,
    Lijst,
    NationaalRapport,
    Tabel,
    Zin,
)

# The name of each kind as it stands in frozen reports. A class may get another name, these never do.
_KINDS: dict[str, type[Any]] = {
    "Zin": Zin,
    "EigenTekst": EigenTekst,
    "Tabel": Tabel,
    "Grafiek": Grafiek,
    "Lijst": Lijst,
    "Begrippen": Begrippen,
    "Kopje": Kopje,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def to_json(tree: NationaalRapport) -> str:
    """The tree as JSON text."""
    plain = {name: value for name, value in _fields(tree).items() if name != "hoofdstukken"}
    whole = msgspec.to_builtins(plain) | {"hoofdstukken": [_chapter(one) for one in tree.hoofdstukken]}
    return msgspec.json.encode(whole).decode()


def from_json(text: str) -> NationaalRapport:
    """The very tree that `to_json` wrote. Raises ValueError when it is something else."""
    try:
        found = msgspec.json.decode(text)
        says_what_it_is = all("aard" in waarde for waarde in found["waarden"].values())
        chapters = tuple(_read_chapter(one) for one in found.pop("hoofdstukken"))
        tree = NationaalRapport(**_typed(NationaalRapport, found), hoofdstukken=chapters)
        return tree if says_what_it_is else completed(tree)
    except (msgspec.MsgspecError, TypeError, KeyError, AttributeError) as error:
        raise ValueError("this is no tree of a report") from error


def _chapter(one: Hoofdstuk) -> dict[str, Any]:
    plain = {name: value for name, value in _fields(one).items() if name not in ("blokken", "delen")}
    return msgspec.to_builtins(plain) | {  # type: ignore[no-any-return]
        "blokken": [[_NAMES[type(blok)], msgspec.to_builtins(blok)] for blok in one.blokken],
        "delen": [_chapter(deel) for deel in one.delen],
    }


def _read_chapter(found: dict[str, Any]) -> Hoofdstuk:
    blokken: tuple[Blok, ...] = tuple(msgspec.convert(blok, _KINDS[kind]) for kind, blok in found.pop("blokken"))
    delen = tuple(_read_chapter(deel) for deel in found.pop("delen"))
    return Hoofdstuk(**_typed(Hoofdstuk, found), blokken=blokken, delen=delen)


def _fields(one: Hoofdstuk | NationaalRapport) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _typed(kind: type[Any], found: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {name: msgspec.convert(value, hints[name]) for name, value in found.items()}
