"""Letting people who change the same report wait for each other."""

from __future__ import annotations

from portal.locking import lock_row
from portal.models import Rapport


def lock_report(rapport: Rapport) -> None:
    """Let others who change this report wait until this transaction ends, and see how it is now.

    Who needs the round too locks that first.
    """
    lock_row(Rapport, rapport.id)
