"""A whole round: planned and opened, answered by one region, others reminded, closed, and told what came of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.server import Server, copy_world, run_upkeep, serve
from tests.browser.watch import Watch
from tests.browser.writing import sign_in_as
from tests.worlds.year import YEAR

DAY_AFTER = YEAR | {"PORTAL_VANDAAG": "2024-10-26"}
PEILING = "Peiling najaar 2024"
VRAAG = "Hoeveel uur per week heeft uw regio voor deze aanpak?"


@pytest.fixture
def database(year: Path, tmp_path: Path) -> Path:
    """A copy of the demo year."""
    return copy_world(year, tmp_path / "portal.sqlite3")


def visit(browser: Browser, watch: Watch, server: Server, adres: str) -> Page:
    """Somebody signs in with a browser of their own."""
    page = browser.new_context(base_url=server.url, locale="nl-NL", timezone_id="Europe/Amsterdam").new_page()
    page.set_default_timeout(10_000)
    watch.follow(page)
    return sign_in_as(page, adres)


def plan_a_round(coordinator: Page) -> None:
    """An ad-hoc round with one question of its own, from tomorrow's point of view already late for a reminder."""
    coordinator.goto("/landelijk/uitvragen")
    coordinator.get_by_role("link", name="Nieuwe uitvraag").click()
    coordinator.get_by_label("Naam van de uitvraag").fill(PEILING)
    coordinator.get_by_label("Geen landelijke vragenlijst, alleen eigen vragen").check()
    for label, day in (
        ("Periode van", "1-7-2024"),
        ("Periode tot en met", "30-9-2024"),
        ("Opent op", "25-10-2024"),
        ("Deadline", "27-10-2024"),
    ):
        coordinator.get_by_label(label, exact=True).fill(day)
    coordinator.get_by_label("Herinneren vóór de deadline").fill("1")
    coordinator.get_by_role("button", name="Uitvraag plannen").click()
    expect(coordinator.get_by_text("Deze uitvraag heeft nog geen vragen.").first).to_be_visible()
    assert_accessible(coordinator)
    coordinator.get_by_role("link", name="Vraag toevoegen").click()
    coordinator.get_by_label("Vraag", exact=True).fill(VRAAG)
    coordinator.get_by_label("Korte tekst (één regel)").check()
    coordinator.get_by_role("button", name="Vraag toevoegen").click()


def open_it(coordinator: Page) -> None:
    """Open the round that was planned."""
    coordinator.get_by_role("button", name="Nu openen").click()
    expect(coordinator.get_by_role("heading", level=1)).to_have_text(PEILING)
    expect(coordinator.get_by_text("Open", exact=True).first).to_be_visible()
    assert_accessible(coordinator)


def answer(contact: Page) -> None:
    """Answer the one question and hand in."""
    contact.goto("/antwoordbladen")
    contact.locator("li").filter(has_text=PEILING).get_by_role("link", name="Beantwoorden").click()
    contact.get_by_role("link", name=VRAAG).first.click()
    contact.get_by_role("textbox", name=VRAAG).fill("Twaalf uur")
    contact.get_by_role("button", name="Opslaan en verder").click()
    expect(contact.get_by_role("heading", level=1)).to_have_text("Controleren en indienen")
    contact.get_by_role("button", name="Indienen").click()
    expect(contact.get_by_role("heading", level=1)).to_have_text("Uw antwoorden zijn ingediend")


def reminded(coordinator: Page) -> list[str]:
    """The addresses of those who were reminded of this round, as the page of sent mail shows."""
    coordinator.goto("/beheer/mail")
    rows = coordinator.locator("tbody tr").filter(has_text="Herinnering aan een uitvraag").filter(has_text=PEILING)
    return [row.locator("td").first.inner_text() for row in rows.all()]


def close_and_tell(coordinator: Page) -> None:
    """Close the round and send the terugkoppeling."""
    coordinator.goto("/landelijk/uitvragen")
    coordinator.get_by_role("link", name=PEILING).first.click()
    coordinator.get_by_role("link", name="Uitvraag sluiten").click()
    coordinator.get_by_role("button", name="Uitvraag sluiten").click()
    coordinator.get_by_role("link", name="Terugkoppeling maken").click()
    coordinator.get_by_label("Wat anderen zeiden").fill("De meeste regio’s hebben minder dan een dag per week.")
    assert_accessible(coordinator)
    coordinator.get_by_label("Wat er nu gebeurt").fill("Wij bespreken dit in december met de partijen.")
    coordinator.get_by_role("button", name="Teksten opslaan").click()
    coordinator.get_by_role("checkbox").check()
    coordinator.get_by_role("button", name="Versturen en afronden").click()
    expect(coordinator.get_by_text("De terugkoppeling is verstuurd op").first).to_be_visible()


def test_a_round_from_opening_to_terugkoppeling(browser: Browser, database: Path, watch: Watch) -> None:
    with serve(database, **YEAR) as server:
        coordinator = visit(browser, watch, server, "coordinator")
        plan_a_round(coordinator)
        open_it(coordinator)
        answer(visit(browser, watch, server, "contact-twente"))
        # Nobody looks any more when the portal stops.
        for context in browser.contexts:
            context.close()

    for _ in range(2):
        run_upkeep(database, **DAY_AFTER)

    with serve(database, **DAY_AFTER) as server:
        coordinator = visit(browser, watch, server, "coordinator")
        told = reminded(coordinator)
        assert told.count("contact-am@demo.example") == 1
        assert "contact-twente@demo.example" not in told
        assert len(told) == len(set(told)) > 40
        close_and_tell(coordinator)

        twente = visit(browser, watch, server, "contact-twente")
        twente.get_by_role("link", name="Lezen").first.click()
        expect(twente.get_by_role("heading", level=1)).to_have_text(f"Terugkoppeling {PEILING}")
        expect(twente.get_by_text("Wij bespreken dit in december met de partijen.")).to_be_visible()
        expect(twente.get_by_text("1 van de 31 regio’s").first).to_be_visible()
        assert_accessible(twente)
        silent = visit(browser, watch, server, "contact-zeeland")
        silent.get_by_role("link", name="Lezen").first.click()
        expect(silent.get_by_text("Uw regio heeft deze uitvraag niet beantwoord.")).to_be_visible()
        for context in browser.contexts:
            context.close()
