"""axe-core on a page: norms A11Y-1 and A11Y-2."""

from __future__ import annotations

import json
from collections.abc import Set
from functools import lru_cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.paper import assert_printed
from tests.databases import shared_folder

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDE: ViewportSize = {"width": 1280, "height": 900}
RUN = """(tags) => axe.run(document, {
    runOnly: {type: "tag", values: tags},
    rules: {"target-size": {enabled: true}},
    resultTypes: ["violations"],
})"""

# Of each element what it is beside what it stands in: its name, classes, which attributes, its kind, whether it says
# anything, is named and leads somewhere. What axe finds on a page hangs on these: not on the words themselves, nor on
# how often something stands there.
SHAPES = """() => {
    const VALUES = ["type", "role", "lang", "scope", "aria-hidden", "aria-live", "tabindex", "autocomplete"];
    const REFERS = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"];
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
    const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
    const leads = (id) => document.getElementById(id) !== null;
    const lost = (one, name) => one.hasAttribute(name) && !one.getAttribute(name).trim().split(/\\s+/).every(leads);
    const shape = (one) => one === null ? "" : [
        one.tagName,
        [...one.classList].sort().join("."),
        one.getAttributeNames().sort().join(),
        VALUES.map((name) => one.getAttribute(name)).join(),
        one.textContent.trim() === "" ? "leeg" : "",
        twice.has(one.id) ? "dubbel" : "",
        one.labels ? Math.min(one.labels.length, 2) : "",
        REFERS.filter((name) => lost(one, name)).join(),
    ].join(" ");
    const above = (one) => one.parentElement === null ? "" : shape(one.parentElement);
    return [...new Set([...document.querySelectorAll("*")].map((one) => `${above(one)} > ${shape(one)}`))];
}"""


class Sound:
    """What axe looked at and found nothing on, in any of the processes of this run: kept in a file that they share."""

    def __init__(self, kept: Path) -> None:
        self._kept = kept
        self._shapes: set[str] = set()
        self._read = 0

    def has_all(self, shapes: Set[str]) -> bool:
        """True when axe saw every one of these."""
        if not shapes <= self._shapes:
            self._read_on()
        return shapes <= self._shapes

    def add(self, shapes: Set[str]) -> None:
        """Remember these, for the others as well."""
        lines = "".join(f"{json.dumps(one)}\n" for one in sorted(shapes - self._shapes))
        # One write to the end of the file: what others add at the same moment stands before it or behind it.
        with self._kept.open("ab", buffering=0) as kept:
            kept.write(lines.encode())
        self._shapes |= shapes

    def _read_on(self) -> None:
        """What others added since; a line that is half written is left for the next time."""
        if not self._kept.exists():
            return
        with self._kept.open("rb") as kept:
            kept.seek(self._read)
            whole, ended, _ = kept.read().rpartition(b"\n")
        self._read += len(whole) + len(ended)
        self._shapes.update(json.loads(line) for line in whole.splitlines())


@lru_cache
def sound() -> Sound:
    """What was looked at in this run."""
    return Sound(shared_folder() / "axe.sound")


@lru_cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def assert_accessible(page: Page) -> None:
    """Fail when axe finds anything on the page, with what and where."""
    # A heading can be there before the styles are, and without them every target is too small.
    page.wait_for_load_state()
    # Evaluated by the browser's own debugger, so the content security policy of the page stays as it is.
    page.evaluate(_axe())
    found = page.evaluate(RUN, TAGS)
    assert found["passes"] or found["violations"], "axe heeft niets bekeken"
    assert not found["violations"], f"{page.url}:\n" + "\n".join(map(_told, found["violations"]))


def assert_accessible_where_new(page: Page) -> bool:
    """As `assert_accessible`, unless axe saw everything that this page is made of. Returns whether it looked."""
    shapes = set(page.evaluate(SHAPES))
    if sound().has_all(shapes):
        return False
    assert_accessible(page)
    sound().add(shapes)
    return True


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
    assert_accessible_where_new(page)
    page.set_viewport_size({"width": 320, "height": 700})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320, f"{address} is {wide} pixels breed"
    page.set_viewport_size(WIDE)
    assert_printed(page)
