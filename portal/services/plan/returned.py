"""What a region does with a plan that came back: per part it says what it changed, before it can submit again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import joinedload, lazyload, load_only, selectinload

from forms.spec import Format, Step
from portal.domain import clock
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Indiening, Plan, PlanVersie, Terugsturing, TerugsturingOnderdeel, User
from portal.services import people
from portal.services.plan import pen

_WITH_PARTS = (
    people.named(Terugsturing.door),
    selectinload(Terugsturing.onderdelen)
    .joinedload(TerugsturingOnderdeel.gewijzigd_door)
    .options(load_only(User.naam), lazyload(User.organisatie), lazyload(User.lidmaatschappen)),
)


_OPEN = (
    select(Terugsturing)
    .where(
        Terugsturing.versie_id.in_(bindparam("versie_ids", expanding=True)), Terugsturing.beantwoord_met_id.is_(None)
    )
    .options(*_WITH_PARTS)
    .order_by(Terugsturing.id)
)


class NotAnswered(Exception):
    """The region did not say yet what it changed in these steps."""

    def __init__(self, steps: tuple[Step, ...]) -> None:
        self.steps = steps
        super().__init__(", ".join(step.title for step in steps))


@dataclass(frozen=True)
class StepEdit:
    """What somebody wants to save about one step, and the revision it started from."""

    step_key: str
    text: str
    base_revision: int


@dataclass(frozen=True)
class Conflict:
    """A stale save: nothing was written; `theirs` is what a colleague saved meanwhile."""

    step_key: str
    mine: str
    theirs: str
    revision: int
    door: str
    op: datetime | None


def open_return(versie: PlanVersie) -> Terugsturing | None:
    """The newest return of a version that the region has not answered with a submission, or None."""
    if not versie.indiening_nummer:
        return None
    return open_returns([versie.id]).get(versie.id)


def open_returns(versie_ids: Collection[int]) -> dict[int, Terugsturing]:
    """As `open_return`, for several versions at once, by the id of the version."""
    if not versie_ids:
        return {}
    return {one.versie_id: one for one in db.session.scalars(_OPEN, {"versie_ids": list(versie_ids)})}


def in_order(back: Terugsturing, format_: Format) -> list[TerugsturingOnderdeel]:
    """What was asked, in the order of the format."""
    by_step = {part.step_key: part for part in back.onderdelen}
    return [by_step[step.key] for step in format_.steps if step.key in by_step]


def answered_with(indiening: Indiening) -> Terugsturing | None:
    """The return that this submission answers, or None."""
    query = select(Terugsturing).where(Terugsturing.beantwoord_met_id == indiening.id).options(*_WITH_PARTS)
    return db.session.scalars(query.order_by(Terugsturing.id.desc()).limit(1)).first()


def save_changes(plan: Plan, edits: Iterable[StepEdit], *, actor: Actor) -> list[Conflict]:
    """Save what was changed per step; the stale ones are reported and not saved.

    Raises PlanProblem when the region does not hold the pen, or the plan did not come back.
    """
    pen.require_editable(plan)
    parts = _locked_parts(plan)
    conflicts = []
    for edit in edits:
        part = parts.get(edit.step_key)
        if part is None:
            raise pen.PlanProblem("Over dit onderdeel is niets gevraagd. Ververs de pagina.")
        if edit.text != part.aangepast:
            if edit.base_revision != part.revision:
                conflicts.append(_conflict(part, edit))
            else:
                _write(part, edit.text, actor)
    return conflicts


def _locked_parts(plan: Plan) -> dict[str, TerugsturingOnderdeel]:
    returned = open_return(plan.versie)
    if returned is None:
        return {}
    fresh = (
        select(TerugsturingOnderdeel)
        .where(TerugsturingOnderdeel.terugsturing_id == returned.id)
        .options(joinedload(TerugsturingOnderdeel.gewijzigd_door))
        .execution_options(populate_existing=True)
    )
    return {part.step_key: part for part in db.session.scalars(fresh).unique()}


def _write(part: TerugsturingOnderdeel, text: str, actor: Actor) -> None:
    part.aangepast = text
    part.revision += 1
    part.gewijzigd_op = clock.now()
    part.gewijzigd_door_id = actor.user_id


def _conflict(part: TerugsturingOnderdeel, edit: StepEdit) -> Conflict:
    door = part.gewijzigd_door.naam if part.gewijzigd_door else "Een collega"
    return Conflict(edit.step_key, edit.text, part.aangepast, part.revision, door, part.gewijzigd_op)


def require_answered(plan: Plan) -> None:
    """Make sure that nothing that was asked is left without a word. Raises NotAnswered with the steps."""
    silent = {key for key, part in _locked_parts(plan).items() if not part.aangepast.strip()}
    if silent:
        raise NotAnswered(tuple(step for step in pen.format_of(plan).steps if step.key in silent))


def close_with(indiening: Indiening) -> None:
    """This submission answers what was asked of its version."""
    _set(indiening.id, Terugsturing.versie_id == indiening.versie_id, Terugsturing.beantwoord_met_id.is_(None))


def open_again(indiening: Indiening) -> None:
    """The submission was withdrawn: what it answered is asked again."""
    _set(None, Terugsturing.beantwoord_met_id == indiening.id)


def _set(indiening_id: int | None, *where: object) -> None:
    db.session.execute(update(Terugsturing).where(*where).values(beantwoord_met_id=indiening_id))  # type: ignore[arg-type]
