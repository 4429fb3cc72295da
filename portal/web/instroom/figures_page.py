"""What a page with figures of a publication shows: the four views of a place, over the periods that were asked for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from portal.models import InstroomPublicatie
from portal.services.instroom import charts, publishing
from portal.services.instroom.charts import LAND, Cijferbron, Gebied
from portal.web.instroom import four_views


def figures_page(publicatie: InstroomPublicatie, gebied: Gebied) -> dict[str, Any]:
    """What a template needs to draw the views of a place, with the country beside a region."""
    places = (LAND,) if gebied.is_land else (gebied, LAND)
    return four_views.page_of(_source(publicatie, places), gebied)


def _source(publicatie: InstroomPublicatie, places: tuple[Gebied, ...]) -> Cijferbron | None:
    return _kept(publicatie.id, publicatie.aangekondigd_op.isoformat(), tuple(one.code for one in places))


# What was published never changes: the figures of a place are read once. The moment keeps databases apart.
@lru_cache(maxsize=64)
def _kept(publicatie_id: int, moment: str, codes: tuple[str, ...]) -> Cijferbron | None:
    publicatie = publishing.find(publicatie_id)
    if publicatie is None:
        return None
    cijfers = publishing.figures_of(publicatie, charts.INSTROOM, codes)
    return charts.source_of(publicatie.bron, publicatie.peildatum, cijfers, is_synthetisch=publicatie.is_synthetisch)
