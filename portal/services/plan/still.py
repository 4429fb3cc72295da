"""Which news and questions about plans are still so when the overview of the day is written."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import BindParameter, bindparam, select

from portal.domain.plan.states import VersieStatus
from portal.models import GegevenOnderdeel, Indiening, Meelezing, PlanVersie
from portal.services.mail.still import Rule, always, found_by
from portal.services.plan.giving import OPEN_NOW

_IDS: BindParameter[int] = bindparam("ids", expanding=True)
# A submission that counts, and on which nobody decided yet.
_UNDECIDED = (
    select(Indiening.id)
    .join(PlanVersie, PlanVersie.id == Indiening.versie_id)
    .where(Indiening.id.in_(_IDS), Indiening.nummer == PlanVersie.geldige_indiening)
)

STILL: Mapping[str, Rule] = {
    "ingediend": found_by(
        _UNDECIDED.where(PlanVersie.status.in_((VersieStatus.INGEDIEND, VersieStatus.IN_BEHANDELING)))
    ),
    "nieuw_ingediend": found_by(_UNDECIDED.where(PlanVersie.status == VersieStatus.INGEDIEND)),
    # Of a version: handed in again is told by itself.
    "ingetrokken": found_by(
        select(PlanVersie.id).where(PlanVersie.id.in_(_IDS), PlanVersie.status == VersieStatus.CONCEPT)
    ),
    "meelezen": found_by(select(Meelezing.id).where(Meelezing.id.in_(_IDS), Meelezing.gestopt_op.is_(None))),
    "onderdeel_voorbij": always,
    "onderdeel_gevraagd": found_by(
        OPEN_NOW.with_only_columns(GegevenOnderdeel.id).where(GegevenOnderdeel.id.in_(_IDS))
    ),
}
