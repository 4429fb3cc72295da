"""What the plans of their regions ask of somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from portal.domain.plan.completeness import StepState, plan_state
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Plan, PlanRegio, Regio, TerugsturingOnderdeel
from portal.services.plan import pen, returned, versions
from portal.services.plan.content import working_copies


@dataclass(frozen=True)
class PlanToDo:
    """A plan of somebody's region: how far it is and what comes next (None when nothing is asked now)."""

    plan: Plan
    states: tuple[StepState, ...]
    may_fill_in: bool
    # Until when, when somebody asked for it by a date.
    due: date | None
    # What was asked when the plan came back, in the order of the format.
    asked: tuple[TerugsturingOnderdeel, ...] = ()

    @property
    def asks(self) -> bool:
        """True when it is this person's turn; else there is only something to read."""
        return self.may_fill_in and self.plan.status.can_be_edited

    @property
    def unanswered(self) -> tuple[StepState, ...]:
        """The steps that were asked about and of which the region did not say yet what it changed."""
        silent = {part.step_key for part in self.asked if not part.aangepast.strip()}
        return tuple(state for state in self.states if state.step.key in silent)

    @property
    def open_states(self) -> tuple[StepState, ...]:
        """The steps that still ask for something."""
        return tuple(state for state in self.states if not state.is_ready)

    @property
    def next_state(self) -> StepState | None:
        """The first step that is not ready."""
        return self.open_states[0] if self.open_states else None


def plans_to_do(actor: Actor) -> list[PlanToDo]:
    """The plans of the actor's own regions, the earliest deadline first."""
    regio_ids = actor.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER)
    if not regio_ids:
        return []
    query = (
        select(Plan)
        .where(Plan.id.in_(select(PlanRegio.plan_id).where(PlanRegio.regio_id.in_(regio_ids))))
        .options(joinedload(Plan.versies), joinedload(Plan.plan_regios))
        .order_by(Plan.deadline, Plan.id)
    )
    found = db.session.scalars(query).unique().all()
    as_contact = actor.regio_ids(Rol.REGIOCONTACT)
    back = returned.open_returns([plan.versie.id for plan in found if plan.status.can_be_edited])
    return [
        PlanToDo(
            plan,
            plan_state(pen.format_of(plan), copy),
            bool(as_contact & plan.facts.regio_ids),
            versions.due_date(plan),
            tuple(returned.in_order(back[plan.versie.id], pen.format_of(plan))) if plan.versie.id in back else (),
        )
        for plan, copy in zip(found, working_copies(found), strict=True)
    ]


def regions_without_plan(actor: Actor) -> list[Regio]:
    """The actor's own regions for which no plan was started yet."""
    regio_ids = actor.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER)
    if not regio_ids:
        return []
    taken = select(PlanRegio.regio_id)
    return list(db.session.scalars(select(Regio).where(Regio.id.in_(regio_ids), Regio.id.not_in(taken))))
