"""How the work grows with the text, measured as a ratio in one run: a machine that is busy or slow changes nothing."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

Text = TypeVar("Text")
# Eight times as much text takes eight times as long when work is linear, and 64 times when it is quadratic.
ALLOWED = 24.0
# Below this (seconds of processor time) the clock is too coarse to tell.
NOTHING = 0.03
TIMES = 3


def assert_grows_with(work: Callable[[Text], object], small: Text, large: Text) -> None:
    """Work on `large`, which is eight times `small`, takes about eight times as long in processor time."""
    of_small = min(_once(work, small) for _ in range(TIMES))
    most = ALLOWED * of_small + NOTHING
    # The fastest of a few times counts, so the first that is fast enough will do.
    of_large = min(_until(most, (_once(work, large) for _ in range(TIMES))))
    assert of_large <= most, f"{of_small:.3f} s wordt {of_large:.3f} s bij acht keer zo veel"


def _until(most: float, times: Iterator[float]) -> Iterator[float]:
    """These times, up to and with the first that is no more than `most`."""
    for seconds in times:
        yield seconds
        if seconds <= most:
            return


def _once(work: Callable[[Text], object], text: Text) -> float:
    # Collecting garbage takes as long as everything is that other tests left behind: seconds.
    gc.disable()
    try:
        begun = time.process_time()
        work(text)
        return time.process_time() - begun
    finally:
        gc.enable()
