"""A page that closed while somebody was typing on it: the answer says so, and gives the typed words back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import delete

from portal.domain.review.remarks import Zicht
from portal.domain.roles import Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Advies, Lidmaatschap, Opmerking, User, VerwachtingAntwoord
from portal.services.feedback.expectations import answer, find
from portal.services.plan import submit
from portal.services.sheet import decisions
from tests.client import StrictClient, of_people, writes_to
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan
from tests.worlds.remark import make_remark_world, make_thread
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows

TYPED = "Een lange zin <b>die</b> niet weg mag raken."


def take_roles_away(user: User) -> None:
    """What an administrator does while this person has a page open."""
    db.session.execute(delete(Lidmaatschap).where(Lidmaatschap.account_id == user.id))
    db.session.commit()
    db.session.expire_all()


def test_an_answer_to_an_expectation_that_was_taken_back_is_not_lost(client: StrictClient) -> None:
    blad = make_blad(make_uitvraag(), make_regio("Bosstreek"))
    regel = add_regel(blad, "Meer woningen", "vws")
    hand_in(blad, regel)
    client.sign_in(make_user(Rol.COORDINATOR)).get(f"/landelijk/verwachtingen/{regel.id}")
    hand_in(blad)
    page = client.submit("Antwoord opslaan", tekst=TYPED, datum="1-7-2099", status=404)
    assert TYPED in page.text
    assert "Meer woningen" not in page.text
    assert all_rows(VerwachtingAntwoord) == []


@pytest.mark.parametrize("what", ["advice", "a remark", "a reply"])
def test_what_a_reviewer_wrote_on_a_plan_that_was_taken_back_is_not_lost(client: StrictClient, what: str) -> None:
    world = make_remark_world()
    thread = make_thread(world.plan, world.beoordelaar, Zicht.INTERN, "Intern gezegd")
    here = f"/plannen/{world.plan.id}"
    client.sign_in(world.beoordelaar)
    indiening_id = submit.submissions_of(world.plan)[0].id
    submit.withdraw(world.plan, actor=world.contact.actor)
    address, data = {
        "advice": (
            f"{here}/beoordelen/advies",
            {"oordeel": "vaststellen", "toelichting": TYPED, "indiening": indiening_id},
        ),
        "a remark": (f"{here}/opmerkingen", {"over": "achtergrond", "tekst": TYPED, "zicht": "intern"}),
        "a reply": (f"{here}/opmerkingen/{thread.id}/reactie", {"tekst": TYPED, "plek": "lijst"}),
    }[what]
    page = client.post(address, data, status=None)
    assert page.status in (403, 404)
    assert TYPED in page.text
    assert "Intern gezegd" not in page.text
    assert (len(all_rows(Opmerking)), all_rows(Advies)) == (1, [])


@pytest.mark.parametrize("who", ["somebody else", "the same person in another tab"])
@pytest.mark.parametrize(
    ("press", "first", "fields"),
    [
        ("terugsturen", "terugsturen", {"reden_terug": TYPED, "terug_voor": ""}),
        ("niet-gevraagd", "niet-gevraagd", {"reden_niet": TYPED}),
        ("uitstel", "niet-gevraagd", {"tot": "1-7-2099", "reden_uitstel": TYPED}),
    ],
)
def test_a_reason_is_not_lost_when_it_was_decided_meanwhile(
    client: StrictClient, who: str, press: str, first: str, fields: dict[str, str]
) -> None:
    blad = make_blad(make_uitvraag(status=UitvraagStatus.OPEN), make_regio("Bosstreek"))
    if first == "terugsturen":
        hand_in(blad)
    kim = make_user(Rol.COORDINATOR)
    client.sign_in(kim)
    here = f"/landelijk/uitvragen/{blad.uitvraag_id}/bladen/{blad.id}"
    seen = decisions.seen_mark(blad)
    decided_by = kim if who.startswith("the same") else make_user(Rol.COORDINATOR)
    if first == "terugsturen":
        decisions.send_back(blad, None, "Eerste reden.", actor=decided_by.actor)
    else:
        decisions.mark_not_asked(blad, "Eerste reden.", actor=decided_by.actor)
    db.session.commit()
    page = client.post(f"{here}/{press}", {**fields, "gezien": seen}, status=None)
    assert page.status in (409, 422)
    assert TYPED in page.text
    assert "Er is niets gewijzigd, want dit was al gebeurd" in page.html


def test_words_that_stand_in_the_page_again_are_not_said_to_be_lost(client: StrictClient) -> None:
    blad = make_blad(make_uitvraag(), make_regio("Bosstreek"))
    regel = add_regel(blad, "Meer woningen", "vws")
    hand_in(blad, regel)
    client.sign_in(make_user(Rol.COORDINATOR)).get(f"/landelijk/verwachtingen/{regel.id}")
    answer(find(regel.id), tekst="Eerder.", datum=None, actor=make_user(Rol.BEOORDELAAR).actor, seen=0)
    db.session.commit()
    page = client.submit("Antwoord opslaan", tekst=f"Een\r\n{TYPED}", status=409)
    assert TYPED in page.text
    assert "Dit typte u" not in page.text


def on_a_plan(contact: User) -> tuple[str, dict[str, str]]:
    plan = make_plan(contact.lidmaatschappen[0].regio)
    return f"/plannen/{plan.id}/onderdeel/achtergrond", {"achtergrond": TYPED, "revisie_achtergrond": "0"}


def on_a_sheet(contact: User) -> tuple[str, dict[str, str]]:
    blad = make_blad(make_uitvraag(), contact.lidmaatschappen[0].regio)
    return f"/antwoordbladen/{blad.id}/lijst/lessen", {"rij-0-tekst": TYPED}


@pytest.mark.parametrize("make", [on_a_plan, on_a_sheet])
def test_what_somebody_wrote_whose_role_ended_is_not_lost_and_not_saved(
    client: StrictClient, make: Callable[[User], tuple[str, dict[str, str]]]
) -> None:
    contact = make_contact(make_regio("Bosstreek"))
    address, data = make(contact)
    client.sign_in(contact).get("/")
    take_roles_away(contact)
    with writes_to(db.engine) as written:
        page = client.post(address, data, 404)
    assert TYPED in page.text
    assert "Bosstreek" not in page.html
    assert of_people(written) == []


def test_a_page_that_is_not_there_shows_nothing_that_was_only_looked_for(client: StrictClient, app: Flask) -> None:
    client.sign_in(make_user(Rol.LEZER))
    assert "Dit typte u" not in client.get("/bestaat-niet?tekst=Een+lange+zin", 404).text
    assert "Dit typte u" not in client.post("/bestaat-niet", {"tekst": TYPED}, 404).text


def test_who_has_no_role_any_more_reads_that_and_is_not_led_in_a_circle(client: StrictClient) -> None:
    contact = make_contact(make_regio("Bosstreek"))
    client.sign_in(contact).get("/")
    take_roles_away(contact)
    page = client.get("/", 403)
    assert "U heeft nu geen rol in het portaal." in page.text
    assert "Naar Start" not in page.text
