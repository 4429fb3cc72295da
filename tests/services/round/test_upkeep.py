"""Rounds open on their day by themselves, once; nothing closes by itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from flask import Flask

from portal.domain import clock
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.states import BladStand, UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Mail, Uitvraag
from portal.services.round import events
from portal.services.round.page import round_page
from portal.services.upkeep import do_upkeep
from tests.worlds.people import make_contact, make_regio
from tests.worlds.round import make_uitvraag
from tests.worlds.rows import all_rows

OPENS, DEADLINE = date(2025, 1, 1), date(2025, 1, 31)


def upkeep_at(moment: datetime) -> int:
    with clock.stopped_at(moment):
        return do_upkeep().geopend


def upkeep_on(day: date) -> int:
    return upkeep_at(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def planned(**changes: object) -> Uitvraag:
    make_contact(make_regio("Proefstreek"))
    return make_uitvraag(status=UitvraagStatus.GEPLAND, opent_op=OPENS, deadline=DEADLINE, **changes)  # type: ignore[arg-type]


def test_a_round_opens_at_midnight_of_its_day_and_once(app: Flask) -> None:
    uitvraag = planned()
    last_minute = datetime(2024, 12, 31, 22, 59, tzinfo=UTC)
    found = [upkeep_at(last_minute + timedelta(minutes=number)) for number in range(4)]
    assert found == [0, 1, 0, 0]
    assert (len(all_rows(Antwoordblad)), len(all_rows(Mail))) == (1, 1)
    (event,) = events.story_of(uitvraag)
    assert (event.soort, event.door_id) == (UitvraagEventSoort.GEOPEND, None)


def test_a_round_whose_day_was_missed_opens_as_soon_as_it_can(app: Flask) -> None:
    uitvraag = planned()
    assert upkeep_on(OPENS + timedelta(days=4)) == 1
    assert uitvraag.opent_op == OPENS


def test_a_round_without_questions_waits_until_it_has_some(app: Flask) -> None:
    uitvraag = planned(edition="")
    assert upkeep_on(OPENS) == 0
    uitvraag.extra_vragen = [{"key": "eigen_1", "label": "Hoe gaat het?", "kind": "long_text"}]
    db.session.commit()
    assert upkeep_on(OPENS + timedelta(days=1)) == 1


def test_a_round_whose_deadline_passed_does_not_open(app: Flask) -> None:
    planned()
    assert upkeep_on(DEADLINE + timedelta(days=1)) == 0
    assert all_rows(Antwoordblad) == []


def test_after_the_deadline_a_sheet_is_late_until_somebody_closes(app: Flask) -> None:
    uitvraag = planned()
    upkeep_on(OPENS)
    for days in (1, 30, 400):
        with clock.stopped_at(datetime(2025, 1, 31, 12, tzinfo=UTC) + timedelta(days=days)):
            do_upkeep()
            assert [line.stand for line in round_page(uitvraag).lines] == [BladStand.TE_LAAT]
    assert uitvraag.status is UitvraagStatus.OPEN
