"""What of the figures of goals is not for everybody now: the threshold, and which goals count clients."""

from __future__ import annotations

from sqlalchemy import select

from forms.goals import CountsClients
from portal.domain.sheet.small import Masking
from portal.extensions import db
from portal.models import Doelstelling
from portal.services.instroom import taking

_COUNTING = select(Doelstelling.id).where(Doelstelling.telt_clienten.in_((CountsClients.YES, CountsClients.UNKNOWN)))


def masking_now(plan_id: int | None = None) -> Masking:
    """As it is now, of one plan or of all: two queries."""
    asked = _COUNTING if plan_id is None else _COUNTING.where(Doelstelling.plan_id == plan_id)
    return Masking(taking.settings().drempel, frozenset(db.session.scalars(asked)))
