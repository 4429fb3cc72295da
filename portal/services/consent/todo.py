"""What Start tells a contact person about instemming: who asks the own side, and which reservation is past its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import BindParameter, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from portal.domain import clock
from portal.domain.consent.leads import Kant, own_sides
from portal.domain.consent.states import InstemmingSoort, titel_of
from portal.domain.roles import Actor, Namens, Rol
from portal.models import Instemming, InstemmingAntwoord, Plan, User
from portal.plain import plain_rows
from portal.services.consent import register, waivers

_LATER = aliased(InstemmingAntwoord)
_NEWEST = select(func.max(_LATER.id)).where(_LATER.instemming_id == Instemming.id).correlate(Instemming)
_PLAN_IDS: BindParameter[int] = bindparam("plan_ids", expanding=True)
_SAID = InstemmingAntwoord
# Rows that wait for an answer, or whose newest one has a day that passed.
_WAITING = (
    select(
        Instemming.plan_id,
        Instemming.soort,
        Instemming.naam,
        Instemming.regio_id,
        Instemming.namens,
        Instemming.gevraagd_op,
        User.naam.label("door"),
        _SAID.op,
        _SAID.voorbehoud_tot,
    )
    .select_from(Instemming)
    .outerjoin(_SAID, _SAID.id == _NEWEST.scalar_subquery())
    .outerjoin(User, User.id == Instemming.gevraagd_door_id)
    .where(
        Instemming.plan_id.in_(_PLAN_IDS),
        or_(Instemming.gevraagd_op.is_not(None), _SAID.voorbehoud_tot < bindparam("today")),
    )
    .order_by(Instemming.plan_id, Instemming.id)
)


class _Row(NamedTuple):
    """A row of `_WAITING`."""

    plan_id: int
    soort: InstemmingSoort
    naam: str
    regio_id: int | None
    namens: Namens | None
    gevraagd_op: datetime | None
    door: str | None
    op: datetime | None
    voorbehoud_tot: date | None

    @property
    def is_unanswered(self) -> bool:
        """True when nothing was said after the question."""
        return self.gevraagd_op is not None and (self.op is None or self.op < self.gevraagd_op)

    @property
    def passed_on(self) -> date | None:
        """The day of a reservation, when it has passed."""
        day = self.voorbehoud_tot
        return day if day is not None and day < clock.today() else None


@dataclass(frozen=True)
class InstemmingVraag:
    """Somebody asks a side of this person to agree."""

    plan: Plan
    kant: str
    door: str


@dataclass(frozen=True)
class VoorbehoudVoorbij:
    """The day by which an achterban would be consulted has passed. `eigen`: that of a side of this person."""

    plan: Plan
    naam: str
    tot: date
    eigen: bool


@dataclass(frozen=True)
class InstemmingTeDoen:
    """Both, in the order of the plans."""

    gevraagd: tuple[InstemmingVraag, ...] = ()
    voorbij: tuple[VoorbehoudVoorbij, ...] = ()


def to_do(actor: Actor, plans: Iterable[Plan]) -> InstemmingTeDoen:
    """What is asked of a contact person in these plans, but for those that went up in another one."""
    mine = actor.regio_ids(Rol.REGIOCONTACT)
    own = {one.id: one for one in plans if one.opgegaan_in_id is None and mine & one.facts.regio_ids}
    if not own:
        return InstemmingTeDoen()
    rows = [_Row(*row) for row in plain_rows(_WAITING, {"plan_ids": list(own), "today": clock.today()})]
    return InstemmingTeDoen(tuple(_asked(actor, own, rows)), tuple(_passed(actor, own, rows)))


def _asked(actor: Actor, plans: Mapping[int, Plan], rows: Iterable[_Row]) -> Iterator[InstemmingVraag]:
    for row in rows:
        plan = plans[row.plan_id]
        side = _own_side(actor, plan, row) if _is_open(row, plan) else None
        if side and side.place not in waivers.by_side(plan.versie):
            yield InstemmingVraag(plan, side.label, row.door or "")


def _is_open(row: _Row, plan: Plan) -> bool:
    """True for a question without an answer. What was asked before the plan was handed in, or came back, is over."""
    if row.gevraagd_op is None or not row.is_unanswered or not plan.status.can_be_edited:
        return False
    return row.gevraagd_op >= plan.versie.status_sinds


def _passed(actor: Actor, plans: Mapping[int, Plan], rows: Iterable[_Row]) -> Iterator[VoorbehoudVoorbij]:
    """Who is asked again has the question: the others did what they can, and only the own side is told still."""
    for row in rows:
        plan = plans[row.plan_id]
        own = _own_side(actor, plan, row) is not None
        if row.passed_on and (own or not row.is_unanswered):
            yield VoorbehoudVoorbij(plan, titel_of(row.soort, row.naam), row.passed_on, own)


def _own_side(actor: Actor, plan: Plan, row: _Row) -> Kant | None:
    found = (one for one in own_sides(actor, register.sides(plan)) if one.place == (row.regio_id, row.namens))
    return next(found, None)
