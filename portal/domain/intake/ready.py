"""A file that a coördinator put ready: which one a page told of, and why it can't be taken up."""

from __future__ import annotations

from datetime import datetime

GONE_READY = "Dit bestand is er niet meer: een collega heeft het opgepakt of weggelegd."


def mark_of_reading(read_at: datetime) -> str:
    """When a file was read, to know it again: a number may be given out anew."""
    return read_at.isoformat()


def other_ready(name: str) -> str:
    """That another file lies there than the page told of."""
    return f"Intussen ligt er een ander bestand klaar: “{name}”. Kijk daar eerst naar."


def busy_with(name: str) -> str:
    """That the file before this one asks something first."""
    return f"U bent nog bezig met “{name}”. Neem dat eerst over, of gooi het weg."
