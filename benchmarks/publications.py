"""What deciding again takes after a correction, when there were few and when there were many before it."""

from __future__ import annotations

import time
from random import Random

from sqlalchemy import select

from benchmarks.world import World
from portal.domain.instroom.figures import CijferRegel, Plek, Waarneming
from portal.domain.instroom.imports import BestandSoort
from portal.extensions import db
from portal.models import InstroomBron, InstroomCijfer
from portal.services.instroom import shown, staging, taking
from portal.services.instroom.staging import Bestand

MOST = 8
_CHANGED, _YEARS = 200, ("2023", "2024")


def measure(world: World) -> list[tuple[int, float, float]]:
    """After each publication: how many there are, and ms of processor in this process and in one that begins anew.

    The figures are those of `figure_pages`; each correction is of two hundred figures of two years.
    """
    found = []
    with world.app.app_context():
        bron = db.session.scalars(select(InstroomBron)).one()
        shown.forget()
        for number in range(1, MOST + 1):
            if number > 1:
                _correct(bron, Random(number))
            here = _ms(bron)
            shown.forget()
            found.append((number, here, _ms(bron)))
    return found


def table(measured: list[tuple[int, float, float]]) -> str:
    """In Markdown: the first, the second and the last."""
    lines = [f"| {number} | {here:.0f} | {anew:.0f} |" for number, here, anew in (*measured[:2], measured[-1])]
    head = "| publications | ms of processor after the last one | in a new process |"
    return "\n".join([head, "| --- | --- | --- |", *lines])


def _correct(bron: InstroomBron, chance: Random) -> None:
    table = InstroomCijfer
    rows = db.session.execute(
        select(table.indicator, table.gebied, table.indeling, table.categorie, table.periode, table.waarde)
        .where(table.bron_id == bron.id, table.actueel)
        .order_by(table.id)
    )
    last = [row for row in rows if row.periode[:4] in _YEARS]
    news = [CijferRegel(Plek(*row[:5]), Waarneming(row[5] + 1)) for row in chance.sample(last, _CHANGED)]
    taking.take_in(staging.stage(bron, Bestand("meting.csv", BestandSoort.DEMO), news, actor=None), actor=None)
    db.session.commit()


def _ms(bron: InstroomBron) -> float:
    start = time.process_time()
    shown.shown_figures(bron, "instroom")
    return (time.process_time() - start) * 1000
