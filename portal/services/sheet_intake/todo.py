"""The files that a coördinator put ready and that wait for somebody of the region."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from portal.extensions import db
from portal.models import BladInlezing


def waiting(blad_ids: Collection[int]) -> set[int]:
    """The ids of those of these sheets for which a file lies ready."""
    if not blad_ids:
        return set()
    query = select(BladInlezing.blad_id).where(BladInlezing.blad_id.in_(blad_ids), BladInlezing.account_id.is_(None))
    return set(db.session.scalars(query))
