"""Somebody who works without a mouse."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


class Keyboard:
    """Somebody without a mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0

    def press(self, *keys: str) -> None:
        """Press these keys, one after the other."""
        for key in keys:
            self.presses += 1
            self.page.keyboard.press(key)

    def tab_to(self, target: Locator, most: int = 70) -> None:
        """Go to a control with Tab; fails when it is not within reach."""
        for _ in range(most):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"{target} is niet te bereiken met Tab")

    def choose(self, target: Locator, *, key: str = "Enter") -> None:
        """Go to a control and press it."""
        self.tab_to(target)
        self.press(key)
