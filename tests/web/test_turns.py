"""A view marked `reads_first` reads before it takes its turn to write; every other view that writes begins with it."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.extensions import db
from portal.models import Plan, User
from portal.services.plan import answers
from tests.client import StrictClient
from tests.running.turns import TAKES_TURN, asked_of_the_database, first, turns
from tests.worlds.people import make_contact
from tests.worlds.round import make_blad, make_uitvraag

# What an open page asks by itself and saving a text are done all day; drawing the files of a report takes seconds.
ASKED_BY_PAGES = {
    "antwoordbladen.hier",
    "landelijk.hier",
    "rapporten.boodschap_hier",
    "rapporten.hier",
    "rapporten.hoor_hier",
    "regio.hier",
    "regio.hier_aangepast",
    "terugkoppeling.hier",
}
# A large file of figures takes seconds to read.
MARKED = ASKED_BY_PAGES | {
    "instroom.bewaren",
    "instroom.hier",
    "regio.bewaren",
    "antwoordbladen.bewaren",
    "rapporten.stel_vast",
    "instroom.inlezen_bekijken",
}


@pytest.fixture
def contact(plan: Plan) -> User:
    return make_contact(plan.regios[0])


def test_the_mark_reaches_the_view_through_all_that_stands_around_it(app: Flask) -> None:
    assert {name for name, view in app.view_functions.items() if getattr(view, "reads_first", False)} == MARKED


def test_who_saves_a_text_of_a_plan_waits_no_sooner_than_at_the_lock_of_that_plan(
    anna: StrictClient, plan: Plan
) -> None:
    anna.get(f"/plannen/{plan.id}/onderdeel/achtergrond")
    with asked_of_the_database() as statements:
        anna.submit("Opslaan en terug naar het plan", achtergrond="Een tekst.")
    saved = statements[: first(statements, "INSERT INTO answer")]
    assert first(saved, "FROM account") < first(saved, *TAKES_TURN)
    # What was read before the turn is read again after it: a colleague may have handed in meanwhile.
    assert [one for one in saved[first(saved, *TAKES_TURN) + 1 :] if "FROM plan_versie" in one]
    db.session.expire_all()
    assert answers.answers_of(plan)["achtergrond"].text == "Een tekst."


def test_who_saves_a_text_of_an_answer_sheet_waits_no_sooner_than_at_the_lock_of_that_sheet(
    anna: StrictClient, plan: Plan, contact: User
) -> None:
    blad = make_blad(make_uitvraag(), *plan.regios)
    anna.get(f"/antwoordbladen/{blad.id}/vraag/afstemming")
    with asked_of_the_database() as statements:
        anna.submit("Opslaan en terug naar alle vragen", afstemming_toelichting="Elke week.")
    saved = statements[: first(statements, "INSERT INTO blad_antwoord")]
    assert first(saved, "FROM account") < first(saved, *TAKES_TURN)


def test_a_page_that_is_only_read_takes_no_turn(anna: StrictClient, plan: Plan) -> None:
    with asked_of_the_database() as statements:
        anna.get(f"/plannen/{plan.id}/onderdeel/achtergrond")
    assert turns(statements) == []


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_any_other_view_that_writes_begins_with_its_turn(anna: StrictClient, plan: Plan) -> None:
    """On SQLite it would fail half-way: who read can't begin to write when somebody else wrote in between."""
    page = anna.get(f"/plannen/{plan.id}/onderdeel/acties")
    anna.get(page.one("//a[contains(@href, 'lijst=acties&nieuw=')][contains(@class, 'button')]").get("href"))
    with asked_of_the_database() as statements:
        anna.submit("Toevoegen", follow=False, status=302, omschrijving="Overleg")
    assert statements[0] == "BEGIN IMMEDIATE"
