"""Rows after each other, in between and on another place, without a script."""

from __future__ import annotations

import pytest

from forms.spec import Kind
from portal.models import Actie, Doelstelling, Partij, Plan, User
from portal.services.plan import rows
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.rows import all_rows


@pytest.fixture
def part(plan: Plan) -> str:
    return f"/plannen/{plan.id}/onderdeel/acties"


@pytest.fixture
def numbered(plan: Plan, contact: User) -> Plan:
    """Two headings with actions, and one that stands on its own."""
    told = (
        ("kop", "5a"),
        ("actie", "5a.1"),
        ("actie", "5a.2"),
        ("kop", "5b"),
        ("actie", "5b.1"),
        ("kop_en_actie", "6"),
    )
    for vorm, number in told:
        values = {"vorm": vorm, "paragraaf": number, "omschrijving": f"Regel {number}"}
        rows.add_row(plan, Kind.ACTIES, values, actor=contact.actor)
    return plan


def order(model: type[Actie] | type[Partij] | type[Doelstelling] = Actie) -> list[str]:
    name = "paragraaf" if model is Actie else "naam"
    return [getattr(row, name) for row in sorted(all_rows(model), key=lambda row: row.positie)]


def row_id(number: str) -> int:
    return next(row.id for row in all_rows(Actie) if row.paragraaf == number)


def typed_number(page: Page) -> str | None:
    return page.one("//form[@id='nieuw']//input[@name='paragraaf']").get("value")


def test_the_next_form_is_open_with_the_next_number(anna: StrictClient, part: str):
    anna.get(f"{part}?lijst=acties&nieuw=0")
    page = anna.submit("Toevoegen en nog een", paragraaf="5a.1", omschrijving="Een")
    for number, omschrijving in (("5a.2", "Twee"), ("5a.3", "Drie")):
        assert typed_number(page) == number
        assert page.url.endswith("#nieuw")
        page = anna.submit("Toevoegen en nog een", omschrijving=omschrijving)
    assert "Komt na: 5a.3 Drie" in page.text
    assert order() == ["5a.1", "5a.2", "5a.3"]


def test_several_parties_and_one_more(anna: StrictClient, plan: Plan):
    anna.get(f"/plannen/{plan.id}/onderdeel/algemeen?lijst=partijen&nieuw=0")
    anna.submit("Toevoegen en nog een", naam="Een\nTwee")
    anna.submit("Toevoegen", naam="Drie")
    assert order(Partij) == ["Een", "Twee", "Drie"]


def test_what_is_asked_about_lines_goes_on_with_the_next(anna: StrictClient, part: str):
    anna.get(f"{part}?lijst=acties&nieuw=0")
    anna.submit("Toevoegen en nog een", status=422, omschrijving="Een", verantwoordelijke="Gemeenten\nGGZ")
    page = anna.submit("2 partijen opslaan bij deze actie")
    assert page.find("//form[@id='nieuw']")


def test_a_row_is_put_in_between(anna: StrictClient, numbered: Plan, part: str):
    page = anna.get(part)
    anna.get(page.links["Hieronder invoegen: na 5a.1 Regel 5a.1"])
    page = anna.submit("Toevoegen", paragraaf="5a.1a", omschrijving="Ertussen")
    assert order() == ["5a", "5a.1", "5a.1a", "5a.2", "5b", "5b.1", "6"]
    page = anna.get(page.links["Hieronder invoegen: na 5b Regel 5b"])
    assert typed_number(page) == ""


def test_a_row_goes_several_places_at_once(anna: StrictClient, numbered: Plan, part: str):
    page = anna.get(anna.get(part).links["Verplaatsen: 5b.1 Regel 5b.1"])
    shown = [words(one) for one in page.find("//form[contains(@class, 'moveform')]//option")]
    assert shown[:3] == ["bovenaan", "na 5a Regel 5a", "na 5a.1 Regel 5a.1"]
    page = anna.submit("Verplaatsen", na=str(row_id("5a.1")))
    assert order() == ["5a", "5a.1", "5b.1", "5a.2", "5b", "6"]
    anna.get(page.links["Verplaatsen: 5a.2 Regel 5a.2"])
    anna.submit("Verplaatsen", na="0")
    assert order()[0] == "5a.2"


def test_a_heading_takes_its_actions_along_and_says_so(anna: StrictClient, numbered: Plan, part: str):
    page = anna.get(anna.get(part).links["Verplaatsen: 5a Regel 5a"])
    assert "Zet deze kop, met de acties eronder," in page.text
    shown = [words(one) for one in page.find("//form[contains(@class, 'moveform')]//option")]
    assert shown == ["bovenaan", "na 5b Regel 5b en wat daaronder staat", "na 6 Regel 6"]
    page = anna.submit("Verplaatsen", na=str(row_id("5b.1")))
    assert "Verplaatst, met 2 acties eronder." in page.html
    assert order() == ["5b", "5b.1", "5a", "5a.1", "5a.2", "6"]
    anna.submit("Omlaag: 5b Regel 5b")
    assert order() == ["5a", "5a.1", "5a.2", "5b", "5b.1", "6"]


def test_behind_a_row_that_is_gone_nothing_moves(anna: StrictClient, numbered: Plan, part: str, contact: User):
    anna.get(anna.get(part).links["Verplaatsen: 5b.1 Regel 5b.1"])
    gone = row_id("5a.1")
    rows.remove_row(numbered, Kind.ACTIES, gone, base_revision=1, actor=contact.actor)
    page = anna.submit("Verplaatsen", na=str(gone))
    assert "staat er niet meer. Kies een andere plaats." in page.html
    assert [number for number in order() if number != "5a.1"] == ["5a", "5a.2", "5b", "5b.1", "6"]


@pytest.mark.parametrize("na", ["", "-1", "x", "99999999999"])
def test_a_place_that_no_page_of_ours_sends_is_refused(anna: StrictClient, numbered: Plan, na: str):
    data = {"revisie": "1", "positie": "5", "na": na}
    anna.post(f"/plannen/{numbered.id}/lijst/acties/{row_id('5b.1')}/verplaatsen", data, 400)


def test_the_national_goal_stays_on_top(anna: StrictClient, plan: Plan, contact: User):
    for tekst in ("Een", "Twee"):
        rows.add_row(plan, Kind.DOELSTELLINGEN, {"tekst": tekst}, actor=contact.actor)
    page = anna.get(f"/plannen/{plan.id}/onderdeel/doelstellingen")
    page = anna.get(page.links["Verplaatsen: Twee"])
    shown = [words(one) for one in page.find("//form[contains(@class, 'moveform')]//option")]
    assert len(shown) == 2
    assert "bovenaan" not in shown
    national, _, second = sorted(all_rows(Doelstelling), key=lambda row: row.positie)
    data = {"revisie": "1", "positie": "3", "na": "0"}
    anna.post(f"/plannen/{plan.id}/lijst/doelstellingen/{second.id}/verplaatsen", data)
    assert [row.id for row in sorted(all_rows(Doelstelling), key=lambda row: row.positie)][:2] == [
        national.id,
        second.id,
    ]
