"""A table of Word becomes rows of a list in a few presses, also when all actions stand in one cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.keyboard import Keyboard
from tests.browser.server import Server
from tests.browser.writing import part_url, state_of

LINES = (
    ["4. Visie maken", "5a. Samenwerken", "1. Mindset kiezen", "2. Kennis halen", "5b. Verschillen melden"],
    ["Zorgkantoor", "", "", "Alle partners", "Werkgroep", "", "Gemeenten"],
    ["Q1 2026", "", "", "Per 1-1-2026", "In 2026", "", "Continu"],
)
PUT_ON_CLIPBOARD = """(field, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", "x");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def state(browser: Browser, server: Server) -> StorageState:
    """The cookies of a contact whose plan is almost empty."""
    return state_of(browser, server, "contact-zeeland")


@pytest.fixture
def page(server: Server, open_page: Callable[..., Page], state: StorageState) -> Page:
    page = open_page(storage_state=state)
    page.goto(part_url(server, "ZK27", "acties"))
    return page


def word_table() -> str:
    """As Word puts it on the clipboard: a row of heads, and one row with all actions."""
    heads = ("Acties", "Verantwoordelijk", "Tijdslijn")
    rows = ([[one] for one in heads], LINES)
    return f"<table class=MsoTableGrid>{''.join(f'<tr>{_cells(row)}</tr>' for row in rows)}</table>"


def _cells(row: Sequence[Sequence[str]]) -> str:
    paragraphs = ("".join(f"<p class=MsoNormal>{one or '&nbsp;'}</p>" for one in cell) for cell in row)
    return "".join(f"<td>{one}</td>" for one in paragraphs)


def test_actions_in_one_cell_of_word_are_actions_of_the_plan(page: Page) -> None:
    before = page.locator(".rp-rows--acties > .rp-rows__row").count()
    page.get_by_role("link", name="Rijen uit een tabel").click()
    # Before its script runs a page leaves pasting to the browser, which a test can not press.
    page.wait_for_url("**/tabel", wait_until="load")
    field = page.get_by_label("Tabel", exact=False).first
    field.focus()
    field.evaluate(PUT_ON_CLIPBOARD, word_table())
    page.get_by_role("button", name="Bekijken").click()
    expect(page.locator("tbody tr")).to_have_count(5)
    assert_accessible(page)
    assert page.locator("tbody tr").nth(3).locator("td").all_inner_texts() == [
        "5a.2",
        "Kennis halen",
        "Werkgroep",
        "In 2026",
    ]
    page.get_by_role("button", name="Toevoegen: 5 rijen").click()
    expect(page.locator(".rp-rows--acties > .rp-rows__row")).to_have_count(before + 5)
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_text("De rijen uit de tabel zijn weer weg.")).to_be_visible()
    expect(page.locator(".rp-rows--acties > .rp-rows__row")).to_have_count(before)


def test_by_keyboard_all_actions_cost_three_pages_and_leave_no_text_to_take_back(page: Page) -> None:
    keyboard, loads = Keyboard(page), []
    page.on("load", lambda _: loads.append(page.url))
    keyboard.choose(page.get_by_role("link", name="Rijen uit een tabel"))
    page.wait_for_url("**/tabel", wait_until="load")
    field = page.get_by_label("Tabel", exact=False).first
    expect(field).to_be_focused()
    field.evaluate(PUT_ON_CLIPBOARD, word_table())
    keyboard.choose(page.get_by_role("button", name="Bekijken"))
    keyboard.choose(page.get_by_role("button", name="Toevoegen:"))
    expect(page.get_by_text("5 rijen uit de tabel zijn toegevoegd.")).to_be_visible()
    expect(page.locator("[data-doe=terughalen]")).to_have_count(0)
    keyboard.choose(page.get_by_role("link", name="Naar onder de lijst"))
    keyboard.tab_to(page.get_by_role("button", name="Opslaan en verder"))
    assert (len(loads), keyboard.presses <= 55) == (3, True), keyboard.presses


def test_a_preview_that_was_changed_leaves_no_text_to_take_back_either(page: Page) -> None:
    page.get_by_role("link", name="Rijen uit een tabel").click()
    page.wait_for_url("**/tabel", wait_until="load")
    page.get_by_label("Tabel", exact=False).first.evaluate(PUT_ON_CLIPBOARD, word_table())
    page.get_by_role("button", name="Bekijken").click()
    for _ in range(2):
        heads = page.get_by_label("De eerste rij bevat de koppen")
        heads.set_checked(not heads.is_checked())
        page.get_by_role("button", name="Voorbeeld bijwerken").click()
    page.get_by_role("button", name="Toevoegen:").click()
    expect(page.get_by_text("5 rijen uit de tabel zijn toegevoegd.")).to_be_visible()
    expect(page.locator("[data-doe=terughalen]")).to_have_count(0)


def test_a_table_that_was_left_comes_back_where_it_was_pasted(page: Page) -> None:
    page.get_by_role("link", name="Rijen uit een tabel").click()
    page.wait_for_url("**/tabel", wait_until="load")
    field = page.get_by_label("Tabel", exact=False).first
    page.wait_for_load_state()
    field.evaluate(PUT_ON_CLIPBOARD, word_table())
    pasted = field.input_value()
    page.get_by_role("link", name="Annuleren").click()
    page.get_by_role("button", name="Terughalen").click()
    expect(page).to_have_url(re.compile("/tabel$"))
    expect(page.get_by_label("Tabel", exact=False).first).to_have_value(pasted)


def test_back_to_a_preview_is_the_page_of_the_table_with_the_table(page: Page) -> None:
    """The answer to a post has no address of its own: the browser would show a page of its own, or send all again."""
    page.get_by_role("link", name="Rijen uit een tabel").click()
    page.wait_for_url("**/tabel", wait_until="load")
    field = page.get_by_label("Tabel", exact=False).first
    field.evaluate(PUT_ON_CLIPBOARD, word_table())
    pasted = field.input_value()
    page.get_by_role("button", name="Bekijken").click()
    expect(page.get_by_role("button", name="Toevoegen: 5 rijen")).to_be_visible()
    page.goto("/account")
    page.go_back()
    expect(page).to_have_url(re.compile("/tabel$"))
    page.get_by_role("button", name="Terughalen").click()
    expect(page.get_by_label("Tabel", exact=False).first).to_have_value(pasted)
    page.get_by_role("button", name="Bekijken").click()
    expect(page.get_by_role("button", name="Toevoegen: 5 rijen")).to_be_visible()
    page.reload()
    expect(page).to_have_url(re.compile("/tabel$"))
    expect(page.get_by_role("button", name="Terughalen")).to_be_visible()
