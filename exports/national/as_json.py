"""The data of a report as a file for who works with numbers: plain JSON, with a schema that says what stands in it.

No person is named in it: not who answered, decided or coded (docs/data-json.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from exports.national.data import RapportData
from exports.national.tree import NationaalRapport, Waarde

SCHEMA_VERSIE = 1


@dataclass(frozen=True)
class RapportJson:
    """The file: which report it is, its data, and every number that is counted of it, by token."""

    schema_versie: int
    titel: str
    ronde: str
    status: str
    versie: int
    demo: bool
    data: RapportData
    getallen: dict[str, Waarde]


def report_json(data: RapportData, rapport: NationaalRapport) -> bytes:
    """The data of a report as JSON, on lines of its own so that two versions can be compared."""
    whole = RapportJson(
        SCHEMA_VERSIE,
        rapport.titel,
        rapport.ronde,
        rapport.status,
        rapport.versie,
        rapport.demo,
        data,
        rapport.waarden,
    )
    return msgspec.json.format(msgspec.json.encode(whole, order="deterministic"), indent=1)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of that file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(RapportJson)}
