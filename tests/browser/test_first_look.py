"""What somebody sees who has not signed in: every public page works, with and without JavaScript, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.watch import Watch

PUBLIC = ["/account/aanmelden", "/account/wachtwoord-vergeten", "/hulp", "/toegankelijkheid", "/privacy"]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_pages_are_accessible(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("h1")).to_have_count(1)
    assert_accessible(page)


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("width", [320, 1920])
def test_public_pages_fit_every_width(open_page: Callable[..., Page], address: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_skip_link_is_the_first_stop_of_the_keyboard(page: Page) -> None:
    page.goto("/hulp")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_page_that_does_not_exist_says_so_and_leads_back(page: Page, watch: Watch) -> None:
    watch.allow("status of 404")
    page.goto("/bestaat-niet")
    assert_accessible(page)
    page.get_by_role("link", name="Naar Start").click()
    expect(page).to_have_title("Aanmelden – Regioportaal")


def test_a_wrong_password_is_told_above_the_form_with_focus(page: Page) -> None:
    page.goto("/account/aanmelden")
    page.locator("main input[name=email]").fill("niemand@voorbeeld.example")
    page.locator("main input[name=password]").fill("dit is het niet")
    page.locator("main form button[type=submit]").first.click()
    heading = page.locator("[data-error-summary] h2")
    expect(heading).to_be_focused()
    expect(page.locator("main input[name=email]")).to_have_value("niemand@voorbeeld.example")
    assert_accessible(page)


def test_without_javascript_the_page_is_whole(open_page: Callable[..., Page]) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/account/aanmelden")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main input[name=email]")).to_be_visible()


def test_the_watch_sees_what_the_browser_complains_about(page: Page, watch: Watch) -> None:
    page.goto("/hulp")
    page.evaluate("() => { const s = document.createElement('script'); s.text = '1'; document.head.append(s); }")
    page.evaluate("() => console.error('verkeerd')")
    page.evaluate("() => fetch('/bestaat-niet')")
    found = " ".join(watch.complaints)
    assert "Content Security Policy" in found
    assert "verkeerd" in found
    assert "404" in found
    watch.allow(".*")
