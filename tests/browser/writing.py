"""Where people of the demo world write: their plan, its parts, and the fields on them."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from playwright.sync_api import Browser, Locator, Page, StorageState

from portal.demo.people import WACHTWOORD
from tests.browser.people import sign_in
from tests.browser.server import Server


def sign_in_as(page: Page, adres: str) -> Page:
    """Sign in as one of the main accounts of the demo, such as "contact-am"."""
    return sign_in(page, f"{adres}@demo.example", WACHTWOORD)


def state_of(browser: Browser, server: Server, adres: str) -> StorageState:
    """The cookies of one of the main accounts: who has them is signed in without the sign-in page."""
    context = browser.new_context(base_url=server.url)
    sign_in_as(context.new_page(), adres)
    state = context.storage_state()
    context.close()
    return state


def part_url(server: Server, regio_code: str, part: str) -> str:
    """The address of a part of the plan of this region."""
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as database:
        (plan_id,) = database.execute(
            "SELECT plan_regio.plan_id FROM plan_regio JOIN regio ON regio.id = plan_regio.regio_id"
            " JOIN plan ON plan.id = plan_regio.plan_id WHERE regio.code = ? ORDER BY plan.id DESC",
            (regio_code,),
        ).fetchone()
    return f"/plannen/{plan_id}/onderdeel/{part}"


def long_text(page: Page) -> Locator:
    """The long text of the part on this page."""
    return page.locator("textarea[data-richtext][form=stap]").last


def save_state(page: Page) -> Locator:
    """The line that says whether the text is safe."""
    return page.locator(".rp-savestate")
