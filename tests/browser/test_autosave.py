"""Saving never loses a word: texts save themselves, and what could not be saved is offered back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, StorageState, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.server import Server
from tests.browser.watch import Watch
from tests.browser.writing import long_text, part_url, save_state, sign_in_as, state_of

SAVED = re.compile(r"Opgeslagen om \d\d:\d\d")
OFFERED = re.compile(r"Er staat nog tekst die niet is opgeslagen, van vandaag om \d\d:\d\d\.")
# What Chromium writes in the console when an answer says no, or when there is none.
ANSWERED_NO = r"status of (400|401|409)"
UNREACHABLE = r"ERR_INTERNET_DISCONNECTED"


@pytest.fixture(scope="module")
def states(browser: Browser, server: Server) -> dict[str, StorageState]:
    """The cookies of the two who write in the joint plan; signing in too often is not let through."""
    return {adres: state_of(browser, server, adres) for adres in ("contact-am", "contact-zhn")}


@pytest.fixture
def at_part(server: Server, open_page: Callable[..., Page], states: dict[str, StorageState]) -> Callable[..., Page]:
    """A part of the joint plan as somebody sees it: `at_part("doelgroep", "contact-zhn")`."""

    def open_part(part: str, adres: str = "contact-am") -> Page:
        page = open_page(storage_state=states[adres])
        page.goto(part_url(server, "ZK01", part))
        return page

    return open_part


def type_text(page: Page, text: str) -> None:
    """Type at the end of the long text of this page."""
    long_text(page).focus()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(text)


def saved_text(page: Page) -> str:
    """The long text as the server has it, read in a new tab."""
    other = page.context.new_page()
    other.goto(page.url)
    text = long_text(other).evaluate("field => field.defaultValue")
    other.close()
    return str(text)


def end_session(page: Page) -> Any:
    """Take the cookies away, as time does. Returns them. A late answer would bring the session back: wait for all."""
    page.wait_for_load_state("networkidle")
    cookies = page.context.cookies()
    page.context.clear_cookies()
    return cookies


def leave_unsaved(page: Page, text: str) -> BrowserContext:
    """Type while the session has ended, close the tab, and be signed in again. What is left is the browser itself."""
    cookies = end_session(page)
    type_text(page, text)
    expect(save_state(page)).to_have_attribute("data-savestate", "failed")
    page.close()
    page.context.add_cookies(cookies)
    return page.context


def test_a_text_saves_itself_when_typing_pauses(at_part: Callable[..., Page]) -> None:
    page = at_part("achtergrond")
    expect(save_state(page)).to_be_empty()
    type_text(page, "\n\nVanzelf bewaard.")
    expect(save_state(page)).to_have_text(SAVED)
    assert saved_text(page).endswith("Vanzelf bewaard.")
    expect(page.locator(".rp-savestate + [role=status]")).to_have_text(SAVED)


def test_the_button_right_after_typing_meets_no_save_of_its_own(at_part: Callable[..., Page]) -> None:
    page = at_part("achtergrond")
    type_text(page, "\n\nEn meteen opgeslagen.")
    page.get_by_role("button", name="Opslaan en verder").click()
    expect(page).to_have_url(re.compile("/onderdeel/huidige_situatie$"))
    page.go_back()
    assert saved_text(page).endswith("En meteen opgeslagen.")


def test_leaving_by_a_link_saves_first(at_part: Callable[..., Page]) -> None:
    page = at_part("achtergrond")
    part = page.url
    type_text(page, "\n\nEn weg.")
    page.get_by_role("navigation", name="Kruimelpad").get_by_role("link", name=re.compile("^Plan ")).click()
    expect(page).not_to_have_url(part)
    page.goto(part)
    assert long_text(page).input_value().endswith("En weg.")
    expect(page.get_by_text(OFFERED)).to_have_count(0)


def test_two_hundred_kilobytes_save_themselves(at_part: Callable[..., Page]) -> None:
    page = at_part("ervaringen")
    text = "Lange zin over ‘wonen’ & zorg <b>.\n" * 6_000
    # Typing this much by key takes Chromium minutes; a paste does the same to the page.
    long_text(page).evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new Event('input', {bubbles: true})); }", text
    )
    expect(save_state(page)).to_have_text(SAVED)
    assert saved_text(page).strip() == text.strip()


def test_two_people_change_the_same_text_and_both_texts_stay(at_part: Callable[..., Page], watch: Watch) -> None:
    watch.allow(ANSWERED_NO)
    first, second = at_part("huidige_situatie"), at_part("huidige_situatie", "contact-zhn")
    type_text(first, " Uit de gemeente.")
    expect(save_state(first)).to_have_text(SAVED)
    type_text(second, " Van het zorgkantoor.")
    expect(save_state(second)).to_have_text(
        "Niet opgeslagen. Tamar Duinkwast heeft deze tekst intussen ook veranderd. Kies Opslaan om te vergelijken."
    )
    second.get_by_role("button", name="Opslaan en verder").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Voeg de teksten samen")
    expect(second.locator(".rp-compare__side").first).to_contain_text("Uit de gemeente.")
    both = re.compile("Uit de gemeente.\n\n.*Van het zorgkantoor.$")
    expect(second.get_by_label("Zo wordt de tekst")).to_have_value(both)
    second.get_by_role("button", name="Deze tekst opslaan").click()
    expect(long_text(second)).to_have_value(both)
    expect(second.get_by_text(OFFERED)).to_have_count(0)
    first.reload()
    expect(long_text(first)).to_have_value(both)


def test_what_a_colleague_changed_comes_in_while_one_types(at_part: Callable[..., Page]) -> None:
    first, second = at_part("achtergrond"), at_part("achtergrond", "contact-zhn")
    field = long_text(second)
    before = field.input_value()
    long_text(first).fill(f"Bovenaan, uit de gemeente.\n\n{before}")
    expect(save_state(first)).to_have_text(SAVED)
    type_text(second, " Van het zorgkantoor")
    # The answer waits until more is typed.
    second.route(re.compile("/onderdeel/achtergrond$"), lambda route: answer_after(route, second, ", en nog meer"))
    expect(second.locator("[data-samengevoegd]")).to_contain_text("Samengevoegd met de wijziging van Tamar Duinkwast")
    expect(field).to_have_value(f"Bovenaan, uit de gemeente.\n\n{before} Van het zorgkantoor, en nog meer")
    assert field.evaluate(
        "field => [document.activeElement === field, field.selectionStart === field.value.length]"
    ) == [
        True,
        True,
    ]
    expect(save_state(second)).to_have_text(SAVED)
    second.locator("[data-samengevoegd] summary").click()
    expect(second.locator("[data-samengevoegd] ins").first).to_contain_text("Bovenaan, uit de gemeente.")
    assert_accessible(second)
    second.unroute_all()
    first.reload()
    expect(long_text(first)).to_have_value(field.input_value())


def answer_after(route: Route, page: Page, text: str) -> None:
    """Let the first save be answered only after more was typed."""
    response = route.fetch()
    if not page.evaluate("window.typedMore"):
        page.evaluate("window.typedMore = true")
        page.keyboard.insert_text(text)
    route.fulfill(response=response)


def test_a_session_that_ended_while_typing_goes_on_after_signing_in_elsewhere(
    at_part: Callable[..., Page], watch: Watch
) -> None:
    watch.allow(ANSWERED_NO)
    page = at_part("doelgroep")
    end_session(page)
    type_text(page, "\n\nNa het afmelden getypt.")
    expect(save_state(page)).to_contain_text("U bent afgemeld. Meld u aan in een nieuw tabblad; daarna slaan wij op.")
    with page.context.expect_page() as opened:
        save_state(page).get_by_role("link", name="Aanmelden (opent een nieuw tabblad)").click()
    sign_in_as(opened.value, "contact-am").close()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(save_state(page)).to_have_text(SAVED)
    assert saved_text(page).endswith("Na het afmelden getypt.")


def test_somebody_else_who_signed_in_does_not_save_my_text(at_part: Callable[..., Page], watch: Watch) -> None:
    watch.allow(ANSWERED_NO)
    page = at_part("doelgroep")
    end_session(page)
    sign_in_as(page.context.new_page(), "contact-zhn")
    type_text(page, "\n\nNiet van de ander.")
    expect(save_state(page)).to_contain_text("In deze browser is nu iemand anders aangemeld.")
    assert "Niet van de ander." not in saved_text(page)


def test_without_a_connection_the_page_says_so_and_saves_later(at_part: Callable[..., Page], watch: Watch) -> None:
    watch.allow(UNREACHABLE)
    page = at_part("randvoorwaarden")
    page.context.set_offline(True)
    type_text(page, "\n\nIn de trein.")
    expect(save_state(page)).to_have_text("Niet opgeslagen: geen verbinding. Wij proberen het opnieuw.")
    page.get_by_role("button", name="Opslaan en verder").click()
    expect(long_text(page)).to_have_value(re.compile("In de trein.$"))
    page.context.set_offline(False)
    expect(save_state(page)).to_have_text(SAVED)
    assert saved_text(page).endswith("In de trein.")


def test_a_closed_tab_with_unsaved_text_offers_it_back(at_part: Callable[..., Page], watch: Watch) -> None:
    watch.allow(ANSWERED_NO)
    page = at_part("projectstructuur")
    again = leave_unsaved(page, "\n\nTabblad dicht.").new_page()
    again.goto(page.url)
    expect(again.get_by_role("alert").get_by_text(OFFERED)).to_be_visible()
    again.get_by_text("Bekijk deze tekst").click()
    expect(again.locator("[data-tekst]")).to_contain_text("Tabblad dicht.")
    again.get_by_role("button", name="Terughalen").click()
    expect(long_text(again)).to_have_value(re.compile("Tabblad dicht.$"))
    expect(save_state(again)).to_have_text(SAVED)
    assert saved_text(again).endswith("Tabblad dicht.")
    again.reload()
    expect(again.get_by_text(OFFERED)).to_have_count(0)


def test_text_that_is_thrown_away_is_not_offered_again(at_part: Callable[..., Page], watch: Watch) -> None:
    watch.allow(ANSWERED_NO)
    page = at_part("projectstructuur")
    again = leave_unsaved(page, "\n\nToch maar niet.").new_page()
    again.goto(page.url)
    again.get_by_role("button", name="Weggooien").click()
    expect(again.get_by_text(OFFERED)).to_have_count(0)
    again.reload()
    expect(again.get_by_text(OFFERED)).to_have_count(0)
    assert "Toch maar niet." not in saved_text(again)


def test_text_that_comes_back_never_overwrites_what_a_colleague_saved_since(
    at_part: Callable[..., Page], watch: Watch
) -> None:
    watch.allow(ANSWERED_NO)
    page, colleague = at_part("monitoring"), at_part("monitoring", "contact-zhn")
    context = leave_unsaved(page, "\n\nVan mij.")
    type_text(colleague, "\n\nVan de collega.")
    expect(save_state(colleague)).to_have_text(SAVED)
    again = context.new_page()
    again.goto(page.url)
    again.get_by_role("button", name="Terughalen").click()
    expect(save_state(again)).to_contain_text("Yusuf Hazelveen heeft deze tekst intussen ook veranderd.")
    assert saved_text(colleague).endswith("Van de collega.")


def test_signing_out_with_unsaved_text_asks_first_and_leaves_nothing(
    open_page: Callable[..., Page], server: Server, watch: Watch
) -> None:
    watch.allow(ANSWERED_NO)
    # With a sign-in of its own: signing out ends it for every copy of its cookie.
    page = sign_in_as(open_page(), "contact-am")
    page.goto(part_url(server, "ZK01", "monitoring"))
    other = leave_unsaved(page, "\n\nNog niet weg.").new_page()
    other.goto("/")
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss() if len(asked) == 1 else dialog.accept()

    other.on("dialog", answer)
    for _ in range(2):
        other.locator(".rp-account").evaluate("menu => { menu.open = true; }")
        other.get_by_role("button", name="Afmelden").click()
    expect(other).to_have_url(re.compile("/account/aanmelden"))
    assert [message[:44] for message in asked] == ["Er is nog tekst die niet is opgeslagen. Als u"[:44]] * 2
    assert other.evaluate("Object.keys(localStorage)") == []


def test_the_preview_stands_under_the_text_and_goes_away_again(at_part: Callable[..., Page]) -> None:
    page = at_part("achtergrond")
    long_text(page).fill("Wij **doen** <script>alert(1)</script>\n\n- dit")
    page.get_by_role("button", name="Bekijk uw tekst").click()
    preview = page.locator(".rp-preview .rp-card")
    expect(preview.locator("strong")).to_have_text("doen")
    expect(preview.locator("li")).to_have_text("dit")
    expect(preview).to_contain_text("<script>alert(1)</script>")
    page.get_by_role("button", name="Bekijk uw tekst").click()
    expect(preview).to_have_count(0)
