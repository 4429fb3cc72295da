"""Trying out a round as a region will see it: the page tells what is missing, and nothing is stored."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import func, select

from portal.domain.roles import Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, BladAntwoord, BladRegel, UitvraagEvent, Voortgang
from tests.client import StrictClient
from tests.worlds.people import make_user
from tests.worlds.round import make_uitvraag

OWN = {"key": "eigen_1", "label": "Lukt het?", "kind": "choices", "required": True, "guidance": "", "choices": [
    {"key": "keuze_1", "label": "Ja"}, {"key": "keuze_2", "label": "Nee"}]}  # fmt: skip
CHECK = "Kijk of dit zo kan worden ingediend"


def stored() -> list[int]:
    tables = (Antwoordblad, BladAntwoord, BladRegel, Voortgang, UitvraagEvent)
    return [db.session.scalar(select(func.count()).select_from(one)) or 0 for one in tables]


def test_it_says_what_a_region_would_miss_and_stores_nothing(app: Flask, client: StrictClient) -> None:
    uitvraag = make_uitvraag(status=UitvraagStatus.GEPLAND, extra_vragen=[OWN])
    uitvraag.niet_gesteld = "doelstelling"
    db.session.commit()
    client.sign_in(make_user(Rol.COORDINATOR)).get(f"/landelijk/uitvragen/{uitvraag.id}")
    before = stored()
    page = client.get(f"/landelijk/uitvragen/{uitvraag.id}/proef")
    assert "Vraag 5 van 5 Lukt het?" in page.text
    assert "beoogde doelstelling" not in page.text
    page = client.submit(CHECK, status_1="aandacht", verwachtingen_tekst="Geld.", successen_tekst="Het <b>lukt</b>.")
    assert "Zo kan een regio nog niet indienen: nog 3 vragen zijn niet klaar" in page.text
    assert "Schrijf bij “Vraagt aandacht” in een zin waarom." in page.text
    assert "Kies van wie u dit verwacht." in page.text
    # What was typed stays on the page.
    page = client.submit(
        CHECK,
        afstemming_vorm="nee",
        status_2="op_schema",
        toelichting_1="Te druk.",
        verwachtingen_aan="vng",
        eigen_1=["keuze_2"],
    )
    assert "Zo kan een regio haar antwoorden indienen." in page.text
    assert "Het &lt;b&gt;lukt&lt;/b&gt;." in page.html
    db.session.expire_all()
    assert stored() == before


def test_once_open_the_sheets_are_there(app: Flask, client: StrictClient) -> None:
    uitvraag = make_uitvraag(status=UitvraagStatus.OPEN)
    db.session.commit()
    client.sign_in(make_user(Rol.COORDINATOR)).get(f"/landelijk/uitvragen/{uitvraag.id}/proef", status=302)
