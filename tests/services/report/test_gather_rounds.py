"""The rounds of a national report: this one whatever was answered, the previous one, and progress through all."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from flask import Flask

from exports.national.data import (
    ActieBeeld,
    AntwoordBeeld,
    Beeld,
    RapportData,
    Stand,
    Uitspraak,
    VoortgangRegel,
)
from forms.spec import Kind
from portal.domain import clock
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import RegelSoort
from portal.services.feedback.counts import national_counts
from portal.services.report.gather import gather
from portal.services.report.stored_data import to_json
from portal.services.round import rounds
from tests.databases import empty_database
from tests.editions import ASKED
from tests.running.queries import statements
from tests.worlds.feedback import add_regel
from tests.worlds.nation import (
    MOMENT,
    ReportWorld,
    answer_again,
    correct_words,
    gathered,
    make_full_plan,
    make_q1_2024,
    make_q4_2023,
    make_report_world,
)
from tests.worlds.people import make_contact, make_regio
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.sheet import hand_in, make_sheet_ready, put_answer, renew

KEUZES = {"afstemming_vorm": "vast_overleg", "doel_verwachting": "deels"}


def stands(data: RapportData) -> dict[str, Stand]:
    return {regio.naam: regio.stand for regio in data.beeld.regios}


def test_a_round_that_nobody_answered(app: Flask) -> None:
    uitvraag = make_q1_2024(status=UitvraagStatus.GESLOTEN)
    for naam in ("Aland", "Bland"):
        make_blad(uitvraag, make_regio(naam))
    data = gathered(uitvraag)
    assert set(stands(data).values()) == {Stand.NIET_BEANTWOORD}
    assert data.beeld == Beeld(data.ronde, data.beeld.regios)
    assert (data.plannen, data.voortgang, data.vorige) == ((), (), None)
    assert {one.stand for one in data.antwoorden} == {Stand.NIET_BEANTWOORD}


def test_a_country_without_regions_or_sheets(app: Flask) -> None:
    uitvraag = make_q1_2024()
    assert gathered(uitvraag).beeld.regios == ()
    # A sheet that counts for nobody is no answer of anybody.
    make_blad(uitvraag)
    data = gathered(uitvraag)
    assert (data.beeld.regios, data.antwoorden, data.plannen) == ((), (), ())


def test_a_round_with_only_own_questions(app: Flask) -> None:
    """It asks nothing of actions, and no other such round is its previous one."""
    vragen = [
        {"key": "aanbod", "label": "Wat mist u?", "kind": "choices", "choices": [{"key": "a", "label": "Wonen"}]},
        {"key": "waarom", "label": "Waarom?", "kind": "long_text"},
    ]
    plan = make_full_plan(make_regio("Aland"))
    contact = make_contact(plan.regios[0])
    earlier = make_q4_2023(edition="", extra_vragen=vragen)
    for uitvraag in (earlier, peiling := make_q1_2024("Peiling", edition="", extra_vragen=vragen)):
        blad = make_blad(uitvraag, plan=plan)
        put_answer(blad, "aanbod", "a", door=contact)
        put_answer(blad, "waarom", "Geen plek.", door=contact)
        hand_in(blad, contact)
    data = gathered(peiling)
    code = plan.regios[0].code
    assert [(vraag.key, vraag.onderdeel, vraag.kind) for vraag in data.vragen] == [
        ("aanbod", "Wat mist u?", "choices"),
        ("waarom", "Waarom?", "long_text"),
    ]
    assert [(one.key, one.label) for one in data.vragen[0].opties] == [("a", "Wonen")]
    assert data.antwoorden == (
        AntwoordBeeld(code, "aanbod", Stand.BEANTWOORD, "a"),
        AntwoordBeeld(code, "waarom", Stand.BEANTWOORD, "Geen plek."),
    )
    assert data.beeld.regios[0].keuzes == {"aanbod": "a"}
    assert {one.stand for one in data.beeld.acties} == {Stand.NIET_GEVRAAGD}
    assert (data.vorige, [one.naam for one in data.rondes], data.voortgang) == (None, ["Peiling"], ())


def test_a_closed_question_that_was_left_empty_is_empty_and_not_chosen(app: Flask) -> None:
    keuze = {"key": "aanbod", "label": "Wat mist u?", "kind": "choice", "choices": [{"key": "a", "label": "Wonen"}]}
    keuze["required"] = False
    peiling = make_q1_2024("Peiling", edition="", extra_vragen=[keuze])
    aland, bland = make_regio("Aland"), make_regio("Bland")
    hand_in(make_blad(peiling, aland), make_contact(aland))
    make_blad(peiling, bland)
    data = gathered(peiling)
    assert [(one.stand, one.keuzes) for one in data.beeld.regios] == [
        (Stand.BEANTWOORD, {"aanbod": ""}),
        (Stand.NIET_BEANTWOORD, {}),
    ]
    # Of the question nothing became, of the sheet something did.
    assert [one.stand for one in data.antwoorden] == [Stand.NIET_BEANTWOORD] * 2


def test_the_previous_round_is_the_newest_earlier_one_with_an_answer(app: Flask) -> None:
    plan = make_full_plan(make_regio("Aland"))
    contact = make_contact(plan.regios[0])
    oldest = make_uitvraag(naam="Q2 2023", opent_op=date(2023, 7, 1))
    older = make_uitvraag(naam="Q3 2023", opent_op=date(2023, 10, 1))
    silent, uitvraag = make_q4_2023("Q4 2023"), make_q1_2024("Q1 2024")
    make_uitvraag(naam="Gepland", opent_op=date(2024, 2, 1), status=UitvraagStatus.GEPLAND)
    later = make_uitvraag(naam="Q2 2024", opent_op=date(2024, 7, 1))
    for one in (older, oldest, uitvraag, later):
        answer_again(one, plan, contact, MOMENT)
    make_blad(silent, plan=plan)
    data = gathered(uitvraag)
    assert [one.naam for one in data.rondes] == ["Q2 2023", "Q3 2023", "Q4 2023", "Q1 2024"]
    assert data.vorige is not None
    assert data.vorige.ronde.naam == "Q3 2023"
    een, twee = (actie.id for actie in data.beeld.acties)
    assert data.voortgang == tuple(
        VoortgangRegel(one.id, actie_id, plan.id, "op_schema", tekst)
        for one in (oldest, older, uitvraag)
        for actie_id, tekst in ((een, "Tekst 1."), (twee, "Tekst 2."))
    )


def test_the_previous_picture_counts_and_holds_no_words(world: ReportWorld) -> None:
    """Of all that was told last time the words stay out; everything that is counted is there."""
    previous = make_q4_2023()
    blad = make_blad(previous, plan=world.plan)
    make_sheet_ready(blad, world.contact)
    put_answer(blad, "doel_toelichting", "Oud verhaal", door=world.contact)
    success = add_regel(blad, "Oud succes", soort=RegelSoort.SUCCES)
    with clock.stopped_at(MOMENT):
        hand_in(blad, world.contact)
    # Corrected afterwards, and never handed in again.
    correct_words(blad, "Geheim concept")
    make_blad(previous, world.zonder_plan)
    make_blad(previous, world.zonder_blad)
    data = gathered(world.uitvraag)
    before = data.vorige
    assert before is not None
    assert {regio.naam: regio.stand for regio in before.regios} == {
        "Aland": Stand.BEANTWOORD,
        "Bland": Stand.BEANTWOORD,
        "Rustdal": Stand.NIET_GEVRAAGD,
        "Zonder blad": Stand.NIET_BEANTWOORD,
        "Zonder plan": Stand.NIET_BEANTWOORD,
        "'t Zwijgland": Stand.NIET_GEVRAAGD,
    }
    assert before.regios[0].keuzes == KEUZES
    both = (world.aland.code, world.bland.code)
    een, twee, *_ = data.beeld.acties
    assert before.acties == tuple(
        ActieBeeld(one.id, world.plan.id, both, Stand.BEANTWOORD, "op_schema", blad_id=blad.id) for one in (een, twee)
    )
    assert before.successen == (Uitspraak(success.id, "successen", both, blad.id),)
    assert not any(word in to_json(data) for word in ("Oud verhaal", "Oud succes", "Geheim"))


def test_the_actions_of_who_was_silent_last_time_are_in_the_previous_picture(app: Flask) -> None:
    plan, silent = make_full_plan(make_regio("Aland")), make_full_plan(make_regio("Bland"))
    contact = make_contact(plan.regios[0])
    previous, uitvraag = make_q4_2023(), make_q1_2024()
    answer_again(previous, plan, contact, MOMENT)
    blad = make_blad(previous, plan=silent)
    before = gathered(uitvraag).vorige
    assert before is not None
    assert [(one.plan_id, one.stand, one.blad_id) for one in before.acties[2:]] == [
        (silent.id, Stand.NIET_BEANTWOORD, blad.id)
    ] * 2


def test_progress_of_an_action_that_left_the_plan_comes_last_in_its_round(world: ReportWorld) -> None:
    previous = make_q4_2023()
    een, twee, *_ = (one.id for one in gathered(world.uitvraag).beeld.acties)
    answer_again(previous, world.plan, world.contact, MOMENT)
    newer = renew(world.plan, drop=een, actor=world.contact.actor)
    next_round = make_uitvraag(naam="Q2", opent_op=date(2024, 7, 1))
    blad = make_blad(next_round, plan=world.plan)
    assert blad.plan_indiening_id == newer.id
    hand_in(make_sheet_ready(blad, world.contact), world.contact)
    data = gathered(next_round)
    present = [one.id for one in data.beeld.acties]
    told = {ronde.id: [one.actie_id for one in data.voortgang if one.ronde_id == ronde.id] for ronde in data.rondes}
    assert told == {previous.id: [twee, een], world.uitvraag.id: [twee, een], next_round.id: present}


# How many questions are asked is the same on both databases.
@pytest.mark.parametrize("app", ["postgresql"], indirect=True)
def test_it_asks_as_much_for_five_plans_as_for_one(app: Flask) -> None:
    def asked(size: int) -> int:
        previous, uitvraag = make_q4_2023(), make_q1_2024()
        for number in range(size):
            plan = make_full_plan(make_regio(), make_regio())
            contact = make_contact(plan.regios[0])
            for one in (previous, uitvraag):
                blad = make_sheet_ready(make_blad(one, plan=plan), contact)
                add_regel(blad, f"Verwachting {number}", "vws")
                hand_in(blad, contact)
            silent = make_full_plan(make_regio())
            make_blad(previous, plan=silent)
            make_blad(uitvraag, plan=silent)
        db.session.commit()
        db.session.expire_all()
        found_round = rounds.find_round(uitvraag.id)
        assert found_round is not None
        with statements() as found:
            data = gather(found_round)
        assert len(data.beeld.acties) == size * 4
        empty_database()
        return len(found)

    assert asked(1) == asked(5)


# --- one round, counted twice


def test_regions_read_the_same_numbers_in_their_terugkoppeling(app: Flask) -> None:
    world, regio = make_report_world(), make_regio("Eigen plan")
    answer_again(world.uitvraag, make_full_plan(regio), make_contact(regio), MOMENT)
    data, counts = gathered(world.uitvraag), national_counts(world.uitvraag)
    asked = Counter(regio.stand for regio in data.beeld.regios)
    assert (asked[Stand.BEANTWOORD], asked[Stand.NIET_GEVRAAGD], asked[Stand.NIET_BEANTWOORD]) == (
        counts.beantwoord,
        counts.niet_gevraagd,
        counts.niet_beantwoord,
    )
    statuses = Counter(
        ASKED.question_of_kind(Kind.VOORTGANG).choice_label(actie.status) for actie in data.beeld.acties if actie.status
    )
    assert statuses == {one.label: one.aantal for one in counts.acties}
    closed = [vraag for vraag in data.vragen if vraag.opties]
    for vraag, told in zip(closed, counts.vragen, strict=True):
        chosen = Counter(key for regio in data.beeld.regios for key in regio.keuzes.get(vraag.key, "").split())
        assert [chosen[optie.key] for optie in vraag.opties] == [one.aantal for one in told.tellingen]
        silent = [one for one in data.antwoorden if one.vraag == vraag.key and one.stand is Stand.NIET_BEANTWOORD]
        assert len(silent) == told.niet_beantwoord
