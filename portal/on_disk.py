"""What was committed to SQLite goes to disk before anybody hears of it, and the next writer does not wait for that.

With `synchronous=FULL` SQLite does this itself, while it keeps everybody else from writing. With NORMAL a commit only
stands in the write-ahead log; here that file is brought to disk after the commit, when the turn to write was given
away already, and those who committed meanwhile share one trip. That is as safe: each frame of the log has a checksum
over all before it, so what is on disk of a log is a row of whole commits, and a checkpoint brings the log to disk first
(https://sqlite.org/wal.html, "Checkpointing" and "Performance Considerations").
"""

from __future__ import annotations

import os
import threading

# Windows and macOS know only the thorough one.
to_disk = getattr(os, "fdatasync", os.fsync)


class OnDisk:
    """The write-ahead log of one database file, for the threads of this process."""

    def __init__(self, database: str | None) -> None:
        self._log = f"{database}-wal" if database and database != ":memory:" else None
        self._changed = threading.Condition()
        self._underway = False
        # Every commit has a number; those up to `_covered` are on disk.
        self._committed = self._covered = 0

    def wait(self) -> None:
        """Come back when everything that was committed before this call is on disk.

        Raises OSError when the disk says that it is not.
        """
        with self._changed:
            self._committed += 1
            mine = self._committed
            while self._underway and self._covered < mine:
                self._changed.wait()
            if self._covered >= mine:
                return
            self._underway, trip = True, self._committed
        self._go(trip)

    def _go(self, trip: int) -> None:
        """One trip to the disk, for the commits up to this number."""
        try:
            self._sync()
        except BaseException:
            trip = 0
            raise
        finally:
            with self._changed:
                self._underway, self._covered = False, max(self._covered, trip)
                self._changed.notify_all()

    def _sync(self) -> None:
        if self._log is None:
            return
        try:
            # Opened anew: the file of before may be gone. No lock of SQLite is on this file, so closing it loses none.
            log = os.open(self._log, os.O_RDWR)
        except FileNotFoundError:
            # The last connection closed: SQLite moved everything into the database, by way of the disk.
            return
        try:
            to_disk(log)
        finally:
            os.close(log)
