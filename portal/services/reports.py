"""National reports: finding them."""

from __future__ import annotations

from portal.extensions import db
from portal.models import Rapport


def find_report(rapport_id: int) -> Rapport | None:
    """The report with this id, or None."""
    return db.session.get(Rapport, rapport_id)
