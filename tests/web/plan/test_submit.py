"""Handing in as a person does it: check, say who agrees, press once, get a receipt; take it back while it can."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from portal.domain.plan.states import VersieStatus
from portal.domain.plan.workflow import Move
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Indiening, Mail, Plan, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, steps, versions, workflow
from tests.client import StrictClient
from tests.editions import PLAN
from tests.reading.pages import words
from tests.worlds.consent import put_waivers
from tests.worlds.people import give_role, make_contact, make_user
from tests.worlds.plan import make_indiening, make_plan_ready, make_vastgesteld
from tests.worlds.rows import all_rows


@pytest.fixture
def anna(client: StrictClient, plan: Plan, contact: User) -> StrictClient:
    """A contact of a plan that is ready, and for which nobody else needs to agree."""
    make_plan_ready(plan, contact)
    put_waivers(plan, contact)
    return client.sign_in(contact)


ACTIES = PLAN.steps[5]


def status(plan: Plan) -> VersieStatus:
    db.session.expire_all()
    return plan.status


def posted(plan: Plan, **changes: str) -> dict[str, str]:
    """What the check page sends."""
    return {"namens": "gemeente", "indieningen": "0", **changes}


def test_handing_in_gives_a_receipt_and_mails_every_contact_once(anna: StrictClient, plan: Plan, contact: User):
    other = make_contact(plan.regios[0], Namens.ZORGKANTOOR)
    anna.get(f"/plannen/{plan.id}/controleren")
    page = anna.submit("Indienen")
    (indiening,) = all_rows(Indiening)
    assert page.h1 == "Het plan is ingediend"
    for shown in ("Anna Proef", "niet nodig voor Zorgkantoor, Proefstreek", indiening.checksum[:12]):
        assert shown in page.text
    assert sorted(mail.aan for mail in all_rows(Mail)) == sorted([contact.email, other.email])
    assert status(plan) is VersieStatus.INGEDIEND


def test_the_check_page_says_what_is_not_ready_and_offers_no_button(anna: StrictClient, plan: Plan, contact: User):
    steps.withdraw_later(plan, ACTIES, actor=contact.actor)
    page = anna.get(f"/plannen/{plan.id}/controleren")
    assert "Nog 1 onderdeel is niet klaar" in page.text
    assert page.links["Acties"] == f"/plannen/{plan.id}/onderdeel/acties"
    assert not page.find("//form[contains(@action, 'indienen')]")


def test_who_hands_in_what_is_not_ready_is_told_which_parts(anna: StrictClient, plan: Plan, contact: User):
    steps.withdraw_later(plan, ACTIES, actor=contact.actor)
    anna.post(f"/plannen/{plan.id}/indienen", posted(plan))
    assert "Deze onderdelen zijn nog niet klaar: Acties." in anna.follow().html
    assert all_rows(Indiening) == []


def test_an_incomplete_form_for_a_plan_that_is_not_ready_is_a_page_too(anna: StrictClient, plan: Plan, contact: User):
    steps.withdraw_later(plan, ACTIES, actor=contact.actor)
    page = anna.post(f"/plannen/{plan.id}/indienen", posted(plan, namens="verzonnen"), 422)
    assert "Nog 1 onderdeel is niet klaar" in page.text
    assert all_rows(Indiening) == []


def test_without_the_other_side_nothing_is_handed_in(client: StrictClient, plan: Plan, contact: User):
    make_plan_ready(plan, contact)
    page = client.sign_in(contact).get(f"/plannen/{plan.id}/controleren")
    assert "U kunt indienen als deze kant instemt: Zorgkantoor, Proefstreek." in page.text
    assert not page.find("//button[text()='Indienen']")
    client.post(f"/plannen/{plan.id}/indienen", posted(plan))
    assert "Deze kanten stemden nog niet in met de tekst van nu: Zorgkantoor, Proefstreek." in client.follow().html
    assert all_rows(Indiening) == []


def test_who_speaks_for_both_sides_chooses_one(client: StrictClient, plan: Plan, contact: User):
    give_role(contact, Rol.REGIOCONTACT, plan.regios[0], Namens.ZORGKANTOOR)
    make_plan_ready(plan, contact)
    client.sign_in(contact).get(f"/plannen/{plan.id}/controleren")
    page = client.submit("Indienen", status=422)
    assert page.errors == ["Kies namens wie u indient."]
    client.submit("Indienen", namens="zorgkantoor")
    assert [one.namens for one in all_rows(Indiening)] == [Namens.ZORGKANTOOR]


def test_nobody_hands_in_for_a_side_that_is_not_the_own(anna: StrictClient, plan: Plan):
    anna.post(f"/plannen/{plan.id}/indienen", posted(plan, namens="zorgkantoor"), 422)
    anna.post(f"/plannen/{plan.id}/indienen", posted(plan, namens="verzonnen"), 422)
    assert all_rows(Indiening) == []


def test_a_double_click_makes_one_submission_and_shows_the_same_receipt(anna: StrictClient, plan: Plan):
    for _ in range(3):
        anna.post(f"/plannen/{plan.id}/indienen", posted(plan))
        assert anna.follow().h1 == "Het plan is ingediend"
    assert len(all_rows(Indiening)) == 1
    assert len(all_rows(Mail)) == 1


def test_the_back_button_and_the_old_page_make_no_second_submission(anna: StrictClient, plan: Plan):
    anna.post(f"/plannen/{plan.id}/indienen", posted(plan))
    anna.get(f"/plannen/{plan.id}/intrekken")
    anna.submit("Intrekken")
    anna.post(f"/plannen/{plan.id}/indienen", posted(plan))
    assert "Dit plan is intussen ingediend en weer terug." in anna.follow().html
    assert len(all_rows(Indiening)) == 1
    anna.submit("Indienen")
    assert [one.nummer for one in all_rows(Indiening)] == [1, 2]


def test_an_old_check_page_after_handing_in_leads_to_the_plan(anna: StrictClient, plan: Plan):
    anna.post(f"/plannen/{plan.id}/indienen", posted(plan))
    anna.get(f"/plannen/{plan.id}/controleren", 302)
    assert anna.follow().h1 == "Plan van aanpak Proefstreek"
    anna.post(f"/plannen/{plan.id}/indienen", posted(plan, namens="verzonnen"))
    assert anna.follow().h1 == "Plan van aanpak Proefstreek"
    assert len(all_rows(Indiening)) == 1


def test_a_form_without_one_of_its_fields_is_400(anna: StrictClient, plan: Plan):
    anna.post(f"/plannen/{plan.id}/indienen", {"namens": "gemeente"}, 400)
    assert all_rows(Indiening) == []


def test_taking_back_gives_the_pen_back_and_tells_the_contacts(anna: StrictClient, plan: Plan):
    anna.post(f"/plannen/{plan.id}/indienen", posted(plan))
    asked = anna.get(anna.get(f"/plannen/{plan.id}").one("//a[text()='Intrekken']").get("href"))
    assert "1 contactpersoon krijgt hierover bericht: Anna Proef." in asked.text
    page = anna.submit("Intrekken")
    assert "De indiening is ingetrokken." in page.html
    assert status(plan) is VersieStatus.CONCEPT
    anna.post(f"/plannen/{plan.id}/intrekken", {})
    assert sorted(mail.soort for mail in all_rows(Mail)) == ["ingediend", "ingetrokken"]
    assert anna.get(f"/plannen/{plan.id}/onderdeel/acties").h1 == "Acties"


def test_once_somebody_reviews_there_is_no_button_and_pressing_an_old_one_is_told(
    anna: StrictClient, plan: Plan, contact: User
):
    make_indiening(plan, contact)
    anna.get(f"/plannen/{plan.id}/intrekken")
    workflow.move(plan, Move.OPPAKKEN, actor=make_user(Rol.COORDINATOR).actor)
    page = anna.submit("Intrekken")
    assert "Dit plan heeft nu de status “In behandeling”. Intrekken kan dan niet." in page.html
    assert not page.find("//a[contains(@href, 'intrekken')]")
    anna.get(f"/plannen/{plan.id}/intrekken", 302)
    assert status(plan) is VersieStatus.IN_BEHANDELING


def test_two_contacts_of_both_sides_hand_in_one_after_the_other(
    anna: StrictClient, new_client: Callable[[], StrictClient], plan: Plan
):
    bram = new_client().sign_in(make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bram Proef"))
    for who in (anna, bram):
        who.get(f"/plannen/{plan.id}/controleren")
    anna.submit("Indienen")
    page = bram.submit("Indienen")
    assert page.h1 == "Het plan is ingediend"
    assert "Anna Proef, namens de gemeente(n)" in page.text
    assert len(all_rows(Indiening)) == 1


def test_a_new_version_is_discarded_after_a_page_that_says_what_goes(anna: StrictClient, plan: Plan, contact: User):
    make_vastgesteld(plan)
    versions.start_new_version(plan, actor=contact.actor)
    answers.save_answers(plan, [AnswerEdit("monitoring", "Anders.", 0)], actor=contact.actor)
    db.session.commit()
    anna.get(f"/plannen/{plan.id}")
    asked = anna.submit("Nieuwe versie weggooien")
    assert [words(one) for one in asked.find("//main//li") if "Monitoring" in words(one)] == [
        "Monitoring en aandachtspunten"
    ]
    assert "Niemand krijgt bericht." in asked.text
    assert plan.versie.nummer == 2
    page = anna.submit("Weggooien")
    assert "De nieuwe versie is weggegooid." in page.html
    assert status(plan) is VersieStatus.VASTGESTELD


def test_a_new_version_without_a_change_is_discarded_without_a_question(anna: StrictClient, plan: Plan, contact: User):
    make_vastgesteld(plan)
    versions.start_new_version(plan, actor=contact.actor)
    db.session.commit()
    anna.get(f"/plannen/{plan.id}")
    assert "De nieuwe versie is weggegooid." in anna.submit("Nieuwe versie weggooien").html
    assert not anna.get(f"/plannen/{plan.id}").find("//button[contains(., 'weggooien')]")
