"""What reviewers do with a submission: pick it up, hand it over, advise, send it back, accept it, undo that.

Everything starts with the lock on the plan and a second look: of two people who decide at once the second one hears
who did what, and nobody decides on a submission that is not the newest.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NoReturn

from sqlalchemy import select

from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.plan.happened import ALREADY, already
from portal.domain.plan.states import VersieStatus
from portal.domain.plan.workflow import Move
from portal.domain.policy import Action, can
from portal.domain.review.remarks import AdviesOordeel
from portal.domain.roles import Actor
from portal.domain.round.rules import DAY_HAS_PASSED
from portal.domain.story import PORTAL
from portal.extensions import db
from portal.models import Advies, Event, Indiening, Plan, PlanVersie, Terugsturing, TerugsturingOnderdeel, User
from portal.services import people
from portal.services.plan import events, pen, workflow
from portal.services.review import notices

UNDER_REVIEW = (VersieStatus.INGEDIEND, VersieStatus.IN_BEHANDELING)


class ReviewProblem(pen.PlanProblem):
    """This can't be done with the submission now. The message is Dutch and says who did what meanwhile."""


def current_submission(versie: PlanVersie) -> Indiening | None:
    """The submission of a version that counts, or None when it was never submitted or withdrawn."""
    return db.session.scalars(
        select(Indiening).where(Indiening.versie_id == versie.id, Indiening.nummer == versie.geldige_indiening)
    ).one_or_none()


def pick_up(plan: Plan, *, actor: Actor) -> None:
    """Start to review the plan; the region can no longer withdraw it.

    Raises ReviewProblem when it is not waiting for a reviewer (any more).
    """
    pen.lock_plan(plan)
    versie = plan.versie
    if versie.status is VersieStatus.IN_BEHANDELING and versie.beoordelaar_id == actor.user_id:
        return
    if versie.status is not VersieStatus.INGEDIEND:
        _refuse(plan)
    workflow.move(plan, Move.OPPAKKEN, actor=actor)
    versie.beoordelaar_id = actor.user_id


def hand_over(plan: Plan, to: User, *, actor: Actor) -> None:
    """Let another reviewer go on with the plan.

    Raises ReviewProblem when nobody reviews the plan now, or `to` cannot review it.
    """
    pen.lock_plan(plan)
    _require_reviewed(plan)
    if not (to.active and can(to.actor, Action.PLAN_BEOORDELEN, plan.facts)):
        raise ReviewProblem(f"{to.naam} kan dit plan niet beoordelen. Kies een beoordelaar of coördinator.")
    if plan.versie.beoordelaar_id == to.id:
        return
    plan.versie.beoordelaar_id = to.id
    events.record(plan, EventSoort.OVERGEDRAGEN, actor, aan=to.naam)


def advise(plan: Plan, *, actor: Actor, oordeel: AdviesOordeel, toelichting: str, seen_indiening_id: int) -> Advies:
    """Write down what somebody advises about the submission; advising again replaces it. Regions never see it.

    Raises ReviewProblem when the plan is not under review, or was submitted anew meanwhile.
    """
    pen.lock_plan(plan)
    if plan.status not in UNDER_REVIEW:
        _refuse(plan)
    _require_newest(plan, seen_indiening_id)
    advies = db.session.get(Advies, (seen_indiening_id, actor.user_id), populate_existing=True)
    if advies is None:
        advies = Advies(indiening_id=seen_indiening_id, door_id=actor.user_id)
        db.session.add(advies)
    advies.oordeel, advies.toelichting, advies.op = oordeel, toelichting, clock.now()
    return advies


def advice_on(indiening: Indiening) -> list[Advies]:
    """What reviewers advise about a submission, oldest first. For reviewers only."""
    query = select(Advies).where(Advies.indiening_id == indiening.id).options(people.named(Advies.door))
    return list(db.session.scalars(query.order_by(Advies.op, Advies.door_id)))


def send_back(
    plan: Plan,
    *,
    actor: Actor,
    reden: str,
    asked: Mapping[str, str],
    seen_indiening_id: int,
    terug_voor: date | None = None,
) -> Terugsturing | None:
    """Send the plan back with a reason, what is asked per step, and by when (or no day) it is expected again.

    None: this person just did (a double click). Raises ReviewProblem when no step is asked about, one has no text, the
    day has passed, or the plan is not (any more) to be decided on.
    """
    if not _lock_to_decide(plan, actor, EventSoort.TERUGGESTUURD, seen_indiening_id):
        return None
    parts = _parts(plan, asked)
    if not reden.strip():
        raise ReviewProblem("Vul in waarom u het plan terugstuurt.")
    if terug_voor is not None and terug_voor < clock.today():
        raise ReviewProblem(DAY_HAS_PASSED)
    workflow.move(plan, Move.TERUGSTUREN, actor=actor, reason=reden)
    plan.versie.terug_voor = terug_voor
    returned = Terugsturing(
        versie_id=plan.versie.id,
        indiening_id=seen_indiening_id,
        reden=reden,
        op=clock.now(),
        door_id=actor.user_id,
        onderdelen=parts,
    )
    db.session.add(returned)
    db.session.flush()
    notices.sent_back(plan, returned)
    return returned


def _parts(plan: Plan, asked: Mapping[str, str]) -> list[TerugsturingOnderdeel]:
    steps = {step.key: step for step in pen.format_of(plan).steps}
    if not asked:
        raise ReviewProblem("Kies ten minste één onderdeel dat de regio moet aanpassen.")
    for key, text in asked.items():
        if key not in steps:
            raise ReviewProblem("Een van de onderdelen hoort niet bij dit plan. Ververs de pagina.")
        if not text.strip():
            raise ReviewProblem(f"Vul bij “{steps[key].title}” in wat u van de regio vraagt.")
    return [TerugsturingOnderdeel(step_key=key, gevraagd=asked[key]) for key in steps if key in asked]


def approve(plan: Plan, *, actor: Actor, seen_indiening_id: int) -> bool:
    """Accept the submission as the plan. False: this person just did (a double click).

    Raises ReviewProblem when the plan is not (any more) to be decided on, or was submitted anew.
    """
    if not _lock_to_decide(plan, actor, EventSoort.VASTGESTELD, seen_indiening_id):
        return False
    workflow.move(plan, Move.VASTSTELLEN, actor=actor)
    notices.approved(plan)
    return True


def undo_approval(plan: Plan, *, actor: Actor, reason: str) -> bool:
    """Take the acceptance back, with a reason: the plan is under review again. False: this person just did.

    Raises ReviewProblem when the newest version is not vastgesteld, MoveNotAllowed without a reason.
    """
    pen.lock_plan(plan)
    if plan.status is not VersieStatus.VASTGESTELD:
        if _newest_move(plan) == (EventSoort.HEROPEND, actor.user_id):
            return False
        if plan.facts.has_vastgesteld:
            raise ReviewProblem(
                f"De regio werkt al aan versie {plan.versie.nummer} ({plan.status.label.lower()}). Daarom kunt u de"
                " vaststelling van de vorige versie niet meer ongedaan maken. Beoordeel de nieuwe versie."
            )
        _refuse(plan)
    workflow.move(plan, Move.HEROPENEN, actor=actor, reason=reason)
    notices.reopened(plan)
    return True


def _lock_to_decide(plan: Plan, actor: Actor, soort: EventSoort, seen_indiening_id: int) -> bool:
    """Lock and look again. False: the same person made this very decision on this submission already."""
    pen.lock_plan(plan)
    newest = current_submission(plan.versie)
    if newest is not None and newest.id == seen_indiening_id and _newest_move(plan) == (soort, actor.user_id):
        return False
    if plan.status in UNDER_REVIEW:
        _require_newest(plan, seen_indiening_id)
    _require_reviewed(plan)
    return True


def _require_reviewed(plan: Plan) -> None:
    if plan.status is VersieStatus.INGEDIEND:
        raise ReviewProblem("Niemand beoordeelt dit plan nu. Neem het eerst in behandeling.")
    if plan.status is not VersieStatus.IN_BEHANDELING:
        _refuse(plan)


def _require_newest(plan: Plan, seen_indiening_id: int) -> None:
    newest = current_submission(plan.versie)
    if newest is None or newest.id != seen_indiening_id:
        raise ReviewProblem("Dit plan is intussen opnieuw ingediend. Lees eerst de nieuwe indiening.")


def _newest_move(plan: Plan) -> tuple[EventSoort, int | None] | None:
    event = _last_event(plan)
    return (EventSoort(event.soort), event.door_id) if event else None


def _last_event(plan: Plan) -> Event | None:
    """The newest move of a plan, with who made it."""
    query = (
        select(Event)
        .where(Event.plan_id == plan.id, Event.soort.in_([soort.value for soort in ALREADY]))
        .options(people.named(Event.door))
        .order_by(Event.id.desc())
        .limit(1)
    )
    return db.session.scalars(query).one_or_none()


def _refuse(plan: Plan) -> NoReturn:
    """Say who did what, and when."""
    event = _last_event(plan)
    if event is None:
        raise ReviewProblem("Dit plan is nog niet ingediend.")
    wie = event.door.naam if event.door else PORTAL
    raise ReviewProblem(already(EventSoort(event.soort), wie, event.op))
