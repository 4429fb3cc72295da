"""Coding what regions wrote: what is coded of a text, and when a coding is stale."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Any

from forms.codes import CodeSoort

__all__ = ["CodeSoort", "Drager", "action_text", "carrier", "fingerprint"]


class Drager(StrEnum):
    """What a coding hangs on; each has ids of its own. The value is the column of `Codering`."""

    ACTIE = "actie_id"
    REGEL = "regel_id"
    PLEK = "plek_id"


def carrier(soort: CodeSoort) -> Drager:
    """What the coding of texts of this kind hangs on."""
    return _DRAGERS.get(soort, Drager.REGEL)


_DRAGERS = {CodeSoort.ACTIES: Drager.ACTIE, CodeSoort.REDENEN: Drager.PLEK, CodeSoort.EIGEN: Drager.PLEK}


def fingerprint(text: str) -> str:
    """What `Codering.bron` keeps of a text: the SHA-256 (hex) of its words; other white space is no other text."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def action_text(row: Any) -> str:
    """The text of an action that is coded: its description, without number and owner.

    `row` is a row of a snapshot (mapping) or an Actie.
    """
    text = row.get("omschrijving") if hasattr(row, "get") else row.omschrijving
    return str(text or "")
