"""A publication of figures: announced, said something of, answered, published, withdrawn."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from portal.domain import clock
from portal.extensions import db
from portal.models import InstroomBezwaar, InstroomPublicatie, Plan, Regio, User
from portal.services.instroom import publishing
from tests.worlds.inflow import make_inflow
from tests.worlds.rows import all_rows


def announce(coordinator: User, *, days: int = 7) -> InstroomPublicatie:
    """Regions may look for so many days."""
    return publishing.announce(clock.today() + timedelta(days=days), actor=coordinator.actor)


def object_to(publicatie: InstroomPublicatie, regio: Regio, contact: User) -> InstroomBezwaar:
    """The region says that its figure is not right."""
    publishing.object_to(publicatie, regio, "Het zijn er 44.", actor=contact.actor)
    db.session.flush()
    return publishing.objections_of(regio)[-1]


def pass_time(publicatie: InstroomPublicatie) -> None:
    """The last day to look was yesterday."""
    publicatie.inzage_tot = clock.today() - timedelta(days=1)
    db.session.flush()


class Around(Protocol):
    """A plan of a region, a contact of it and a coördinator."""

    plan: Plan
    anna: User
    co: User


def announced(world: Around) -> None:
    """Figures of the region were announced."""
    make_inflow({world.plan.regios[0]: 40})
    announce(world.co)


def answered(world: Around) -> None:
    """The region objected and was answered."""
    announced(world)
    (publicatie,) = all_rows(InstroomPublicatie)
    publishing.answer(object_to(publicatie, world.plan.regios[0], world.anna), "Nee.", actor=world.co.actor)


def published(world: Around) -> None:
    """Everybody reads them."""
    announced(world)
    (publicatie,) = all_rows(InstroomPublicatie)
    pass_time(publicatie)
    publishing.publish(publicatie)


def withdrawn(world: Around) -> None:
    """They are not, after all."""
    (publicatie,) = all_rows(InstroomPublicatie)
    publishing.withdraw(publicatie)


def announced_and_withdrawn(world: Around) -> None:
    """Both."""
    announced(world)
    withdrawn(world)
