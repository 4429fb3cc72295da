"""What a publication of figures asks on the start page: of regions to look, of the coördinator to answer and open."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import bindparam, exists, func, select

from portal.domain import clock
from portal.domain.instroom.publication import PublicatieStatus
from portal.domain.roles import Actor, Rol
from portal.models import InstroomBezwaar, InstroomPublicatie, Regio
from portal.plain import plain_rows


class ToLookAt(NamedTuple):
    """A region of which the figures will be public, and until when it can say what is wrong with them."""

    code: str
    regio: str
    tot_en_met: date


_ANNOUNCED = InstroomPublicatie.status == PublicatieStatus.AANGEKONDIGD
_SAID = exists().where(InstroomBezwaar.publicatie_id == InstroomPublicatie.id, InstroomBezwaar.regio_id == Regio.id)
_TO_LOOK_AT = (
    select(Regio.code, Regio.naam, InstroomPublicatie.inzage_tot)
    .join(InstroomPublicatie, _ANNOUNCED & (InstroomPublicatie.inzage_tot >= bindparam("today")))
    .where(Regio.id.in_(bindparam("regio_ids", expanding=True)), ~_SAID)
    .order_by(Regio.naam)
)
_UNANSWERED = select(func.count()).where(
    InstroomBezwaar.publicatie_id == InstroomPublicatie.id, InstroomBezwaar.antwoord == "", ~InstroomBezwaar.klopt
)
_WAITING = select(InstroomPublicatie.inzage_tot, _UNANSWERED.scalar_subquery()).where(_ANNOUNCED)


def to_look_at(actor: Actor) -> list[ToLookAt]:
    """The own regions of a contact that said nothing yet of figures that were announced."""
    regio_ids = actor.regio_ids(Rol.REGIOCONTACT)
    if not regio_ids:
        return []
    return [ToLookAt(*row) for row in plain_rows(_TO_LOOK_AT, {"regio_ids": list(regio_ids), "today": clock.today()})]


class Publishing(NamedTuple):
    """What waits for the coördinator: so many unanswered reactions, and whether the figures can be opened."""

    reacties: int
    kan_openbaar: bool


def to_publish() -> Publishing | None:
    """What waits of the publication that was announced; None when nothing does."""
    for inzage_tot, reacties in plain_rows(_WAITING):
        found = Publishing(reacties, reacties == 0 and clock.today() > inzage_tot)
        return found if found.reacties or found.kan_openbaar else None
    return None
