"""Over rounds the same is counted as in the report of each round, from the same frozen answers."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from exports.national.counting.values import living_values
from exports.national.data import Stand
from exports.national.trend.themes import themes_over_rounds
from forms.codes import CodeSoort
from portal.domain import clock
from portal.domain.plan.states import VensterBron
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Actie, BladRegel, PlanVersie, RegelSoort, Uitvraag, VoortgangAfwijking
from portal.services.plan.joining import split_plan
from portal.services.report.gather import gather
from portal.services.report.trend import actions_over_rounds, region_over_rounds, said_over_rounds
from tests.worlds.feedback import add_regel
from tests.worlds.nation import (
    MOMENT,
    ReportWorld,
    answer_again,
    correct_words,
    make_code,
    make_q4_2023,
    make_report_world,
    put_coding,
)
from tests.worlds.people import make_contact, make_user
from tests.worlds.plan import make_vastgesteld
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.sheet import hand_in, ids_of, make_sheet_ready

SOORTEN = ("acties", "successen", "lessen", "verwachtingen")


@pytest.fixture
def world(app: Flask) -> ReportWorld:
    """As `make_report_world`, with an earlier round that one plan answered and one region was not asked in."""
    world = make_report_world()
    previous = make_q4_2023()
    blad = make_sheet_ready(make_blad(previous, plan=world.plan), world.contact)
    for soort, tekst in ((RegelSoort.SUCCES, "Eerder succes"), (RegelSoort.LES, "Eerdere les")):
        add_regel(blad, tekst, soort=soort)
    add_regel(blad, "Geld", "vws", regio=world.bland)
    elsewhere = VoortgangAfwijking(
        blad_id=blad.id,
        actie_id=ids_of(blad)[1],
        regio_id=world.bland.id,
        status="aandacht",
        toelichting="Hier ontbreekt een trekker.",
        gewijzigd_op=clock.now(),
        gewijzigd_door_id=world.contact.id,
    )
    db.session.add(elsewhere)
    db.session.flush()
    with clock.stopped_at(MOMENT):
        hand_in(blad, world.contact)
    correct_words(blad, "geheim concept")
    make_blad(previous, world.zonder_plan)
    return world


def test_every_round_counts_as_its_own_report_does(world: ReportWorld) -> None:
    kim = make_user(Rol.BEOORDELAAR)
    codes = {soort: make_code(soort, f"Thema {soort}") for soort in SOORTEN}
    for row in db.session.scalars(select(BladRegel)):
        put_coding(row, [codes[row.soort.value]], door=kim)
    put_coding(db.session.scalars(select(Actie).where(Actie.vorm == "actie")).first(), [codes["acties"]], door=kim)
    said = said_over_rounds()
    assert [one.naam for one in said.rondes] == ["Q4 2023", "Q1 2024"]
    for place, ronde in enumerate(said.rondes):
        values = living_values(gather(db.session.get_one(Uitvraag, ronde.ronde.id)))
        for soort, code in codes.items():
            found = themes_over_rounds(said.rondes, soort, [code.id])[code.id].rondes[place]
            key = f"{soort}_thema_{code.id}"
            counted = (values[key].aantal, values[f"{key}_regios"].aantal)
            assert (found.teksten, found.regios) == counted, (ronde.naam, soort)
            assert found.teksten
        assert len(ronde.antwoordden) == values["geantwoord"].aantal


def test_a_region_over_rounds_tells_what_it_handed_in(world: ReportWorld) -> None:
    verloop = region_over_rounds(world.bland)
    q4, q1 = verloop.rondes
    assert (q4.stand, q1.stand) == (Stand.BEANTWOORD, Stand.BEANTWOORD)
    # Its own answer, where it differs from that of the joint plan.
    assert [one.keuzes["doelstelling"].tekst for one in (q4, q1)] == ["Deels", "Nee"]
    assert (q4.aantallen, q1.aantallen) == (
        {"successen": 1, "lessen": 1, "verwachtingen": 1},
        {"successen": 1, "lessen": 1, "verwachtingen": 2},
    )
    # And where an action goes otherwise in this region.
    assert [one.standen for one in verloop.acties] == [("op_schema", "op_schema"), ("aandacht", "op_schema")]
    assert verloop.rondes[0].acties == {"op_schema": 1, "aandacht": 1}
    assert {one.standen for one in region_over_rounds(world.aland).acties} == {("op_schema", "op_schema")}
    # The expectation of Bland alone is none of Aland.
    assert region_over_rounds(world.aland).rondes[0].aantallen["verwachtingen"] == 0
    assert "geheim" not in repr(verloop)


def test_silent_not_asked_and_without_a_sheet_are_three_things(world: ReportWorld) -> None:
    stands = {
        regio.naam: [one.stand.value for one in region_over_rounds(regio).rondes]
        for regio in (world.zonder_plan, world.rustdal, world.zwijgland)
    }
    assert stands == {
        "Zonder plan": ["niet_beantwoord", "niet_beantwoord"],
        "Rustdal": ["niet_gevraagd", "niet_gevraagd"],
        "'t Zwijgland": ["niet_gevraagd", "niet_beantwoord"],
    }
    (silent,) = {one.standen for one in region_over_rounds(world.zwijgland).acties}
    assert silent == ("", "zonder_antwoord")


def test_a_round_of_own_questions_asks_nothing_of_actions_or_themes(world: ReportWorld) -> None:
    peiling = make_uitvraag(
        naam="Peiling", edition="", extra_vragen=[{"key": "eigen_a", "label": "Wat?", "kind": "long_text"}]
    )
    make_blad(peiling, plan=world.plan)
    verloop = region_over_rounds(world.aland)
    assert (verloop.rondes[-1].acties, verloop.rondes[-1].keuzes) == (None, {})
    assert {one.standen[-1] for one in verloop.acties} == {"niet_gevraagd"}
    assert "lessen" not in said_over_rounds(CodeSoort.LESSEN).rondes[-1].gevraagd


def test_a_window_that_moves_in_a_new_version_of_the_plan_is_told_everywhere(world: ReportWorld) -> None:
    eerste, _ = (one.actie.id for one in region_over_rounds(world.aland).acties)
    row = db.session.get_one(Actie, eerste)
    row.tijdslijn, row.venster_bron = "eind 2024", VensterBron.GELEZEN
    row.venster_van, row.venster_tot = clock.today().replace(2024, 10, 1), clock.today().replace(2024, 12, 31)
    world.plan.versies.append(PlanVersie(nummer=2, status_sinds=clock.now()))
    db.session.flush()
    make_vastgesteld(world.plan)
    later = make_uitvraag(naam="Kwartaaluitvraag Q2 2024", opent_op=clock.today())
    answer_again(later, world.plan, world.contact, clock.now())
    moved, stayed = region_over_rounds(world.bland).acties
    assert [(one.venster.tekst, one.sinds) for one in moved.stappen] == [
        ("Eind Q1 2024", "Q4 2023"),
        ("eind 2024", "Q2 2024"),
    ]
    assert (moved.is_verschoven, stayed.is_verschoven) == (True, False)
    found = actions_over_rounds()
    assert found.verschoven == 1
    (line,) = (one for one in found.acties if one.verloop.is_verschoven)
    assert (line.verloop, line.regios) == (moved, ("Aland", "Bland"))


def test_a_closed_question_that_was_left_empty_is_not_answered(world: ReportWorld) -> None:
    keuze = {"key": "eigen_b", "label": "Wat mist u?", "kind": "choice", "choices": [{"key": "a", "label": "Wonen"}]}
    peiling = make_uitvraag(naam="Peiling", edition="", extra_vragen=[{**keuze, "required": False}])
    hand_in(make_blad(peiling, world.zonder_plan), make_contact(world.zonder_plan))
    verloop = region_over_rounds(world.zonder_plan)
    assert verloop.vragen["eigen_b"] == "Wat mist u?"
    assert verloop.rondes[-1].keuzes["eigen_b"].stand is Stand.NIET_BEANTWOORD


def test_a_region_that_goes_on_by_itself_keeps_its_past(world: ReportWorld) -> None:
    world.plan.versies.append(PlanVersie(nummer=2, status_sinds=clock.now()))
    db.session.flush()
    own = split_plan(world.plan, world.bland, actor=make_user(Rol.COORDINATOR).actor)
    make_vastgesteld(own)
    acties = region_over_rounds(world.bland).acties
    assert {one.actie.id for one in acties}.isdisjoint(one.actie.id for one in region_over_rounds(world.aland).acties)
    assert [(one.standen, one.is_vervallen) for one in acties] == [
        (("op_schema", "op_schema"), False),
        (("aandacht", "op_schema"), False),
    ]
