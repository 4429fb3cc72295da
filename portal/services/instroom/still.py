"""Which mails about publishing figures are still so when the overview of the day is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, select

from portal.domain import clock
from portal.domain.instroom.publication import PublicatieStatus
from portal.models import InstroomBezwaar, InstroomPublicatie, OverzichtRegel
from portal.services.mail.still import Rule, always, found_by

_IDS: BindParameter[int] = bindparam("ids", expanding=True)


def _with(status: PublicatieStatus) -> Select[Any]:
    return select(InstroomPublicatie.id).where(InstroomPublicatie.id.in_(_IDS), InstroomPublicatie.status == status)


def _can_be_looked_at(lines: Sequence[OverzichtRegel]) -> set[int]:
    """Announced, and the last day to look is not over."""
    in_time = InstroomPublicatie.inzage_tot >= clock.today()
    return found_by(_with(PublicatieStatus.AANGEKONDIGD).where(in_time))(lines)


_ANSWERED = (
    select(InstroomBezwaar.id)
    .join(InstroomPublicatie, InstroomPublicatie.id == InstroomBezwaar.publicatie_id)
    .where(InstroomBezwaar.id.in_(_IDS), InstroomPublicatie.status != PublicatieStatus.INGETROKKEN)
)

STILL: Mapping[str, Rule] = {
    "cijfers_aangekondigd": _can_be_looked_at,
    "cijfers_beantwoord": found_by(_ANSWERED),
    "cijfers_gepubliceerd": found_by(_with(PublicatieStatus.GEPUBLICEERD)),
    "cijfers_ingetrokken": always,
}
