"""Who holds the pen of a plan: its format, its lock, and whether it can be edited now."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.orm.attributes import set_committed_value

from forms.national import edition as find_edition
from forms.spec import Format
from portal.database import begin_writing
from portal.domain.plan.states import VersieStatus
from portal.extensions import db
from portal.models import Plan, PlanVersie
from portal.plain import plain_rows

# Written down once: putting such a query together takes as long as running it.
_LOCK = (
    select(PlanVersie.id).where(PlanVersie.plan_id == bindparam("plan_id")).order_by(PlanVersie.id).with_for_update()
)
_COLUMNS = tuple(PlanVersie.__table__.c.keys())
_NOW = (
    select(Plan.opgegaan_in_id, *(getattr(PlanVersie, name) for name in _COLUMNS))
    .join(Plan, PlanVersie.plan_id == Plan.id)
    .where(PlanVersie.plan_id == bindparam("plan_id"))
    .order_by(PlanVersie.nummer)
)
_FRESH = (
    select(PlanVersie)
    .where(PlanVersie.plan_id == bindparam("plan_id"))
    .order_by(PlanVersie.nummer)
    .execution_options(populate_existing=True)
)


class PlanProblem(Exception):
    """Something can't be done with this plan. The message is Dutch and fit to show."""


def format_of(plan: Plan) -> Format:
    """The edition of the national format that the plan answers."""
    return find_edition(plan.edition)


def lock_plan(plan: Plan) -> None:
    """Let other writers of this plan wait until this transaction ends, and see its newest status.

    On SQLite it is the whole database that is locked.
    """
    begin_writing(db.session.connection())
    plain_rows(_LOCK, {"plan_id": plan.id})
    # Asked apart: who waited for the lock would not see a version that was added meanwhile.
    now = plain_rows(_NOW, {"plan_id": plan.id})
    if [_as_read(versie) for versie in plan.__dict__.get("versies", ())] != [tuple(row[1:]) for row in now]:
        set_committed_value(plan, "versies", list(db.session.scalars(_FRESH, {"plan_id": plan.id})))
    set_committed_value(plan, "opgegaan_in_id", now[0].opgegaan_in_id)


def _as_read(versie: PlanVersie) -> tuple[object, ...]:
    """What is known of a version, without asking. Mostly it is as it stands: then nothing needs to be made anew."""
    return tuple(versie.__dict__.get(name) for name in _COLUMNS)


def require_editable(plan: Plan) -> None:
    """Lock the plan and make sure that the region holds the pen.

    Raises PlanProblem with the reason when it does not.
    """
    lock_plan(plan)
    if plan.opgegaan_in_id is not None:
        raise PlanProblem("Dit plan is opgegaan in een gezamenlijk plan. Werk daarin verder.")
    if plan.status is VersieStatus.VASTGESTELD:
        raise PlanProblem("Dit plan is vastgesteld. U kunt het niet meer wijzigen.")
    if not plan.status.can_be_edited:
        raise PlanProblem("Dit plan is ingediend. U kunt het pas weer wijzigen als u het intrekt of terugkrijgt.")
