"""Which news and questions about reports are still so when the overview of the day is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, exists, select

from portal.domain.report.states import RapportStatus
from portal.models import Rapport, RapportAkkoord, User
from portal.services.mail.still import Rule, found_by, found_for

_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_SPOKE = exists().where(
    RapportAkkoord.rapport_id == Rapport.id,
    RapportAkkoord.voorlegging == Rapport.voorlegging,
    RapportAkkoord.organisatie_id == User.organisatie_id,
)


def _with(status: RapportStatus) -> Select[Any]:
    return select(Rapport.id).where(Rapport.id.in_(_IDS), Rapport.status == status)


STILL: Mapping[str, Rule] = {
    # Until the party of this person said something.
    "rapport_voorgelegd": found_for(
        select(Rapport.id, User.id)
        .select_from(Rapport)
        .join(User, ~_SPOKE)
        .where(Rapport.id.in_(_IDS), Rapport.status == RapportStatus.TER_VASTSTELLING)
    ),
    "rapport_teruggehaald": found_by(_with(RapportStatus.CONCEPT)),
    "rapport_akkoord": found_by(_with(RapportStatus.TER_VASTSTELLING)),
    "rapport_vastgesteld": found_by(_with(RapportStatus.VASTGESTELD)),
    "rapport_gepubliceerd": found_by(_with(RapportStatus.GEPUBLICEERD)),
}
