"""Every form of the portal in a real browser: found by machine, filled in, left in some way, and looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import flask_migrate
from flask import Flask
from flask_security.utils import hash_password
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from portal import create_app
from portal.domain import clock
from portal.extensions import db
from portal.models import User
from tests.browser.people import sign_in
from tests.databases import TEST_CONFIG, close, settings_on
from tests.reading.crawl import FoundForm, controls
from tests.reading.filling import WORDS, words_for
from tests.running.walk import Walk

PASSWORD = "zeven blauwe fietsen op zolder"
# Who sees the most forms comes last, so that each kind is filled in by whom it is for.
PEOPLE = ("regiolezer", "lezer", "beheerder", "contact", "kernlid", "coordinator")

# Fills in every field of a form and tells the page so, as typing does. Gives nothing back.
_FILL = """([place, words, values]) => {
  const form = document.forms[place];
  const skipped = ["hidden", "file", "submit", "button"];
  const fields = [...form.elements].filter((one) => one.name && !skipped.includes(one.type));
  const told = (one) => ["input", "change"].forEach((name) => one.dispatchEvent(new Event(name, { bubbles: true })));
  const seen = new Set();
  for (const one of fields.toReversed()) {
    const isFirst = !seen.has(one.name);
    seen.add(one.name);
    if (one.type === "radio" || one.type === "checkbox") {
      if (isFirst && !(one.type === "radio" && one.checked)) one.click();
    } else if (one.options) {
      one.selectedIndex = one.options.length - 1;
      told(one);
    } else {
      one.value = values[one.name] ?? words;
      told(one);
    }
  }
}"""
# What stands in a form: name to values, as it would be sent.
_READ = """(place) => {
  const form = document.forms[place];
  const skipped = ["hidden", "file", "submit", "button"];
  const fields = [...form.elements].filter((one) => one.name && !skipped.includes(one.type));
  const found = {};
  for (const one of fields) {
    found[one.name] ??= [];
    if (!["radio", "checkbox"].includes(one.type) || one.checked) found[one.name].push(one.value);
  }
  return found;
}"""


@dataclass(frozen=True)
class Country:
    """The small country in which every form stands somewhere, in a file; who is in it, and the forms."""

    app: Flask
    database: Path
    emails: dict[str, str]
    forms: dict[str, tuple[str, FoundForm]]

    def forms_of(self, person: str) -> list[tuple[str, FoundForm]]:
        """The forms that this person fills in, each with the view that takes it."""
        return [(endpoint, form) for endpoint, (name, form) in sorted(self.forms.items()) if name == person]

    @property
    def settings(self) -> dict[str, str]:
        """How the portal is served: today."""
        return {"PORTAL_VANDAAG": clock.today().isoformat()}


@contextmanager
def country(folder: Path, walk: Walk) -> Iterator[Country]:
    """Make it in this folder; `walk`: its pages."""
    database = folder / "portal.sqlite3"
    app = create_app(settings_on(f"sqlite:///{database}"), **TEST_CONFIG)
    with app.app_context():
        flask_migrate.upgrade()
        walk.be_there()
        people = {name: db.session.get_one(User, account_id) for name, account_id in walk.people.items()}
        for person in people.values():
            person.password = hash_password(PASSWORD)
        db.session.commit()
        forms = {
            form.endpoint: (name, form) for name in PEOPLE for form in walk.forms_of(app, name) if is_filled_in(form)
        }
        emails = {name: person.email for name, person in people.items()}
        # The portal that is served has the file to itself.
        db.session.remove()
    yield Country(app, database, emails, forms)
    close(app)


def is_filled_in(form: FoundForm) -> bool:
    """True when a person types or chooses something in it that a browser can keep."""
    if form.element.get("data-geen-klad") is not None:  # named with its reason in tests/web/doors/test_every_form.py
        return False
    kinds = {control.get("type") for control in form.element.xpath(".//input")}
    return form.method == "POST" and bool(form.texts_and_choices) and "password" not in kinds and kinds != {"file"}


def enter(browser: Browser, url: str, email: str) -> BrowserContext:
    """A browser in which this person has signed in."""
    context = browser.new_context(base_url=url, locale="nl-NL", timezone_id="Europe/Amsterdam")
    context.set_default_timeout(10_000)
    page = context.new_page()
    sign_in(page, email, PASSWORD)
    page.close()
    return context


class Filled:
    """A form in which somebody has typed."""

    def __init__(self, page: Page, form: FoundForm, words: str) -> None:
        self.form, self.words = form, words
        self.open(page)
        self.before = self.read()
        names = {control.get("name") for control in controls(form.element)}
        values = {name: words_for(name, "text") for name in names}
        special = {name: value for name, value in values.items() if isinstance(value, str) and value != WORDS}
        page.evaluate(_FILL, [form.place, words, special])
        self.typed = self.read()
        self.mark = page.evaluate("(place) => document.forms[place].elements.merk.value", form.place)

    def open(self, page: Page) -> None:
        """Go to the page of the form, with all that is folded unfolded."""
        self.page = page
        page.goto(self.form.page)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.querySelectorAll('main details').forEach((one) => (one.open = true))")

    def read(self) -> Any:
        """What stands in the form now."""
        return self.page.evaluate(_READ, self.form.place)

    def press(self, times: int = 1) -> None:
        """Press its button, so many times in a row, and wait for what comes of it."""
        form = self.page.locator("form").nth(self.form.place)
        inside = form.locator("button:not([type=button])")
        outside = self.page.locator(f"button[form='{form.get_attribute('id')}']")
        (inside if inside.count() else outside).first.click(click_count=times)
        self.page.wait_for_load_state("networkidle")

    @property
    def saves_by_script(self) -> bool:
        """True when a script sends it, which hears by itself that it was taken."""
        return any(self.form.element.get(f"data-{name}") is not None for name in ("autosave", "actie", "deel"))

    def is_kept(self) -> bool:
        """True when the browser keeps words of which it did not hear that they were taken."""
        return bool(self.page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('rp-tekst:'))"))

    def is_there(self) -> bool:
        """True when what was typed stands in the form, or comes back in it at one press."""
        if self.read() == self.typed:
            return True
        offer = self._offer()
        if offer.count() == 0:
            return False
        offer.first.click()
        return bool(self.read() == self.typed)

    def _offer(self) -> Locator:
        form = self.page.locator("form").nth(self.form.place)
        return form.locator("xpath=preceding-sibling::*//button[@data-doe='terughalen']")
