"""How the work grows with the text, measured as a ratio in one run: a machine that is busy or slow changes nothing."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

Text = TypeVar("Text")
# Eight times as much text takes eight times as long when work is linear, and 64 times when it is quadratic.
ALLOWED = 24.0
# Below this (seconds of processor time) the clock is too coarse to tell.
NOTHING = 0.03
TIMES = 3


def assert_grows_with(work: Callable[[Text], object], small: Text, large: Text) -> None:
    """Work on `large`, which is eight times `small`, takes about eight times as long in processor time."""
    of_small, of_large = _seconds(work, small), _seconds(work, large)
    assert of_large <= ALLOWED * of_small + NOTHING, f"{of_small:.3f} s wordt {of_large:.3f} s bij acht keer zo veel"


def _seconds(work: Callable[[Text], object], text: Text) -> float:
    """The processor time of the fastest of a few times."""
    return min(_once(work, text) for _ in range(TIMES))


def _once(work: Callable[[Text], object], text: Text) -> float:
    # Collecting garbage takes as long as everything is that other tests left behind.
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work(text)
        return time.process_time() - begun
    finally:
        gc.enable()
