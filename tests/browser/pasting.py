"""One blank page with only the modules for pasting, and what a test does there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

SOURCES = Path(__file__).parents[2] / "portal/static/src"
PAGE = """<!doctype html><meta charset="utf-8"><title>Proef</title><textarea id="tekst"></textarea>
<p class="rp-field"><input></p>
<script type="module">
import { htmlToMarkdown, attachPaste, attachPlainPaste } from "/paste.js";
import { attachToolbar } from "/toolbar.js";
import { withBullets } from "/paste-bullets.js";
const field = document.querySelector("textarea");
attachPaste(field); attachToolbar(field); attachPlainPaste(document.querySelector("input"));
Object.assign(window, { htmlToMarkdown, withBullets, field, inputs: 0 });
field.addEventListener("input", () => { window.inputs += 1; });
</script>"""


def blank_page(browser: Browser) -> Iterator[Page]:
    """The page, for all tests of a module."""
    page = browser.new_page()
    page.route("**/*", _serve)
    yield page
    page.close()


def _serve(route: Route) -> None:
    """The page under our strict content security policy, and the modules as they are."""
    name = route.request.url.rsplit("/", 1)[-1]
    if name.endswith(".js"):
        return route.fulfill(path=SOURCES / name, content_type="text/javascript")
    policy = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'"
    return route.fulfill(body=PAGE, content_type="text/html", headers={"Content-Security-Policy": policy})


def without_complaints(page: Page) -> Iterator[Page]:
    """The page anew; at the end the browser must have had nothing to complain of."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("http://portaal.test/")
    page.wait_for_function("window.field")
    yield page
    assert complaints == []


def markdown(page: Page, html: str) -> str:
    """What this HTML becomes."""
    return str(page.evaluate("html => htmlToMarkdown(html)", html))


def paste(page: Page, html: str, plain: str) -> bool:
    """Paste as a browser does; returns whether the browser is left to do it itself."""
    return bool(
        page.evaluate(
            """([html, plain]) => {
                const clipboardData = new DataTransfer();
                if (html) clipboardData.setData("text/html", html);
                clipboardData.setData("text/plain", plain);
                field.focus();
                const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
                return field.dispatchEvent(event);
            }""",
            [html, plain],
        )
    )


def value(page: Page) -> str:
    """What stands in the field."""
    return page.locator("textarea").input_value()


def left_out(page: Page) -> str:
    """What the page tells of the last paste."""
    return page.locator("[data-weggelaten]").first.inner_text()
