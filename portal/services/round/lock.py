"""Letting people who move the same round wait for each other."""

from __future__ import annotations

from sqlalchemy import select

from portal.database import begin_writing
from portal.extensions import db
from portal.models import Uitvraag


def lock_round(uitvraag: Uitvraag) -> None:
    """Let others who move this round or hand in on it wait until this transaction ends, and see its newest status."""
    begin_writing(db.session.connection())
    db.session.execute(
        select(Uitvraag).where(Uitvraag.id == uitvraag.id).with_for_update().execution_options(populate_existing=True)
    ).all()
