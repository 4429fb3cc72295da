"""What is typed in any form is there again after following a link and after closing the tab, at one press."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.every_form import PEOPLE, Country, Filled, country, enter
from tests.browser.server import Server, serve


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    """The country with every form."""
    with country(tmp_path_factory.mktemp("land")) as made:
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
        page.locator("header a[href='/']").first.click()
        page.wait_for_url(f"{server.url}/")
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
