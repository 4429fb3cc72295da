"""A quiet quarter by keyboard alone: one action at a time, or all at once, and the answers are handed in."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.keyboard import Keyboard
from tests.browser.server import Server, copy_world, serve
from tests.browser.watch import Watch
from tests.browser.writing import sign_in_as
from tests.worlds.year import YEAR

FIVE_MINUTES = 300
# Of the 18 actions of the joint plan these were done last quarter: nobody asks them again.
FINISHED = 4


@pytest.fixture
def server(year: Path, tmp_path: Path) -> Iterator[Server]:
    """The portal in the middle of a round; each journey has a copy of its own."""
    with serve(copy_world(year, tmp_path / "portal.sqlite3"), **YEAR) as server:
        yield server


def opened(page: Page) -> Keyboard:
    """Somebody of a region that has not answered yet, on the page of its sheet."""
    keyboard = Keyboard(sign_in_as(page, "contact-am"))
    keyboard.choose(page.get_by_role("link", name="Beantwoorden"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kwartaaluitvraag")
    return keyboard


def same_answer_and_on(page: Page, keyboard: Keyboard) -> None:
    """The same answer as last quarter on this page, and on to the next."""
    keyboard.choose(page.get_by_role("button", name="Zelfde antwoord als"))
    expect(page.get_by_text("Overgenomen.")).to_be_visible()
    keyboard.choose(page.get_by_role("button", name="Opslaan en verder"))


def hand_in(page: Page, keyboard: Keyboard) -> None:
    """From the sheet to the receipt."""
    keyboard.choose(page.get_by_role("link", name="Controleren en indienen"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Controleren en indienen")
    assert_accessible(page)
    keyboard.choose(page.get_by_role("button", name="Indienen"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw antwoorden zijn ingediend")
    assert_accessible(page)


def test_all_at_once(open_page: Callable[..., Page]) -> None:
    page = open_page()
    keyboard = opened(page)
    started = time.monotonic()
    assert_accessible(page)
    keyboard.choose(page.get_by_role("button", name="op ongewijzigd"))
    expect(page.get_by_text("acties staan op ongewijzigd: gelijk aan")).to_be_visible()

    keyboard.choose(page.get_by_role("link", name="Afstemming", exact=True))
    same_answer_and_on(page, keyboard)
    expect(page.locator("[data-teller]")).to_have_text("18 van 18 beantwoord")
    assert_accessible(page)
    keyboard.choose(page.get_by_role("button", name="Opslaan en verder"))
    keyboard.choose(page.get_by_role("button", name="Verder", exact=True))
    # Figures are asked for, never required.
    expect(page.get_by_role("heading", level=1)).to_have_text("Waar staan de indicatoren van uw doelen nu?")
    keyboard.choose(page.get_by_role("button", name="Verder", exact=True))
    same_answer_and_on(page, keyboard)
    keyboard.choose(page.get_by_role("button", name="Terug naar alle vragen"))
    hand_in(page, keyboard)
    assert time.monotonic() - started < FIVE_MINUTES


def test_lines_that_are_typed_are_one_lesson_or_several(open_page: Callable[..., Page]) -> None:
    page = open_page()
    keyboard = opened(page)
    keyboard.choose(page.get_by_role("link", name="Successen en lessen"))
    list_ = page.get_by_role("region", name="Lessen")
    lessons = page.get_by_role("textbox", name="Les", exact=True)
    lessons.press_sequentially("- Begin klein.\n")
    expect(list_.get_by_role("button", name="Les toevoegen")).to_be_visible()
    lessons.press_sequentially("2. Deel wat u leert.")
    expect(list_.get_by_text("Dit worden 2 lessen")).to_be_visible()
    expect(list_.get_by_role("button", name="Les toevoegen")).to_be_hidden()
    assert_accessible(page)
    keyboard.choose(list_.get_by_role("button", name="2 lessen toevoegen"))
    expect(list_.locator(".rp-rows__row .rp-flow")).to_have_text(["Begin klein.", "Deel wat u leert."])
    expect(lessons).to_have_value("")


def test_one_by_one_and_one_that_changed(open_page: Callable[..., Page], watch: Watch) -> None:
    watch.allow("status of 422")
    page = open_page()
    keyboard = opened(page)
    started = time.monotonic()
    keyboard.choose(page.get_by_role("link", name="Voortgang van de acties"))
    counter, unchanged = page.locator("[data-teller]"), page.locator("[data-eerst]")
    expect(counter).to_have_text(f"{FINISHED} van 18 beantwoord")
    keyboard.tab_to(unchanged.first)
    before = keyboard.presses
    for number in range(FINISHED + 1, 18):
        keyboard.press("Enter")
        expect(counter).to_have_text(f"{number} van 18 beantwoord")
        expect(unchanged.first).to_be_focused()
    assert keyboard.presses - before == 17 - FINISHED, "een toets per actie"

    # The last one changed.
    keyboard.press("Tab", "Enter", "Tab")
    card = page.locator(".rp-progress__row[data-open]")
    expect(card.get_by_role("radio", name="Niet gestart")).to_be_focused()
    keyboard.press("ArrowDown", "ArrowDown")
    expect(card.get_by_role("radio", name="Vraagt aandacht")).to_be_checked()
    keyboard.press("Tab", "Tab", "Enter")
    expect(card.get_by_role("textbox", name="Toelichting")).to_be_focused()
    expect(card.get_by_text("Schrijf bij “Vraagt aandacht” in een zin waarom.")).to_be_visible()
    assert_accessible(page)
    page.keyboard.type("De voorzitter is weg.")
    keyboard.press("Tab", "Enter")
    expect(counter).to_have_text("18 van 18 beantwoord")
    expect(page.locator("#klaar")).to_be_focused()
    assert time.monotonic() - started < FIVE_MINUTES


def test_without_a_script_the_page_goes_on_too(open_page: Callable[..., Page]) -> None:
    page = open_page(java_script_enabled=False)
    sign_in_as(page, "contact-am")
    page.get_by_role("link", name="Beantwoorden").click()
    page.get_by_role("link", name="Voortgang van de acties").click()
    for number in (FINISHED + 1, FINISHED + 2):
        page.locator("[data-eerst]").first.click()
        expect(page.locator("[data-teller]")).to_have_text(f"{number} van 18 beantwoord")
        assert page.url.rpartition("#")[2] == page.locator("[data-open]").first.get_attribute("id")
    # The keyboard stands at the next action, once the page is complete: one Tab further is its button.
    page.wait_for_load_state()
    expect(page.locator("[data-open]").first).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator("[data-eerst]").first).to_be_focused()


def test_a_choice_that_was_not_saved_by_its_button_is_saved_on_the_way_to_the_next_action(
    open_page: Callable[..., Page],
) -> None:
    page = open_page()
    keyboard = opened(page)
    keyboard.choose(page.get_by_role("link", name="Voortgang van de acties"))
    first = page.locator(".rp-progress__row").first
    keyboard.choose(first.locator("summary"))
    keyboard.press("Tab", "ArrowDown")
    keyboard.press("Tab", "Tab", "Tab")
    expect(page.locator("[data-teller]")).to_have_text(f"{FINISHED + 1} van 18 beantwoord")
    expect(page.locator(".rp-progress__row").nth(1).locator("[data-eerst]")).to_be_focused()


def test_on_a_small_phone_nothing_runs_off_the_page(open_page: Callable[..., Page], tmp_path: Path) -> None:
    page = open_page(viewport={"width": 320, "height": 800})
    opened(page)
    for part in ("", "/vraag/voortgang", "/vraag/verwachtingen", "/controleren"):
        page.goto(page.url.split("/vraag")[0].split("/controleren")[0] + part)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, part


def test_what_could_not_be_saved_stays_on_the_page(open_page: Callable[..., Page], watch: Watch) -> None:
    watch.allow("ERR_INTERNET_DISCONNECTED")
    page = open_page()
    keyboard = opened(page)
    keyboard.choose(page.get_by_role("link", name="Voortgang van de acties"))
    keyboard.tab_to(page.locator("[data-eerst]").first)
    page.context.set_offline(True)
    keyboard.press("Enter")
    expect(page.get_by_text("Niet opgeslagen: geen verbinding.").first).to_be_visible()
    page.context.set_offline(False)
    keyboard.press("Enter")
    expect(page.locator("[data-teller]")).to_have_text(f"{FINISHED + 1} van 18 beantwoord")


def test_what_is_typed_while_a_card_is_saved_stays_and_keeps_the_keyboard(open_page: Callable[..., Page]) -> None:
    page = open_page()
    keyboard = opened(page)
    keyboard.choose(page.get_by_role("link", name="Voortgang van de acties"))
    card = page.locator(".rp-progress__row").first
    keyboard.choose(card.locator("summary"))
    card.get_by_role("radio", name="Op schema").check()
    card.get_by_role("textbox", name="Toelichting").fill("De voorzitter")
    on_the_way: list[Route] = []
    page.route("**/acties/*", lambda route: on_the_way.append(route))
    card.get_by_role("button", name="Opslaan").click()
    field = card.get_by_role("textbox", name="Toelichting")
    field.press("End")
    page.keyboard.type(" is weg.")
    on_the_way[0].continue_()
    expect(page.locator("[data-teller]")).to_have_text(f"{FINISHED + 1} van 18 beantwoord")
    expect(field).to_have_value("De voorzitter is weg.")
    expect(field).to_be_focused()
    page.unroute("**/acties/*")
    page.keyboard.press("Tab")
    keyboard.tab_to(page.locator("[data-eerst]").first)
    page.reload()
    expect(card).to_contain_text("De voorzitter is weg.")
