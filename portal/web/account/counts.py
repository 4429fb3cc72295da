"""Counts of the brake, in the store of Flask-Limiter; in the memory of this process while that store is away."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from math import ceil
from typing import TypeVar

from flask import current_app
from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter, RateLimiter

from portal.extensions import limiter

log = logging.getLogger(__name__)

Setting = tuple[str, str]
Found = TypeVar("Found")

_spare = FixedWindowRateLimiter(MemoryStorage())


def counting(ask: Callable[[BrakeCounts], Found]) -> Found:
    """What this finds or does in the store. With the store away it happens in memory: the brake goes on, less well."""
    try:
        return ask(BrakeCounts(limiter.limiter))
    except StorageError as error:
        log.error("the store of the brake is away (%s); counting in this process", type(error.storage_error).__name__)
        return ask(BrakeCounts(_spare))


class BrakeCounts:
    """Counts under names, each for as long as its setting says."""

    def __init__(self, keeper: RateLimiter) -> None:
        self.keeper = keeper

    def hit(self, setting: Setting, name: str) -> int:
        """Count one. Returns 0, or when that is too many the seconds until the window ends."""
        limit = _limit(setting)
        return 0 if self.keeper.hit(limit, setting[0], name) else self._until_end(limit, setting, name)

    def number(self, setting: Setting, name: str) -> int:
        """How many were counted, at most what may be."""
        limit = _limit(setting)
        return limit.amount - self.keeper.get_window_stats(limit, setting[0], name).remaining

    def seconds_when_full(self, setting: Setting, name: str) -> int:
        """How long until there may be another; 0 while there may be."""
        limit = _limit(setting)
        return 0 if self.keeper.test(limit, setting[0], name) else self._until_end(limit, setting, name)

    def forget(self, setting: Setting, name: str) -> None:
        """Begin anew, without a wait."""
        self.keeper.clear(_limit(setting), setting[0], name)
        self.keeper.storage.clear(_waits(name))

    def wait(self, name: str, seconds: int) -> None:
        """Let nothing happen under this name for so long."""
        self.keeper.storage.incr(_waits(name), seconds)

    def seconds_to_wait(self, name: str) -> int:
        """How long still; 0 for no longer."""
        if not self.keeper.storage.get(_waits(name)):
            return 0
        return _seconds_until(self.keeper.storage.get_expiry(_waits(name)))

    def _until_end(self, limit: RateLimitItem, setting: Setting, name: str) -> int:
        return _seconds_until(self.keeper.get_window_stats(limit, setting[0], name).reset_time)


def _limit(setting: Setting) -> RateLimitItem:
    name, usual = setting
    return parse(current_app.config.get(name, usual))


def _waits(name: str) -> str:
    return f"REM_WACHT/{name}"


def _seconds_until(moment: float) -> int:
    return max(1, ceil(moment - time.time()))
