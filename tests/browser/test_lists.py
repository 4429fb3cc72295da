"""The lists of a plan by keyboard, with and without a script: nothing needs a mouse, a removed row comes back."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, StorageState, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.patience import at_once
from tests.browser.server import Server
from tests.browser.watch import Watch
from tests.browser.writing import part_url, sign_in_as, state_of

WHO = "contact-zeeland"
# A page that is not complete for as long as one picture of it is not there.
HANG_ON = """addEventListener("DOMContentLoaded", () => {
    const late = new Image(); late.src = "/laat.png"; document.body.append(late);
})"""
OFFERED = re.compile(r"Er staat nog tekst die niet is opgeslagen, van vandaag om \d\d:\d\d\.")


@pytest.fixture(scope="module")
def state(browser: Browser, server: Server) -> StorageState:
    """The cookies of a contact whose plan is almost empty."""
    return state_of(browser, server, WHO)


@pytest.fixture
def at_acties(server: Server, open_page: Callable[..., Page], state: StorageState) -> Callable[..., Page]:
    """The actions of that plan: `at_acties(java_script_enabled=False)`."""

    def open_part(**options: object) -> Page:
        page = open_page(storage_state=state, **options)
        page.goto(part_url(server, "ZK27", "acties"))
        return page

    return open_part


def press(control: Locator) -> None:
    """Use a link or a button as the keyboard does."""
    # Once it is complete the page puts the keyboard at the row that changed.
    control.page.wait_for_load_state()
    # And a browser that jumps to the place in the address takes the keyboard there, now and then a moment later.
    with suppress(AssertionError):
        control.focus()
        expect(control).to_be_focused(timeout=1000)
    control.focus()
    expect(control).to_be_focused()
    control.press("Enter")


def rows(page: Page) -> list[str]:
    """The actions as they stand in the list, by their first line."""
    return [
        text.strip() for text in page.locator(".rp-rows--acties > .rp-rows__row .rp-action__what p").all_inner_texts()
    ]


def row(page: Page, text: str) -> Locator:
    """The row of the action with this text."""
    return page.locator(".rp-rows--acties > .rp-rows__row").filter(has_text=text)


def add(page: Page, text: str, wie: str = "", wanneer: str = "") -> None:
    """Add an action at the end of the list."""
    press(page.get_by_role("link", name="Actie of kop toevoegen"))
    page.get_by_label("Omschrijving").fill(text)
    page.locator("[name=verantwoordelijke]").fill(wie)
    page.locator("[name=tijdslijn]").fill(wanneer)
    press(page.get_by_role("button", name="Toevoegen", exact=True))
    expect(row(page, text)).to_have_count(1)


def empty(page: Page) -> None:
    """Remove every action that another journey left."""
    left = page.locator(".rp-rows--acties > .rp-rows__row")
    for more in reversed(range(left.count())):
        press(left.first.get_by_role("button", name="Verwijderen"))
        expect(left).to_have_count(more)
    page.goto(page.url.split("?")[0])


@pytest.mark.parametrize("script", [True, False], ids=["script", "zonder_script"])
def test_actions_are_added_edited_moved_removed_and_put_back_by_keyboard(
    at_acties: Callable[..., Page], script: bool
) -> None:
    page = at_acties(java_script_enabled=script)
    empty(page)
    add(page, "Scholing voor begeleiders.", "GGZ De Brug", "eind Q1 2024")
    add(page, "Een huis in elke wijk.")
    add(page, "Vast overleg.")
    assert rows(page) == ["Scholing voor begeleiders.", "Een huis in elke wijk.", "Vast overleg."]
    expect(row(page, "Scholing")).to_contain_text("gelezen als 1 maart t/m 31 maart 2024")

    press(row(page, "Vast overleg").get_by_role("button", name="Omhoog"))
    expect(page.locator(".rp-rows__row").nth(1)).to_contain_text("Vast overleg.")
    press(row(page, "Scholing").get_by_role("button", name="Omlaag"))
    expect(page.locator(".rp-rows__row").first).to_contain_text("Vast overleg.")
    assert rows(page) == ["Vast overleg.", "Scholing voor begeleiders.", "Een huis in elke wijk."]

    press(row(page, "Een huis").get_by_role("link", name="Bewerken"))
    page.get_by_label("Omschrijving").fill("Twee huizen in elke wijk.")
    press(page.locator(".rp-rowform").get_by_role("button", name="Opslaan"))
    expect(row(page, "Twee huizen")).to_have_count(1)

    press(row(page, "Scholing").get_by_role("button", name="Verwijderen"))
    undo = page.locator(".rp-rows--acties > li").nth(1)
    expect(undo).to_contain_text("Verwijderd: Scholing voor begeleiders.")
    assert rows(page) == ["Vast overleg.", "Twee huizen in elke wijk."]
    press(undo.get_by_role("button", name=re.compile("^Terugzetten")))
    expect(row(page, "Scholing")).to_have_count(1)
    assert rows(page) == ["Vast overleg.", "Scholing voor begeleiders.", "Twee huizen in elke wijk."]


def test_after_moving_the_keyboard_stays_on_the_same_button(at_acties: Callable[..., Page]) -> None:
    page = at_acties()
    empty(page)
    for text in ("Een.", "Twee.", "Drie."):
        add(page, text)
    press(row(page, "Drie.").get_by_role("button", name="Omhoog"))
    expect(page.locator(".rp-rows__row").nth(1)).to_contain_text("Drie.")
    expect(row(page, "Drie.").get_by_role("button", name="Omhoog")).to_be_focused()
    page.evaluate("document.activeElement.blur()")  # As a browser may, long after the page was there.
    expect(row(page, "Drie.").get_by_role("button", name="Omhoog")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".rp-rows__row").first).to_contain_text("Drie.")
    expect(row(page, "Drie.")).to_be_focused()


def test_a_timeline_says_at_once_how_it_is_read(at_acties: Callable[..., Page]) -> None:
    page = at_acties()
    press(page.get_by_role("link", name="Actie of kop toevoegen"))
    # What a row is, is said already: the keyboard stands where typing begins.
    expect(page.get_by_label("Paragraaf")).to_be_focused()
    page.locator("[name=tijdslijn]").fill("in de loop van 2024")
    expect(page.locator("[data-uitleg]").last).to_contain_text("1 januari t/m 31 december 2024")


def test_who_types_before_the_page_is_complete_goes_on_in_the_same_field(at_acties: Callable[..., Page]) -> None:
    page = at_acties()
    late: list[Route] = []
    page.route("**/laat.png", lambda route: late.append(route))
    page.add_init_script(HANG_ON)
    page.get_by_role("link", name="Actie of kop toevoegen").click(no_wait_after=True)
    expect(page.get_by_role("toolbar", name="Opmaak").first).to_be_visible()
    field = page.get_by_label("Omschrijving")
    with at_once():
        field.press_sequentially("Scholing voor ")
    expect(page.get_by_label("Paragraaf")).not_to_be_focused()
    late[0].fulfill(status=204)
    page.wait_for_load_state()
    page.keyboard.type("begeleiders.")
    expect(field).to_have_value("Scholing voor begeleiders.")
    page.get_by_role("button", name="Annuleren").or_(page.get_by_role("link", name="Annuleren")).first.click()


def test_parties_of_the_plan_are_one_press_away(at_acties: Callable[..., Page], server: Server) -> None:
    page = at_acties()
    page.goto(part_url(server, "ZK27", "algemeen"))
    press(page.get_by_role("link", name="Partij toevoegen"))
    page.get_by_label("Naam van de partij").fill("Stichting Oever\nGGZ De Kreek")
    press(page.get_by_role("button", name="Toevoegen", exact=True))
    expect(page.get_by_text("GGZ De Kreek", exact=True)).to_be_visible()
    page.goto(part_url(server, "ZK27", "acties"))
    press(page.get_by_role("link", name="Actie of kop toevoegen"))
    field = page.get_by_role("combobox", name="Verantwoordelijk")
    field.press_sequentially("gemeenten, kre")
    offered = page.get_by_role("listbox", name="Partijen van dit plan")
    expect(offered.get_by_role("option")).to_have_text(["GGZ De Kreek"])
    assert_accessible(page)
    field.press("ArrowDown")
    field.press("Enter")
    expect(field).to_have_value("gemeenten, GGZ De Kreek")
    expect(offered).to_be_hidden()
    expect(page.get_by_text("Gelezen als 2 partijen: gemeenten · GGZ De Kreek")).to_be_visible()
    field.press_sequentially(", oev")
    field.press("Escape")
    expect(field).to_have_value("gemeenten, GGZ De Kreek, oev")


def test_lines_pasted_as_who_is_responsible_stay_apart(at_acties: Callable[..., Page]) -> None:
    page = at_acties(permissions=["clipboard-read", "clipboard-write"])
    press(page.get_by_role("link", name="Actie of kop toevoegen"))
    field = page.get_by_role("textbox", name="Verantwoordelijk").or_(
        page.get_by_role("combobox", name="Verantwoordelijk")
    )
    page.evaluate("navigator.clipboard.writeText('Gemeenten\\n- Zorgkantoor\\n\\nGGZ (Oost, West)')")
    field.press("ControlOrMeta+V")
    expect(field).to_have_value("Gemeenten, Zorgkantoor, GGZ (Oost, West)")
    press(page.get_by_role("button", name="Als één tekst bewaren"))
    expect(field).to_have_value("Gemeenten Zorgkantoor GGZ (Oost, West)")


def test_a_row_that_was_never_saved_is_offered_back_in_its_form(at_acties: Callable[..., Page]) -> None:
    page = at_acties()
    part = page.url
    press(page.get_by_role("link", name="Actie of kop toevoegen"))
    page.get_by_label("Omschrijving").fill("Bijna kwijt.")
    page.locator("[name=verantwoordelijke]").fill("De Brug")
    again = page.context.new_page()
    page.close()
    again.goto(part)
    expect(again.get_by_text(OFFERED)).to_be_visible()
    again.get_by_role("button", name="Terughalen").click()
    expect(again.get_by_label("Omschrijving")).to_have_value("Bijna kwijt.")
    press(again.get_by_role("button", name="Toevoegen", exact=True))
    expect(row(again, "Bijna kwijt.")).to_contain_text("De Brug")
    again.goto(part)
    expect(again.get_by_text(OFFERED)).to_have_count(0)


def test_two_people_change_the_same_row_and_the_second_sees_both(at_acties: Callable[..., Page], watch: Watch) -> None:
    watch.allow("status of 409")
    first, second = at_acties(), at_acties()
    empty(first)
    add(first, "Samen aan een rij.")
    second.reload()
    for page in (first, second):
        press(row(page, "Samen aan").get_by_role("link", name="Bewerken"))
    first.get_by_label("Omschrijving").fill("Van de eerste.")
    press(first.locator(".rp-rowform").get_by_role("button", name="Opslaan"))
    expect(row(first, "Van de eerste.")).to_have_count(1)
    second.get_by_label("Omschrijving").fill("Van de tweede.")
    press(second.locator(".rp-rowform").get_by_role("button", name="Opslaan"))
    told = second.get_by_role("alert")
    expect(told).to_contain_text("U heeft deze regel intussen in een ander venster veranderd")
    expect(told.locator("ins")).to_contain_text(["eerste", "tweede"])
    expect(second.get_by_label("Omschrijving")).to_have_value("Van de tweede.")
    expect(second.get_by_text(OFFERED)).to_have_count(0)
    press(second.locator(".rp-rowform").get_by_role("button", name="Opslaan"))
    expect(row(second, "Van de tweede.")).to_have_count(1)
    second.reload()
    expect(second.get_by_text(OFFERED)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_a_filled_list_is_accessible_and_fits_on_every_screen(
    server: Server, open_page: Callable[..., Page], width: int
) -> None:
    page = sign_in_as(open_page(viewport={"width": width, "height": 900}), "contact-twente")
    for part in ("acties", "doelstellingen", "planning", "algemeen"):
        page.goto(part_url(server, "ZK22", part))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert_accessible(page)
        page.get_by_role("link", name=re.compile("^Bewerken")).first.click()
        page.locator(".rp-rowform").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert_accessible(page)
