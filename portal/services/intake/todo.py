"""The files that a coördinator put ready and that wait for somebody of the region."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from portal.extensions import db
from portal.models import Inlezing, Plan


def waiting(plans: Iterable[Plan]) -> set[int]:
    """The ids of those of these plans for which a file lies ready."""
    ids = [plan.id for plan in plans if plan.status.can_be_edited]
    if not ids:
        return set()
    query = select(Inlezing.plan_id).where(Inlezing.plan_id.in_(ids), Inlezing.account_id.is_(None))
    return set(db.session.scalars(query))
