"""How a text was when it was coded: beside the text as it is now, a person sees whether the code still fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import select

from forms.spec import Kind
from portal.domain.coding.state import Drager, action_text, fingerprint
from portal.domain.sheet.explained import explanations
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, Indiening, PlanVersie, TekstPlek
from portal.models.stored import part
from portal.services.coding.item import CodingItem, ItemState
from portal.services.round.questionnaire import format_of_round


def text_coded(item: CodingItem) -> str:
    """The text as it was when it was coded, for a text that changed after it; empty when it is nowhere to be found."""
    if item.given is None or item.state is not ItemState.VEROUDERD:
        return ""
    earlier = _EARLIER[item.carrier](item)
    return next((text for text in earlier if fingerprint(text) == item.given.bron), "")


def _earlier_actions(item: CodingItem) -> Iterator[str]:
    query = (
        select(part(Indiening.snapshot, Kind.ACTIES.value))
        .join(PlanVersie, Indiening.versie_id == PlanVersie.id)
        .where(PlanVersie.plan_id == item.plan_id)
    )
    for rows in db.session.scalars(query.order_by(Indiening.id.desc())):
        yield from (action_text(row) for row in rows or () if row["id"] == item.id)


def _earlier_rows(item: CodingItem) -> Iterator[str]:
    query = select(part(BladIndiening.snapshot, "regels", item.soort.value)).where(
        BladIndiening.blad_id == item.blad_id
    )
    for rows in db.session.scalars(query.order_by(BladIndiening.id.desc())):
        yield from (str(row["tekst"]) for row in rows or () if row["id"] == item.id)


def _earlier_places(item: CodingItem) -> Iterator[str]:
    plek = db.session.get_one(TekstPlek, item.id)
    format_ = format_of_round(db.session.get_one(Antwoordblad, plek.blad_id).uitvraag)
    query = select(BladIndiening.snapshot).where(BladIndiening.blad_id == plek.blad_id)
    for content in db.session.scalars(query.order_by(BladIndiening.id.desc())):
        here = (plek.veld, plek.regio_code)
        yield from (one.tekst for one in explanations(format_, content) if one.place == here)


_EARLIER: dict[Drager, Callable[[CodingItem], Iterator[str]]] = {
    Drager.ACTIE: _earlier_actions,
    Drager.REGEL: _earlier_rows,
    Drager.PLEK: _earlier_places,
}
