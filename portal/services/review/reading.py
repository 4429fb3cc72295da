"""What a reviewer reads: a submission, beside the one before or beside the plan that was vastgesteld."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, func, select

from portal.domain.plan.states import VersieStatus
from portal.domain.review.compare import PartDiff, compare, files_diff
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Advies, Bijlage, Indiening, Plan, PlanRegio, PlanVersie, Regio, TerugsturingOnderdeel
from portal.models.plan.plan import names_together
from portal.plain import plain_rows
from portal.services.plan import pen, returned, submit
from portal.services.regios import name_key
from portal.services.review import reviews


class Beside(StrEnum):
    """With what a submission is compared."""

    VORIGE = "vorige"
    VASTGESTELD = "vastgesteld"
    NIETS = "niets"


@dataclass(frozen=True)
class SubmissionReading:
    """A submission, and what is different from `base` (None: nothing to compare with, or not asked)."""

    indiening: Indiening
    previous: Indiening | None
    accepted: Indiening | None
    base: Indiening | None
    parts: tuple[PartDiff, ...]
    # What was asked at the last return that this submission answers, and what the region says it changed.
    asked: Mapping[str, TerugsturingOnderdeel]
    files: list[Bijlage]
    new_files: frozenset[int]
    gone_files: list[str]
    advice: list[Advies]

    @property
    def changed(self) -> list[PartDiff]:
        """The parts that changed."""
        return [part for part in self.parts if part.changed]


def reading_of(plan: Plan, beside: Beside) -> SubmissionReading | None:
    """The newest submission that counts, compared; None when there is none."""
    counting = [one for one in submit.submissions_of(plan) if one.ingetrokken_op is None]
    if not counting:
        return None
    newest, *earlier = counting
    previous = earlier[0] if earlier else None
    accepted = next((one for one in earlier if one.is_vastgesteld), None)
    base = {Beside.VORIGE: previous, Beside.VASTGESTELD: accepted, Beside.NIETS: None}[beside]
    old = base.snapshot if base else newest.snapshot
    new_files, gone_files = files_diff(old, newest.snapshot)
    answered = returned.answered_with(newest)
    return SubmissionReading(
        newest,
        previous,
        accepted,
        base,
        compare(pen.format_of(plan), old, newest.snapshot),
        {part.step_key: part for part in answered.onderdelen} if answered else {},
        _files(newest),
        new_files,
        gone_files,
        reviews.advice_on(newest),
    )


def _files(indiening: Indiening) -> list[Bijlage]:
    """The files that went along with a submission, without their content."""
    ids = [one["id"] for one in indiening.snapshot["bijlagen"]]
    return list(db.session.scalars(select(Bijlage).where(Bijlage.id.in_(ids)).order_by(Bijlage.id)))


def under_review() -> list[Plan]:
    """The plans that wait for a reviewer or are being reviewed, by name."""
    waiting = select(PlanVersie.plan_id).where(PlanVersie.status.in_(reviews.UNDER_REVIEW))
    found = db.session.scalars(select(Plan).where(Plan.id.in_(waiting), Plan.opgegaan_in_id.is_(None)))
    return sorted(found, key=lambda plan: name_key(plan.naam))


@dataclass(frozen=True)
class Reviewed:
    """A plan that somebody is reviewing, and since when."""

    plan_id: int
    naam: str
    sinds: datetime


_REVIEWED = (
    select(PlanVersie.plan_id, PlanVersie.status_sinds, Regio.naam)
    .join(PlanRegio, PlanRegio.plan_id == PlanVersie.plan_id)
    .join(Regio, Regio.id == PlanRegio.regio_id)
    .where(PlanVersie.status == VersieStatus.IN_BEHANDELING, PlanVersie.beoordelaar_id == bindparam("me"))
    .order_by(PlanVersie.status_sinds, PlanVersie.plan_id)
)


def reviewed_by(actor: Actor) -> list[Reviewed]:
    """The plans that somebody is reviewing, longest ago first."""
    regions: dict[tuple[int, datetime], list[str]] = defaultdict(list)
    for plan_id, sinds, naam in plain_rows(_REVIEWED, {"me": actor.user_id}):
        regions[plan_id, sinds].append(naam)
    return [Reviewed(plan_id, names_together(names), sinds) for (plan_id, sinds), names in regions.items()]


_ADVISED = (
    select(PlanVersie.plan_id, Regio.naam, func.count(Advies.door_id))
    .join(Indiening, (Indiening.versie_id == PlanVersie.id) & (Indiening.nummer == PlanVersie.geldige_indiening))
    .join(Advies, Advies.indiening_id == Indiening.id)
    .join(PlanRegio, PlanRegio.plan_id == PlanVersie.plan_id)
    .join(Regio, Regio.id == PlanRegio.regio_id)
    .where(PlanVersie.status == VersieStatus.IN_BEHANDELING)
    .group_by(PlanVersie.plan_id, PlanVersie.status_sinds, Regio.naam)
    .order_by(PlanVersie.status_sinds, PlanVersie.plan_id)
)


@dataclass(frozen=True)
class Advised:
    """A plan under review of which reviewers advised something: who decides can go on."""

    plan_id: int
    naam: str
    aantal: int


def advised() -> list[Advised]:
    """The plans that wait for a decision and have advice on what was handed in, longest ago first."""
    regions: dict[tuple[int, int], list[str]] = defaultdict(list)
    for plan_id, naam, aantal in plain_rows(_ADVISED):
        regions[plan_id, aantal].append(naam)
    return [Advised(plan_id, names_together(names), aantal) for (plan_id, aantal), names in regions.items()]


def neighbours(plan: Plan) -> tuple[Plan | None, Plan | None]:
    """The plan under review before and after this one, by name."""
    others = [one for one in under_review() if one.id != plan.id]
    place = name_key(plan.naam)
    before = [one for one in others if name_key(one.naam) < place]
    after = [one for one in others if name_key(one.naam) >= place]
    return (before[-1] if before else None), (after[0] if after else None)
