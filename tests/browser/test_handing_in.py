"""Twente is ready: check, hand in, read the receipt, take the Word file along, and take it back."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docx import Document
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.writing import sign_in_as
from tests.reading.documents import assert_opens_cleanly


def test_a_region_hands_in_downloads_word_and_takes_it_back(open_page: Callable[..., Page]) -> None:
    page = sign_in_as(open_page(), "contact-twente")
    page.get_by_role("link", name="Controleren en indienen").click()
    expect(page.get_by_text("stemde in met deze tekst")).to_be_visible()
    assert_accessible(page)

    page.get_by_role("button", name="Indienen").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Het plan is ingediend")
    assert_accessible(page)

    with page.expect_download() as download:
        page.get_by_role("link", name="Download als Word-bestand").click()
    content = Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename == "Plan van aanpak Twente 2023-11-20.docx"
    assert_opens_cleanly(content, ".docx")
    assert Document(BytesIO(content)).tables[0].cell(0, 1).text == "Twente"

    page.goto("/plannen/20")
    expect(page.locator("ol[aria-label=Tijdlijn] li").filter(has_text="heeft het plan ingediend")).to_have_count(1)
    page.get_by_role("link", name="Intrekken").click()
    page.get_by_role("button", name="Intrekken").click()
    expect(page.get_by_text("De indiening is ingetrokken. U kunt het plan weer wijzigen.")).to_be_visible()
