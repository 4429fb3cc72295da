"""What is typed in any form is there again after following a link and after closing the tab, at one press."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.every_form import PEOPLE, Country, Filled, country, enter
from tests.browser.server import Server, serve
from tests.running.walk import Walk

numbers = count(1)


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory, walk: Walk) -> Iterator[Country]:
    """The country with every form."""
    with country(tmp_path_factory.mktemp("land"), walk) as made:
        yield made


@pytest.fixture(scope="module")
def server(land: Country) -> Iterator[Server]:
    """The portal on it."""
    with serve(land.database, **land.settings) as server:
        yield server


@pytest.mark.parametrize("person", PEOPLE)
def test_nothing_typed_is_lost_by_a_link_or_a_closed_tab(
    browser: Browser, server: Server, land: Country, person: str
) -> None:
    context = enter(browser, server.url, land.emails[person])
    lost = []
    for endpoint, form in land.forms_of(person):
        page = context.new_page()
        filled = Filled(page, form, "Dit typte iemand, en het blijft.")
        # To a page that is drawn quickly: a hundred forms are left.
        page.locator("footer a[href='/privacy']").first.click()
        page.wait_for_url(f"{server.url}/privacy")
        filled.open(page)
        if not filled.is_there():
            lost.append(f"{endpoint} na een link: {filled.typed} werd {filled.read()}")
        page.close()
        filled.open(context.new_page())
        if not filled.is_there():
            lost.append(f"{endpoint} na het sluiten: {filled.typed} werd {filled.read()}")
        filled.page.evaluate("localStorage.clear()")
        filled.page.close(run_before_unload=False)
    context.close()
    assert not lost, "\n".join(lost)


@pytest.fixture
def new_action(browser: Browser, server: Server, land: Country) -> Iterator[Filled]:
    """An action that somebody typed and did not send yet."""
    context = enter(browser, server.url, land.emails["contact"])
    _, form = land.forms["regio.rij_toevoegen"]
    yield Filled(context.new_page(), form, f"Overleggen {next(numbers)}.")
    context.close()


def test_what_never_arrived_is_there_after_other_pages(new_action: Filled) -> None:
    context = new_action.page.context
    context.set_offline(True)
    new_action.press()
    context.set_offline(False)
    for address in ("/", "/account"):
        new_action.page.goto(address)
    new_action.open(new_action.page)
    assert new_action.is_there()


def test_what_arrived_is_not_offered_and_not_kept(new_action: Filled) -> None:
    new_action.press()
    expect(new_action.page.locator("[data-doe=terughalen]")).to_have_count(0)
    assert not new_action.is_kept()
    new_action.open(new_action.page)
    expect(new_action.page.locator("[data-doe=terughalen]")).to_have_count(0)


def test_a_double_click_and_the_button_again_after_going_back_add_one_row(new_action: Filled) -> None:
    page = new_action.page
    new_action.press(times=2)
    page.go_back()
    page.wait_for_load_state("networkidle")
    if new_action.read() == new_action.typed:
        new_action.press()
    page.goto(new_action.form.page.partition("?")[0])
    expect(page.locator(".rp-rows__row").filter(has_text=new_action.words)).to_have_count(1)


def test_only_what_can_not_be_kept_is_warned_of(browser: Browser, server: Server, land: Country) -> None:
    context = enter(browser, server.url, land.emails["contact"])
    _, form = land.forms["regio.rij_toevoegen"]
    warned = []
    for script in ("", "Storage.prototype.setItem = () => { throw new Error('vol'); };"):
        page = context.new_page()
        page.add_init_script(script)
        page.on("dialog", lambda dialog: (warned.append(dialog.type), dialog.accept()))
        Filled(page, form, "Overleggen.")
        # A browser warns only whom it saw doing something.
        page.locator("h1").click()
        page.goto("/")
        warned.append("klaar")
    context.close()
    assert warned == ["klaar", "beforeunload", "klaar"]
