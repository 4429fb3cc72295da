"""The page to search on: what stands there, and that nothing typed there ever breaks it."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Plan
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers
from tests.client import StrictClient
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.report import make_rapport


@pytest.fixture
def plan(app: Flask) -> Plan:
    plan = make_plan(make_regio("Bosstreek"))
    text = "Wij kiezen voor een sluitende aanpak. Het IZA helpt <b>daarbij</b>."
    answers.save_answers(plan, [AnswerEdit("achtergrond", text, 0)], actor=make_contact(plan.regios[0]).actor)
    make_indiening(plan)
    db.session.commit()
    return plan


def test_somebody_searches_and_follows_a_hit_to_its_place(client: StrictClient, plan: Plan) -> None:
    client.sign_in(make_user(Rol.LEZER))
    page = client.get("/zoeken?zoek=aanpakken+iza")
    assert "1 regio, 1 plaats" in page.text
    assert "een sluitende aanpak. Het IZA helpt" in page.text
    (link,) = [one for one in page.links.values() if one.startswith("/plannen/")]
    assert link.endswith("#achtergrond")
    client.get(link)


def test_nothing_found_says_what_to_try(client: StrictClient, plan: Plan) -> None:
    client.sign_in(make_user(Rol.LEZER))
    page = client.get(f"/zoeken?zoek=nergens&regio={plan.regios[0].id}")
    assert "Niets gevonden" in page.text
    assert "Zoek in alle plannen en antwoorden" in page.text


BAD = (
    '"', "'", "*", "iza*", "NEAR(iza, 2)", "iza OR", "AND", "NOT", "^iza", "stammen:iza", "{", "iza + -", "%00", "%5C",
    "%", "_", "-iza", "a" * 10_000, "%F0%9F%98%80", "%ED%A0%80", "%22%22", "-%22", "iza%0Aaanpak", "́",
)  # fmt: skip


def test_whatever_is_typed_gives_a_page(client: StrictClient, plan: Plan) -> None:
    client.sign_in(make_user(Rol.LEZER))
    for query in BAD:
        client.get(f"/zoeken?zoek={query}")
    client.get("/zoeken?zoek=iza&waar=x&regio=-1&onderdeel=%22&pagina=99999999999")
    client.get("/zoeken?zoek=iza&pagina=-3&pagina=2")
    assert "te lang" in client.get("/zoeken?zoek=" + "a" * 10_000).text


def test_a_question_of_any_length_is_answered_in_words(client: StrictClient, plan: Plan) -> None:
    client.sign_in(make_user(Rol.LEZER))
    page = client.get("/zoeken", query_string={"zoek": "woord " * 10_000})
    assert "Uw zoekvraag is te lang. Gebruik ten hoogste 200 tekens." in page.text
    page = client.get("/rapporten", status=414, query_string={"x": "y" * 60_000})
    assert page.h1 == "Dit adres is te lang"


def test_who_makes_a_report_keeps_a_question_as_a_count(client: StrictClient, plan: Plan) -> None:
    rapport = make_rapport()
    client.sign_in(make_user(Rol.LEZER))
    assert "Bewaar als telling" not in client.get("/zoeken?zoek=iza").text
    client.sign_in(make_user(Rol.COORDINATOR))
    page = client.get("/zoeken?zoek=iza&waar=plannen")
    client.get(page.links[f"Rapport over {rapport.uitvraag.naam}, versie 1"])
    page = client.submit("Bewaren", naam="IZA")
    assert "Gezocht op: iza. Alleen in de plannen." in page.text
    assert "Nog te bekijken: 1 plaats" in page.text
