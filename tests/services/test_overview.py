"""The national overview: regions are counted, drafts and what was taken back are not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from exports.report import PlanLine, PlansOverview
from forms.dutch.dates import still_until
from forms.spec import Kind
from portal.domain import clock
from portal.domain.plan.overview_filter import OverviewQuery
from portal.domain.plan.workflow import Move
from portal.domain.roles import Rol
from portal.domain.round.states import BladStatus, UitvraagStatus
from portal.extensions import db
from portal.models import Plan, RegioAlias
from portal.services.filling.revisions import AnswerEdit
from portal.services.overview import chosen_lines, national_count, plans_overview
from portal.services.plan import answers, rows, submit, workflow
from portal.services.plan.versions import start_new_version
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan, make_vastgesteld
from tests.worlds.round import make_blad, make_uitvraag

NEW_YEAR = date(2030, 12, 31)


@pytest.fixture(autouse=True)
def on_both(app: Flask) -> None:
    """All of this on SQLite and PostgreSQL."""


def overview() -> PlansOverview:
    db.session.commit()
    db.session.expire_all()
    found = plans_overview()
    assert national_count() == found.counts
    return found


def line(naam: str) -> PlanLine:
    return next(one for one in overview().lines if one.regio == naam)


def plan_of(naam: str) -> Plan:
    return make_plan(make_regio(naam), deadline=NEW_YEAR)


def test_every_region_has_a_line_also_without_a_plan_in_the_order_of_the_alphabet():
    for naam in ("Zeestreek", "'t Gooi", "aastreek", "Gelre"):
        make_regio(naam)
    assert [one.regio for one in overview().lines] == ["aastreek", "Gelre", "'t Gooi", "Zeestreek"]
    gelre = line("Gelre")
    assert gelre == PlanLine("Gelre", gelre.regio_code, "", "Nog niet gestart", "leeg", regio_id=gelre.regio_id)


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
    assert (found.aantal_regios, len(found.ingediend), len({line.plan_naam for line in found.ingediend})) == (3, 3, 2)
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
        plan_id=plan.id,
        regio_id=plan.regios[0].id,
        dagen=(NEW_YEAR - clock.today()).days,
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


# --- how long, by whom, and for whom


def test_days_count_only_while_the_region_has_to_do_something():
    start = datetime(2030, 12, 1, 9, 0, tzinfo=UTC)
    with clock.stopped_at(start):
        plan = plan_of("Aastreek")
        anna = make_contact(plan.regios[0])
    with clock.stopped_at(datetime(2030, 12, 21, 9, 0, tzinfo=UTC)):
        assert (line("Aastreek").dagen, line("Aastreek").wacht_dagen) == (10, None)
        make_indiening(plan, anna)
    with clock.stopped_at(datetime(2030, 12, 24, 23, 30, tzinfo=UTC)):
        # In Amsterdam it is the 25th already.
        assert (line("Aastreek").dagen, line("Aastreek").wacht_dagen) == (None, 4)


def test_a_deadline_that_had_passed_when_the_plan_came_back_is_no_lateness():
    with clock.stopped_at(datetime(2030, 12, 1, 9, 0, tzinfo=UTC)):
        plan = plan_of("Aastreek")
        make_indiening(plan)
    co = make_user(Rol.COORDINATOR).actor
    with clock.stopped_at(datetime(2031, 1, 10, 9, 0, tzinfo=UTC)):
        workflow.move(plan, Move.OPPAKKEN, actor=co)
        workflow.move(plan, Move.TERUGSTUREN, actor=co, reason="Graag aanvullen.")
        assert line("Aastreek").dagen is None
        plan.deadline = date(2031, 1, 20)
        assert line("Aastreek").dagen == 10


def test_who_picked_a_plan_up_stands_with_it():
    plan = plan_of("Aastreek")
    make_indiening(plan)
    bo = make_user(Rol.BEOORDELAAR, naam="Bo Proef")
    workflow.move(plan, Move.OPPAKKEN, actor=bo.actor)
    plan.versie.beoordelaar_id = bo.id
    assert (line("Aastreek").opgepakt_door, line("Aastreek").opgepakt_door_id) == ("Bo Proef", bo.id)


def test_a_region_that_asks_for_a_look_at_its_draft_is_marked():
    plan = plan_of("Aastreek")
    plan.versie.meelezen_open = True
    assert line("Aastreek").meelezen
    assert overview().aantal_mee_te_lezen == 1


# --- the open round


def test_without_an_open_round_there_is_nothing_about_one():
    plan = plan_of("Aastreek")
    for status in (UitvraagStatus.GEPLAND, UitvraagStatus.GESLOTEN, UitvraagStatus.AFGEROND):
        make_blad(make_uitvraag(status=status), plan=plan)
    assert (overview().uitvraag, overview().rondezin, line("Aastreek").antwoord) == (None, "", None)


def test_a_joint_plan_answers_for_both_regions():
    joint = make_plan(make_regio("Aastreek"), make_regio("Zandstreek"))
    uitvraag = make_uitvraag(naam="Uitvraag Q1")
    blad = make_blad(uitvraag, plan=joint)
    make_blad(uitvraag, make_regio("Duinstreek"))
    blad.status, blad.indiening_nummer = BladStatus.INGEDIEND, 1
    until = still_until(uitvraag.deadline, clock.today())
    told = f"Uitvraag Q1: 2 van de 3 regio’s hebben geantwoord, {until}; Duinstreek nog niet."
    assert overview().rondezin == told
    assert {one.regio: one.antwoord.status_key for one in overview().lines if one.antwoord} == {
        "Aastreek": "ingediend",
        "Duinstreek": "open",
        "Zandstreek": "ingediend",
    }


def test_an_extension_and_not_asked_stand_in_the_line():
    uitvraag = make_uitvraag(naam="Uitvraag Q1", deadline=clock.today() - timedelta(days=2))
    for naam in ("Aastreek", "Bosstreek", "Duinstreek"):
        make_blad(uitvraag, make_regio(naam))
    bladen = {blad.naam: blad for blad in uitvraag.bladen}
    bladen["Bosstreek"].uitstel_tot = clock.today() + timedelta(days=5)
    bladen["Duinstreek"].niet_gevraagd = True
    found = {one.regio: one.antwoord for one in overview().lines}
    assert {naam: (one.status_key, one.dagen, one.is_asked) for naam, one in found.items() if one} == {
        "Aastreek": ("te_laat", -2, True),
        "Bosstreek": ("open", 5, True),
        "Duinstreek": ("niet_gevraagd", None, False),
    }
    assert overview().rondezin == (
        "Uitvraag Q1: Geen van de 3 regio’s heeft geantwoord, de deadline was 2 dagen geleden. "
        "Niet gevraagd: Duinstreek."
    )


def test_of_several_open_rounds_the_national_one_is_shown_unless_another_is_asked_for():
    own = make_uitvraag(naam="Eigen vraag", edition="", deadline=clock.today() + timedelta(days=1))
    national = make_uitvraag(naam="Uitvraag Q1", deadline=clock.today() + timedelta(days=9))
    make_blad(national, make_regio("Aastreek"))
    db.session.commit()
    shown = {asked: plans_overview(ronde=asked).uitvraag for asked in (None, own.id, national.id, 999_999)}
    assert {asked: one.naam for asked, one in shown.items() if one} == {
        None: "Uitvraag Q1",
        own.id: "Eigen vraag",
        national.id: "Uitvraag Q1",
        999_999: "Uitvraag Q1",
    }
    assert [one.naam for one in overview().uitvragen] == ["Uitvraag Q1", "Eigen vraag"]


# --- searching


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("aastreek", ["Aastreek"]),
        ("AS", ["Aastreek"]),
        ("Verdorp", ["Kwartelland"]),
        ("Kwarteland", ["Kwartelland"]),
        ("onvindbaar", []),
        ("", ["Aastreek", "Kwartelland"]),
    ],
)
def test_a_region_is_found_by_name_alias_gemeente_and_with_a_typing_error(typed: str, found: list[str]):
    make_regio("Aastreek", gemeenten=["Nabijdorp"]).aliassen.append(RegioAlias(naam="AS"))
    make_regio("Kwartelland", gemeenten=["Verdorp"])
    assert [one.regio for one in chosen_lines(overview(), OverviewQuery(zoek=typed), me=0)] == found


def test_a_second_version_that_nobody_asked_for_is_not_late():
    plan = plan_of("Aastreek")
    make_vastgesteld(plan)
    plan.deadline = clock.today() - timedelta(days=300)
    start_new_version(plan, actor=make_contact(plan.regios[0]).actor)
    db.session.flush()
    found = line("Aastreek")
    assert (found.status_key, found.deadline, found.dagen) == ("concept", plan.deadline, None)
