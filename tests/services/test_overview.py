"""The national overview: regions are counted, drafts and what was taken back are not."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from exports.report import PlanLine, PlansOverview
from forms.spec import Kind
from portal.domain.roles import Rol
from portal.domain.workflow import Move
from portal.extensions import db
from portal.models import Plan
from portal.services import answers, rows, submit, workflow
from portal.services.answers import AnswerEdit
from portal.services.overview import plans_overview
from tests.factories import make_contact, make_indiening, make_plan, make_regio, make_user, make_vastgesteld

NEW_YEAR = date(2030, 12, 31)


@pytest.fixture(autouse=True)
def on_both(app: Flask) -> None:
    """All of this on SQLite and PostgreSQL."""


def overview() -> PlansOverview:
    db.session.commit()
    db.session.expire_all()
    return plans_overview(link=lambda plan_id: f"/{plan_id}")


def line(naam: str) -> PlanLine:
    return next(one for one in overview().lines if one.regio == naam)


def plan_of(naam: str) -> Plan:
    return make_plan(make_regio(naam), deadline=NEW_YEAR)


def test_every_region_has_a_line_also_without_a_plan_in_the_order_of_the_alphabet():
    for naam in ("Zeestreek", "'t Gooi", "aastreek", "Gelre"):
        make_regio(naam)
    assert [one.regio for one in overview().lines] == ["aastreek", "Gelre", "'t Gooi", "Zeestreek"]
    assert line("Gelre") == PlanLine("Gelre", line("Gelre").regio_code, "", "Nog niet gestart", "leeg")


@pytest.mark.parametrize(
    ("submitted", "waiting", "sentence"),
    [
        (["A"], [], "1 van de 1 regio’s heeft een plan ingediend."),
        (["A", "B"], [], "2 van de 2 regio’s hebben een plan ingediend."),
        (["A", "B"], ["C"], "2 van de 3 regio’s hebben een plan ingediend; C nog niet."),
        (["A"], ["B", "C"], "1 van de 3 regio’s heeft een plan ingediend; B en C nog niet."),
        ([], ["B", "C", "D"], "0 van de 3 regio’s hebben een plan ingediend; B, C en D nog niet."),
        (["A"], list("BCDEFG"), "1 van de 7 regio’s heeft een plan ingediend; 6 regio’s nog niet."),
    ],
)
def test_the_main_sentence(submitted: list[str], waiting: list[str], sentence: str):
    for naam in submitted:
        make_indiening(plan_of(naam))
    for naam in waiting:
        plan_of(naam)
    assert overview().hoofdzin == sentence


def test_a_joint_plan_counts_for_two_regions_and_is_one_plan():
    make_indiening(make_plan(make_regio("Aastreek"), make_regio("Zandstreek")))
    make_indiening(plan_of("Heuvelstreek"))
    found = overview()
    assert (found.aantal_regios, len(found.ingediend), found.aantal_plannen) == (3, 3, 2)
    assert [one.plan_naam for one in found.lines] == [
        "Aastreek en Zandstreek",
        "Heuvelstreek",
        "Aastreek en Zandstreek",
    ]
    assert found.hoofdzin == "3 van de 3 regio’s hebben een plan ingediend."


def test_a_submission_that_was_taken_back_does_not_count():
    plan = plan_of("Aastreek")
    anna = make_contact(plan.regios[0])
    make_indiening(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    assert overview().hoofdzin == "0 van de 1 regio’s hebben een plan ingediend; Aastreek nog niet."
    assert (line("Aastreek").status, line("Aastreek").aantal_acties) == ("Concept", None)


def test_numbers_come_from_what_was_handed_in_and_never_from_the_draft():
    plan = plan_of("Aastreek")
    anna = make_contact(plan.regios[0])
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Een", "vorm": "actie"}, actor=anna.actor)
    answers.save_answers(plan, [AnswerEdit("projectstructuur_vorm", "nieuw_vast", 0)], actor=anna.actor)
    assert (line("Aastreek").aantal_acties, line("Aastreek").projectstructuur) == (None, "")
    indiening = make_indiening(plan, anna)
    co = make_user(Rol.COORDINATOR).actor
    workflow.move(plan, Move.OPPAKKEN, actor=co)
    workflow.move(plan, Move.TERUGSTUREN, actor=co, reason="Graag aanvullen.")
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Twee", "vorm": "actie"}, actor=anna.actor)
    answers.save_answers(plan, [AnswerEdit("projectstructuur_vorm", "geen", 1)], actor=anna.actor)
    assert line("Aastreek") == PlanLine(
        regio="Aastreek",
        regio_code=plan.regios[0].code,
        plan_naam="Aastreek",
        status="Teruggestuurd",
        status_key="teruggestuurd",
        deadline=NEW_YEAR,
        ingediend_op=indiening.ingediend_op,
        namens="Gemeente(n)",
        projectstructuur="Nieuwe vaste structuur",
        aantal_acties=1,
        aantal_doelstellingen=1,
        link=f"/{plan.id}",
        plan_id=plan.id,
    )


def test_the_newest_submission_that_counts_is_shown():
    plan = plan_of("Aastreek")
    anna = make_contact(plan.regios[0])
    make_indiening(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Een", "vorm": "actie"}, actor=anna.actor)
    make_indiening(plan, anna)
    assert line("Aastreek").aantal_acties == 1


def test_a_plan_that_was_accepted_says_so():
    make_vastgesteld(plan_of("Aastreek"))
    assert (line("Aastreek").status, line("Aastreek").is_submitted) == ("Vastgesteld", True)
