"""axe-core on a page: norms A11Y-1 and A11Y-2."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.paper import assert_printed

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDE: ViewportSize = {"width": 1280, "height": 900}
RUN = """(tags) => axe.run(document, {
    runOnly: {type: "tag", values: tags},
    rules: {"target-size": {enabled: true}},
    resultTypes: ["violations"],
})"""


@lru_cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def assert_accessible(page: Page) -> None:
    """Fail when axe finds anything on the page, with what and where."""
    # Evaluated by the browser's own debugger, so the content security policy of the page stays as it is.
    page.evaluate(_axe())
    found = page.evaluate(RUN, TAGS)
    assert found["passes"] or found["violations"], "axe heeft niets bekeken"
    assert not found["violations"], f"{page.url}:\n" + "\n".join(map(_told, found["violations"]))


def _told(violation: dict[str, Any]) -> str:
    places = "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:5])
    return f"- {violation['id']}: {violation['help']} → {places}"


def assert_sound(page: Page, address: str) -> None:
    """The page is there, has one heading, axe finds nothing on it, it fits a phone of 320 pixels, and prints whole."""
    if page.viewport_size != WIDE:
        page.set_viewport_size(WIDE)
    response = page.goto(address)
    assert response is not None
    assert response.status == 200, address
    expect(page.locator("h1")).to_have_count(1)
    # At the end of the page the bar with buttons covers nothing.
    page.evaluate("() => { window.scrollTo(0, document.body.scrollHeight); }")
    assert_accessible(page)
    page.set_viewport_size({"width": 320, "height": 700})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320, f"{address} is {wide} pixels breed"
    page.set_viewport_size(WIDE)
    assert_printed(page)
