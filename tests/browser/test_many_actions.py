"""Eleven actions typed by keyboard alone: what it costs in page loads and keys. And a row that is dragged."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, StorageState, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.keyboard import Keyboard
from tests.browser.server import Server
from tests.browser.writing import part_url, state_of

PARTIES = ("Stichting Oever", "GGZ De Kreek", "Zorgkantoor Delta")
# What is done, who does it (as typed, and by how many letters the list finds a party of the plan) and when.
ACTIONS = (
    ("Elke maand met alle partijen overleggen", "gemeenten", "", "continu"),
    ("Een vast aanspreekpunt per gemeente", "gemeenten", "", "Q1 2024"),
    ("De indicatie eerst samen bespreken", "gemeenten, ", "oev", "begin 2024"),
    ("Een werkinstructie voor wijkteams schrijven", "", "kre", "Q2 2024"),
    ("De werkinstructie in elk team doornemen", "", "kre", "eind Q2 2024"),
    ("Langer beschikken waar dat kan", "gemeenten", "", "in de loop van 2024"),
    ("De verordening daarop aanpassen", "gemeenten", "", "eind 2024"),
    ("Cijfers over de instroom delen", "", "del", "elk kwartaal"),
    ("Een proef met ambulante begeleiding", "gemeenten, ", "kre", "Q3 2024"),
    ("De proef met cliënten nabespreken", "", "oev", "Q4 2024"),
    ("Opschrijven wat wij leerden", "projectleider", "", "december 2024"),
)
# Of Word's table: every letter, the number with a space behind it, and Tab after each of three cells.
TABS_IN_WORD = 3


@pytest.fixture(scope="module")
def state(browser: Browser, server: Server) -> StorageState:
    """The cookies of a contact whose plan is almost empty."""
    return state_of(browser, server, "contact-zeeland")


@pytest.fixture
def at(server: Server, open_page: Callable[..., Page], state: StorageState) -> Callable[[str], Page]:
    """A part of that plan: `at("acties")`."""

    def open_part(part: str) -> Page:
        page = open_page(storage_state=state)
        page.goto(part_url(server, "ZK27", part))
        return page

    return open_part


class Typist(Keyboard):
    """Somebody who types, and of whom every key counts; one that is held down counts too."""

    def type(self, text: str) -> None:
        self.presses += len(text)
        self.page.keyboard.type(text)

    def send_and_go_on(self) -> None:
        self.presses += 1
        self.press("ControlOrMeta+Enter")


def numbers(page: Page) -> Locator:
    return page.locator(".rp-rows--acties > .rp-rows__row .rp-action__number")


def who_of(row: Locator) -> Locator:
    return row.locator(".rp-action__who")


def type_action(page: Page, typist: Typist, what: str, who: str, letters: str, when: str) -> None:
    """One action, from its description; its number stands there already."""
    expect(page.get_by_label("Omschrijving")).to_be_focused()
    typist.type(what)
    typist.tab_to(page.get_by_role("combobox", name="Verantwoordelijk"))
    typist.type(who + letters)
    if letters:
        typist.press("ArrowDown", "Enter")
    typist.tab_to(page.get_by_label("Tijdslijn"))
    typist.type(when)


def test_eleven_actions_by_keyboard(at: Callable[[str], Page]) -> None:
    page = at("algemeen")
    page.get_by_role("link", name="Partij toevoegen").click()
    page.get_by_label("Naam van de partij").fill("\n".join(PARTIES))
    page.get_by_role("button", name="Toevoegen", exact=True).click()
    expect(page.get_by_text(PARTIES[-1]).first).to_be_visible()
    page = at("acties")
    numbers_before, typist = numbers(page).all_inner_texts(), Typist(page)
    loads: list[str] = []
    page.on("load", lambda _: loads.append(page.url))
    typist.choose(page.get_by_role("link", name="Actie of kop toevoegen"))
    for place, action in enumerate(ACTIONS, start=1):
        if place == 1:
            expect(page.get_by_label("Paragraaf")).to_be_focused()
            typist.type("5a.1")
            typist.tab_to(page.get_by_label("Omschrijving"))
        expect(page.get_by_label("Paragraaf")).to_have_value(f"5a.{place}")
        type_action(page, typist, *action)
        if place < len(ACTIONS):
            typist.send_and_go_on()
    assert_accessible(page)
    typist.press("Enter")
    # Asked of the page until it is there: a page that is half loaded has no form any more and no rows yet.
    expect(numbers(page)).to_have_text([*numbers_before, *(f"5a.{place}" for place in range(1, len(ACTIONS) + 1))])
    expect(page.locator("#nieuw")).to_have_count(0)
    third = page.locator(".rp-rows--acties > .rp-rows__row").filter(has_text="De indicatie eerst samen bespreken")
    expect(who_of(third)).to_contain_text("gemeenten, Stichting Oever")
    told = (
        f"{len(ACTIONS)} acties kostten {len(loads)} pagina’s en {typist.presses} toetsen; in Word {in_word()} toetsen"
    )
    assert len(loads) <= 12, told
    assert typist.presses <= 1.2 * in_word(), told


def in_word() -> int:
    """How many keys the table of the format takes for the same words."""
    names = {"": "", "oev": PARTIES[0], "kre": PARTIES[1], "del": PARTIES[2]}
    rows = (
        len(f"5a.{place} {what}{who}{names[letters]}{when}") + TABS_IN_WORD
        for place, (what, who, letters, when) in enumerate(ACTIONS, start=1)
    )
    return sum(rows)


def test_a_row_is_dragged_to_another_place(at: Callable[[str], Page]) -> None:
    page = at("algemeen")
    rows = page.locator(".rp-rows--partijen > .rp-rows__row")
    before = rows.locator(".rp-rows__main").all_inner_texts()
    rows.last.hover()
    rows.last.locator(".rp-drag").hover()
    page.mouse.down()
    box = rows.first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 50, box["y"] + 2, steps=5)
    expect(page.locator(".rp-drag__line")).to_be_visible()
    page.mouse.up()
    expect(rows.locator(".rp-rows__main")).to_have_text([before[-1], *before[:-1]])


def test_a_row_is_dragged_by_a_finger(open_page: Callable[..., Page], server: Server, state: StorageState) -> None:
    page = open_page(storage_state=state, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    page.goto(part_url(server, "ZK27", "algemeen"))
    rows = page.locator(".rp-rows--partijen > .rp-rows__row")
    before = rows.locator(".rp-rows__main").all_inner_texts()
    rows.last.locator(".rp-drag").scroll_into_view_if_needed()
    handle, above = rows.last.locator(".rp-drag").bounding_box(), rows.nth(-2).bounding_box()
    assert handle
    assert above
    finger = page.context.new_cdp_session(page)
    x, begin, end = handle["x"] + 10, handle["y"] + 10, above["y"] + 2
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": begin}]})
    for step in range(1, 6):
        at = {"x": x, "y": begin + (end - begin) * step / 5}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [at]})
    expect(page.locator(".rp-drag__line")).to_be_visible()
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(rows.locator(".rp-rows__main")).to_have_text([*before[:-2], before[-1], before[-2]])
