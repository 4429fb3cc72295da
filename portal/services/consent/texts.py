"""The text that somebody agrees to: the working copy as it is now, kept as it was for who agreed."""

from __future__ import annotations

from sqlalchemy import select

from portal.domain import clock
from portal.domain.review.compare import PartDiff, compare
from portal.extensions import db
from portal.locking import insert_once
from portal.models import InstemmingTekst, Plan
from portal.services.filling.freezing import Content, checksum
from portal.services.plan import content, pen


def now(plan: Plan) -> tuple[Content, str]:
    """The plan as it stands, with the checksum by which its text is known."""
    copy = content.working_copy(plan)
    return copy, checksum(copy)


def keep(plan: Plan, copy: Content) -> InstemmingTekst:
    """Keep this text of a plan; one that is kept already is given back."""
    mark = checksum(copy)
    row = {"plan_id": plan.id, "checksum": mark, "inhoud": copy, "op": clock.now()}
    db.session.execute(insert_once(InstemmingTekst, *_UNIQUE).values(row))
    found = select(InstemmingTekst).where(InstemmingTekst.plan_id == plan.id, InstemmingTekst.checksum == mark)
    return db.session.scalars(found).one()


_UNIQUE = (InstemmingTekst.plan_id, InstemmingTekst.checksum)


def changed_since(plan: Plan, tekst: InstemmingTekst, copy: Content) -> list[PartDiff]:
    """The parts of a plan in which this copy of it differs from a text that somebody agreed to."""
    return [part for part in compare(pen.format_of(plan), tekst.inhoud, copy) if part.changed]
