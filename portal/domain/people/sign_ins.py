"""How long somebody stays signed in, and what a browser is called.

A sign-in ends when nobody did anything for a while, and in any case after a working day (NIST SP 800-63B-4, 2.2.3:
an hour without activity, a day at most; we take half of that day). It is counted on the wall, not on the day of a demo.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# What is seen is written down no more often than this, so a sign-in may last this much longer than its limit.
SEEN_EVERY = timedelta(minutes=1)
# So long before the end a page warns who sits behind it.
WARN_BEFORE = timedelta(minutes=5)
LONGEST_NAME = 60


class SignInEnd(StrEnum):
    """Why a sign-in ended before its time."""

    AFGEMELD = "afgemeld"
    ELDERS_AFGEMELD = "elders_afgemeld"
    OPNIEUW_AANGEMELD = "opnieuw_aangemeld"
    WACHTWOORD = "wachtwoord"
    RECHTEN = "rechten"
    ACCOUNT_UIT = "account_uit"


@dataclass(frozen=True)
class SignInLimits:
    """How long a sign-in lasts: without a click, and in all."""

    idle: timedelta
    total: timedelta

    def is_over(self, *, begun: datetime, seen: datetime, now: datetime) -> bool:
        """True when a sign-in has outlived one of the two. A beginning that is still to come is none: the clock was
        set back, and nobody knows how long this sign-in lasted.
        """
        begun_ago = now - begun
        return not -SEEN_EVERY <= begun_ago < self.total or now - seen >= self.idle + SEEN_EVERY

    def ends_at(self, *, begun: datetime, now: datetime) -> datetime:
        """When a sign-in that is used at this moment ends, if nothing is done after it."""
        return min(now + self.idle, begun + self.total)

    def is_last(self, *, begun: datetime, now: datetime) -> bool:
        """True when staying is no longer possible: the working day is over before the pause would be."""
        return begun + self.total < now + self.idle


def must_write_seen(seen: datetime, now: datetime) -> bool:
    """True when what was last seen is a minute old, or lies ahead because the clock was set back."""
    return abs(now - seen) >= SEEN_EVERY


# In this order: a browser also names those that it descends from.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)
UNKNOWN_BROWSER = "Een andere browser"


def browser_in_words(user_agent: str) -> str:
    """What a person calls this browser: "Firefox op Windows". What it says of itself is never kept or shown."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), UNKNOWN_BROWSER)
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), None)
    return f"{browser} op {system}" if system else browser
