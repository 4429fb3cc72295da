"""Reading the figures that count, as they came in. What people see goes through the rule of small numbers first."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select

from portal.domain.instroom.figures import Plek, Waarneming
from portal.extensions import db
from portal.models import InstroomCijfer


def figures_of(bron_id: int, indicator: str, jaar: str = "") -> Mapping[Plek, Waarneming]:
    """All figures of one indicator that count, as one source gave them; of one year when that is given."""
    table = InstroomCijfer
    columns = (
        table.indicator,
        table.gebied,
        table.indeling,
        table.categorie,
        table.periode,
        table.waarde,
        table.teken,
        table.waarde_tot,
        table.voorlopig,
    )
    asked = select(*columns).where(table.bron_id == bron_id, table.indicator == indicator, table.actueel)
    if jaar:
        asked = asked.where(func.substr(table.periode, 1, len(jaar)) == jaar)
    rows = db.session.execute(asked)
    return {Plek(*row[:5]): Waarneming(*row[5:]) for row in rows}
