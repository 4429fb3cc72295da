"""The tree of a report that was vastgesteld, as JSON text and back: its pages are drawn from what was written then.

Portals get new sentences; a report that was sent to somebody does not. Each block is kept with the name of its kind,
which is not that of its class.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

import msgspec

from exports.figures.declared import Figuur
from exports.national.older import completed
from exports.national.tree import (
    Begrippen,
    Blok,
    Boodschap,
    Cijfers,
    EigenTekst,
    Grafiek,
    Hoofdstuk,
    Kaart,
    Kopje,
    Lijngrafiek,
    Lijst,
    NationaalRapport,
    Tabel,
    Zin,
)
from portal.domain.stored.format import MARK, StoredFormat, StoredProblem, Version, check, opened
from portal.domain.stored.typed import record_of

# The name of each kind as it stands in frozen reports. A class may get another name, these never do.
KINDS: dict[str, type[Any]] = {
    "Zin": Zin,
    "EigenTekst": EigenTekst,
    "Tabel": Tabel,
    "Grafiek": Grafiek,
    "Lijst": Lijst,
    "Begrippen": Begrippen,
    "Kopje": Kopje,
    "Lijngrafiek": Lijngrafiek,
    "Kaart": Kaart,
    "Cijfers": Cijfers,
    "Boodschap": Boodschap,
    "Figuur": Figuur,
}
_NAMES = {kind: name for name, kind in KINDS.items()}


# Chapters and blocks are read one by one.
APART = frozenset({"hoofdstukken", "blokken", "delen"})


def _say_what_they_are(found: dict[str, Any]) -> dict[str, Any]:
    """In version 1 a value and a table were known by how their token was spelled; `older` says what they are."""
    values = {key: {**_NEW_IN_A_VALUE, **waarde} for key, waarde in found["waarden"].items()}
    chapters = [_new_chapter(one) for one in found["hoofdstukken"]]
    return {**found, "waarden": values, "hoofdstukken": chapters, "ronde": ""}


_NEW_IN_A_VALUE = {
    "aard": "telling",
    "telling": "",
    "regios_van": "",
    "van_vorige_ronde": False,
    "vraag": "",
    "naar_thema": False,
    "naar_status": False,
}
_NEW_IN_A_SENTENCE: dict[str, Any] = {"over": []}
_NEW_IN_A_BLOCK = {"Tabel": {"is_kruistabel": False, "is_verantwoording": False}, "Zin": _NEW_IN_A_SENTENCE}


def _new_chapter(found: dict[str, Any]) -> dict[str, Any]:
    return {
        **found,
        "kop": {**_NEW_IN_A_SENTENCE, **found["kop"]},
        "blokken": [[kind, {**_NEW_IN_A_BLOCK.get(kind, {}), **blok}] for kind, blok in found["blokken"]],
        "delen": [_new_chapter(deel) for deel in found["delen"]],
    }


def _no_status(found: dict[str, Any]) -> dict[str, Any]:
    """Until version 2 a series did not say which status it counts, and parts had a page each or no list of them."""
    return {**found, "hoofdstukken": [_chapter_without_status(one) for one in found["hoofdstukken"]]}


def _chapter_without_status(found: dict[str, Any]) -> dict[str, Any]:
    return {
        **found,
        "delen_met_wijzer": False,
        "blokken": [[kind, _without_status(blok) if kind == "Grafiek" else blok] for kind, blok in found["blokken"]],
        "delen": [_chapter_without_status(deel) for deel in found["delen"]],
    }


def _without_status(blok: dict[str, Any]) -> dict[str, Any]:
    return {**blok, "reeksen": [{**reeks, "status": ""} for reeks in blok["reeksen"]]}


def _no_figures(found: dict[str, Any]) -> dict[str, Any]:
    """Version 3 knew no charts of figures over time."""
    return found


FORMAT = StoredFormat(
    "rapport_boom",
    (Version(None, _say_what_they_are), Version(None, _no_status), Version(None, _no_figures), Version(None)),
)


def to_json(tree: NationaalRapport) -> str:
    """The tree as JSON text."""
    whole = {MARK: FORMAT.version, **_plain(tree), "hoofdstukken": [_chapter(one) for one in tree.hoofdstukken]}
    return msgspec.json.encode(whole).decode()


def from_json(text: str) -> NationaalRapport:
    """The very tree that `to_json` wrote, in any version. Raises ValueError when it is something else."""
    try:
        number, found = opened(msgspec.json.decode(text))
        tree = _read(FORMAT.upgraded(number, found))
        return completed(tree) if number == 1 else tree
    except (msgspec.MsgspecError, TypeError, KeyError, AttributeError) as error:
        raise StoredProblem(f"{FORMAT.name}: this is no tree of a report: {error}") from error


def _chapter(one: Hoofdstuk) -> dict[str, Any]:
    return _plain(one) | {
        "blokken": [[_NAMES[type(blok)], msgspec.to_builtins(blok)] for blok in one.blokken],
        "delen": [_chapter(deel) for deel in one.delen],
    }


def _plain(one: Hoofdstuk | NationaalRapport) -> dict[str, Any]:
    names = [field.name for field in fields(one) if field.name not in APART]
    return {name: msgspec.to_builtins(getattr(one, name)) for name in names}


def _read(found: dict[str, Any]) -> NationaalRapport:
    chapters = tuple(_read_chapter(one) for one in found.pop("hoofdstukken"))
    return NationaalRapport(**_typed(NationaalRapport, found), hoofdstukken=chapters)


def _read_chapter(found: dict[str, Any]) -> Hoofdstuk:
    blokken: tuple[Blok, ...] = tuple(_read_block(kind, blok) for kind, blok in found.pop("blokken"))
    delen = tuple(_read_chapter(deel) for deel in found.pop("delen"))
    return Hoofdstuk(**_typed(Hoofdstuk, found), blokken=blokken, delen=delen)


def _read_block(kind: str, found: dict[str, Any]) -> Any:
    check(FORMAT.name, record_of(KINDS[kind]), found)
    return msgspec.convert(found, KINDS[kind])


def _typed(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    check(FORMAT.name, record_of(kind, APART), found)
    return {name: msgspec.convert(value, _hints(kind)[name]) for name, value in found.items()}


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
