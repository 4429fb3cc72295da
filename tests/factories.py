"""Making a small world, without surprises: a factory makes what its name says, with invented names, and nothing else.

Where the portal has a verb for it, the factory uses that verb. Rows are flushed, so that they have ids; the strict
client commits them before its first request, other tests commit themselves.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from typing import TypeVar

from flask_security.utils import hash_password
from sqlalchemy import inspect, select

from forms.national.plan_2023 import PLAN_2023
from forms.national.progress_2024 import PROGRESS_2024
from portal.domain import clock
from portal.domain.plan.workflow import Move
from portal.domain.roles import Actor, Namens, OrganisatieSoort, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import (
    Antwoordblad,
    BladRegio,
    Gemeente,
    Indiening,
    Lidmaatschap,
    Organisatie,
    Plan,
    Regio,
    Uitvraag,
    User,
)
from portal.services.plan import pen, plans, steps, submit, workflow
from portal.services.plan.in_force import plan_in_force

Row = TypeVar("Row")
_numbers = count(1)


def make_regio(naam: str | None = None, gemeenten: Sequence[str] = ()) -> Regio:
    """A region with these gemeenten; without a name it gets one of its own ("Proefstreek 7")."""
    number = next(_numbers)
    regio = Regio(code=f"P{number}", naam=naam or f"Proefstreek {number}", zorgkantoor="Zorgkantoor Proef")
    regio.gemeenten = [Gemeente(code=f"G{next(_numbers)}", naam=gemeente) for gemeente in gemeenten]
    return _added(regio)


def make_organisatie(naam: str | None = None, soort: OrganisatieSoort = OrganisatieSoort.GEMEENTE) -> Organisatie:
    """An organisation."""
    return _added(Organisatie(naam=naam or f"Organisatie {next(_numbers)}", soort=soort))


def make_user(
    *rollen: Rol,
    naam: str | None = None,
    email: str | None = None,
    organisatie: Organisatie | None = None,
    password: str | None = None,
    active: bool = True,
) -> User:
    """A person with these national roles; `give_role` adds regional ones. Without a password nobody can sign in."""
    number = next(_numbers)
    user = User(
        naam=naam or f"Persoon {number}",
        email=email or f"persoon{number}@voorbeeld.example",
        organisatie=organisatie or make_organisatie(),
        password=hash_password(password) if password else None,
        active=active,
        fs_uniquifier=uuid.uuid4().hex,
    )
    user.lidmaatschappen = [Lidmaatschap(rol=rol) for rol in rollen]
    return _added(user)


def give_role(user: User, rol: Rol, regio: Regio | None = None, namens: Namens | None = None) -> User:
    """Give somebody one more role."""
    user.lidmaatschappen.append(Lidmaatschap(rol=rol, regio_id=regio.id if regio else None, namens=namens))
    db.session.flush()
    return user


def make_contact(regio: Regio, namens: Namens = Namens.GEMEENTE, *, naam: str | None = None) -> User:
    """A regiocontact of this region, on this side."""
    return give_role(make_user(naam=naam), Rol.REGIOCONTACT, regio, namens)


def make_regiolezer(regio: Regio, *, naam: str | None = None) -> User:
    """A regiolezer of this region."""
    return give_role(make_user(naam=naam), Rol.REGIOLEZER, regio)


def make_plan(
    *regios: Regio, deadline: date | None = None, actor: Actor | None = None, edition: str = PLAN_2023.key
) -> Plan:
    """An empty plan for these regions (none given: for a new one), with its deadline in thirty days."""
    deadline = deadline or clock.today() + timedelta(days=30)
    return plans.open_plan(regios or [make_regio()], deadline=deadline, actor=actor, edition=edition)


def make_plan_ready(plan: Plan, contact: User) -> Plan:
    """Make a plan fit to be submitted, the short way: every step volgt later."""
    for step in pen.format_of(plan).steps:
        steps.declare_later(plan, step, reden="Dit volgt in januari.", actor=contact.actor)
    db.session.flush()
    return plan


def make_indiening(plan: Plan, contact: User | None = None) -> Indiening:
    """Submit a plan as this contact (none given: a new one of its first region). The plan is made ready first."""
    contact = contact or make_contact(plan.regios[0])
    make_plan_ready(plan, contact)
    namens = next(iter(contact.actor.sides(plan.facts.regio_ids)))
    indiening = submit.submit(
        plan, actor=contact.actor, namens=namens, akkoord_van="D. Ander", seen_number=plan.versie.indiening_nummer
    )
    db.session.flush()
    return indiening


def make_vastgesteld(plan: Plan, coordinator: User | None = None) -> Plan:
    """Submit a plan, pick it up and approve it."""
    actor = (coordinator or make_user(Rol.COORDINATOR)).actor
    make_indiening(plan)
    for move in (Move.OPPAKKEN, Move.VASTSTELLEN):
        workflow.move(plan, move, actor=actor)
    db.session.flush()
    return plan


def make_uitvraag(
    *,
    status: UitvraagStatus = UitvraagStatus.OPEN,
    naam: str | None = None,
    opent_op: date | None = None,
    deadline: date | None = None,
    edition: str = PROGRESS_2024.key,
    extra_vragen: Sequence[dict[str, object]] = (),
) -> Uitvraag:
    """A round with this status and no sheets, opened ten days ago with its deadline in twenty days."""
    opent_op = opent_op or clock.today() - timedelta(days=10)
    return _added(
        Uitvraag(
            naam=naam or f"Uitvraag {next(_numbers)}",
            edition=edition,
            periode_van=opent_op - timedelta(days=90),
            periode_tot=opent_op,
            opent_op=opent_op,
            deadline=deadline or opent_op + timedelta(days=30),
            extra_vragen=list(extra_vragen),
            herinner_dagen=[7, 1, -1, -7],
            status=status,
            status_sinds=clock.now(),
        )
    )


def make_blad(uitvraag: Uitvraag, *regios: Regio, plan: Plan | None = None) -> Antwoordblad:
    """An answer sheet for these regions (none given: those of the plan) about the plan in force."""
    in_force = plan_in_force(plan) if plan else None
    blad = _added(
        Antwoordblad(
            uitvraag_id=uitvraag.id,
            plan_id=plan.id if plan else None,
            plan_indiening_id=in_force.indiening.id if in_force else None,
            status_sinds=clock.now(),
        )
    )
    blad.blad_regios = [
        BladRegio(uitvraag_id=uitvraag.id, regio_id=regio.id, regio=regio)
        for regio in regios or (plan.regios if plan else ())
    ]
    db.session.flush()
    db.session.refresh(blad)
    return blad


def all_rows(model: type[Row]) -> list[Row]:
    """Every row of a table in the order of its key, for tests that say the exact set."""
    return list(db.session.scalars(select(model).order_by(*inspect(model).primary_key)))


def _added(row: Row) -> Row:
    db.session.add(row)
    db.session.flush()
    return row
