"""A round in the hands of a coördinator: what is made, opened, closed, and decided about one sheet."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from forms.national.progress_2024 import PROGRESS_2024
from portal.domain import clock
from portal.domain.roles import Actor, Rol
from portal.domain.rounds import UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Uitvraag
from portal.services import rounds
from portal.services.rounds import RoundProblem, RoundValues
from tests.factories import all_rows, make_contact, make_indiening, make_plan, make_regio, make_user, make_vastgesteld

def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


Q1 = RoundValues(
    naam="Kwartaaluitvraag Q1 2024",
    periode_van=date(2024, 1, 1),
    periode_tot=date(2024, 3, 31),
    opent_op=date(2024, 4, 1),
    deadline=date(2024, 4, 30),
    edition=PROGRESS_2024.key,
    herinner_dagen=(7, 1, -1),
)


@pytest.fixture
def co(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR, naam="Roos Proef").actor


def a_round(co: Actor) -> Uitvraag:
    return rounds.make_round(Q1, actor=co)


def test_opening_makes_one_sheet_per_plan_and_one_per_region_without(app: Flask, co: Actor) -> None:
    with clock.stopped_at(noon(date(2024, 4, 1))):
        een, twee, drie, vier = (make_regio(naam) for naam in ("Een", "Twee", "Drie", "Vier"))
        joint, alone = make_plan(een, twee), make_plan(drie)
        make_vastgesteld(joint)
        uitvraag = a_round(co)
        rounds.open_round(uitvraag, actor=co)
        db.session.commit()
    in_force = joint.versie.indieningen[-1].id
    found = {blad.naam: (blad.plan_id, blad.plan_indiening_id) for blad in all_rows(Antwoordblad)}
    assert found == {
        "Een en Twee": (joint.id, in_force),
        "Drie": (alone.id, None),
        "Vier": (None, None),
    }
    assert uitvraag.status is UitvraagStatus.OPEN
