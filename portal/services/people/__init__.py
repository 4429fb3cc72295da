"""The people around a plan."""

from __future__ import annotations

from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, joinedload, lazyload, load_only
from sqlalchemy.orm.interfaces import LoaderOption

from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Antwoordblad, Lidmaatschap, Plan, Regio, User

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "accounts",
    "contacts",
    "invitations",
)


@cache
def named(relation: InstrumentedAttribute[User | None] | InstrumentedAttribute[User]) -> LoaderOption:
    """Load who did something along with what was done, by name only.

    A list of fifty rows would otherwise read fifty accounts with their organisation and all their roles. Made once for
    each relation: making a load option takes as long as a small query.
    """
    return joinedload(relation).options(
        load_only(User.naam), lazyload(User.organisatie), lazyload(User.lidmaatschappen)
    )


_WITH_NAMES = (
    joinedload(Lidmaatschap.account).options(load_only(User.naam), lazyload(User.lidmaatschappen)),
    joinedload(Lidmaatschap.regio).load_only(Regio.naam),
)


def contacts_of_plan(plan: Plan | Antwoordblad) -> list[Lidmaatschap]:
    """The contact persons of the regions of a plan (or answer sheet) with an account that is on, by side and name."""
    query = (
        select(Lidmaatschap)
        .join(User, Lidmaatschap.account_id == User.id)
        .options(*_WITH_NAMES)
        .where(
            Lidmaatschap.rol == Rol.REGIOCONTACT,
            Lidmaatschap.regio_id.in_(plan.facts.regio_ids),
            User.active.is_(True),
        )
    )
    found = db.session.scalars(query)
    return sorted(found, key=lambda one: (one.namens != Namens.GEMEENTE, one.account.naam.casefold()))


def reviewers() -> list[User]:
    """The people with an active account who review plans (beoordelaars and coördinators), by name."""
    query = (
        select(User)
        .where(
            User.active.is_(True),
            User.lidmaatschappen.any(Lidmaatschap.rol.in_((Rol.BEOORDELAAR, Rol.COORDINATOR))),
        )
        .options(joinedload(User.lidmaatschappen))
    )
    return sorted(db.session.scalars(query).unique(), key=lambda user: user.naam.casefold())
