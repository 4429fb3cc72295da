"""Which news of answer sheets is still so when the overview of the day is written."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import BindParameter, bindparam, select

from portal.domain.round.states import BladStatus
from portal.models import Antwoordblad, BladIndiening
from portal.services.mail.still import Rule, found_by

_IDS: BindParameter[int] = bindparam("ids", expanding=True)

STILL: Mapping[str, Rule] = {
    "blad_ingediend": found_by(
        select(BladIndiening.id)
        .join(Antwoordblad, Antwoordblad.id == BladIndiening.blad_id)
        .where(
            BladIndiening.id.in_(_IDS),
            BladIndiening.nummer == Antwoordblad.indiening_nummer,
            Antwoordblad.status == BladStatus.INGEDIEND,
        )
    ),
}
