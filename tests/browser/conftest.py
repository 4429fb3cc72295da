"""What a journey through the portal can ask for: a running portal, pages in a real Chromium, somebody who signs in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.chromium import ensure_chromium
from tests.browser.patience import make_patient
from tests.browser.server import Server, copy_world, serve, world_of_all
from tests.browser.watch import Watch
from tests.databases import shared_folder
from tests.worlds.year import year_of_all

CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ORDINARY_SCREEN = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium of this machine, without its own conversations with the outside."""
    return {**browser_type_launch_args, "executable_path": ensure_chromium(), "args": CHROMIUM_ARGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """People work in Dutch, on Dutch time. They ask for no motion: else each jump to a place takes a second."""
    return {
        **browser_context_args,
        "locale": "nl-NL",
        "timezone_id": "Europe/Amsterdam",
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="session", autouse=True)
def patience() -> Iterator[None]:
    """Each action waits for the page that it acts on."""
    with pytest.MonkeyPatch.context() as patch:
        make_patient(patch)
        yield


@pytest.fixture(scope="session")
def world() -> Path:
    """A database file with the demo world, made once and never changed: copy it."""
    return world_of_all(shared_folder(), "world")


@pytest.fixture(scope="session")
def year() -> Path:
    """A database file with the demo world a year later, in its third quarterly round; never changed: copy it."""
    return year_of_all()


@pytest.fixture(scope="module")
def server(world: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The portal with a demo world that the journeys of one module share."""
    with serve(copy_world(world, tmp_path_factory.mktemp("server") / "portal.sqlite3")) as server:
        yield server


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Everything the browser complains about during a test; what the test does not allow makes it fail."""
    watch = Watch()
    yield watch
    watch.check()


@pytest.fixture
def open_page(server: Server, watch: Watch, new_context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Open a page as somebody with a browser of their own: `open_page()`, `open_page(java_script_enabled=False)`.

    Options are those of a Playwright context, such as `viewport={"width": 320, "height": 800}`.
    """

    def open_one(**options: Any) -> Page:
        page = new_context(base_url=server.url, **{"viewport": ORDINARY_SCREEN, **options}).new_page()
        page.set_default_timeout(10_000)
        watch.follow(page)
        return page

    return open_one


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page of somebody who has not signed in."""
    return open_page()
