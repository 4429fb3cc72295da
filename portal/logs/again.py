"""The same failure again and again (the database is away) is told in full once a minute, and counted after that."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

MINUTE = 60.0
# So many short lines of one failure in a minute say enough; the next minute says how many were left out.
MOST = 100
MOST_KINDS = 200


@dataclass
class _Told:
    since: float
    times: int = 0
    left_out: int = 0


class OncePerMinute(logging.Filter):
    """Marks a failure that was told less than a minute ago (`is_again`), and drops it when there are too many."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._now = now
        self._told: dict[tuple[str, ...], _Told] = {}
        self._lock = Lock()

    def filter(self, record: logging.LogRecord) -> bool:
        """False for what was told often enough."""
        if not record.exc_info or record.exc_info[1] is None:
            return True
        with self._lock:
            return self._count(record, (record.name, str(record.msg), *_place(record.exc_info[1])))

    def _count(self, record: logging.LogRecord, kind: tuple[str, ...]) -> bool:
        told, now = self._told.get(kind), self._now()
        if told is None or now - told.since >= MINUTE:
            if len(self._told) >= MOST_KINDS:
                self._told.clear()
            record.herhaald = told.left_out if told else 0
            self._told[kind] = _Told(now, 1)
            return True
        told.times += 1
        record.is_again = True
        told.left_out += told.times > MOST
        return told.times <= MOST


def _place(error: BaseException) -> tuple[str, str]:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    return type(error).__name__, where
