"""People who sign in with two steps: their apps, their codes, and the way through the pages."""

from __future__ import annotations

import re
import time

from passlib.totp import TOTP

from portal.extensions import db
from portal.models import AppSleutel, User
from portal.services.factors import app_codes
from portal.web.tweede_stap import half
from tests.client import StrictClient
from tests.worlds.rows import added

PASSWORD = "Een zin van een paar woorden"


def first_step(client: StrictClient, account: User) -> None:
    """The password."""
    client.get("/account/aanmelden")
    client.submit("Aanmelden", email=account.email, password=PASSWORD)


def app_of(client: StrictClient) -> TOTP:
    """The app of somebody who types over the key of the page."""
    assert client.page is not None
    found = re.search(r'rp-sleutel">([A-Z0-9 ]+)<', client.page.html)
    assert found
    return TOTP(key=found[1].replace(" ", ""))


def code_at(app: TOTP, seconds_off: float = 0) -> str:
    """What the app of a telephone with such a clock shows now."""
    return str(app.generate(time=time.time() + seconds_off).token)


def set_up(client: StrictClient, account: User) -> TOTP:
    """The first sign-in, up to the page with recovery codes."""
    first_step(client, account)
    client.submit("Verder", manier="app")
    app = app_of(client)
    client.submit("Verder", code=code_at(app))
    # That was long ago: the code of now was not used yet.
    db.session.get_one(AppSleutel, account.id).laatste_teller = 0
    return app


def codes_of(client: StrictClient) -> list[str]:
    """The recovery codes, written down."""
    client.submit("Toon mijn herstelcodes")
    assert client.page is not None
    return re.findall(r"<code>([0-9a-f-]{14})</code>", client.page.html)


def is_in(client: StrictClient) -> bool:
    """Does the account page open?"""
    client.get("/account", None)
    assert client.response is not None
    return client.response.status_code == 200


def again(client: StrictClient, account: User) -> None:
    """Signed out, and the password once more."""
    client.sign_out()
    first_step(client, account)


def give_app(account: User) -> TOTP:
    """Somebody who set up an app long ago."""
    secret = app_codes.new_secret()
    shown = app_codes.shown(secret, account)
    assert shown
    added(AppSleutel(account_id=account.id, geheim=secret))
    return TOTP(key=shown.key.replace(" ", ""))


def sit_down(client: StrictClient, account: User, *, minutes_ago: float = 0) -> None:
    """Be somebody who took both steps, so long ago."""
    client.sign_in(account)
    with client.browser.session_transaction() as session:
        session[half.DONE] = account.id
        session[half.PROVEN_AT] = time.time() - 60 * minutes_ago
