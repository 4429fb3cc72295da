"""Before what can do much harm somebody proves again who he is, and what he typed is not lost."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask import Flask

from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Lidmaatschap, User
from portal.web.access import Door
from tests.client import StrictClient
from tests.worlds.people import make_user
from tests.worlds.rows import all_rows
from tests.worlds.second_step import code_at, give_app, sit_down

# Typed over by hand: deciding, publishing, changing rights, importing, and downloading what all regions handed in.
MARKED = {
    "beheer.aanzetten",
    "beheer.account_wijzigen",
    "beheer.opnieuw_uitnodigen",
    "beheer.opvolger_uitnodigen",
    "beheer.rol_geven",
    "beheer.rol_weghalen",
    "beheer.tweede_stap_bevestigen",
    "beheer.tweede_stap_wissen",
    "beheer.uitnodigen",
    "beheer.uitzetten",
    "beoordelen.maak_ongedaan",
    "beoordelen.stel_vast",
    "beoordelen.stuur_terug",
    "instemming.vrijgesteld",
    "instroom.aankondigen",
    "instroom.bestand_innemen",
    "instroom.bestand_ongedaan",
    "instroom.inlezen",
    "instroom.inlezen_bekijken",
    "instroom.openbaar_maken",
    "instroom.publicatie_intrekken",
    "landelijk.contacten_excel",
    "landelijk.overzicht_excel",
    "landelijk.overzicht_word",
    "landelijk.samenvatting_excel",
    "landelijk.samenvatting_word",
    "rapporten.data",
    "rapporten.excel",
    "rapporten.geef_akkoord",
    "rapporten.haal_terug",
    "rapporten.leg_voor",
    "rapporten.ods",
    "rapporten.publiceer",
    "rapporten.stel_vast",
    "tweede_stap.app_weghalen",
    "tweede_stap.herstelcodes",
    "tweede_stap.herstelcodes_maken",
    "tweede_stap.passkey_weghalen",
    "uitvragen.blad_terugsturen",
}
# Every view behind these doors that takes a form is marked, also one that somebody adds later.
ALWAYS = {"accounts_beheren", "uitnodigen", "plan_besluiten", "blad_terugsturen", "rapport_akkoord", "rapport_excel"}
# But these: they only show what somebody may read on a page of its own.
ONLY_SHOWN = {"beheer.account", "beheer.accounts"}


# Browsers read a backslash as a slash.
ELSEWHERE = [
    "//elders.example/",
    "https://elders.example/",
    "/\\elders.example/",
    "\\/elders.example/",
]


@pytest.fixture(autouse=True)
def two_steps(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody signs in with two steps, as outside a demo."""
    monkeypatch.setitem(app.config, "MFA", True)


@pytest.fixture
def ben(app: Flask) -> User:
    return make_user(Rol.BEHEERDER, naam="Ben Proef")


@pytest.fixture
def anna(app: Flask) -> User:
    return make_user(naam="Anna Proef")


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_what_asks_a_new_proof_is_marked(app: Flask) -> None:
    assert {name for name, view in app.view_functions.items() if getattr(view, "proves_again", False)} == MARKED
    posted = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    doors = {name: getattr(app.view_functions[name], "door", None) for name in posted}
    guarded = {name for name, door in doors.items() if isinstance(door, Door) and door.action in ALWAYS}
    assert guarded - ONLY_SHOWN <= MARKED


def roles(account: User) -> list[Rol]:
    return [lid.rol for lid in all_rows(Lidmaatschap) if lid.account_id == account.id]


def test_who_proved_it_just_now_goes_on(client: StrictClient, ben: User, anna: User) -> None:
    sit_down(client, ben, minutes_ago=14)
    client.get(f"/beheer/accounts/{anna.id}")
    client.submit("Rol toevoegen", rol="lezer")
    assert roles(anna) == [Rol.LEZER]


def test_who_proved_it_long_ago_is_asked_and_what_was_sent_goes_on(client: StrictClient, ben: User, anna: User) -> None:
    phone = give_app(ben)
    sit_down(client, ben, minutes_ago=16)
    client.get(f"/beheer/accounts/{anna.id}")
    page = client.submit("Gegevens opslaan", naam="Anna de Proef", telefoon="010 123", status=401)
    assert page.h1 == "Bent u het zelf?"
    page = client.submit("Verder", **{"aanmelden-code": "12"}, status=422)
    assert "Anna de Proef" in page.html
    client.submit("Verder", **{"aanmelden-code": code_at(phone)})
    client.submit("Opnieuw versturen")
    db.session.expire_all()
    assert anna.naam == "Anna de Proef"
    # And not once more, for a while.
    client.get(f"/beheer/accounts/{anna.id}")
    client.submit("Rol toevoegen", rol="lezer")
    assert roles(anna) == [Rol.LEZER]


def test_who_asks_for_a_page_gets_it_after_the_question(client: StrictClient, ben: User) -> None:
    phone = give_app(ben)
    sit_down(client, ben, minutes_ago=16)
    client.get("/beheer/uitnodigen", 302)
    client.follow()
    assert client.submit("Verder", **{"aanmelden-code": code_at(phone)}).url == "/beheer/uitnodigen"


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_it_never_leads_to_another_site(client: StrictClient, ben: User, elsewhere: str) -> None:
    phone = give_app(ben)
    sit_down(client, ben)
    client.get("/account/tweede-stap/bevestigen", query_string={"next": elsewhere})
    assert client.page is not None
    assert not client.page.one("//input[@name='aanmelden-naar']").get("value")
    data = {"aanmelden-met": "app", "aanmelden-antwoord": "", "aanmelden-naar": elsewhere, "tekst": "Wat ik typte"}
    page = client.post("/account/tweede-stap/bevestigen", {**data, "aanmelden-code": code_at(phone)}, 200)
    assert page.one("//form[.//input[@name='tekst']]").get("action") == "/"


def test_a_script_is_told_in_words(client: StrictClient, ben: User, anna: User) -> None:
    give_app(ben)
    sit_down(client, ben, minutes_ago=16)
    client.post(f"/beheer/accounts/{anna.id}/uitzetten", {}, 401, headers={"Accept": "application/json"})
    assert client.response is not None
    assert "Laat nog een keer zien" in client.response.json["melding"]
    assert anna.active


def test_a_file_that_nobody_asked_for_buys_no_time(client: StrictClient, ben: User, anna: User) -> None:
    give_app(ben)
    sit_down(client, ben, minutes_ago=16)
    data = {"rol": "beheerder", "bestand": (BytesIO(b"x"), "x.txt")}
    client.post(f"/beheer/accounts/{anna.id}/rollen", data, 401, content_type="multipart/form-data")
    assert roles(anna) == []


def test_where_one_step_is_enough_nothing_is_asked(
    client: StrictClient, ben: User, anna: User, monkeypatch: pytest.MonkeyPatch, app: Flask
) -> None:
    monkeypatch.setitem(app.config, "MFA", False)
    sit_down(client, ben, minutes_ago=600)
    client.get(f"/beheer/accounts/{anna.id}")
    client.submit("Rol toevoegen", rol="lezer")
    assert roles(anna) == [Rol.LEZER]
