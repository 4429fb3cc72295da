"""Letting people who change the same report wait for each other."""

from __future__ import annotations

from sqlalchemy import select

from portal.database import begin_writing
from portal.extensions import db
from portal.models import Rapport


def lock_report(rapport: Rapport) -> None:
    """Let others who change this report wait until this transaction ends, and see how it is now.

    Who needs the round too locks that first.
    """
    begin_writing(db.session.connection())
    db.session.execute(
        select(Rapport)
        .where(Rapport.id == rapport.id)
        .with_for_update(of=Rapport)
        .execution_options(populate_existing=True)
    ).all()
