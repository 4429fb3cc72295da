"""Who our documents are from, in which language they speak and with which letter, and how their moment is kept."""

from __future__ import annotations

from datetime import UTC, datetime

AUTHOR = "Regioportaal"
LANGUAGE = "nl-NL"
# Word files have a letter that every machine knows; a workbook keeps that of Excel.
FONT, SHEET_FONT = "Arial", "Calibri"


def in_utc(moment: datetime) -> datetime:
    """A moment as a property of a file holds it: UTC, without a zone."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(tzinfo=None, microsecond=0)
