"""Who works in a plan now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain import clock
from portal.services.filling.revisions import AnswerEdit
from portal.services.filling.traces import busy_people, last_changes
from portal.services.plan import answers, pen, rows
from portal.services.plan.outline import outlines
from tests.worlds.people import make_contact
from tests.worlds.plan import make_plan

NINE = datetime(2023, 11, 20, 9, tzinfo=UTC)


@pytest.mark.usefixtures("app")
def test_others_who_saved_in_the_last_ten_minutes_are_at_work_where_they_saved_last(app: Flask) -> None:
    plan = make_plan()
    anna, bram, carla = (make_contact(plan.regios[0], naam=naam).actor for naam in ("Anna", "Bram", "Carla"))
    format_ = pen.format_of(plan)
    with clock.stopped_at(NINE):
        answers.save_answers(plan, [AnswerEdit("monitoring", "Lang geleden.", 0)], actor=carla)
    with clock.stopped_at(NINE + timedelta(minutes=30)):
        answers.save_answers(plan, [AnswerEdit("achtergrond", "Van Bram.", 0)], actor=bram)
        answers.save_answers(plan, [AnswerEdit("ervaringen", "Van Anna.", 0)], actor=anna)
    with clock.stopped_at(NINE + timedelta(minutes=35)):
        rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Bellen"}, actor=bram)
        changes = last_changes(outlines([plan.id])[plan.id].changes, format_)
        assert busy_people(changes, format_, actor=anna) == ["Bram (Acties)"]
        assert busy_people(changes, format_, actor=carla) == ["Bram (Acties)", "Anna (Ervaringen uit de regio)"]
