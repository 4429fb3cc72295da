"""What the rounds ask of a coördinator: one that can't open as planned, one of which the regions heard nothing yet."""

from __future__ import annotations

from sqlalchemy import select

from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Uitvraag
from portal.services.round import rounds

_BETWEEN = (
    select(Uitvraag)
    .where(Uitvraag.status.in_((UitvraagStatus.GEPLAND, UitvraagStatus.GESLOTEN)))
    .order_by(Uitvraag.opent_op, Uitvraag.id)
)


def rounds_to_do() -> list[tuple[Uitvraag, str]]:
    """The closed rounds that are not finished, and the planned ones that can't open, each with why not."""
    found = [(one, _why_not(one)) for one in db.session.scalars(_BETWEEN)]
    return [(one, why_not) for one, why_not in found if why_not or one.status is UitvraagStatus.GESLOTEN]


def _why_not(uitvraag: Uitvraag) -> str:
    return rounds.why_not_open_now(uitvraag) if uitvraag.status is UitvraagStatus.GEPLAND else ""
