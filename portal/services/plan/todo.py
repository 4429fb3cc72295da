"""What the plans of their regions ask of somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload

from portal.domain import clock
from portal.domain.plan.completeness import StepState, plan_state
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Plan, PlanRegio, Regio, Terugsturing, TerugsturingOnderdeel
from portal.services.plan import pen, returned, versions
from portal.services.plan.outline import Outline, outlines


@dataclass(frozen=True)
class PlanToDo:
    """A plan of somebody's region. When it is this person's turn: how far it is (`states`) and what comes next."""

    plan: Plan
    states: tuple[StepState, ...]
    # Until when, when somebody asked for it by a date.
    due: date | None
    # What was asked when the plan came back, in the order of the format.
    asked: tuple[TerugsturingOnderdeel, ...] = ()

    @property
    def asks(self) -> bool:
        """True when it is this person's turn; else there is only something to read."""
        return bool(self.states)

    @property
    def is_late(self) -> bool:
        """True when that day has passed."""
        return self.due is not None and self.due < clock.today()

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


# Written down once: putting it together takes as long as running it. Both lists are short, so they come along.
_OF_REGIONS = (
    select(Plan)
    .where(Plan.id.in_(select(PlanRegio.plan_id).where(PlanRegio.regio_id.in_(bindparam("regio_ids", expanding=True)))))
    .options(joinedload(Plan.versies), joinedload(Plan.plan_regios))
)


def plans_to_do(actor: Actor) -> list[PlanToDo]:
    """The plans of the actor's own regions, the earliest deadline first."""
    regio_ids = actor.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER)
    if not regio_ids:
        return []
    found = db.session.scalars(_OF_REGIONS, {"regio_ids": list(regio_ids)}).unique().all()
    as_contact = actor.regio_ids(Rol.REGIOCONTACT)
    mine = {plan.id for plan in found if plan.status.can_be_edited and as_contact & plan.facts.regio_ids}
    known = outlines(mine, with_changes=False)
    back = returned.open_returns([plan.versie.id for plan in found if plan.id in mine and plan.versie.indiening_nummer])
    to_do = [_to_do(plan, known.get(plan.id), back.get(plan.versie.id)) for plan in found]
    return sorted(to_do, key=lambda one: (one.due or one.plan.deadline, one.plan.id))


def _to_do(plan: Plan, known: Outline | None, back: Terugsturing | None) -> PlanToDo:
    """Without an outline there is only something to read: nobody is told how far the plan is."""
    format_ = pen.format_of(plan)
    return PlanToDo(
        plan,
        plan_state(format_, known.content) if known else (),
        versions.due_date(plan),
        tuple(returned.in_order(back, format_)) if back else (),
    )


def regions_without_plan(actor: Actor, mine: Iterable[PlanToDo]) -> list[Regio]:
    """The actor's own regions for which no plan was started yet; `mine` are the plans of those that have one."""
    have_one = {link.regio_id for one in mine for link in one.plan.plan_regios}
    without = actor.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER) - have_one
    return list(db.session.scalars(select(Regio).where(Regio.id.in_(without)))) if without else []
