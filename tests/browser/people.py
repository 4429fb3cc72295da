"""Signing in as one of the people of the demo world."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def sign_in(page: Page, email: str, password: str) -> Page:
    """Go through the sign-in page; fails when the portal does not let this person in."""
    page.goto("/account/aanmelden")
    page.locator("main input[name=email]").fill(email)
    page.locator("main input[name=password]").fill(password)
    page.locator("main form button[type=submit]").first.click()
    expect(page.get_by_role("button", name="Afmelden", include_hidden=True)).to_be_attached()
    return page
