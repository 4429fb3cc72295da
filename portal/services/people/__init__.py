"""The people around a plan."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from sqlalchemy import bindparam, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload, lazyload, load_only
from sqlalchemy.orm.interfaces import LoaderOption

from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Antwoordblad, Lidmaatschap, Organisatie, Plan, Regio, User
from portal.plain import plain_rows

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "accounts",
    "contacts",
    "invitations",
    "last_one",
    "receivers",
    "sign_ins",
    "successors",
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


@dataclass(frozen=True)
class ContactOnPage:
    """A contact person on a page: in which region and for which side, and where this person works."""

    account_id: int
    naam: str
    organisatie: str
    namens: Namens
    regio: str


_CONTACTS = (
    select(User.id, User.naam, Organisatie.naam, Lidmaatschap.namens, Regio.naam)
    .join(Lidmaatschap, Lidmaatschap.account_id == User.id)
    .join(Organisatie, Organisatie.id == User.organisatie_id)
    .join(Regio, Regio.id == Lidmaatschap.regio_id)
    .where(
        Lidmaatschap.rol == Rol.REGIOCONTACT,
        Lidmaatschap.regio_id.in_(bindparam("regio_ids", expanding=True)),
        User.active.is_(True),
    )
)


def contacts_on_page(regio_ids: Collection[int]) -> list[ContactOnPage]:
    """As `contacts_of_plan`, of these regions: what a page shows of them."""
    found = (ContactOnPage(*row) for row in plain_rows(_CONTACTS, {"regio_ids": list(regio_ids)}))
    return sorted(found, key=lambda one: (one.namens != Namens.GEMEENTE, one.naam.casefold()))


def reviewers(roles: Collection[Rol] = (Rol.BEOORDELAAR, Rol.COORDINATOR)) -> list[User]:
    """The people with an active account who review (beoordelaars and coördinators, or those of `roles`), by name."""
    query = (
        select(User)
        .where(
            User.active.is_(True),
            User.lidmaatschappen.any(Lidmaatschap.rol.in_(roles)),
        )
        .options(joinedload(User.lidmaatschappen))
    )
    return sorted(db.session.scalars(query).unique(), key=lambda user: user.naam.casefold())
