"""Een collega doet dit: a part is given to another contact person of the plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask

from forms.dutch.dates import day_in_words, day_short
from portal.domain import clock
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import GegevenOnderdeel, Plan, User
from portal.services.plan import giving, pen
from tests.client import StrictClient
from tests.worlds.people import make_contact, make_regiolezer, make_user
from tests.worlds.plan import make_indiening
from tests.worlds.rows import all_rows

TITLE = "Achtergrond en probleemstelling"


@pytest.fixture
def anna(plan: Plan) -> User:
    return make_contact(plan.regios[0], naam="Anna Proef")


@pytest.fixture
def sanne(plan: Plan) -> User:
    return make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Sanne Proef")


@pytest.fixture
def day() -> date:
    return clock.today() + timedelta(days=10)


def part(plan: Plan, rest: str = "") -> str:
    return f"/plannen/{plan.id}/onderdeel/achtergrond{rest}"


def give(plan: Plan, to: User, by: User, day: date | None = None) -> GegevenOnderdeel:
    step = pen.format_of(plan).step("achtergrond")
    assert step
    found = giving.give(plan, step, aan_id=to.id, voor=day, toelichting="", seen_id=0, actor=by.actor)
    db.session.commit()
    return found


def test_giving_a_part_and_doing_it(
    new_client: Callable[[], StrictClient], plan: Plan, anna: User, sanne: User, day: date
):
    client = new_client().sign_in(anna)
    page = client.get(part(plan))
    client.get(page.links["Een collega dit onderdeel laten doen"])
    page = client.submit("Vragen", aan=str(sanne.id), voor=day_short(day), toelichting="Met de **cijfers**.")
    assert "Sanne Proef krijgt bericht" in page.html
    assert f"Sanne Proef doet dit, vóór {day_in_words(day)}" in page.text
    assert f"Sanne Proef doet dit, vóór {day_in_words(day)}" in client.get(f"/plannen/{plan.id}").text
    hers = new_client().sign_in(sanne)
    page = hers.get("/")
    assert f"Aan u gevraagd: {TITLE}, vóór {day_in_words(day)} (nog 10 dagen), voor plan Proefstreek." in page.text
    page = hers.get(page.links[f"Verder met “{TITLE}”"])
    assert f"Aan u gevraagd, vóór {day_in_words(day)}" in page.text
    assert "Anna Proef vroeg dit" in page.text
    assert "Met de cijfers." in page.text
    page = hers.submit("Dit onderdeel is klaar")
    assert f"“{TITLE}” is klaar." in page.html
    assert "Aan u gevraagd" not in hers.get("/").text
    assert "doet dit" not in client.get(f"/plannen/{plan.id}").text
    assert f"Sanne Proef heeft gezegd dat “{TITLE}” klaar is." in client.get(f"/plannen/{plan.id}/tijdlijn").text


def test_who_asked_takes_it_back(client: StrictClient, plan: Plan, anna: User, sanne: User):
    give(plan, sanne, anna)
    client.sign_in(anna).get(part(plan))
    page = client.submit("Terugnemen")
    assert f"“{TITLE}” is weer van iedereen." in page.html
    assert [one.gesloten_op is None for one in all_rows(GegevenOnderdeel)] == [False]


def test_a_third_sees_who_does_it_and_has_no_buttons(client: StrictClient, plan: Plan, anna: User, sanne: User):
    given = give(plan, sanne, anna)
    cees = make_contact(plan.regios[0], naam="Cees Proef")
    page = client.sign_in(cees).get(part(plan))
    assert "Sanne Proef doet dit" in page.text
    assert "Dit onderdeel is klaar" not in page.text
    page = client.get(part(plan, "/geven"))
    assert "Anna Proef of Sanne Proef kan het aan iemand anders geven." in page.text
    client.post(part(plan, f"/gegeven/{given.id}"), {"doe": "klaar"})
    assert "Alleen Sanne Proef of Anna Proef kan dit zeggen." in client.follow().html


def test_what_can_not_be_is_said_and_what_was_typed_stays(client: StrictClient, plan: Plan, anna: User, sanne: User):
    client.sign_in(anna).get(part(plan, "/geven"))
    page = client.submit("Vragen", status=422, aan="0", voor="1-1-2020", toelichting="Kijk goed.")
    assert "Kies wie dit onderdeel doet." in page.text
    assert "Deze dag is al voorbij." in page.text
    assert "Kijk goed." in page.html
    page = client.submit("Vragen", status=422, aan=str(sanne.id), voor="volgende week")
    assert "“volgende week” bij “Vóór welke dag?” is geen datum. Typ dag, maand en jaar" in page.text
    assert all_rows(GegevenOnderdeel) == []


def test_who_comes_second_hears_who_has_it_and_loses_no_word(client: StrictClient, plan: Plan, anna: User, sanne: User):
    cees = make_contact(plan.regios[0], naam="Cees Proef")
    client.sign_in(cees).get(part(plan, "/geven"))
    give(plan, sanne, anna)
    client.submit("Vragen", status=409, aan=str(anna.id), toelichting="Kijk goed.")
    assert "Anna Proef heeft dit onderdeel al aan Sanne Proef gegeven." in client.page.text


def test_a_contact_without_colleagues_hears_what_to_do(client: StrictClient, plan: Plan, anna: User):
    assert "geen andere contactpersonen" in client.sign_in(anna).get(part(plan, "/geven")).text


def test_a_plan_that_was_handed_in_gives_nothing(client: StrictClient, plan: Plan, anna: User, sanne: User):
    make_indiening(plan, anna)
    client.sign_in(anna).get(part(plan, "/geven"), 302)
    assert "niet meer bij uw regio" in client.follow().html


@pytest.mark.parametrize("doe", ["", "weg"])
def test_a_form_that_is_not_ours_is_refused(client: StrictClient, plan: Plan, anna: User, sanne: User, doe: str):
    given = give(plan, sanne, anna)
    client.sign_in(anna).post(part(plan, f"/gegeven/{given.id}"), {"doe": doe}, 400)


def test_nobody_outside_the_region_hears_of_it(app: Flask, client: StrictClient, plan: Plan, anna: User, sanne: User):
    give(plan, sanne, anna)
    make_indiening(plan, anna)
    for rol in (Rol.BEOORDELAAR, Rol.COORDINATOR, Rol.LEZER):
        client.sign_in(make_user(rol))
        for address in ("/", f"/plannen/{plan.id}/beoordelen", "/landelijk/plannen"):
            assert "Sanne Proef" not in client.get(address, None).html
    client.sign_in(make_regiolezer(plan.regios[0])).get(part(plan, "/geven"), 403)


def test_a_long_word_that_goes_with_a_part_is_folded(client: StrictClient, plan: Plan, anna: User, sanne: User):
    given = give(plan, sanne, anna)
    given.toelichting = "Kijk naar de cijfers. " * 40
    page = client.sign_in(sanne).get(part(plan))
    assert page.find("//details[contains(., 'Lees wat Anna Proef erbij schreef') and contains(., 'de cijfers')]")
