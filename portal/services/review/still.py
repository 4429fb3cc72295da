"""Which decisions on plans are still so when the overview of the day is written."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import BindParameter, bindparam, select

from portal.domain.plan.states import VersieStatus
from portal.models import PlanVersie, Terugsturing
from portal.services.mail.still import Rule, found_by

_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_VERSIES = select(PlanVersie.id).where(PlanVersie.id.in_(_IDS))

STILL: Mapping[str, Rule] = {
    "teruggestuurd": found_by(
        select(Terugsturing.id)
        .join(PlanVersie, PlanVersie.id == Terugsturing.versie_id)
        .where(
            Terugsturing.id.in_(_IDS),
            Terugsturing.beantwoord_met_id.is_(None),
            PlanVersie.status == VersieStatus.TERUGGESTUURD,
        )
    ),
    "vastgesteld": found_by(_VERSIES.where(PlanVersie.status == VersieStatus.VASTGESTELD)),
    "heropend": found_by(_VERSIES.where(PlanVersie.status == VersieStatus.IN_BEHANDELING)),
}
