"""Help with condensing: what the plan says with a code is taken over by one press, and nothing typed is lost."""

from __future__ import annotations

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Codering, CoderingPassage, Plan, Samenvatting
from portal.services.coding import items
from portal.services.plan import rows
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.coding import code, give, make_code_book, make_coder
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows

TYPED = "Mijn eigen <b>tekst</b>, nog niet opgeslagen."


@pytest.fixture
def plan(app: Flask) -> Plan:
    """A plan that was handed in: of two actions one was coded, with two codes."""
    make_code_book()
    regio = make_regio("Aastreek")
    anna = make_contact(regio)
    plan = make_plan(regio)
    for number, tekst in (("5a.1", "Elke maand casuïstiek bespreken. Met het CIZ."), ("6", "Folder maken.")):
        values = {"omschrijving": tekst, "paragraaf": number, "vorm": "actie"}
        rows.add_row(plan, Kind.ACTIES, values, actor=anna.actor)
    make_indiening(plan, anna)
    first, _ = items.of_plan(plan.id)
    give(first, code("acties/Organiseren"), code("acties/Samenwerking"), by=make_coder())
    return plan


@pytest.fixture
def kim(client: StrictClient, plan: Plan) -> StrictClient:
    return client.sign_in(make_user(Rol.COORDINATOR))


def address(plan: Plan, kolom: str = "acties", rest: str = "") -> str:
    return f"/landelijk/samenvatting/{plan.id}/{kolom}{rest}"


def field_of(page: Page) -> str:
    return str(page.one("//textarea[@name='tekst']").text or "").lstrip("\n")


def test_one_press_takes_over_what_has_a_code(kim: StrictClient, plan: Plan) -> None:
    kim.get(address(plan))
    page = kim.submit("Neem over Organiseren casuïstiekbespreking", tekst=TYPED)
    assert field_of(page) == (
        f"{TYPED}\n\n**Organiseren casuïstiekbespreking**\n\n"
        "- 5a.1 Elke maand casuïstiek bespreken.\n- 5a.1 Met het CIZ."
    )
    assert "Zij is nog niet opgeslagen." in page.text
    assert all_rows(Samenvatting) == []

    page = kim.submit("Neem over Organiseren casuïstiekbespreking")
    assert "Deze tekst stond al in uw samenvatting." in page.text
    kim.submit("Opslaan")
    (saved,) = all_rows(Samenvatting)
    assert saved.tekst.startswith(TYPED)
    assert "Met het CIZ." in saved.tekst


def test_a_sentence_by_itself_can_be_taken_over_too(kim: StrictClient, plan: Plan) -> None:
    page = kim.get(address(plan))
    assert [words(one) for one in page.find("//section[@class='rp-offer']/h4")] == [
        "Organiseren casuïstiekbespreking",
        "Samenwerking Wmo en Wlz",
    ]
    assert field_of(kim.submit("Neem over 6 Folder maken.", tekst="")) == "6 Folder maken."


def test_what_is_not_in_the_plan_any_more_changes_nothing(kim: StrictClient, plan: Plan) -> None:
    sent = {"tekst": TYPED, "revisie": "0", "bron": "0" * 64, "overnemen": "x" * 900}
    page = kim.post(address(plan, rest="/overnemen"), sent, 422)
    assert "Deze tekst staat niet meer in het plan." in page.text
    assert field_of(page) == TYPED


def test_where_a_coding_is_about_some_words_only_their_sentence_is_taken(kim: StrictClient, plan: Plan) -> None:
    coding = all_rows(Codering)[0]
    db.session.add(CoderingPassage(codering_id=coding.id, code_id=coding.codes[0].id, tekst="met het ciz", vanaf=5))
    page = kim.get(address(plan))
    offered = [[words(one) for one in part.iter("li")] for part in page.find("//section[@class='rp-offer']")]
    assert offered == [["5a.1 Met het CIZ."], ["5a.1 Elke maand casuïstiek bespreken.", "5a.1 Met het CIZ."]]
