"""Whoever writes sees what he types: nothing lies over the field, and there is room for eight lines at least."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, StorageState

from tests.browser.server import Server
from tests.browser.writing import long_text, part_url, state_of

# An ordinary laptop, a low one, and a phone of which the keyboard takes half.
WINDOWS = {"laptop": (1280, 720), "low": (1366, 650), "phone with its keyboard": (390, 420), "phone": (360, 640)}
LINES = 8
# How high the part of the field is that one can see and press, in lines, around the line that is typed.
ROOM = """(field) => {
    const box = field.getBoundingClientRect(), line = parseFloat(getComputedStyle(field).lineHeight);
    let seen = 0;
    for (let y = Math.max(box.top, 0) + 2; y < Math.min(box.bottom, innerHeight) - 2; y += 4)
        if (document.elementFromPoint(box.left + box.width / 2, y) === field) seen += 4;
    const last = Math.min(box.bottom, innerHeight) - line / 2 - 4;
    return {lines: seen / line, last: document.elementFromPoint(box.left + 20, last) === field};
}"""


# Brings the top of the field to the foot of the window, above the bar; gives a point in what one sees of it.
TO_THE_FOOT = """(field) => {
    const bar = document.querySelector(".rp-partbar");
    const over = getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().height : 0;
    scrollTo(0, scrollY + field.getBoundingClientRect().top - innerHeight + over + 75);
    const box = field.getBoundingClientRect();
    return [box.left + 40, Math.max(box.top, 0) + 20];
}"""


@pytest.fixture(scope="module")
def state(browser: Browser, server: Server) -> StorageState:
    """The cookies of a contact whose plan is almost empty."""
    return state_of(browser, server, "contact-zeeland")


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("part", ["achtergrond", "monitoring"])
def test_nothing_lies_over_the_line_that_is_typed(
    server: Server, open_page: Callable[..., Page], state: StorageState, window: str, part: str
) -> None:
    width, height = WINDOWS[window]
    page = open_page(storage_state=state, viewport={"width": width, "height": height})
    page.goto(part_url(server, "ZK27", part))
    field = long_text(page)

    # As a person does: a press on the piece of the field that one sees, at the foot of the window.
    x, y = field.evaluate(TO_THE_FOOT)
    page.mouse.click(x, y)
    page.keyboard.type("Hier ")
    assert_room(page, field, window)

    page.keyboard.press("Control+End")
    for _ in range(40):
        page.keyboard.press("Enter")
    page.keyboard.type("De laatste regel.")
    assert_room(page, field, window)


def assert_room(page: Page, field: Locator, window: str) -> None:
    """Nothing lies over the last line that one sees of the field, and there are enough of them."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
    room = field.evaluate(ROOM)
    assert room["last"], f"{window}: er ligt iets over de regel die wordt getypt ({room})"
    assert room["lines"] >= LINES, f"{window}: er zijn {room['lines']:.1f} regels om in te schrijven"
