"""A person acts on a page that is there: so does each journey, without saying so.

A press returns when the next page begins to arrive. What acts on it then does so before the scripts of that page run,
once in a few thousand runs, and finds another portal than people know. So each action first waits for the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

OF_A_PLACE = ("check", "click", "dblclick", "drag_to", "fill", "focus", "press", "press_sequentially", "select_option")
OF_A_PLACE += ("set_checked", "set_input_files", "uncheck", "evaluate")
OF_A_PAGE = ("goto", "go_back", "go_forward", "reload", "evaluate")


_waits = [True]


@contextmanager
def at_once() -> Iterator[None]:
    """What is done here does not wait: for a journey about a page that is still arriving."""
    _waits[0] = False
    try:
        yield
    finally:
        _waits[0] = True


def make_patient(patch: pytest.MonkeyPatch) -> None:
    """Let whatever a journey does to a page wait until that page has loaded, with its scripts.

    Typing on the keyboard does not wait: it goes on while a page arrives, as fingers do.
    """
    for name in OF_A_PLACE:
        patch.setattr(Locator, name, _when_there(getattr(Locator, name), lambda place: place.page))
    for name in OF_A_PAGE:
        patch.setattr(Page, name, _when_there(getattr(Page, name), lambda page: page))


def _when_there(action: Callable[..., Any], page_of: Callable[[Any], Page]) -> Callable[..., Any]:
    @wraps(action)
    def patient(self: Any, *given: Any, **named: Any) -> Any:
        if _waits[0]:
            page_of(self).wait_for_load_state("load")
        return action(self, *given, **named)

    return patient
