"""What happened lately where somebody may look: to plans, and in rounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BindParameter,
    ColumnElement,
    CompoundSelect,
    bindparam,
    literal,
    or_,
    select,
    type_coerce,
    union_all,
)

from portal.domain.plan.events import PLAN_STORY, EventSoort
from portal.domain.roles import Actor, Rol
from portal.domain.round.events import ROUND_STORY, UitvraagEventSoort
from portal.domain.stored.events import PLAN_EVENT, ROUND_EVENT
from portal.domain.story import PORTAL
from portal.models import BladRegio, Event, Plan, PlanRegio, Regio, Uitvraag, UitvraagEvent, User
from portal.models.plan.plan import names_together
from portal.plain import plain_rows

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

# The words of an event have a format of their own in each table: a row of both together is read by its own.
_REGIO_IDS: BindParameter[int] = bindparam("regio_ids", expanding=True)
_OF_PLANS = (
    select(
        literal("").label("uitvraag"),
        Event.plan_id,
        Event.id,
        Event.op,
        Event.soort,
        type_coerce(Event.gegevens, JSON).label("gegevens"),
        User.naam.label("door"),
    )
    .outerjoin(User, User.id == Event.door_id)
    .order_by(Event.op.desc(), Event.id.desc())
    .limit(bindparam("limit"))
)
_OF_ROUNDS = (
    select(
        Uitvraag.naam,
        literal(0),
        UitvraagEvent.id,
        UitvraagEvent.op,
        UitvraagEvent.soort,
        type_coerce(UitvraagEvent.gegevens, JSON),
        User.naam,
    )
    .join(Uitvraag, UitvraagEvent.uitvraag_id == Uitvraag.id)
    .outerjoin(User, User.id == UitvraagEvent.door_id)
    .order_by(UitvraagEvent.op.desc(), UitvraagEvent.id.desc())
    .limit(bindparam("limit"))
)
_OWN = select(BladRegio.blad_id).where(BladRegio.regio_id.in_(_REGIO_IDS))
_OF_ROUND = UitvraagEvent.soort.in_([soort.value for soort in ROUND_NEWS]) & UitvraagEvent.blad_id.is_(None)


def _together(of_plans: ColumnElement[bool], of_rounds: ColumnElement[bool]) -> CompoundSelect[Any]:
    """The newest of both; written down once, because putting it together takes longer than running it."""
    parts = _OF_PLANS.where(of_plans).subquery(), _OF_ROUNDS.where(of_rounds).subquery()
    return union_all(*(select(part) for part in parts))


_NATIONAL = _together(
    Event.soort.in_([soort.value for soort in NATIONAL_NEWS]),
    UitvraagEvent.soort.in_([soort.value for soort in NATIONAL_SHEET_NEWS]),
)
_REGIONAL = _together(
    Event.plan_id.in_(select(PlanRegio.plan_id).where(PlanRegio.regio_id.in_(_REGIO_IDS))),
    or_(
        UitvraagEvent.blad_id.in_(_OWN),
        _OF_ROUND & UitvraagEvent.uitvraag_id.in_(_OWN.with_only_columns(BladRegio.uitvraag_id)),
    ),
)
_PLANS = (
    select(Plan.id, Plan.vroegere_naam, Regio.naam)
    .outerjoin(PlanRegio, PlanRegio.plan_id == Plan.id)
    .outerjoin(Regio, Regio.id == PlanRegio.regio_id)
    .where(Plan.id.in_(bindparam("plan_ids", expanding=True)))
)


@dataclass(frozen=True)
class News:
    """Something that happened: when, to which plan or round, and the sentence that tells it."""

    op: datetime
    over: str
    zin: str


def recent(actor: Actor, *, national: bool, limit: int = 8) -> list[News]:
    """The newest news of the actor's own regions, or of the whole country for a national role; the newest first."""
    asked = {"limit": limit, "regio_ids": list(actor.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER))}
    rows = plain_rows(_NATIONAL if national else _REGIONAL, asked)
    # Of one moment: what happened to plans before what happened in rounds, the newest first.
    newest = sorted(rows, key=lambda row: (row.op, not row.uitvraag, row.id), reverse=True)[:limit]
    names = _plan_names({row.plan_id for row in newest if not row.uitvraag})
    return [
        News(row.op, row.uitvraag, ROUND_STORY.tell(row.soort, _who(row), ROUND_EVENT.read(row.gegevens)))
        if row.uitvraag
        else News(row.op, names[row.plan_id], PLAN_STORY.tell(row.soort, _who(row), PLAN_EVENT.read(row.gegevens)))
        for row in newest
    ]


def _who(row: Any) -> str:
    return row.door or PORTAL


def _plan_names(plan_ids: Collection[int]) -> dict[int, str]:
    """How these plans are called."""
    regions: dict[int, list[str]] = defaultdict(list)
    before: dict[int, str] = {}
    for plan_id, earlier, naam in plain_rows(_PLANS, {"plan_ids": list(plan_ids)}) if plan_ids else ():
        before[plan_id] = earlier
        regions[plan_id] += [naam] if naam else []
    return {plan_id: names_together(regions[plan_id]) or earlier for plan_id, earlier in before.items()}
