"""Every page of the filled demo world, as every role: axe finds nothing, and it fits a phone of 320 pixels."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_accessible, assert_sound
from tests.browser.writing import sign_in_as
from tests.editions import PLAN

# The demo world numbers its plans from one: 1 is the joint plan, 20 is ready to be handed in.
MINE = "/plannen/1"
PARTS = [f"{MINE}/onderdeel/{step.key}" for step in PLAN.steps]
NEW_ROWS = [
    f"{MINE}/onderdeel/{step}?lijst={question}&nieuw=0"
    for step, question in (
        ("algemeen", "partijen"),
        ("doelstellingen", "doelstellingen"),
        ("acties", "acties"),
        ("planning", "mijlpalen"),
    )
]
OWN = ["/", "/account", "/account/gegevens", "/account/wachtwoord-wijzigen"]

PAGES = {
    "contact-am": [
        *OWN,
        "/plannen",
        MINE,
        *PARTS,
        *NEW_ROWS,
        f"{MINE}/onderdeel/monitoring?voorbeeld=1",
        f"{MINE}/controleren",
        f"{MINE}/lezen",
        f"{MINE}/bijlagen",
        f"{MINE}/tijdlijn",
        f"{MINE}/word",
        f"{MINE}/eerder/achtergrond",
        f"{MINE}/lijst/acties/1/eerder",
        f"{MINE}/lijst/acties/tabel",
        "/landelijk/contacten",
        "/account/opvolger",
        "/account/tweede-stap/overzicht",
        "/account/tweede-stap/kiezen",
        "/account/tweede-stap/app",
        "/account/tweede-stap/passkey",
        "/account/tweede-stap/herstelcodes",
    ],
    "contact-twente": [
        "/",
        "/plannen/20",
        "/plannen/20/controleren",
        "/plannen/20/instemming",
        "/plannen/20/instemming/besluit",
        "/plannen/20/links/nieuw",
    ],
    "contact-zeeland": ["/", "/plannen"],
    "lezer-am": [*OWN, "/plannen", MINE, f"{MINE}/lezen", f"{MINE}/bijlagen"],
    "beoordelaar": ["/", "/landelijk/plannen", "/landelijk/contacten"],
    "lezer": ["/", "/landelijk/plannen"],
    "coordinator": [
        "/",
        "/landelijk/plannen",
        "/landelijk/plannen/starten",
        "/landelijk/plannen/1/beheren",
        "/landelijk/plannen/1/klaarzetten",
        "/landelijk/contacten?zoek=gelderland",
        "/beheer/accounts",
        "/beheer/accounts/1",
        "/beheer/uitnodigen",
        "/beheer/mail",
    ],
    "beheerder": ["/", "/beheer/regios", "/beheer/regios/1", "/beheer/accounts", "/beheer/accounts/1", "/beheer/mail"],
}


@pytest.mark.parametrize("person", PAGES)
def test_every_page_is_accessible_and_fits_a_phone(open_page: Callable[..., Page], person: str) -> None:
    page = sign_in_as(open_page(), person)
    for address in PAGES[person]:
        assert_sound(page, address)


def test_a_plan_that_was_handed_in_reads_well(open_page: Callable[..., Page]) -> None:
    page = sign_in_as(open_page(), "beoordelaar")
    page.goto("/landelijk/plannen")
    page.locator("main tbody th a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Plan van aanpak")
    assert_accessible(page)
