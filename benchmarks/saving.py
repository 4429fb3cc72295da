"""How fast texts are saved through gunicorn, and whether any is lost when everybody saves at once."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks import autosave
from benchmarks.autosave import Writer
from benchmarks.server import Server
from benchmarks.world import World

SAVES = 800
CLIENTS = (1, 8, 32)
PEOPLE_PER_REGION = 10
SAVES_TOGETHER = 3


@dataclass(frozen=True)
class Saving:
    """What a number of people at once got.

    `client_share` is how much of one core the measuring itself took; `cpu_ms` how long the portal computed for one
    save, which tells more than the rate on a machine that does other things as well.
    """

    clients: int
    saves: int
    seconds: float
    client_share: float
    cpu_ms: float
    p50: float
    p95: float
    slowest: float
    problems: tuple[str, ...]

    @property
    def per_second(self) -> float:
        """Saves per second."""
        return self.saves / self.seconds


def rates(world: World, server: Server) -> list[Saving]:
    """The same number of saves by one person, by eight and by thirty-two at once."""
    found = []
    for clients in CLIENTS:
        writers = autosave.writers_of(world, 2)[:clients]
        found.append(_save(world, server, writers, max(1, min(SAVES // clients, 300))))
    return found


def all_together(world: World, server: Server) -> Saving:
    """Ten people of every region at once, each in another question of the region's plan."""
    return _save(world, server, autosave.writers_of(world, PEOPLE_PER_REGION), SAVES_TOGETHER)


def _save(world: World, server: Server, writers: Sequence[Writer], times: int) -> Saving:
    used, computed = time.process_time(), server.cpu_seconds()
    seconds = autosave.work(server.port, writers, lambda writer: len(writer.ms) + len(writer.failures) >= times)
    used, computed = time.process_time() - used, server.cpu_seconds() - computed
    ms = sorted(one for writer in writers for one in writer.ms)
    problems = [failure for writer in writers for failure in writer.failures]
    problems += autosave.lost(world, writers)
    problems += [line for line in server.complaints().splitlines() if "locked" in line or "Error" in line]
    saved = sum(writer.saved for writer in writers)
    return Saving(
        clients=len(writers),
        saves=saved,
        seconds=seconds,
        client_share=used / seconds,
        cpu_ms=computed / max(saved, 1) * 1000,
        p50=statistics.median(ms),
        p95=ms[int(len(ms) * 0.95)],
        slowest=ms[-1],
        problems=tuple(problems),
    )
