"""Actions of which the window has passed. Whether they are done, the answer sheets tell."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from portal.domain import clock
from portal.domain.plan.states import ActieVorm, VensterBron
from portal.extensions import db
from portal.models import Actie

_PASSED = (
    select(Actie)
    .where(
        Actie.plan_id == bindparam("plan_id"),
        Actie.verwijderd_op.is_(None),
        Actie.vorm != ActieVorm.KOP,
        Actie.venster_bron != VensterBron.GEEN,
        Actie.venster_tot < bindparam("today"),
    )
    .order_by(Actie.venster_tot, Actie.positie)
)


def passed_actions(plan_id: int) -> list[Actie]:
    """The actions of the working copy whose window ended before today, the longest ago first."""
    return list(db.session.scalars(_PASSED, {"plan_id": plan_id, "today": clock.today()}))
