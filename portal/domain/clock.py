"""The one clock. The demo and the tests set it; everybody else only asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta

from forms.dutch.dates import AMSTERDAM, in_amsterdam

_fixed: ContextVar[datetime | None] = ContextVar("fixed_now", default=None)
_fixed_wall: ContextVar[datetime | None] = ContextVar("fixed_wall", default=None)
_offset = timedelta()


def now() -> datetime:
    """The present moment, in UTC with its time zone."""
    return _fixed.get() or datetime.now(UTC) + _offset


def pretend_today_is(day: date | None) -> None:
    """Let this whole process live on another day (same time of day); None goes back to the real one."""
    global _offset
    real = datetime.now(AMSTERDAM)
    there = datetime.combine(day, real.time(), AMSTERDAM) if day else real
    # In UTC: summer time may lie between, and makes the way an hour longer or shorter.
    _offset = there.astimezone(UTC) - real.astimezone(UTC)


def today() -> date:
    """The present date in Amsterdam."""
    return in_amsterdam(now()).date()


@contextmanager
def stopped_at(moment: datetime) -> Iterator[None]:
    """Stop the clock at a moment (with time zone) inside the block."""
    token = _fixed.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _fixed.reset(token)


def wall() -> datetime:
    """The moment on the wall, whatever day the portal lives on: how long a door stays open is no part of its story."""
    return _fixed_wall.get() or datetime.now(UTC)


@contextmanager
def wall_at(moment: datetime) -> Iterator[None]:
    """Set the clock on the wall to a moment (with time zone) inside the block."""
    token = _fixed_wall.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _fixed_wall.reset(token)
