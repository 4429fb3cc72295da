"""Signing in and out, a forgotten password, an invitation, and a session that ended while somebody typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from urllib.parse import urlencode

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.roles import Membership, Namens, Rol
from portal.extensions import db
from portal.models import AccountEvent, Mail, User
from portal.services.people import invitations
from portal.services.people.accounts import Persoon
from portal.web.account.texts import SIGN_IN_FAILED
from tests.client import StrictClient
from tests.worlds.people import make_organisatie, make_regio, make_user
from tests.worlds.rows import all_rows

PASSWORD = "de maan schijnt door"
NEW_PASSWORD = "zeven blauwe fietsen"


def make_kim(**options: object) -> User:
    return make_user(Rol.COORDINATOR, naam="Kim de Boer", email="kim@voorbeeld.example", password=PASSWORD, **options)


def sign_in(
    client: StrictClient, email: str = "kim@voorbeeld.example", password: str = PASSWORD, status: int = 200
) -> None:
    client.get("/account/aanmelden")
    client.submit("Aanmelden", email=email, password=password, status=status)


def link_in(mail: Mail) -> str:
    """The one link of a mail, as an address within the site."""
    links = re.findall(r"http://localhost:8000(\S+)", mail.tekst)
    assert len(links) == 1, mail.tekst
    return str(links[0])


def test_signing_in_leads_to_the_start_and_is_remembered(client: StrictClient) -> None:
    kim = make_kim()
    sign_in(client)
    assert client.page is not None
    assert client.page.url == "/"
    client.get("/account")
    db.session.refresh(kim)
    assert kim.login_count == 1
    assert kim.current_login_at is not None


def test_an_address_works_whatever_its_capitals(client: StrictClient) -> None:
    make_kim()
    sign_in(client, email="KIM@Voorbeeld.Example")
    client.get("/account")


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("kim@voorbeeld.example", "iets anders"),
        ("niemand@voorbeeld.example", PASSWORD),
        ("nieuw@voorbeeld.example", PASSWORD),
    ],
)
def test_a_stranger_learns_nothing_about_who_has_an_account(client: StrictClient, email: str, password: str) -> None:
    make_kim()
    make_user(Rol.LEZER, email="nieuw@voorbeeld.example")
    sign_in(client, email=email, password=password)
    assert client.page is not None
    assert client.page.errors == [SIGN_IN_FAILED]
    client.get("/account", status=302)


def test_an_account_that_is_off_can_not_sign_in(client: StrictClient) -> None:
    make_kim(active=False)
    sign_in(client)
    assert client.page is not None
    assert client.page.errors == [SIGN_IN_FAILED]


def test_empty_fields_are_named(client: StrictClient) -> None:
    sign_in(client, email="", password="")
    assert client.page is not None
    assert client.page.errors == [
        "Vul uw e-mailadres in, bijvoorbeeld naam@gemeente.nl.",
        "Vul uw wachtwoord in.",
    ]


def test_the_page_that_was_asked_for_comes_after_signing_in(client: StrictClient) -> None:
    make_kim()
    client.get("/beheer/mail", status=302)
    client.follow()
    client.submit("Aanmelden", email="kim@voorbeeld.example", password=PASSWORD)
    assert client.page is not None
    assert client.page.h1 == "Mail van het portaal"


@pytest.mark.parametrize(
    "elsewhere", ["https://kwaad.example/", "//kwaad.example", "/\\kwaad.example", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_site(client: StrictClient, elsewhere: str) -> None:
    make_kim()
    address = f"/account/aanmelden?{urlencode({'next': elsewhere})}"
    client.get(address)
    data = {"email": "kim@voorbeeld.example", "password": PASSWORD}
    client.post(address, data | {"next": elsewhere})
    assert client.response is not None
    assert re.match(r"/(?![/\\])", client.response.location or "")


def test_opening_the_address_of_signing_out_does_nothing(client: StrictClient) -> None:
    client.sign_in(make_kim())
    client.get("/account/afmelden", status=405)
    client.get("/account")
    client.submit("Afmelden")
    client.get("/account", status=302)


def test_an_account_switched_off_is_signed_out_at_the_next_request(client: StrictClient) -> None:
    kim = make_kim()
    client.sign_in(kim)
    client.get("/account")
    kim.active = False
    client.get("/account", status=302)


def test_somebody_idle_for_too_long_has_to_sign_in_again(client: StrictClient, app: Flask) -> None:
    make_kim()
    sign_in(client)
    cookie = client.browser.get_cookie("regioportaal")
    assert cookie is not None
    assert cookie.max_age is None or cookie.max_age <= 3600
    assert cookie.expires is not None
    assert app.config["PERMANENT_SESSION_LIFETIME"] == timedelta(minutes=60)


def test_a_forgotten_password(client: StrictClient) -> None:
    kim = make_kim()
    client.get("/account/wachtwoord-vergeten")
    page = client.submit("Link aanvragen", email="kim@voorbeeld.example")
    assert "Als kim@voorbeeld.example bij een account hoort" in page.html
    (mail,) = all_rows(Mail)
    assert (mail.aan, mail.onderwerp) == (kim.email, "Kies een nieuw wachtwoord voor het Regioportaal")
    link = link_in(mail)
    client.get(link)
    client.submit("Wachtwoord opslaan", password=NEW_PASSWORD, password_confirm=NEW_PASSWORD)
    sign_in(client, password=NEW_PASSWORD)
    client.get("/account")
    client.sign_out().get(link, status=302)
    page = client.follow()
    assert "Deze link werkt niet meer" in page.html


def test_the_link_for_a_new_password_expires(client: StrictClient, app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    make_kim()
    client.get("/account/wachtwoord-vergeten")
    client.submit("Link aanvragen", email="kim@voorbeeld.example")
    (mail,) = all_rows(Mail)
    monkeypatch.setitem(app.config, "SECURITY_RESET_PASSWORD_WITHIN", timedelta(seconds=-1))
    client.get(link_in(mail), status=302)
    assert "Deze link werkt niet meer" in client.follow().html


def test_an_unknown_address_gets_the_same_answer_and_no_mail(client: StrictClient) -> None:
    client.get("/account/wachtwoord-vergeten")
    page = client.submit("Link aanvragen", email="niemand@voorbeeld.example")
    assert "Als niemand@voorbeeld.example bij een account hoort" in page.html
    assert all_rows(Mail) == []


def test_the_link_never_follows_the_host_header(client: StrictClient) -> None:
    make_kim()
    elsewhere = {"base_url": "http://kwaad.example"}
    page = client.get("/account/wachtwoord-vergeten", **elsewhere)
    token = page.one("//input[@name='csrf_token']").get("value")
    data = {"email": "kim@voorbeeld.example", "csrf_token": token}
    client.post("/account/wachtwoord-vergeten", data, status=200, csrf=False, **elsewhere)
    (mail,) = all_rows(Mail)
    assert "kwaad.example" not in mail.tekst
    assert link_in(mail).startswith("/account/wachtwoord-vergeten/")


def test_changing_the_password_signs_out_everywhere_else(
    client: StrictClient, new_client: Callable[[], StrictClient]
) -> None:
    kim = make_kim()
    elsewhere = new_client().sign_in(kim)
    client.sign_in(kim)
    client.get("/account/wachtwoord-wijzigen")
    client.submit(
        "Wachtwoord wijzigen", password=PASSWORD, new_password=NEW_PASSWORD, new_password_confirm=NEW_PASSWORD
    )
    assert client.page is not None
    assert client.page.h1 == "Mijn account"
    elsewhere.get("/account", status=302)
    assert [mail.onderwerp for mail in all_rows(Mail)] == ["Uw wachtwoord voor het Regioportaal is gewijzigd"]


def test_a_weak_new_password_hears_what_to_do(client: StrictClient) -> None:
    client.sign_in(make_kim())
    client.get("/account/wachtwoord-wijzigen")
    page = client.submit("Wachtwoord wijzigen", password=PASSWORD, new_password="welkom", new_password_confirm="welkom")
    assert page.errors == ["Kies een wachtwoord van minstens 12 tekens. Dit wachtwoord heeft er 6."]


def invited(**options: object) -> User:
    persoon = Persoon("Jan Smit", "jan@voorbeeld.example", make_organisatie())
    lid = Membership(Rol.REGIOCONTACT, make_regio().id, Namens.GEMEENTE)
    return invitations.invite(persoon, [lid], actor=make_kim().actor).account


def test_an_invited_person_chooses_a_password_and_is_in(client: StrictClient) -> None:
    jan = invited()
    (mail,) = all_rows(Mail)
    link = link_in(mail)
    client.get(link)
    client.submit("Wachtwoord opslaan en aanmelden", password=NEW_PASSWORD, password_confirm=NEW_PASSWORD)
    page = client.get("/account")
    assert "jan@voorbeeld.example" in page.text
    soorten = [event.soort for event in all_rows(AccountEvent) if event.account_id == jan.id]
    assert soorten == ["gemaakt", "rol_gegeven", "uitgenodigd", "uitnodiging_aangenomen"]
    assert client.get(link, status=410).h1 == "Deze uitnodiging werkt niet meer"


def test_an_invitation_expires_after_seven_days(client: StrictClient) -> None:
    jan = invited()
    link = "/account/uitnodiging/" + invitations.token_for(jan)
    with clock.stopped_at(clock.now() + timedelta(days=7, seconds=-10)):
        client.get(link)
    with clock.stopped_at(clock.now() + timedelta(days=7, seconds=10)):
        client.get(link, status=410)


def test_a_new_invitation_ends_the_old_one(client: StrictClient) -> None:
    jan = invited()
    old = invitations.token_for(jan)
    invitations.invite_again(jan, actor=make_user(Rol.COORDINATOR).actor)
    client.get(f"/account/uitnodiging/{old}", status=410)
    client.get(f"/account/uitnodiging/{invitations.token_for(jan)}")


# A NUL stands in no address of ours, whatever the page: no token either.
@pytest.mark.parametrize(("token", "status"), [("onzin", 410), ("WzEsMl0.abc", 410), ("%00", 404), ("é", 410)])
def test_a_token_that_is_not_ours_opens_nothing(client: StrictClient, token: str, status: int) -> None:
    client.get(f"/account/uitnodiging/{token}", status=status)


TYPED = {"tekst": "Wij willen meer\r\npassende zorg <b> & “zo”", "regel": ["een", "twee"], "csrf_token": "verlopen"}


def test_text_typed_in_a_session_that_ended_is_carried_through_signing_in(client: StrictClient) -> None:
    make_kim()
    page = client.post("/beheer/accounts/1?zoek=a", TYPED | {"csrf_token": client.csrf_token()}, status=401, csrf=False)
    assert page.h1 == "U bent afgemeld"
    page = client.submit(
        "Aanmelden en opslaan", status=401, **{"aanmelden-email": "kim@voorbeeld.example", "aanmelden-password": "fout"}
    )
    assert page.errors == [SIGN_IN_FAILED]
    page = client.submit(
        "Aanmelden en opslaan", **{"aanmelden-email": "kim@voorbeeld.example", "aanmelden-password": PASSWORD}
    )
    form = page.one("//form[.//button[normalize-space()='Opnieuw versturen']]")
    assert form.get("action") == "/beheer/accounts/1?zoek=a"
    carried = [(one.get("name"), one.get("value")) for one in form.xpath(".//input") if one.get("name") != "csrf_token"]
    assert [(name, value.replace("\r\n", "\n")) for name, value in carried] == [
        ("tekst", "Wij willen meer\npassende zorg <b> & “zo”"),
        ("regel", "een"),
        ("regel", "twee"),
    ]
    client.get("/account")


def test_a_token_that_ended_with_the_session_asks_to_sign_in(client: StrictClient) -> None:
    page = client.post("/beheer/accounts/1", TYPED, status=401, csrf=False)
    assert page.h1 == "U bent afgemeld"
    assert [one.get("value") for one in page.find("//input[@name='regel']")] == ["een", "twee"]


def test_a_sign_in_page_that_stood_open_too_long_keeps_what_it_carries(client: StrictClient) -> None:
    data = {"tekst": "blijft", "aanmelden-next": "/x", "aanmelden-email": "kim@voorbeeld.example"}
    page = client.post("/account/verder", data, status=401, csrf=False)
    assert page.one("//input[@name='tekst']").get("value") == "blijft"
    assert page.one("//input[@name='aanmelden-next']").get("value") == "/x"


def test_an_old_token_of_somebody_signed_in_asks_to_send_again(client: StrictClient) -> None:
    client.sign_in(make_kim())
    page = client.post("/beheer/mail/1/opnieuw?a=b", TYPED, status=400, csrf=False)
    assert page.h1 == "Uw tekst is nog niet opgeslagen"
    form = page.one("//form[.//button[normalize-space()='Opnieuw versturen']]")
    assert form.get("action") == "/beheer/mail/1/opnieuw?a=b"
    assert form.xpath("string(.//input[@name='tekst']/@value)").startswith("Wij willen meer")


def test_an_old_token_on_the_sign_in_page_starts_it_anew(client: StrictClient) -> None:
    client.post("/account/aanmelden", {"email": "kim@voorbeeld.example", "password": PASSWORD}, csrf=False)
    assert "De pagina stond te lang open. Probeer het opnieuw." in client.follow().html


def test_a_file_can_not_be_carried_and_that_is_said(client: StrictClient) -> None:
    data = {"naam": "Ons plan", "bestand": (BytesIO(b"%PDF-1.7"), "plan.pdf"), "csrf_token": client.csrf_token()}
    page = client.post("/beheer/accounts/1", data, status=401, csrf=False)
    assert "Het bestand dat u koos, kunnen wij niet bewaren." in page.text
    assert page.one("//input[@name='naam']").get("value") == "Ons plan"


def test_a_script_hears_that_the_session_ended(client: StrictClient) -> None:
    token = {"csrf_token": client.csrf_token()}
    client.post("/beheer/accounts/1", token, status=401, csrf=False, headers={"Accept": "application/json"})
    assert client.response is not None
    assert client.response.json == {
        "melding": "U bent afgemeld. Meld u aan. Daarna slaan wij op wat u typte.",
        "aanmelden": "/account/aanmelden",
    }


def test_passwords_are_never_carried_into_a_page(client: StrictClient) -> None:
    data = {"password": "geheim-geheim", "new_password": "nog-geheimer", "csrf_token": client.csrf_token()}
    page = client.post("/account/wachtwoord-wijzigen", data, status=401, csrf=False)
    assert "geheim" not in page.html


@pytest.mark.parametrize("url", ["/account/aanmelden", "/account/wachtwoord-vergeten"])
def test_a_body_that_is_no_form_is_refused(client: StrictClient, url: str) -> None:
    client.post(url, json=["geen", "formulier"], status=415)


@pytest.mark.parametrize("email", ["\x00", "\udcff@x.nl", "a" * 100_000, "=1+1", "<script>@x.nl", "‮kim@x.nl"])
def test_strange_addresses_never_break_the_sign_in_page(client: StrictClient, email: str) -> None:
    data = {"email": email.encode("utf-8", "surrogatepass"), "password": "\x00" * 50}
    page = client.post("/account/aanmelden", data, status=200)
    assert page.errors in ([SIGN_IN_FAILED], ["Vul uw e-mailadres in, bijvoorbeeld naam@gemeente.nl."])


def test_the_first_beheerder_comes_in_by_a_command(app: Flask, client: StrictClient) -> None:
    arguments = ["--naam", "Bea Heer", "--email", "Bea@voorbeeld.example", "--organisatie", "Programmabureau"]
    runner = app.test_cli_runner()
    refused = runner.invoke(args=["account-maken", *arguments, "--wachtwoord", "kort"])
    assert refused.exit_code == 1
    assert "Kies een wachtwoord van minstens 12 tekens." in refused.output
    made = runner.invoke(args=["account-maken", *arguments, "--wachtwoord", PASSWORD])
    assert made.output == "Account gemaakt voor Bea Heer (Beheerder).\n"
    again = runner.invoke(args=["account-maken", *arguments, "--wachtwoord", PASSWORD])
    assert (again.exit_code, "heeft al een account" in again.output) == (1, True)
    assert {event.herkomst for event in all_rows(AccountEvent)} == {"opdracht"}
    sign_in(client, email="bea@voorbeeld.example")
    client.get("/beheer/accounts")
