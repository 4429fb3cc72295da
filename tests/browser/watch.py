"""Watching a page for what should not happen out of sight: errors in the console, blocked or failed requests."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request


@dataclass
class Watch:
    """Collects complaints of pages. A test that provokes one says so with `allow`."""

    complaints: list[str] = field(default_factory=list)
    allowed: list[re.Pattern[str]] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        """Listen to a page from now on."""
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self._complain(f"fout in script: {error}"))
        page.on("requestfailed", self._on_failed)

    def allow(self, pattern: str) -> None:
        """Complaints that match this pattern are part of the test."""
        self.allowed.append(re.compile(pattern))

    def check(self) -> None:
        """Fail when there was a complaint that no test allowed."""
        left = [one for one in self.complaints if not any(pattern.search(one) for pattern in self.allowed)]
        assert not left, "de browser klaagt:\n- " + "\n- ".join(left)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._complain(f"{message.type} in de console: {message.text} ({message.location.get('url')})")

    def _on_failed(self, request: Request) -> None:
        # A page that people leave before it is complete is no problem.
        if request.failure != "net::ERR_ABORTED":
            self._complain(f"{request.method} {request.url}: {request.failure}")

    def _complain(self, complaint: str) -> None:
        self.complaints.append(complaint)
