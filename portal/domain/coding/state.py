"""Coding what regions wrote: what is coded of a text, and when a coding is stale."""

from __future__ import annotations

import hashlib
from typing import Any

from forms.codes import CodeSoort

__all__ = ["CodeSoort", "action_text", "fingerprint"]


def fingerprint(text: str) -> str:
    """What `Codering.bron` keeps of a text: the SHA-256 (hex) of its words; other white space is no other text."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def action_text(row: Any) -> str:
    """The text of an action that is coded: its description, without number and owner.

    `row` is a row of a snapshot (mapping) or an Actie.
    """
    text = row.get("omschrijving") if hasattr(row, "get") else row.omschrijving
    return str(text or "")
