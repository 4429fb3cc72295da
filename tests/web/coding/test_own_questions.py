"""An own question of a round has a small code book of its own, beside the national one."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.coding.state import CodeSoort
from portal.domain.roles import Rol
from portal.models import Codering, Uitvraag
from portal.services.coding import book
from portal.services.coding.book import CodeProblem, CodeText
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.coding import names
from tests.worlds.feedback import hand_in
from tests.worlds.people import make_regio, make_user
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows

ZORG = {"key": "eigen_1", "label": "Wat baart u zorgen?", "kind": "long_text"}
TIP = {"key": "eigen_2", "label": "Hebt u een tip?", "kind": "short_text"}
EIGEN = CodeSoort.EIGEN


@pytest.fixture
def uitvraag(app: Flask) -> Uitvraag:
    uitvraag = make_uitvraag(naam="Peiling", edition="", extra_vragen=[ZORG, TIP])
    hand_in(make_blad(uitvraag, make_regio("Modelland")), answers={"eigen_1": "Het geld.", "eigen_2": "Bel."})
    return uitvraag


@pytest.fixture
def coordinator(client: StrictClient, uitvraag: Uitvraag) -> StrictClient:
    return client.sign_in(make_user(Rol.COORDINATOR))


def test_a_code_is_added_to_a_question_and_given_to_an_answer(coordinator: StrictClient, uitvraag: Uitvraag) -> None:
    page = coordinator.get("/landelijk/codeboek")
    assert "heeft nog geen codes" in page.text
    links = [one.get("href") for one in page.find("//a[contains(., 'Code toevoegen')]")]
    added = next(one for one in links if "vraag=eigen_1" in one)
    coordinator.get(added)
    page = coordinator.submit("Code toevoegen", naam="Geld")
    assert f"uitvraag={uitvraag.id}#code-" in page.url
    (code,) = book.codes(EIGEN)
    assert (code.vraag, code.naam) == ("eigen_1", "Geld")

    page = coordinator.get("/landelijk/coderen/eigen?vraag=eigen_1")
    assert page.h1 == "Antwoorden coderen: Wat baart u zorgen?"
    coordinator.submit("Opslaan en volgende", codes=str(code.id))
    assert [(names([one.id for one in row.codes]), row.plek_id is not None) for row in all_rows(Codering)] == [
        (["Geld"], True)
    ]
    page = coordinator.get("/landelijk/coderen/eigen?vraag=eigen_2")
    assert [words(one) for one in page.find("//fieldset//label")] == ["Past bij geen code"]


def test_the_overview_has_a_line_for_each_question_that_is_answered_in_a_text(coordinator: StrictClient) -> None:
    heads = [words(one) for one in coordinator.get("/landelijk/coderen").find("//tbody//th")]
    assert heads[-2:] == [
        "Wat baart u zorgen?eigen vraag van deze uitvraag",
        "Hebt u een tip?eigen vraag van deze uitvraag",
    ]


def test_a_question_that_the_round_does_not_ask_is_not_there(coordinator: StrictClient) -> None:
    coordinator.get("/landelijk/coderen/eigen?vraag=eigen_9", status=404)
    coordinator.get("/landelijk/codeboek/eigen/nieuw?vraag=eigen_9", status=404)


def test_two_questions_may_have_a_code_of_the_same_name_one_may_not(uitvraag: Uitvraag) -> None:
    actor = make_user(Rol.COORDINATOR).actor
    geld = book.add(EIGEN, CodeText("Geld"), vraag="eigen_1", actor=actor)
    other = book.add(EIGEN, CodeText("Geld"), vraag="eigen_2", actor=actor)
    with pytest.raises(CodeProblem, match="Er is al een code “Geld”"):
        book.add(EIGEN, CodeText("geld"), vraag="eigen_1", actor=actor)
    with pytest.raises(CodeProblem, match="Kies een andere code"):
        book.merge(geld, other.id, base_revision=1, actor=actor)
