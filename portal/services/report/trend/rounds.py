"""Which rounds a trend is told over."""

from __future__ import annotations

from sqlalchemy import select

from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Uitvraag

# As many as the matrix of rounds shows.
MOST_ROUNDS = 8
_OPENED = (
    select(Uitvraag)
    .where(Uitvraag.status != UitvraagStatus.GEPLAND)
    .order_by(Uitvraag.periode_tot.desc(), Uitvraag.id.desc())
)


def last_rounds(most: int = MOST_ROUNDS) -> list[Uitvraag]:
    """The newest rounds that were opened, the oldest first: one query."""
    return list(reversed(db.session.scalars(_OPENED.limit(most)).all()))
