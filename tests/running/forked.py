"""Programs of ours in a process of their own that need not load the portal first: they start from one that has it.

A browser test has a portal for itself, some thirty in a run. Loading all code takes each of them three seconds of the
processor and forking a tenth of one. What runs is the same: `python -m MODULE ARGS`, with these variables.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STOP_SECONDS = 30

_forks = get_context("forkserver")
_forks.set_forkserver_preload(["tests.running.loaded"])


class Forked:
    """A program that runs; all it says is in its log."""

    def __init__(self, command: Sequence[str], variables: Mapping[str, str], log: Path) -> None:
        self.process: ForkServerProcess = _forks.Process(
            target=_be, args=(list(command), {**os.environ, **variables}, str(log)), daemon=True
        )
        self.process.start()

    @property
    def has_ended(self) -> bool:
        """True when it runs no longer."""
        return self.process.exitcode is not None

    def wait(self, seconds: float) -> int:
        """The code with which it ended. Raises TimeoutError when it goes on."""
        self.process.join(seconds)
        if self.process.exitcode is None:
            raise TimeoutError(f"{self.process.pid} stopt niet")
        return self.process.exitcode

    def stop(self) -> None:
        """Ask it to stop, as Ctrl+C does, and wait until it did."""
        if self.process.pid and not self.has_ended:
            os.kill(self.process.pid, signal.SIGINT)
        self.wait(STOP_SECONDS)


def _be(command: list[str], variables: dict[str, str], log: str) -> None:
    """Become `python -m` this command."""
    os.chdir(ROOT)
    # In place: that is where our settings look.
    os.environ.clear()
    os.environ.update(variables)
    _say_in(log)
    sys.argv = command
    runpy.run_module(command[0], run_name="__main__", alter_sys=True)


def _say_in(log: str) -> None:
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(output, stream.fileno())
    os.close(output)
