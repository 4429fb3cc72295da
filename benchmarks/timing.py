"""Timing things beside each other, so that a busy machine slows all of them."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """How long something took in each round, in milliseconds."""

    ms: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.ms)

    @property
    def p95(self) -> float:
        """What 95 of 100 rounds stayed below."""
        return statistics.quantiles(self.ms, n=20)[-1]


def side_by_side(
    things: Mapping[str, Callable[[], object]], *, rounds: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, Times]:
    """Time each thing once per round, all of them in every round, after three rounds that do not count.

    `clock` may be that of the processor (`time.process_time`), for what waits for nothing.
    """
    taken: dict[str, list[float]] = {name: [] for name in things}
    # As gunicorn_conf.py does when a worker has started.
    gc.collect()
    gc.freeze()
    for number in range(-3, rounds):
        for name, thing in things.items():
            start = clock()
            thing()
            if number >= 0:
                taken[name].append((clock() - start) * 1000)
    return {name: Times(tuple(ms)) for name, ms in taken.items()}


def peak_mb() -> float:
    """The most memory this process ever took, in MB."""
    with open("/proc/self/status") as status:
        kb = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    return kb / 1024
