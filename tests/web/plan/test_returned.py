"""A plan that came back, a new version, and the plan in force, as the people of the region see it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.mail import MailKeuze
from portal.domain.plan.states import VersieStatus
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Indiening, Mail, Plan, PlanVersie, User
from portal.services.plan import returned, steps, submit
from portal.services.plan.returned import StepEdit
from portal.services.review import reviews
from tests.client import StrictClient
from tests.editions import PLAN
from tests.reading.pages import words
from tests.worlds.consent import put_waivers
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening, make_plan, make_plan_ready, make_vastgesteld
from tests.worlds.review import answer_return, make_returned, returns_of
from tests.worlds.rows import all_rows

ASKED = {"acties": "Wie doet **wat**?", "planning": "Noem data."}


@pytest.fixture
def anna(client: StrictClient, plan: Plan, contact: User) -> StrictClient:
    """A contact of a plan that came back with two questions."""
    make_returned(plan, ASKED, contact=contact)
    put_waivers(plan, contact)
    return client.sign_in(contact)


def said(plan: Plan) -> dict[str, str]:
    db.session.expire_all()
    back = returned.open_return(plan.versie)
    assert back is not None
    return {part.step_key: part.aangepast for part in back.onderdelen}


def check_page(plan: Plan) -> str:
    return f"/plannen/{plan.id}/controleren"


# --- What was asked ---------------------------------------------------------------------------------------------------


def test_the_start_page_leads_to_the_part_that_was_asked_about(anna: StrictClient, plan: Plan, contact: User):
    page = anna.get("/")
    assert "Wij vragen u iets aan te passen bij 2 onderdelen." in page.text
    assert page.links["Verder met “Acties”"] == f"/plannen/{plan.id}/onderdeel/acties"
    returned.save_changes(plan, [StepEdit("acties", "Gedaan.", 0)], actor=contact.actor)
    page = anna.get("/")
    assert "bij 2 onderdelen, nog 1 te gaan." in page.text
    assert page.links["Verder met “Planning”"] == f"/plannen/{plan.id}/onderdeel/planning"
    answer_return(plan, contact)
    page = anna.get("/")
    assert "U heeft alles aangepast" in page.text
    assert page.links["Controleren en indienen"] == check_page(plan)


def test_mijn_plan_shows_the_reason_and_what_is_asked_and_changed(anna: StrictClient, plan: Plan, contact: User):
    returned.save_changes(plan, [StepEdit("acties", "Namen erbij.", 0)], actor=contact.actor)
    page = anna.get(f"/plannen/{plan.id}")
    assert "Maak de acties concreter." in page.text
    asked = [words(one) for one in page.find("//div[@class='rp-asked']")]
    assert ["Wie doet wat?" in asked[0], "Namen erbij." in asked[0], "Anna Proef" in asked[0]] == [True] * 3
    assert "Noem data." in asked[1]
    assert "nog niet opgeschreven" in asked[1]
    assert [words(one) for one in page.find("//div[@class='rp-asked']//strong")] == ["wat"]
    assert page.links["Verder met “Planning”"] == f"/plannen/{plan.id}/onderdeel/planning"


def test_the_page_of_a_part_shows_what_is_asked_about_it(anna: StrictClient, plan: Plan):
    page = anna.get(f"/plannen/{plan.id}/onderdeel/acties")
    assert "Wie doet wat?" in words(page.one("//div[@class='rp-asked']"))
    link = page.links["Opschrijven wat u heeft aangepast bij Acties"]
    assert link == f"{check_page(plan)}#aangepast_acties"
    assert anna.get(link).one("//textarea[@id='aangepast_acties']") is not None
    assert not anna.get(f"/plannen/{plan.id}/onderdeel/monitoring").find("//div[@class='rp-asked']")


def test_a_regiolezer_sees_what_is_asked_and_cannot_answer(anna: StrictClient, plan: Plan):
    anna.sign_in(make_regiolezer(plan.regios[0]))
    assert "Wie doet wat?" not in anna.get("/").html
    anna.get(check_page(plan), 403)
    anna.post(f"/plannen/{plan.id}/aangepast", {"aangepast_acties": "x", "revisie_acties": "0"}, 403)


def test_a_page_without_a_return_has_no_fields_for_it(client: StrictClient, plan: Plan, contact: User):
    make_plan_ready(plan, contact)
    page = client.sign_in(contact).get(check_page(plan))
    assert not page.find("//textarea[starts-with(@name, 'aangepast_')]")
    client.post(f"/plannen/{plan.id}/aangepast", status=409)


# --- Saying what was changed ------------------------------------------------------------------------------------------


def test_what_was_changed_is_saved_without_handing_in(anna: StrictClient, plan: Plan):
    anna.get(check_page(plan))
    page = anna.submit("Opslaan", aangepast_acties="Namen erbij.")
    assert page.one("//textarea[@name='aangepast_acties']").text.strip() == "Namen erbij."
    assert said(plan) == {"acties": "Namen erbij.", "planning": ""}
    assert plan.status is VersieStatus.TERUGGESTUURD


def test_it_can_be_said_while_a_part_is_not_ready(anna: StrictClient, plan: Plan, contact: User):
    steps.withdraw_later(plan, PLAN.steps[5], actor=contact.actor)
    page = anna.get(check_page(plan))
    assert "Nog 1 onderdeel is niet klaar" in page.text
    anna.submit("Opslaan", aangepast_acties="Namen erbij.")
    assert said(plan)["acties"] == "Namen erbij."


def test_handing_in_without_a_word_says_which_parts_and_keeps_the_rest(anna: StrictClient, plan: Plan):
    anna.get(check_page(plan))
    page = anna.submit("Indienen", aangepast_acties="Namen erbij.", status=422)
    assert page.errors[0] == "Schrijf bij “Planning” op wat u heeft aangepast."
    assert page.title.startswith("Fout: ")
    # What was said is safe already.
    assert said(plan) == {"acties": "Namen erbij.", "planning": ""}


def test_handing_in_again_answers_what_was_asked(anna: StrictClient, plan: Plan):
    anna.get(check_page(plan))
    page = anna.submit("Indienen", aangepast_acties="Namen erbij.", aangepast_planning="Data erbij.")
    assert page.h1 == "Het plan is ingediend"
    newest = submit.newest_submission(plan.versie)
    back = returned.answered_with(newest)
    assert back is not None
    assert [part.aangepast for part in returned.in_order(back, PLAN)] == ["Namen erbij.", "Data erbij."]
    assert len(all_rows(Indiening)) == 2


def test_after_taking_back_what_was_said_stands_there_to_be_changed(anna: StrictClient, plan: Plan, contact: User):
    answer_return(plan, contact, "Gedaan.")
    make_indiening(plan, contact)
    anna.get(f"/plannen/{plan.id}/intrekken")
    page = anna.submit("Intrekken")
    assert plan.status is VersieStatus.CONCEPT
    assert "Gedaan." in page.text
    page = anna.get(check_page(plan))
    assert page.one("//textarea[@name='aangepast_acties']").text.strip() == "Gedaan."
    page = anna.submit("Indienen", aangepast_acties="Nog meer gedaan.")
    assert page.h1 == "Het plan is ingediend"
    assert {part.aangepast for part in returns_of(plan)[0].onderdelen} == {"Gedaan.", "Nog meer gedaan."}


def test_two_colleagues_lose_no_word(anna: StrictClient, plan: Plan, new_client: Callable[[], StrictClient]):
    bob = new_client().sign_in(make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bob Proef"))
    for one in (anna, bob):
        one.get(check_page(plan))
    bob.submit("Opslaan", aangepast_acties="Van Bob.")
    page = anna.submit("Indienen", aangepast_acties="Van Anna.", aangepast_planning="Data.", status=409)
    assert page.errors == ["Bob Proef heeft dit intussen ook ingevuld. Voeg de teksten samen."]
    assert "Van Bob." in page.text
    assert page.one("//textarea[@name='aangepast_acties']").text.strip() == "Van Anna."
    assert said(plan) == {"acties": "Van Bob.", "planning": "Data."}
    anna.submit("Opslaan", aangepast_acties="Van Anna en Bob.")
    assert said(plan)["acties"] == "Van Anna en Bob."


def test_what_was_typed_stays_on_the_page_when_a_colleague_handed_in(anna: StrictClient, plan: Plan, contact: User):
    anna.get(check_page(plan))
    answer_return(plan, contact)
    make_indiening(plan, contact)
    db.session.commit()
    page = anna.submit("Opslaan", aangepast_acties="Mijn tekst.", status=409)
    assert page.h1 == "Niet opgeslagen"
    assert "Mijn tekst." in page.text
    assert all(part.aangepast == "Aangepast zoals gevraagd." for part in returns_of(plan)[0].onderdelen)


@pytest.mark.parametrize("fields", [{}, {"aangepast_acties": "x"}, {"aangepast_acties": "x", "revisie_acties": "y"}])
def test_a_form_without_its_fields_is_no_crash(anna: StrictClient, plan: Plan, fields: dict[str, str]):
    for address in ("aangepast", "indienen"):
        page = anna.post(f"/plannen/{plan.id}/{address}", fields, None)
        assert page.status in (400, 422)
    assert said(plan) == {"acties": "", "planning": ""}


def test_reviewers_get_a_mail_once_for_each_submission(anna: StrictClient, plan: Plan, contact: User):
    reviewer, off = make_user(Rol.BEOORDELAAR, mailkeuze=MailKeuze.DIRECT), make_user(Rol.BEOORDELAAR, active=False)
    make_user(Rol.LEZER)
    of_the_first = {mail.id for mail in all_rows(Mail)}
    anna.get(check_page(plan))
    changed = {f"aangepast_{key}": "Gedaan." for key in ASKED}
    anna.submit("Indienen", **changed)
    data = {"namens": "gemeente", "indieningen": "1"}
    anna.post(f"/plannen/{plan.id}/indienen", data, None)
    mails = [mail for mail in all_rows(Mail) if mail.soort == "nieuw_ingediend" and mail.id not in of_the_first]
    people = {mail.aan for mail in mails}
    assert len(mails) == len(people)
    assert reviewer.email in people
    assert {off.email, contact.email}.isdisjoint(people)
    assert f"/plannen/{plan.id}/beoordelen" in mails[0].tekst


# --- A new version ----------------------------------------------------------------------------------------------------

IN_DECEMBER = datetime(2023, 12, 1, 10, 0, tzinfo=UTC)
IN_MAART = datetime(2024, 3, 1, 10, 0, tzinfo=UTC)


def test_after_vaststellen_a_contact_starts_a_new_version(client: StrictClient, plan: Plan, contact: User):
    make_vastgesteld(plan)
    page = client.sign_in(contact).get(f"/plannen/{plan.id}")
    assert "Dit is het geldende plan." in page.text
    page = client.submit("Nieuwe versie beginnen")
    assert "U werkt aan versie 2." in page.text
    assert "Geldend plan: vastgesteld op" in page.text
    assert [one.nummer for one in all_rows(PlanVersie)] == [1, 2]
    client.post(f"/plannen/{plan.id}/nieuwe-versie")
    assert len(all_rows(PlanVersie)) == 2


def test_the_list_of_submissions_marks_the_plan_in_force(client: StrictClient, plan: Plan, contact: User):
    make_returned(plan, contact=contact)
    answer_return(plan, contact)
    newest = make_indiening(plan, contact)
    co = make_user(Rol.COORDINATOR).actor
    reviews.pick_up(plan, actor=co)
    reviews.approve(plan, actor=co, seen_indiening_id=newest.id)
    page = client.sign_in(contact).get(f"/plannen/{plan.id}")
    shown = [words(one) for one in page.find("//aside//li[a[starts-with(text(), 'Ingediend op')]]")]
    assert [one.endswith("(vastgesteld, geldend plan)") for one in shown] == [True, False]
    first = submit.submissions_of(plan)[-1]
    page = client.get(f"/plannen/{plan.id}/indieningen/{first.id}")
    assert "Dit is niet het geldende plan." in page.text


def test_nobody_is_late_with_a_new_version_that_has_no_date(client: StrictClient, app: Flask):
    with clock.stopped_at(IN_DECEMBER):
        plan = make_plan(make_regio("Proefstreek"), deadline=date(2023, 12, 31))
        contact = make_contact(plan.regios[0])
        make_vastgesteld(plan)
    with clock.stopped_at(IN_MAART):
        client.sign_in(contact).get(f"/plannen/{plan.id}")
        page = client.submit("Nieuwe versie beginnen")
        assert "Deadline" not in words(page.one("//header[@class='rp-head']"))
        assert not page.find("//*[contains(@class, 'rp-deadline--late')]")
        assert "Deadline" not in words(client.get("/").one("//ul[contains(@class, 'rp-asks')]"))


def test_other_regions_keep_reading_the_plan_in_force(client: StrictClient, plan: Plan, contact: User):
    make_vastgesteld(plan)
    accepted = submit.newest_submission(plan.versie)
    client.sign_in(contact).post(f"/plannen/{plan.id}/nieuwe-versie")
    again = make_indiening(plan, contact)
    client.sign_in(make_contact(make_regio("Elders")))
    client.get(f"/plannen/{plan.id}/lezen", 302)
    assert client.response is not None
    assert client.response.location.endswith(f"/indieningen/{accepted.id}")
    client.get(f"/plannen/{plan.id}/indieningen/{again.id}", 404)
    (row,) = client.get("/plannen").find("//table[caption='Vastgestelde plannen van andere regio’s']//tbody/tr")
    assert "Vastgesteld" in words(row)
    assert "Ingediend" not in words(row)


def test_only_a_contact_starts_a_new_version(client: StrictClient, plan: Plan):
    make_vastgesteld(plan)
    for person in (make_regiolezer(plan.regios[0]), make_user(Rol.COORDINATOR), make_contact(make_regio())):
        client.sign_in(person).post(f"/plannen/{plan.id}/nieuwe-versie", status=403)
    assert len(all_rows(PlanVersie)) == 1


@pytest.mark.parametrize(
    ("rol", "status"), [(Rol.BEOORDELAAR, 302), (Rol.COORDINATOR, 302), (Rol.LEZER, 302), (Rol.BEHEERDER, 403)]
)
def test_national_roles_get_their_own_list_of_plans(client: StrictClient, app: Flask, rol: Rol, status: int):
    client.sign_in(make_user(rol)).get("/plannen", status)
    assert client.response is not None
    if status == 302:
        assert client.response.location == "/landelijk/plannen"
