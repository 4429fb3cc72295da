"""Which news and questions about reports are still so when the overview of the day is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, exists, select

from portal.domain import clock
from portal.domain.report.states import RapportStatus
from portal.models import OverzichtRegel, Rapport, RapportAkkoord, RapportHoor, RapportHoorRegio, User
from portal.services.mail.still import Rule, found_by, found_for

_IDS: BindParameter[int] = bindparam("ids", expanding=True)
_SPOKE = exists().where(
    RapportAkkoord.rapport_id == Rapport.id,
    RapportAkkoord.voorlegging == Rapport.voorlegging,
    RapportAkkoord.organisatie_id == User.organisatie_id,
)


def _with(status: RapportStatus) -> Select[Any]:
    return select(Rapport.id).where(Rapport.id.in_(_IDS), Rapport.status == status)


# The pages of which regions can say something.
_ASKED = (
    select(RapportHoorRegio.id)
    .join(RapportHoor, RapportHoor.rapport_id == RapportHoorRegio.rapport_id)
    .join(Rapport, Rapport.id == RapportHoor.rapport_id)
    .where(RapportHoorRegio.id.in_(_IDS), Rapport.status == RapportStatus.CONCEPT, RapportHoor.gesloten_op.is_(None))
)
_SETTLED = select(RapportHoorRegio.id).where(RapportHoorRegio.id.in_(_IDS), RapportHoorRegio.afhandeling.is_not(None))


def _in_time(query: Select[Any]) -> Rule:
    """As `found_by`, until the last day is over."""

    def rule(lines: Sequence[OverzichtRegel]) -> set[int]:
        return found_by(query.where(RapportHoor.tot_en_met >= clock.today()))(lines)

    return rule


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
    "rapport_hoor": _in_time(_ASKED.where(RapportHoorRegio.oordeel.is_(None))),
    "rapport_hoor_gewijzigd": _in_time(_ASKED),
    "rapport_hoor_afgehandeld": found_by(_SETTLED),
    "rapport_gepubliceerd": found_by(_with(RapportStatus.GEPUBLICEERD)),
}
