"""Hoor en wederhoor of one region: asked, told that its page changed, answered, and settled."""

from __future__ import annotations

from typing import Protocol

from portal.domain.report.hearing import HoorAfhandeling, HoorOordeel
from portal.domain.report.states import RapportStatus
from portal.models import Plan, Rapport, RapportHoorRegio, User
from portal.services.report import hearing, hearing_notices
from tests.worlds.report import put_hearing
from tests.worlds.rows import all_rows


class Around(Protocol):
    """A report with the plan of the region, a contact of it and a coördinator."""

    rapport: Rapport
    plan: Plan
    anna: User
    co: User


def asked(world: Around) -> None:
    """The contacts of the region are asked to read its page of the report, which is a concept now."""
    row = _page(world)
    hearing_notices.asked(row.hoor, [row])


def page_changed(world: Around) -> None:
    """They are told that its page changed."""
    row = _page(world)
    hearing_notices.changed(row.hoor, row)


def settled(world: Around) -> None:
    """It wanted something else, and got it."""
    row = _page(world)
    hearing.answer(row, HoorOordeel.ANDERS, "Meer.", seen_revision=1, actor=world.anna.actor)
    how, seen = HoorAfhandeling.VERWERKT, row.revision
    hearing.settle(world.rapport, row, how, "", seen_revision=seen, actor=world.co.actor)


def all_is_well(world: Around) -> None:
    """The region says that its page is right."""
    (row,) = all_rows(RapportHoorRegio)
    hearing.answer(row, HoorOordeel.KLOPT, "", seen_revision=row.revision, actor=world.anna.actor)


def too_late(world: Around) -> None:
    """The report went to the kerngroep: the region can't say anything any more."""
    world.rapport.status = RapportStatus.TER_VASTSTELLING


def _page(world: Around) -> RapportHoorRegio:
    world.rapport.status = RapportStatus.CONCEPT
    return put_hearing(world.rapport, world.plan.regios[0])
