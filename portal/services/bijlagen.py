"""Attachments of a plan: add, remove, put back."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from sqlalchemy import select

from portal.domain import clock
from portal.domain.events import EventSoort
from portal.domain.file_types import file_type
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Bijlage, Indiening, IndieningBijlage, Plan, PlanVersie
from portal.services import events, plans


def add_bijlage(plan: Plan, *, naam: str, bestandsnaam: str, inhoud: bytes, actor: Actor) -> Bijlage:
    """Attach a document. Without a name it is called after its file.

    Raises PlanProblem for an empty file, a kind that may not be attached, or when the region does not hold the pen.
    """
    plans.require_editable(plan)
    if not inhoud:
        raise plans.PlanProblem("Dit bestand is leeg. Kies een ander bestand.")
    kind = file_type(inhoud)
    if kind is None:
        raise plans.PlanProblem("Dit bestand is geen PDF, Word of ODF. Sla het op als PDF en kies het opnieuw.")
    stem = PurePath(bestandsnaam).stem.strip() or "bijlage"
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
    plans.require_editable(plan)
    if bijlage.verwijderd_op is None:
        bijlage.verwijderd_op = clock.now()
        events.record(plan, EventSoort.BIJLAGE_VERWIJDERD, actor, naam=bijlage.naam)


def restore_bijlage(plan: Plan, bijlage: Bijlage, *, actor: Actor) -> None:
    """Put a removed file back."""
    plans.require_editable(plan)
    if bijlage.verwijderd_op is not None:
        bijlage.verwijderd_op = None
        events.record(plan, EventSoort.BIJLAGE_TERUGGEZET, actor, naam=bijlage.naam)


def find_bijlage(plan: Plan, bijlage_id: int) -> Bijlage | None:
    """The file with this id when it is one of this plan, else None."""
    bijlage = db.session.get(Bijlage, bijlage_id)
    return bijlage if bijlage is not None and bijlage.plan_id == plan.id else None


def is_submitted(bijlage: Bijlage) -> bool:
    """True when the file went along with a submission that counts: then readers of the submission may have it."""
    query = (
        select(IndieningBijlage.bijlage_id)
        .join(Indiening)
        .join(PlanVersie)
        .where(IndieningBijlage.bijlage_id == bijlage.id, Indiening.ingetrokken_op.is_(None))
    )
    return db.session.scalars(query.limit(1)).first() is not None
