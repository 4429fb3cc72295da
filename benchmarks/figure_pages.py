"""The dashboard of the instroom beside its floors: 31 regions, ten years, four views."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from random import Random

from sqlalchemy import select

from benchmarks.pages import Pages
from benchmarks.world import World
from portal.domain.instroom.breakdowns import CATEGORIEEN
from portal.domain.instroom.figures import CijferRegel, Plek, Waarneming
from portal.domain.instroom.imports import BestandSoort
from portal.domain.instroom.periods import Periode, PeriodeSoort
from portal.extensions import db
from portal.models import Regio
from portal.services.instroom import sources, staging, taking
from portal.services.instroom.charts import VIEWS
from portal.services.instroom.staging import Bestand

YEARS = range(2015, 2025)
_MOST = 24


def figure_pages(world: World) -> Pages:
    """The pages, each with all years by month; the figures are made here."""
    with world.app.app_context():
        codes = list(db.session.scalars(select(Regio.code).order_by(Regio.code)))
        bron = sources.add_source("Meting", is_synthetisch=True)
        bestand = Bestand("meting.csv", BestandSoort.DEMO)
        taking.take_in(staging.stage(bron, bestand, _figures(codes), actor=None), actor=None)
        db.session.commit()
    ten_years = f"?per=maand&van={YEARS[0]}-01&tot={YEARS[-1]}-12"
    coordinator = world.coordinator_id
    return {
        "instroom (10 jaar per maand)": (f"/instroom{ten_years}", coordinator),
        "instroom van een regio (10 jaar per maand)": (f"/instroom/{codes[0]}{ten_years}", coordinator),
        "instroom (zonder keuze)": ("/instroom", coordinator),
    }


def _figures(codes: list[str]) -> Iterator[CijferRegel]:
    """Every month of every region in every category."""
    chance = Random("meting")
    months = [Periode(year, PeriodeSoort.MAAND, month).code for year in YEARS for month in range(1, 13)]
    kinds = [(indeling, key) for indeling in VIEWS for key in CATEGORIEEN[indeling]]
    for code, (indeling, key), month in product(codes, kinds, months):
        yield CijferRegel(Plek("instroom", code, indeling, key, month), Waarneming(chance.randrange(_MOST)))
