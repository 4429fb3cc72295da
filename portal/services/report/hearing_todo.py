"""What hoor en wederhoor asks on the start page: of a region to read its page, of who makes the report what it did."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import bindparam, case, func, select

from portal.domain import clock
from portal.domain.report.hearing import HoorOordeel
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Actor, Rol
from portal.models import Rapport, RapportHoor, RapportHoorRegio, Regio, Uitvraag
from portal.plain import plain_rows


class ToRead(NamedTuple):
    """A page that a region did not answer yet, and until when it can."""

    hoor_id: int
    regio: str
    ronde: str
    tot_en_met: date


class Wishes(NamedTuple):
    """A report with wishes of which nobody said what came of them."""

    rapport_id: int
    ronde: str
    aantal: int


# What a report is called: its period, or its one round.
_NAAM = case((Rapport.periode != "", Rapport.periode), else_=Uitvraag.naam)
_OF_CONCEPTS = (
    select(RapportHoorRegio.id)
    .join(RapportHoor, RapportHoor.rapport_id == RapportHoorRegio.rapport_id)
    .join(Rapport, Rapport.id == RapportHoor.rapport_id)
    .join(Uitvraag, Uitvraag.id == Rapport.uitvraag_id)
    .join(Regio, Regio.id == RapportHoorRegio.regio_id)
    .where(Rapport.status == RapportStatus.CONCEPT)
)
_TO_READ = (
    _OF_CONCEPTS.with_only_columns(RapportHoorRegio.id, Regio.naam, _NAAM, RapportHoor.tot_en_met)
    .where(
        RapportHoorRegio.oordeel.is_(None),
        RapportHoorRegio.regio_id.in_(bindparam("regio_ids", expanding=True)),
        RapportHoor.gesloten_op.is_(None),
        RapportHoor.tot_en_met >= bindparam("today"),
    )
    .order_by(RapportHoor.tot_en_met, Regio.naam)
)
_WISHES = (
    _OF_CONCEPTS.with_only_columns(Rapport.id, _NAAM, func.count())
    .where(RapportHoorRegio.oordeel == HoorOordeel.ANDERS, RapportHoorRegio.afhandeling.is_(None))
    .group_by(Rapport.id, Rapport.periode, Uitvraag.naam)
    .order_by(Rapport.id.desc())
)


def asked_of(actor: Actor) -> list[ToRead]:
    """The pages that wait for the contacts of the actor's own regions, the first last day first."""
    regio_ids = actor.regio_ids(Rol.REGIOCONTACT)
    if not regio_ids:
        return []
    return [ToRead(*row) for row in plain_rows(_TO_READ, {"regio_ids": list(regio_ids), "today": clock.today()})]


def wishes() -> list[Wishes]:
    """The reports in which wishes of regions wait, the newest first."""
    return [Wishes(*row) for row in plain_rows(_WISHES)]
