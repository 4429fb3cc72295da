"""Attachments of a plan: add, remove, put back."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from forms.cleaning import clean_line
from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.plan.file_types import file_type, refusal
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Bijlage, Indiening, IndieningBijlage, Plan
from portal.services.plan import events, pen

# What any file system can hold, also in letters of several bytes.
LONGEST_NAME = 60


def add_bijlage(plan: Plan, *, naam: str, bestandsnaam: str, inhoud: bytes, actor: Actor) -> Bijlage:
    """Attach a document. Without a name it is called after its file.

    Raises PlanProblem for an empty file, a kind that may not be attached, or when the region does not hold the pen.
    """
    pen.require_editable(plan)
    if not inhoud:
        raise pen.PlanProblem("Dit bestand is leeg. Kies een ander bestand.")
    kind = file_type(inhoud)
    if kind is None:
        raise pen.PlanProblem(refusal(inhoud))
    stem = clean_line(PurePath(bestandsnaam).stem)[:LONGEST_NAME] or "bijlage"
    bijlage = Bijlage(
        plan_id=plan.id,
        naam=naam or stem,
        bestandsnaam=f"{stem}{kind.extension}",
        soort=kind.mimetype,
        grootte=len(inhoud),
        sha256=hashlib.sha256(inhoud).hexdigest(),
        inhoud=inhoud,
        toegevoegd_op=clock.now(),
        toegevoegd_door_id=actor.user_id,
    )
    db.session.add(bijlage)
    db.session.flush()
    events.record(plan, EventSoort.BIJLAGE_TOEGEVOEGD, actor, naam=bijlage.naam)
    return bijlage


def remove_bijlage(plan: Plan, bijlage: Bijlage, *, actor: Actor) -> None:
    """Take a file out of the working copy; submissions keep it. Removing twice is no problem."""
    pen.require_editable(plan)
    if bijlage.verwijderd_op is None:
        bijlage.verwijderd_op = clock.now()
        events.record(plan, EventSoort.BIJLAGE_VERWIJDERD, actor, naam=bijlage.naam)


def restore_bijlage(plan: Plan, bijlage: Bijlage, *, actor: Actor) -> None:
    """Put a removed file back."""
    pen.require_editable(plan)
    if bijlage.verwijderd_op is not None:
        bijlage.verwijderd_op = None
        events.record(plan, EventSoort.BIJLAGE_TERUGGEZET, actor, naam=bijlage.naam)


def find_bijlage(plan: Plan, bijlage_id: int) -> Bijlage | None:
    """The file with this id when it is one of this plan, else None."""
    bijlage = db.session.get(Bijlage, bijlage_id)
    return bijlage if bijlage is not None and bijlage.plan_id == plan.id else None


def submissions_with(bijlage: Bijlage) -> list[Indiening]:
    """The submissions that the file went along with: who may read one of them may have the file."""
    query = (
        select(Indiening)
        .join(IndieningBijlage)
        .where(IndieningBijlage.bijlage_id == bijlage.id)
        .options(joinedload(Indiening.versie))
    )
    return list(db.session.scalars(query))
