"""Which source has figures of which indicator, and of which day: what stands with figures in a report."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select

from forms.dutch.dates import day_short
from portal.domain.instroom.imports import ImportStatus
from portal.domain.instroom.indicators import INDICATOREN
from portal.extensions import db
from portal.models import InstroomBron, InstroomCijfer, InstroomImport


def per_indicator() -> Sequence[tuple[InstroomBron, str, str]]:
    """Source, indicator and peildatum as printed: in the order of the indicators, the first source first."""
    found = (
        select(InstroomBron, InstroomCijfer.indicator, func.max(InstroomImport.peildatum))
        .join(InstroomCijfer, InstroomCijfer.bron_id == InstroomBron.id)
        .join(InstroomImport, InstroomImport.id == InstroomCijfer.import_id)
        .where(InstroomCijfer.actueel, InstroomImport.status == ImportStatus.INGELEZEN)
        .group_by(InstroomBron.id, InstroomCijfer.indicator)
        .order_by(InstroomBron.voorrang, InstroomBron.id)
    )
    order = list(INDICATOREN)
    rows = [(bron, key, day_short(day) if day else "") for bron, key, day in db.session.execute(found)]
    return sorted((one for one in rows if one[1] in INDICATOREN), key=lambda one: order.index(one[1]))
