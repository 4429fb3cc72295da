"""A plan comes back in two parts, is mended and accepted, and the acceptance is undone: by those who do so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.server import Server, copy_world, serve
from tests.browser.watch import Watch
from tests.browser.writing import sign_in_as
from tests.worlds.year import YEAR

PLAN = "/plannen/20"  # Twente: its second version is ready, and it asked reviewers to read along.
MISTAKE = "Er is een fout in de doelstelling gevonden."
INTERN = "Alleen voor ons: dit lijkt op de buurregio."


@pytest.fixture
def server(year: Path, tmp_path: Path) -> Iterator[Server]:
    """The portal in a copy of that world."""
    with serve(copy_world(year, tmp_path / "portal.sqlite3"), **YEAR) as server:
        yield server


def submit(contact: Page) -> None:
    """Hand in from the check page: the other side agreed already."""
    contact.get_by_role("button", name="Indienen").click()
    expect(contact.get_by_role("heading", level=1)).to_have_text("Het plan is ingediend")


def take_up(reviewer: Page) -> None:
    """Pick up what was handed in."""
    reviewer.goto(f"{PLAN}/beoordelen")
    reviewer.get_by_role("button", name="In behandeling nemen").click()
    expect(reviewer.get_by_text("In behandeling", exact=True).first).to_be_visible()


def test_two_parts_come_back_are_mended_accepted_and_reopened(open_page: Callable[..., Page], watch: Watch) -> None:
    watch.allow("status of 422")
    contact = sign_in_as(open_page(), "contact-twente")
    reviewer = sign_in_as(open_page(), "beoordelaar")
    coordinator = sign_in_as(open_page(), "coordinator")

    contact.goto(f"{PLAN}/controleren")
    submit(contact)

    take_up(reviewer)
    assert_accessible(reviewer)
    expect(reviewer.locator("ins").first).to_be_visible()
    reviewer.goto(f"{PLAN}/opmerkingen")
    remark(reviewer, "Kunt u hier een getal noemen?", "Regio en beoordelaars")
    remark(reviewer, INTERN, "Alleen beoordelaars")

    coordinator.goto(f"{PLAN}/beoordelen")
    coordinator.get_by_role("link", name="Terugsturen (kies onderdelen)").click()
    coordinator.get_by_label("Waarom stuurt u het plan terug?").fill("Twee dingen zijn nog niet duidelijk.")
    assert_accessible(coordinator)
    for title, asked in (("Doelgroep", "Met welke groep begint u?"), ("Acties", "Wie trekt elke actie?")):
        coordinator.get_by_label(f". {title}", exact=False).first.check()
        coordinator.get_by_label(f"Wat vraagt u bij “{title}”?").fill(asked)
    coordinator.get_by_role("button", name="Terugsturen").click()
    expect(coordinator.get_by_text("Teruggestuurd", exact=True).first).to_be_visible()

    contact.goto("/")
    contact.get_by_role("link", name="Verder met “Doelgroep”").click()
    expect(contact.get_by_text("Met welke groep begint u?")).to_be_visible()
    contact.goto(PLAN)
    expect(contact.get_by_text(INTERN)).to_have_count(0)
    assert_accessible(contact)
    contact.goto(f"{PLAN}/controleren")
    contact.get_by_label("Wat heeft u aangepast bij “Doelgroep”?").fill("Wij beginnen met jongeren.")
    contact.get_by_role("button", name="Indienen").click()
    expect(contact.get_by_role("heading", level=1)).not_to_have_text("Het plan is ingediend")
    contact.get_by_label("Wat heeft u aangepast bij “Acties”?").fill("Bij elke actie staat nu een trekker.")
    submit(contact)

    take_up(reviewer)
    expect(reviewer.get_by_text("Wij beginnen met jongeren.")).to_be_visible()
    coordinator.goto(f"{PLAN}/beoordelen")
    coordinator.get_by_role("link", name="Vaststellen").click()
    coordinator.get_by_role("button", name="Vaststellen").click()
    expect(coordinator.get_by_text("Vastgesteld", exact=True).first).to_be_visible()

    coordinator.get_by_role("link", name="Vaststelling ongedaan maken").click()
    coordinator.get_by_label("Waarom maakt u de vaststelling ongedaan?").fill(
        "Er is een fout in de doelstelling gevonden."
    )
    coordinator.get_by_role("button", name="Ongedaan maken").click()
    expect(coordinator.get_by_text("In behandeling", exact=True).first).to_be_visible()
    contact.goto(PLAN)
    expect(contact.get_by_text(MISTAKE).first).to_be_visible()


def remark(reviewer: Page, text: str, readers: str) -> None:
    """Make a remark on the goals, on the page of all remarks."""
    form = reviewer.get_by_role("region", name="Opmerking maken")
    if not form.get_by_role("textbox").is_visible():
        form.get_by_text("Opmerking maken").click()
    form.get_by_role("combobox").select_option(label="4. Doelstelling(en)")
    form.get_by_role("textbox").fill(text)
    form.get_by_label(readers).check()
    form.get_by_role("button", name="Opmerking plaatsen").click()
    expect(reviewer.get_by_text(text)).to_be_visible()
