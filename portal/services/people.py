"""The people around a plan."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, joinedload, lazyload, load_only
from sqlalchemy.orm.interfaces import LoaderOption

from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Lidmaatschap, Plan, Regio, User


def named(relation: InstrumentedAttribute[User | None] | InstrumentedAttribute[User]) -> LoaderOption:
    """Load who did something along with what was done, by name only.

    A list of fifty rows would otherwise read fifty accounts with their organisation and all their roles.
    """
    return joinedload(relation).options(
        load_only(User.naam), lazyload(User.organisatie), lazyload(User.lidmaatschappen)
    )


def contacts_of_plan(plan: Plan) -> list[Lidmaatschap]:
    """The contact persons of the plan's regions with an account that is on, by side and name."""
    query = (
        select(Lidmaatschap)
        .join(User, Lidmaatschap.account_id == User.id)
        .options(
            joinedload(Lidmaatschap.account).options(load_only(User.naam), lazyload(User.lidmaatschappen)),
            joinedload(Lidmaatschap.regio).load_only(Regio.naam),
        )
        .where(
            Lidmaatschap.rol == Rol.REGIOCONTACT,
            Lidmaatschap.regio_id.in_(plan.facts.regio_ids),
            User.active.is_(True),
        )
    )
    found = db.session.scalars(query)
    return sorted(found, key=lambda one: (one.namens != Namens.GEMEENTE, one.account.naam.casefold()))
