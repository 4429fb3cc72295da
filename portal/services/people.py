"""The people around a plan."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Lidmaatschap, Plan, User


def contacts_of_plan(plan: Plan) -> list[Lidmaatschap]:
    """The contact persons of the plan's regions with an account that is on, by side and name."""
    query = (
        select(Lidmaatschap)
        .join(User, Lidmaatschap.account_id == User.id)
        .options(joinedload(Lidmaatschap.account), joinedload(Lidmaatschap.regio))
        .where(
            Lidmaatschap.rol == Rol.REGIOCONTACT,
            Lidmaatschap.regio_id.in_(plan.facts.regio_ids),
            User.active.is_(True),
        )
    )
    found = db.session.scalars(query)
    return sorted(found, key=lambda one: (one.namens != Namens.GEMEENTE, one.account.naam.casefold()))
