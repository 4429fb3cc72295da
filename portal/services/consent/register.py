"""The register of a plan: a row for each party that was asked or spoke, made when it is needed."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.orm import selectinload

from portal.domain import clock
from portal.domain.consent.leads import Kant, sides_of
from portal.domain.consent.states import InstemmingSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Instemming, InstemmingAntwoord, Partij, Plan, User
from portal.services import people

_OF_PLAN = (
    select(Instemming)
    .where(Instemming.plan_id == bindparam("plan_id"))
    .options(
        people.named(Instemming.gevraagd_door),
        selectinload(Instemming.antwoorden).joinedload(InstemmingAntwoord.account).lazyload(User.lidmaatschappen),
    )
    .order_by(Instemming.soort, Instemming.id)
    .execution_options(populate_existing=True)
)
_ORDER = tuple(InstemmingSoort)


def of_plan(plan: Plan) -> list[Instemming]:
    """Everybody in the register of a plan: sides first, then parties, colleges and raden.

    The sides of a region that left the plan are no part of it any more.
    """
    regions = {None, *(regio.id for regio in plan.regios)}
    found = [one for one in db.session.scalars(_OF_PLAN, {"plan_id": plan.id}) if one.regio_id in regions]
    return sorted(found, key=lambda one: (_ORDER.index(one.soort), one.naam.casefold(), one.id))


def sides(plan: Plan) -> tuple[Kant, ...]:
    """Both sides of every region of a plan."""
    return sides_of((regio.id, regio.naam) for regio in plan.regios)


def find(plan: Plan, instemming_id: int) -> Instemming | None:
    """The row with this id when it is one of this plan, else None."""
    found = db.session.get(Instemming, instemming_id)
    return found if found is not None and found.plan_id == plan.id else None


def of_side(plan: Plan, kant: Kant) -> Instemming:
    """The row of a side of a (locked) plan, made when there is none."""
    query = select(Instemming).where(
        Instemming.plan_id == plan.id, Instemming.regio_id == kant.regio_id, Instemming.namens == kant.namens
    )
    found = db.session.scalars(query).first()
    if found is not None:
        return found
    side = {"regio_id": kant.regio_id, "namens": kant.namens}
    return _added(Instemming(plan_id=plan.id, soort=InstemmingSoort.KANT, naam=kant.label, **side))


def of_party(plan: Plan, partij: Partij) -> Instemming:
    """The row of an aangesloten partij of a (locked) plan, made when there is none, with the name of the list."""
    found = db.session.scalars(select(Instemming).where(Instemming.partij_id == partij.id)).first()
    if found is not None:
        found.naam = partij.naam
        return found
    return _added(Instemming(plan_id=plan.id, soort=InstemmingSoort.PARTIJ, naam=partij.naam, partij_id=partij.id))


def of_meeting(plan: Plan, soort: InstemmingSoort, naam: str) -> Instemming:
    """The row of a college or raad of a (locked) plan by its name, in capitals or not; made when there is none."""
    query = select(Instemming).where(Instemming.plan_id == plan.id, Instemming.soort == soort)
    found = (one for one in db.session.scalars(query) if one.naam.casefold() == naam.casefold())
    return next(found, None) or _added(Instemming(plan_id=plan.id, soort=soort, naam=naam))


def asked(row: Instemming, *, actor: Actor) -> None:
    """Note that a party is asked now."""
    row.gevraagd_op, row.gevraagd_door_id = clock.now(), actor.user_id


def _added(row: Instemming) -> Instemming:
    db.session.add(row)
    db.session.flush()
    return row
