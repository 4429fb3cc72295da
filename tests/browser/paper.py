"""A page on paper: the whole text is there, and nothing of the controls."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2
from playwright.sync_api import Page

# What only serves on a screen, and what only a screen reader says.
CONTROLS = (
    "button, [role=search], .rp-buttons, .rp-toolbar, .rp-linkbutton, .rp-savestate, .rp-messages"
    ", .utrecht-button-link, .rp-summary__change, .rp-visually-hidden, svg, nav, option, script, template"
    ", .rp-rows__actions, .rp-rows__past, .rp-rows__add, .rp-rows__undo, .rp-thread__buttons, .rp-thread__next"
    ", .rp-remarks__new, .rp-remarks__make"
    ", .rp-filter, .rp-partbar, .rp-report__chapters, .rp-report__changes, .rp-report__edit"
    ", .rp-progress__now form:not(.rp-progress__form), .rp-progress__now details, .rp-progress__top form"
    ", [aria-hidden=true]"
    # A drawing in words, for a phone and a screen reader: on paper stands the drawing itself.
    ", .rp-reportmap__words"
)
# Opens what is folded, and gives what somebody can then read, with the texts that stand in fields.
READ = """(controls) => {
    document.querySelectorAll("main details").forEach((one) => (one.open = true));
    const found = [...document.querySelectorAll("main textarea, main input[type=text]")]
        .filter((one) => one.checkVisibility() && !one.closest(controls)).map((one) => one.value);
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const around = walker.currentNode.parentElement;
        const isRead = around.checkVisibility({visibilityProperty: true}) && !around.closest(controls + ", textarea");
        if (isRead) found.push(walker.currentNode.nodeValue);
    }
    return found.join(" ");
}"""
A4_MARGINS = {"format": "A4", "prefer_css_page_size": True}


def assert_printed(page: Page) -> None:
    """Every word that can be read on the page stands on paper, as often, and the last sheet is not empty."""
    read, sheets = page.evaluate(READ, CONTROLS).lower(), _sheets(page.pdf(**A4_MARGINS))
    printed = " ".join(sheets).lower()
    asked, found, squeezed = _words(read), _words(printed), _squeezed(printed)
    # A word that is broken at the end of a line is no word of its own any more.
    missing = [word for word in asked - found if squeezed.count(word) < asked[word]]
    assert not missing, f"{page.url}: niet op papier staat {missing[:20]}"
    assert sheets[-1].strip(), f"{page.url}: het laatste vel is leeg"
    assert found["opslaan"] <= asked["opslaan"], f"{page.url} drukt knoppen af"


def _sheets(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [sheet.get_textpage().get_text_range() for sheet in document]


def _words(text: str) -> Counter[str]:
    """Words of three letters and more: shorter ones are cut from signs and numbers in too many ways."""
    return Counter(re.findall(r"\w{3,}", text))


def _squeezed(text: str) -> str:
    return re.sub(r"\W", "", text)
