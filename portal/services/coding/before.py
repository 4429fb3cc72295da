"""How a text was when it was coded: beside the text as it is now, a person sees whether the code still fits."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from forms.spec import Kind
from portal.domain.coding.state import action_text, fingerprint
from portal.extensions import db
from portal.models import BladIndiening, Indiening, PlanVersie
from portal.models.stored import part
from portal.services.coding.items import CodingItem, ItemState


def text_coded(item: CodingItem) -> str:
    """The text as it was when it was coded, for a text that changed after it; empty when it is nowhere to be found."""
    if item.given is None or item.state is not ItemState.VEROUDERD:
        return ""
    earlier = _earlier_actions(item) if item.is_action else _earlier_rows(item)
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
