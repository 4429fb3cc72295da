"""`make matrix`: every form of the portal, left in every way there is, in a real browser. Prints what was lost.

Not part of `make test`: it takes half an hour. `FORMS=regio` does the forms of views whose name holds that word.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page
from sqlalchemy import select

from portal.extensions import db
from portal.models import Verzending
from tests.browser.every_form import PEOPLE, Country, Filled, country, enter
from tests.browser.server import Server, free_port, serve
from tests.reading.crawl import FoundForm
from tests.running import snapshot
from tests.running.walk import Walk

ONLY = os.environ.get("FORMS", "")
WORDS = "Dit typte iemand, en het blijft."


@dataclass
class Portal:
    """A portal that can be taken away and put back on the same address."""

    land: Country
    port: int = field(default_factory=free_port)
    running: ExitStack = field(default_factory=ExitStack)

    def start(self) -> Server:
        """Serve it."""
        return self.running.enter_context(serve(self.land.database, PORT=str(self.port), **self.land.settings))

    def stop(self) -> None:
        """Take it away."""
        self.running.close()


@dataclass
class Visit:
    """Somebody at a form, in a browser of their own."""

    portal: Portal
    context: BrowserContext
    filled: Filled

    @property
    def page(self) -> Page:
        return self.filled.page

    def come_back(self) -> bool:
        """Open the page of the form again: is what was typed there?"""
        self.filled.open(self.context.new_page())
        return self.filled.is_there()

    def send(self) -> None:
        """Press the button of the form; what the browser shows then does not matter."""
        try:
            self.filled.press()
        except Error:
            return

    def was_taken(self) -> bool:
        """True when the server noted that it took this form, by its mark."""
        with self.portal.land.app.app_context():
            noted = select(Verzending.id).where(Verzending.merk == self.filled.mark, Verzending.naar != "")
            number = len(db.session.scalars(noted).all())
            db.session.remove()
        assert number < 2
        return number == 1


def follow_a_link(visit: Visit) -> bool:
    """To Start, and back to the form."""
    visit.page.locator("header a[href='/']").first.click()
    visit.page.wait_for_url("**/")
    return visit.come_back()


def close_and_reopen(visit: Visit) -> bool:
    """The tab."""
    visit.page.close()
    return visit.come_back()


def reload(visit: Visit) -> bool:
    """The page."""
    visit.page.reload()
    return visit.come_back()


def back_button(visit: Visit) -> bool:
    """The button of the browser."""
    visit.page.go_back()
    return visit.come_back()


def server_killed_and_back(visit: Visit) -> bool:
    """Sent while the server is away; then Start, and the form."""
    visit.portal.stop()
    visit.send()
    visit.portal.start()
    visit.page.goto("/")
    return visit.come_back()


def offline_and_back(visit: Visit) -> bool:
    """Sent without a connection; then Start, and the form."""
    visit.context.set_offline(True)
    visit.send()
    visit.context.set_offline(False)
    visit.page.goto("/")
    return visit.come_back()


def session_over(visit: Visit) -> bool:
    """Sent when the sign-in ended; then signed in again in another tab, and the form."""
    cookies = visit.context.cookies()
    visit.context.clear_cookies()
    visit.send()
    # An answer that is still on its way may not bring the cookie of nobody.
    visit.page.close()
    visit.context.clear_cookies()
    visit.context.add_cookies(cookies)  # type: ignore[arg-type]
    return visit.come_back()


def second_press(visit: Visit) -> bool:
    """Pressed twice: taken once, or refused with everything in its place."""
    visit.filled.press(times=2)
    if visit.filled.saves_by_script and not visit.filled.is_kept():
        return True
    return visit.was_taken() or WORDS in visit.page.content() or visit.come_back()


WAYS: dict[str, Callable[[Visit], bool]] = {
    "een link": follow_a_link,
    "tabblad dicht": close_and_reopen,
    "vernieuwen": reload,
    "server weg": server_killed_and_back,
    "geen verbinding": offline_and_back,
    "afgemeld": session_over,
    "dubbel gedrukt": second_press,
    "terugknop": back_button,
}


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory, walk: Walk) -> Iterator[Country]:
    """The country with every form."""
    with country(tmp_path_factory.mktemp("land"), walk) as made:
        yield made


@pytest.fixture(scope="module")
def portal(land: Country) -> Iterator[Portal]:
    """The portal on it."""
    portal = Portal(land)
    portal.start()
    yield portal
    portal.stop()


@pytest.fixture(scope="module")
def rows(land: Country) -> Any:
    """The country as it was."""
    with land.app.app_context():
        found = snapshot.remember()
        db.session.remove()
    return found


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("person", PEOPLE)
def test_nothing_is_lost(browser: Browser, portal: Portal, rows: Any, person: str, way: str) -> None:
    land = portal.land
    lost, forms = [], [one for one in land.forms_of(person) if ONLY in one[0]]
    if not forms:
        pytest.skip("geen formulier van deze persoon")
    context = enter(browser, f"http://localhost:{portal.port}", land.emails[person])
    for endpoint, form in forms:
        try:
            if not WAYS[way](visit_to(portal, context, form)):
                lost.append(endpoint)
        except Error as error:
            lost.append(f"{endpoint} ({str(error).splitlines()[0]})")
        put_back(land, rows, context)
    context.close()
    print(f"\n{person}, {way}: {len(forms)} formulieren, {len(lost)} verloren {lost}")  # noqa: T201 - the report
    assert not lost


def visit_to(portal: Portal, context: BrowserContext, form: FoundForm) -> Visit:
    """Start, then the form, and words in it."""
    page = context.new_page()
    page.goto("/")
    return Visit(portal, context, Filled(page, form, WORDS))


def put_back(land: Country, rows: Any, context: BrowserContext) -> None:
    """The country, and a browser that keeps nothing."""
    for page in context.pages:
        page.close()
    page = context.new_page()
    page.goto("/static/img/favicon.svg")
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.close()
    with land.app.app_context():
        snapshot.put_back(rows)
        db.session.remove()
