"""What stands beside what in a list from Word: a cell goes to another row by the keyboard and by dragging."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from forms.national import Soort, newest
from tests.browser.accessibility import assert_sound
from tests.browser.writing import sign_in_as
from tests.worlds.word_files import OWN_WORDS, word_file

PLAN = "/plannen/1/word"


def test_a_cell_is_moved_by_keys_and_by_dragging(open_page: Callable[..., Page]) -> None:
    page = sign_in_as(open_page(), "contact-am")
    page.goto(PLAN)
    data = word_file(newest(Soort.PLAN), OWN_WORDS)
    page.set_input_files(
        "input[type=file]",
        {"name": "plan.docx", "mimeType": "application/octet-stream", "buffer": data},
    )
    page.get_by_role("button", name="Bekijken wat erin staat").click()
    expect(page.get_by_role("heading", name="Gevonden onderdelen")).to_be_visible()
    for address in (PLAN, f"{PLAN}/monitoring", f"{PLAN}/acties"):
        assert_sound(page, address)
    page.goto(f"{PLAN}/acties", wait_until="load")
    page.locator("input[value='1-2']").press("Alt+ArrowDown")
    page.wait_for_url("**cel=1-3")
    # The keyboard goes along with the cell.
    expect(page.locator("input[value='1-3']")).to_be_focused()
    assert trekkers(page)[:4] == ["Zorgkantoor", "Werkgroep", "Alle partijen", "Zorgkantoor en gemeenten"]
    page.locator("label:has(input[value='1-3'])").drag_to(page.locator("label:has(input[value='1-2'])"))
    page.wait_for_url("**cel=1-2")
    assert trekkers(page)[:4] == ["Zorgkantoor", "Alle partijen", "Werkgroep", "Zorgkantoor en gemeenten"]


def trekkers(page: Page) -> list[str]:
    """The second column of the table in which cells are moved."""
    expect(page.locator("form[data-schuiven] tbody tr")).to_have_count(14)
    return [one.strip() for one in page.locator("form[data-schuiven] tbody td:nth-of-type(2) label").all_inner_texts()]
