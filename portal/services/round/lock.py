"""Letting people who move the same round wait for each other."""

from __future__ import annotations

from portal.locking import lock_row
from portal.models import Uitvraag


def lock_round(uitvraag: Uitvraag) -> None:
    """Let others who move this round or hand in on it wait until this transaction ends, and see its newest status."""
    lock_row(Uitvraag, uitvraag.id)
