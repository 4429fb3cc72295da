"""The mark of a form: what was sent is taken in once; who went back and changed it is asked what is meant."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Flask

from portal.domain import clock
from portal.extensions import db
from portal.models import Actie, Bijlage, Opmerking, Plan, Verzending
from portal.services import sendings
from portal.services.upkeep import do_upkeep
from tests.client import StrictClient
from tests.reading.forms import filled_in, find_form
from tests.worlds.rows import all_rows

ASKED = "Wijzigen of nog een toevoegen?"


class Form:
    """A form that somebody opened once, and sends more than once."""

    def __init__(self, client: StrictClient, address: str, button: str) -> None:
        self.client = client
        self.filled = find_form(client.get(address), button)

    def send(self, status: int = 302, **changes: Any) -> str:
        """Send it with these words; gives where the answer leads to."""
        form, button = self.filled
        target, kind = button.get("formaction") or form.get("action"), form.get("enctype")
        data = filled_in(form, button, changes)
        self.client.request("POST", target, status, data=data, content_type=kind)
        assert self.client.response is not None
        db.session.expire_all()
        return self.client.response.location or ""


def new_action(anna: StrictClient, plan: Plan) -> Form:
    return Form(anna, f"/plannen/{plan.id}/onderdeel/acties?lijst=acties&nieuw=0", "Toevoegen")


def actions() -> list[str]:
    return sorted(row.omschrijving for row in all_rows(Actie))


def test_the_same_sent_again_leads_to_what_the_first_made(anna: StrictClient, plan: Plan) -> None:
    form = new_action(anna, plan)
    first = form.send(omschrijving="Overleggen")
    assert form.send(omschrijving="Overleggen") == first
    assert actions() == ["Overleggen"]
    assert "Dit was al verstuurd. Het is niet nog een keer gedaan." in anna.follow().html


def test_two_forms_with_the_same_words_are_two(anna: StrictClient, plan: Plan) -> None:
    for _ in range(2):
        new_action(anna, plan).send(omschrijving="Overleggen")
    assert actions() == ["Overleggen", "Overleggen"]


def test_who_went_back_and_changed_a_row_can_change_what_was_made(anna: StrictClient, plan: Plan) -> None:
    form = new_action(anna, plan)
    form.send(omschrijving="Overleggen")
    form.send(409, omschrijving="Overleggen met iedereen")
    assert anna.page is not None
    assert anna.page.h1 == ASKED
    assert "Overleggen met iedereen" in anna.page.text
    assert actions() == ["Overleggen"]
    anna.submit("Wijzigen wat u net toevoegde")
    assert actions() == ["Overleggen met iedereen"]


def test_who_went_back_and_changed_a_row_can_add_one_more(anna: StrictClient, plan: Plan) -> None:
    form = new_action(anna, plan)
    form.send(omschrijving="Overleggen")
    form.send(409, omschrijving="Tellen")
    anna.submit("Nog een toevoegen")
    assert actions() == ["Overleggen", "Tellen"]


def test_what_can_not_be_changed_can_be_added_once_more(anna: StrictClient, plan: Plan) -> None:
    form = Form(anna, f"/plannen/{plan.id}/onderdeel/acties?over=onderdeel#opmerking-maken", "Opmerking plaatsen")
    form.send(tekst="Klopt dit?", zicht="eigen")
    form.send(409, tekst="Klopt dit wel?", zicht="eigen")
    assert anna.page is not None
    assert "Wijzigen wat u net toevoegde" not in anna.page.html
    anna.submit("Nog een toevoegen")
    assert sorted(one.tekst for one in all_rows(Opmerking)) == ["Klopt dit wel?", "Klopt dit?"]


def test_a_file_is_another_one_when_its_bytes_are(anna: StrictClient, plan: Plan) -> None:
    form = Form(anna, f"/plannen/{plan.id}/bijlagen", "Toevoegen")
    for content in (b"%PDF-1.4 een", b"%PDF-1.4 een", b"%PDF-1.4 twee"):
        form.send(bestand=("plan.pdf", content))
    assert len(all_rows(Bijlage)) == 2


def test_what_was_refused_may_be_sent_again_from_the_same_page(anna: StrictClient, plan: Plan) -> None:
    form = new_action(anna, plan)
    form.send(422, omschrijving="")
    assert all_rows(Verzending) == []
    form.send(omschrijving="Overleggen")
    assert actions() == ["Overleggen"]


def test_the_mark_of_another_person_says_nothing(anna: StrictClient, plan: Plan, new_client: Any, app: Flask) -> None:
    form = new_action(anna, plan)
    form.send(omschrijving="Overleggen")
    mark = all_rows(Verzending)[0].merk
    assert sendings.received(all_rows(Verzending)[0].account_id + 1, [mark]) == []


def test_old_notes_go_by_themselves(anna: StrictClient, plan: Plan) -> None:
    new_action(anna, plan).send(omschrijving="Overleggen")
    with clock.stopped_at(clock.now() + timedelta(days=sendings.KEPT_DAYS - 1)):
        do_upkeep()
    assert len(all_rows(Verzending)) == 1
    with clock.stopped_at(clock.now() + timedelta(days=sendings.KEPT_DAYS + 1)):
        do_upkeep()
    assert all_rows(Verzending) == []


def test_a_browser_hears_which_of_its_texts_were_taken(anna: StrictClient, plan: Plan) -> None:
    form = new_action(anna, plan)
    form.send(omschrijving="Overleggen")
    (noted,) = all_rows(Verzending)
    anna.get(f"/account/ontvangen?merk={noted.merk}&merk=onbekend")
    assert anna.response is not None
    assert anna.response.get_json() == {"ontvangen": [[noted.merk, noted.poging]]}
