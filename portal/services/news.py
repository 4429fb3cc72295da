"""What happened lately where somebody may look: to plans, and in rounds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload, lazyload

from portal.domain.plan.events import EventSoort, tell
from portal.domain.roles import Actor, Rol
from portal.domain.round.events import UitvraagEventSoort, tell_of_round
from portal.extensions import db
from portal.models import BladRegio, Event, Plan, PlanRegio, Uitvraag, UitvraagEvent, User
from portal.services import people

# What national roles may hear of a plan: never what happens inside a draft.
NATIONAL_NEWS = (
    EventSoort.PLAN_GESTART,
    EventSoort.DEADLINE_GEZET,
    EventSoort.INGEDIEND,
    EventSoort.INGETROKKEN,
    EventSoort.OPGEPAKT,
    EventSoort.TERUGGESTUURD,
    EventSoort.VASTGESTELD,
    EventSoort.HEROPEND,
    EventSoort.OVERGEDRAGEN,
    EventSoort.NIEUWE_VERSIE,
)
# What everybody may hear of a round; the rest is about one sheet, or about work on the questions.
ROUND_NEWS = (
    UitvraagEventSoort.GEOPEND,
    UitvraagEventSoort.GESLOTEN,
    UitvraagEventSoort.HEROPEND,
    UitvraagEventSoort.AFGEROND,
)
NATIONAL_SHEET_NEWS = (*ROUND_NEWS, UitvraagEventSoort.BLAD_INGEDIEND, UitvraagEventSoort.UITSTEL)

_OF_PLANS = (
    select(Event, Plan)
    .join(Plan, Event.plan_id == Plan.id)
    .options(people.named(Event.door), lazyload(Plan.versies))
    .order_by(Event.op.desc(), Event.id.desc())
)
_OF_ROUNDS = (
    select(UitvraagEvent, Uitvraag.naam)
    .join(Uitvraag, UitvraagEvent.uitvraag_id == Uitvraag.id)
    .options(joinedload(UitvraagEvent.door).options(lazyload(User.lidmaatschappen), lazyload(User.organisatie)))
    .order_by(UitvraagEvent.op.desc(), UitvraagEvent.id.desc())
)


@dataclass(frozen=True)
class News:
    """Something that happened: when, to which plan or round, and the sentence that tells it."""

    op: datetime
    over: str
    zin: str


def recent(actor: Actor, *, national: bool, limit: int = 8) -> list[News]:
    """The newest news of the actor's own regions, or of the whole country for a national role; the newest first."""
    regio_ids = actor.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER)
    plans = _OF_PLANS.where(_plans_for(regio_ids, national=national)).limit(limit)
    rounds = _OF_ROUNDS.where(_rounds_for(regio_ids, national=national)).limit(limit)
    found = [
        News(event.op, plan.naam, tell(event.soort, _who(event), event.gegevens))
        for event, plan in db.session.execute(plans)
    ]
    found += [
        News(event.op, naam, tell_of_round(event.soort, _who(event), event.gegevens))
        for event, naam in db.session.execute(rounds)
    ]
    return sorted(found, key=lambda one: one.op, reverse=True)[:limit]


def _who(event: Event | UitvraagEvent) -> str:
    return event.door.naam if event.door else "Het portaal"


def _plans_for(regio_ids: frozenset[int], *, national: bool) -> ColumnElement[bool]:
    if national:
        return Event.soort.in_([soort.value for soort in NATIONAL_NEWS])
    return Event.plan_id.in_(select(PlanRegio.plan_id).where(PlanRegio.regio_id.in_(regio_ids)))


def _rounds_for(regio_ids: frozenset[int], *, national: bool) -> ColumnElement[bool]:
    if national:
        return UitvraagEvent.soort.in_([soort.value for soort in NATIONAL_SHEET_NEWS])
    own = select(BladRegio).where(BladRegio.regio_id.in_(regio_ids))
    of_round = UitvraagEvent.soort.in_([soort.value for soort in ROUND_NEWS]) & UitvraagEvent.blad_id.is_(None)
    return or_(
        UitvraagEvent.blad_id.in_(own.with_only_columns(BladRegio.blad_id)),
        of_round & UitvraagEvent.uitvraag_id.in_(own.with_only_columns(BladRegio.uitvraag_id)),
    )
