"""Passkeys in a real browser, with an authenticator that the browser pretends to have."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import CDPSession, Page, expect

from portal.demo.people import WACHTWOORD
from tests.browser.accessibility import assert_accessible
from tests.browser.server import Server, copy_world, serve
from tests.browser.watch import Watch

PHONE = {"width": 360, "height": 740}
CO = "coordinator@demo.example"
START = "Wat wordt er van mij gevraagd?"


@pytest.fixture(scope="module")
def server(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The portal as outside a demo: everybody signs in with two steps."""
    with serve(copy_world(world, tmp_path_factory.mktemp("server") / "portal.sqlite3"), PORTAL_MFA="1") as server:
        yield server


class Device:
    """A telephone that makes passkeys when its owner unlocks it."""

    def __init__(self, page: Page) -> None:
        self.cdp: CDPSession = page.context.new_cdp_session(page)
        self.cdp.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        self.id = self.cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]

    def is_unlocked(self, unlocked: bool) -> None:
        """Its owner unlocks it or does not."""
        self.cdp.send("WebAuthn.setUserVerified", {"authenticatorId": self.id, "isUserVerified": unlocked})


def first_step(page: Page, email: str = CO) -> None:
    """The password."""
    page.goto("/account/aanmelden")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    page.get_by_role("button", name="Aanmelden").click()


def sign_out(page: Page) -> None:
    """Be nobody again."""
    # What the page still asks for would bring its cookie back.
    page.goto("about:blank")
    page.context.clear_cookies()


def title(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_a_passkey_is_set_up_on_a_telephone_and_is_the_second_step_and_the_only_one(
    open_page: Callable[..., Page], watch: Watch
) -> None:
    watch.allow("422")
    page = open_page(viewport=PHONE)
    device = Device(page)
    first_step(page)
    title(page, "Aanmelden in twee stappen")
    page.get_by_label("Met een passkey").check()
    page.get_by_role("button", name="Verder").click()
    page.get_by_label("Naam van dit apparaat").fill("Mijn telefoon")
    device.is_unlocked(False)
    page.get_by_role("button", name="Passkey maken").click()
    expect(page.get_by_text("Uw browser gaf geen passkey door")).to_be_visible()
    device.is_unlocked(True)
    page.get_by_role("button", name="Passkey maken").click()
    title(page, "Herstelcodes")
    page.get_by_role("button", name="Toon mijn herstelcodes").click()
    expect(page.locator(".rp-codes li")).to_have_count(10)
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    title(page, START)

    sign_out(page)
    first_step(page)
    title(page, "Nog één stap")
    assert_accessible(page)
    page.get_by_role("button", name="Passkey gebruiken").click()
    title(page, START)

    sign_out(page)
    page.goto("/account/gegevens")
    page.get_by_role("link", name="Meld u aan met uw passkey").click()
    page.get_by_role("button", name="Passkey gebruiken").click()
    title(page, "Mijn gegevens wijzigen")


def test_a_passkey_that_is_taken_away_while_somebody_signs_in_is_told_so(
    open_page: Callable[..., Page], server: Server, watch: Watch
) -> None:
    watch.allow("422")
    page = open_page()
    Device(page)
    first_step(page, "beoordelaar@demo.example")
    page.get_by_label("Met een passkey").check()
    page.get_by_role("button", name="Verder").click()
    page.get_by_label("Naam van dit apparaat").fill("Oud")
    page.get_by_role("button", name="Passkey maken").click()
    title(page, "Herstelcodes")
    sign_out(page)
    page.goto("/account/tweede-stap/passkey-aanmelden")
    with closing(sqlite3.connect(server.database)) as database, database:
        database.execute("DELETE FROM passkey WHERE naam = 'Oud'")
    page.get_by_role("button", name="Passkey gebruiken").click()
    expect(page.get_by_text("Deze passkey hoort niet (meer) bij een account")).to_be_visible()
