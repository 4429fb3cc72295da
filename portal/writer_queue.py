"""Writers to SQLite wait in a queue for their turn.

SQLite lets a second writer sleep and try again, longer and longer, whoever comes in between: with many people at once
one of them waits for seconds while the database is idle. In this queue the next one goes on at once. It is a courtesy:
the lock of SQLite itself still decides, so a turn that does not come (BUSY_SECONDS for the threads of this process, and
as long for other processes) is not waited for any longer.
"""

from __future__ import annotations

import fcntl
import threading
import time
from collections.abc import MutableMapping
from typing import IO, Any

BUSY_SECONDS = 10
_TURN = "writer_turn"
# One thread of each process looks this often, a fraction of the time that one save takes.
_LOOK_AGAIN = 0.0005


class WriterQueue:
    """One queue for the threads of this process, and a locked file beside the database for the processes."""

    def __init__(self, database: str | None) -> None:
        self._path = f"{database}-beurt" if database and database != ":memory:" else None
        self._threads = threading.Lock()

    def wait_turn(self, info: MutableMapping[Any, Any]) -> None:
        """Wait until this connection (`info` is its memo) may write; it keeps its turn until `end_turn`."""
        if _TURN not in info and self._threads.acquire(timeout=BUSY_SECONDS):
            info[_TURN] = None
            info[_TURN] = self._lock_file()

    def end_turn(self, info: MutableMapping[Any, Any]) -> None:
        """Let the next one go on. A connection without a turn has nothing to end."""
        if _TURN in info:
            file = info.pop(_TURN)
            if file is not None:
                file.close()
            self._threads.release()

    def _lock_file(self) -> IO[bytes] | None:
        if self._path is None:
            return None
        # Opened anew every turn: a file that was opened before a fork would be locked for both processes at once.
        try:
            file = open(self._path, "ab")  # noqa: SIM115 - `end_turn` closes it, and so unlocks it
        except OSError:
            return None
        end = time.monotonic() + BUSY_SECONDS
        while not _is_ours(file) and time.monotonic() < end:
            time.sleep(_LOOK_AGAIN)
        return file


def _is_ours(file: IO[bytes]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
