"""Which questions and news about instemming are still so when the overview of the day is written."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import BindParameter, bindparam, exists, select

from portal.models import Instemming, InstemmingAntwoord
from portal.services.mail.still import Rule, always, found_by

_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_ANSWERED = exists(
    select(InstemmingAntwoord.id).where(
        InstemmingAntwoord.instemming_id == Instemming.id, InstemmingAntwoord.op >= Instemming.gevraagd_op
    )
)

STILL: Mapping[str, Rule] = {
    "instemming_gevraagd": found_by(select(Instemming.id).where(Instemming.id.in_(_IDS), ~_ANSWERED)),
    "instemming_ontvangen": always,
    "instemming_gewijzigd": always,
}
