"""Finds a Chromium for the browser tests, or installs one: `python -m tests.browser.chromium`.

The one without windows first, on the path or from the package manager of the system: drawing windows that nobody
sees takes a quarter of the work. Then any Chromium on the path, the one that playwright downloaded before, the package
manager, playwright's own download. When all fail it stops and says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import partial

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = "Er is geen Chromium voor de browsertests. Installeer chromium (of Google Chrome) en probeer het opnieuw."


def find_chromium() -> str | None:
    """The path of a Chromium on this machine, or None."""
    return _on_path(SHELLS + NAMES) or _playwrights_own()


def _on_path(names: Sequence[str]) -> str | None:
    return next((path for path in map(shutil.which, names) if path), None)


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def ensure_chromium() -> str:
    """The path of a Chromium, installed first when there is none. Stops with what to install when that fails."""
    for install in (None, partial(_with_system, "chromium"), _with_playwright):
        if install is not None:
            print("Chromium installeren voor de browsertests (eenmalig) …", flush=True)  # noqa: T201
            install()
        path = find_chromium()
        if path:
            return path
    raise SystemExit(ADVICE)


def _with_system(package: str) -> None:
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    if apt is None:
        return
    if os.geteuid() == 0:
        prefix = []
    elif sudo:
        prefix = [sudo, "-n"]
    else:
        return
    if _run([*prefix, apt, "update", "-qq"]):
        _run([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", apt, "install", "-y", "-qq", package])


def _with_playwright() -> None:
    _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _run(command: list[str]) -> bool:
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL).returncode == 0


if __name__ == "__main__":
    if not _on_path(SHELLS):
        _with_system(SHELLS[0])
    ensure_chromium()
