"""Links by which somebody without an account reads a plan: made for one address, found again, withdrawn, opened."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import exists, insert, literal, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import selectinload

from forms.dutch.dates import AMSTERDAM, in_amsterdam
from forms.spec import Step
from portal.domain import clock
from portal.domain.consent.links import LINK_DAYS, OPENED_ANEW_AFTER, LinkStand
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Instemming, Leeslink, LeeslinkInzage, Plan
from portal.models.base import Moment
from portal.services import people
from portal.services.consent import notices, tokens
from portal.services.plan import events, pen

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ForWhom:
    """For whom a link is made, and what it shows until when. No steps: the whole plan."""

    naam: str
    email: str
    stappen: tuple[str, ...] = ()
    tot: date | None = None
    bericht: str = ""


def make(plan: Plan, who: ForWhom, *, instemming: Instemming | None, actor: Actor) -> Leeslink:
    """Make a link in a locked plan, and mail it. Links that asked the same of this party before are withdrawn."""
    if instemming is not None:
        for before in instemming.links:
            _close(before)
    last_day = who.tot or clock.today() + timedelta(days=LINK_DAYS)
    token, token_hash = tokens.new()
    link = Leeslink(
        plan_id=plan.id,
        instemming=instemming,
        token_hash=token_hash,
        naam=who.naam,
        email=who.email,
        stappen=" ".join(who.stappen),
        gemaakt_op=clock.now(),
        gemaakt_door_id=actor.user_id,
        geldig_tot=datetime.combine(last_day + timedelta(days=1), time(0), AMSTERDAM),
    )
    db.session.add(link)
    db.session.flush()
    notices.link_made(plan, link, token, bericht=who.bericht, last_day=last_day, van=actor.naam)
    return link


def make_to_read(plan: Plan, who: ForWhom, *, actor: Actor) -> Leeslink:
    """Make a link that only shows, and mail it. Raises PlanProblem for a plan that went up in another one."""
    pen.lock_plan(plan)
    require_own(plan)
    link = make(plan, who, instemming=None, actor=actor)
    events.record(plan, EventSoort.LEESLINK_GEMAAKT, actor, aan=who.naam)
    return link


def require_own(plan: Plan) -> None:
    """Raise PlanProblem for a plan that went up in another one: nobody is asked about it any more."""
    if plan.opgegaan_in_id is not None:
        raise pen.PlanProblem("Dit plan is opgegaan in een gezamenlijk plan. Doe dit daar.")


def of_plan(plan: Plan) -> Sequence[Leeslink]:
    """All links of a plan, newest first, with when they were opened."""
    named = (people.named(Leeslink.gemaakt_door), selectinload(Leeslink.inzagen))
    return db.session.scalars(
        select(Leeslink).where(Leeslink.plan_id == plan.id).options(*named).order_by(Leeslink.id.desc())
    ).all()


def find(plan: Plan, link_id: int) -> Leeslink | None:
    """The link with this id when it is one of this plan, else None."""
    link = db.session.get(Leeslink, link_id)
    return link if link is not None and link.plan_id == plan.id else None


def lock(link: Leeslink) -> None:
    """Let other writers of its plan wait, and see whether it still works: somebody may have withdrawn it meanwhile."""
    pen.lock_plan(link.plan)
    db.session.refresh(link)


def withdraw(link: Leeslink, *, actor: Actor) -> bool:
    """Let a link work no more. False when it did not any more already."""
    lock(link)
    if link.stand is not LinkStand.WERKT:
        return False
    _close(link)
    events.record(link.plan, EventSoort.LEESLINK_INGETROKKEN, actor, aan=link.naam)
    return True


def _close(link: Leeslink) -> None:
    link.ingetrokken_op = link.ingetrokken_op or clock.now()


def tell_of_reaction(link: Leeslink, reactie_id: int, *, niet_voor: datetime) -> None:
    """Mail who remarked by a link that there is a reaction, as long as the link works to read it."""
    if link.stand is LinkStand.WERKT:
        notices.remark_answered(link, reactie_id, niet_voor=niet_voor)


def steps_of(link: Leeslink) -> list[Step]:
    """The parts that a link shows, in the order of the format."""
    steps = pen.format_of(link.plan).steps
    return [step for step in steps if not link.step_keys or step.key in link.step_keys]


def by_token(token: str) -> Leeslink | None:
    """The link with this token, whether it still works or not; None for one that is not ours."""
    return db.session.scalars(select(Leeslink).where(Leeslink.token_hash == tokens.hash_of(token))).first()


def last_day(link: Leeslink) -> date:
    """The last day on which a link works."""
    return in_amsterdam(link.geldig_tot - timedelta(seconds=1)).date()


def note_opening(link_id: int) -> None:
    """Note in the access log that a link is opened now, at most once in ten minutes.

    In a transaction of its own, as one statement: a page that is read writes nothing else, and is read also when this
    fails.
    """
    moment = clock.now()
    lately = LeeslinkInzage.op > moment - OPENED_ANEW_AFTER
    before = exists(select(LeeslinkInzage.id).where(LeeslinkInzage.leeslink_id == link_id, lately))
    row = select(literal(link_id), literal(moment, Moment)).where(~before)
    try:
        with db.engine.begin() as connection:
            connection.execute(insert(LeeslinkInzage).from_select(["leeslink_id", "op"], row))
    except SQLAlchemyError:
        log.warning("the opening of a link could not be noted")
