"""Two people with the same part open know of each other, and hear of it when the other one saves."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.server import Server
from tests.browser.writing import long_text, part_url, save_state, state_of

ASKED = re.compile("/hier$")


def test_who_has_the_part_open_is_told_and_what_he_saves_too(
    browser: Browser, server: Server, open_page: Callable[..., Page]
) -> None:
    first, second = (
        open_page(storage_state=state_of(browser, server, adres), viewport=size)
        for adres, size in (
            ("contact-am", {"width": 1280, "height": 720}),
            ("contact-zhn", {"width": 360, "height": 740}),
        )
    )
    first.clock.install()
    # Who asks first hears of nobody, and asks again after half a minute.
    with first.expect_response(ASKED):
        first.goto(part_url(server, "ZK01", "ervaringen"))
    others, news = first.locator("[data-wie]"), first.locator("[data-nieuws]")
    refresh = first.get_by_role("link", name="Vernieuw de pagina")
    expect(others).to_be_empty()
    with second.expect_response(ASKED):
        second.goto(part_url(server, "ZK01", "ervaringen"))
    expect(second.locator("[data-wie]")).to_have_text(re.compile("heeft dit onderdeel nu ook open"))
    first.clock.run_for(31_000)
    expect(others).to_have_text(re.compile(r"^\S.* heeft dit onderdeel nu ook open\.$"))
    expect(refresh).to_be_hidden()
    long_text(second).focus()
    second.keyboard.press("Control+End")
    second.keyboard.insert_text("\n\nVan de ander.")
    expect(save_state(second)).to_have_text(re.compile("Opgeslagen om"))
    first.clock.run_for(7_000)
    expect(news).to_have_text(re.compile(r"heeft dit onderdeel om \d\d:\d\d gewijzigd\.$"))
    assert_accessible(first)
    refresh.click()
    expect(long_text(first)).to_have_value(re.compile("Van de ander\\.$"))
    expect(news).to_be_empty()
