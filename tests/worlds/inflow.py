"""Figures of the instroom in a test: a source with totals of a year, taken in."""

from __future__ import annotations

from collections.abc import Mapping

from portal.domain import clock
from portal.domain.instroom.figures import CijferRegel, Plek, Waarneming, total_of
from portal.domain.instroom.imports import BestandSoort
from portal.extensions import db
from portal.models import InstroomBron, Regio, RegioDuiding
from portal.services.instroom import sources, staging, taking
from portal.services.instroom.staging import Bestand


def make_bron(naam: str = "Bron van de proef") -> InstroomBron:
    """A source without figures."""
    return sources.add_source(naam)


def take(bron: InstroomBron, figures: Mapping[Plek, int]) -> None:
    """Let these figures of a source count."""
    rows = [CijferRegel(plek, Waarneming(value)) for plek, value in figures.items()]
    taking.take_in(staging.stage(bron, Bestand("x.csv", BestandSoort.SJABLOON), rows, actor=None), actor=None)


def make_inflow(totals: Mapping[Regio, int], jaar: str = "2023") -> InstroomBron:
    """Inflow of these regions in a year; when they are all regions, the country has a total too."""
    bron = make_bron()
    take(bron, {total_of("instroom", regio.code, jaar): value for regio, value in totals.items()})
    return bron


def put_duiding(regio: Regio, text: str = "Wij herkennen dit.", *, shared: bool = True) -> None:
    """What a region says of its figures, shared or not, without anybody who wrote it."""
    said = RegioDuiding(regio_id=regio.id, question_key="duiding_totaal", text=text, gewijzigd_op=clock.now())
    if shared:
        said.gedeeld, said.gedeeld_op = text, clock.now()
    db.session.add(said)
    db.session.flush()
