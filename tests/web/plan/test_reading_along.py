"""Meelezen: the region asks, reviewers read just that, and nothing else of the draft reaches them."""

from __future__ import annotations

import pytest

from forms.spec import Kind
from portal.domain.mail import MailKeuze
from portal.domain.plan.states import VersieStatus
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Mail, Meelezing, Plan, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, attachments, reading_along, rows
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening
from tests.worlds.rows import all_rows

SECRET = "GEHEIM"


@pytest.fixture
def anna(client: StrictClient, plan: Plan, contact: User) -> StrictClient:
    """A contact of a draft with a text to show and secrets in the other steps."""
    edits = [AnswerEdit("achtergrond", "Dit is **klaar**.", 0), AnswerEdit("monitoring", f"{SECRET} tekst", 0)]
    answers.save_answers(plan, edits, actor=contact.actor)
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": f"{SECRET} actie", "vorm": "actie"}, actor=contact.actor)
    return client.sign_in(contact)


def asked(anna: StrictClient, plan: Plan) -> StrictClient:
    anna.get(f"/plannen/{plan.id}/meelezen")
    anna.submit("Vragen om mee te lezen", onderdelen=["achtergrond"], notitie="Is dit helder?")
    return anna


def test_asking_tells_all_reviewers_once(anna: StrictClient, plan: Plan, contact: User):
    reviewer, co = (make_user(rol, mailkeuze=MailKeuze.DIRECT) for rol in (Rol.BEOORDELAAR, Rol.COORDINATOR))
    make_user(Rol.LEZER)
    page = anna.get(anna.get(f"/plannen/{plan.id}").links["Ons laten meelezen met uw concept"])
    page = anna.submit("Vragen om mee te lezen", onderdelen=["achtergrond", "planning"], notitie="Is dit helder?")
    assert "Achtergrond en probleemstelling" in page.text
    assert "Is dit helder?" in page.text
    mails = [mail for mail in all_rows(Mail) if mail.soort == "meelezen"]
    assert sorted(mail.aan for mail in mails) == sorted([reviewer.email, co.email])
    assert f"/plannen/{plan.id}/meelezen/lezen" in mails[0].tekst
    assert "Is dit helder?" not in mails[0].tekst
    db.session.expire_all()
    assert plan.status is VersieStatus.CONCEPT


def test_asking_about_nothing_says_so_and_keeps_the_note(anna: StrictClient, plan: Plan):
    anna.get(f"/plannen/{plan.id}/meelezen")
    page = anna.submit("Vragen om mee te lezen", notitie="Mijn vraag.", status=422)
    assert page.errors == ["Kies ten minste één onderdeel waarmee wij kunnen meelezen."]
    assert page.title.startswith("Fout: ")
    assert "Mijn vraag." in page.html


def test_asking_twice_says_what_to_do(anna: StrictClient, plan: Plan, contact: User):
    anna.get(f"/plannen/{plan.id}/meelezen")
    reading_along.ask(plan, ["planning"], notitie="", actor=contact.actor)
    page = anna.submit("Vragen om mee te lezen", onderdelen=["achtergrond"], notitie="", status=409)
    assert page.errors == ["U heeft al gevraagd om mee te lezen. Trek die vraag eerst in."]
    assert len(all_rows(Meelezing)) == 1


@pytest.mark.parametrize("rol", [Rol.BEOORDELAAR, Rol.COORDINATOR])
def test_a_reviewer_reads_what_was_asked_and_nothing_else(anna: StrictClient, plan: Plan, contact: User, rol: Rol):
    asked(anna, plan)
    # The draft goes on; also a file stays with the region.
    answers.save_answers(plan, [AnswerEdit("achtergrond", f"{SECRET} later", 1)], actor=contact.actor)
    secret = attachments.add_bijlage(
        plan, naam=SECRET, bestandsnaam="x.pdf", inhoud=b"%PDF-1.7\nx", actor=contact.actor
    )
    db.session.commit()
    reader = anna.sign_in(make_user(rol))
    page = reader.get(f"/plannen/{plan.id}/meelezen/lezen")
    assert "Dit is geen indiening" in page.text
    assert "Is dit helder?" in page.text
    assert [words(one) for one in page.find("//section[@id='achtergrond']//strong")] == ["klaar"]
    assert SECRET not in page.html
    for address in ("", "/lezen", "/concept.docx", "/tijdlijn", "/bijlagen", f"/bijlagen/{secret.id}", "/beoordelen"):
        assert reader.get(f"/plannen/{plan.id}{address}", None).status in (403, 404)
    for address in ("/", "/landelijk/plannen", f"/plannen/{plan.id}/opmerkingen"):
        assert SECRET not in reader.get(address).html
    # What stayed hidden is there to be seen by who may.
    assert SECRET in anna.sign_in(contact).get(f"/plannen/{plan.id}/lezen").html


def test_nobody_else_reads_along(anna: StrictClient, plan: Plan, contact: User):
    asked(anna, plan)
    people = [make_user(Rol.LEZER), make_user(Rol.BEHEERDER), make_contact(make_regio()), make_regiolezer(make_regio())]
    for person in people:
        anna.sign_in(person).get(f"/plannen/{plan.id}/meelezen/lezen", 404)
    for person in (contact, make_regiolezer(plan.regios[0])):
        anna.sign_in(person).get(f"/plannen/{plan.id}/meelezen/lezen", 403)


def test_a_reviewer_who_is_done_closes_it(anna: StrictClient, plan: Plan):
    asked(anna, plan)
    reader = anna.sign_in(make_user(Rol.BEOORDELAAR))
    reader.get(f"/plannen/{plan.id}/meelezen/lezen")
    reader.submit("Meelezen afronden")
    reader.get(f"/plannen/{plan.id}/meelezen/lezen", 404)
    assert all_rows(Meelezing)[0].gestopt_op is not None


def test_the_region_takes_its_question_back(anna: StrictClient, plan: Plan):
    asked(anna, plan)
    anna.submit("Vraag intrekken")
    anna.sign_in(make_user(Rol.BEOORDELAAR)).get(f"/plannen/{plan.id}/meelezen/lezen", 404)


def test_what_was_handed_in_is_not_asked_about(anna: StrictClient, plan: Plan, contact: User):
    make_indiening(plan, contact)
    anna.get(f"/plannen/{plan.id}/meelezen", 302)
    page = anna.post(f"/plannen/{plan.id}/meelezen", {"onderdelen": "acties", "notitie": ""}, 409)
    assert "Dit plan is ingediend" in page.errors[0]


def test_a_form_without_its_fields_is_no_crash(anna: StrictClient, plan: Plan):
    anna.post(f"/plannen/{plan.id}/meelezen", {}, 400)
    anna.post(f"/plannen/{plan.id}/meelezen", {"onderdelen": "onzin", "notitie": ""}, 422)
    anna.post(f"/plannen/{plan.id}/meelezen/intrekken")
    assert all_rows(Meelezing) == []
