"""How the window of a vague timeline moved: "Q1 → Q2 → eind 2026".

A window moved when both windows can be read and another day is its last; of the same last day the first decides. What
can't be read moved nowhere: the words are other words, and a person looks. Source: docs/decisions/vage-tijdslijnen.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Schuif(StrEnum):
    """Where a window went."""

    LATER = "later"
    EERDER = "eerder"
    BEGIN_LATER = "begin_later"
    BEGIN_EERDER = "begin_eerder"
    # One of both can't be read, or has no days.
    ANDERS = "anders"

    @property
    def label(self) -> str:
        """What it is called behind a window."""
        return _LABELS[self]

    @property
    def is_verschoven(self) -> bool:
        """True when days moved, and not words alone."""
        return self is not Schuif.ANDERS


_LABELS = {
    Schuif.LATER: "later",
    Schuif.EERDER: "eerder",
    Schuif.BEGIN_LATER: "begint later",
    Schuif.BEGIN_EERDER: "begint eerder",
    Schuif.ANDERS: "anders gezegd",
}


@dataclass(frozen=True, slots=True)
class Venster:
    """A timeline as typed with the window that was read in it; an open side is None."""

    tekst: str
    van: date | None = None
    tot: date | None = None

    @property
    def is_known(self) -> bool:
        """False for a window that can't be read, and for one that is open on both sides."""
        return self.van is not None or self.tot is not None


@dataclass(frozen=True, slots=True)
class Stap:
    """One window of an action, from `sinds` on; `schuif` says where it went since the one before, None of the first."""

    venster: Venster
    sinds: str
    schuif: Schuif | None = None


def steps(seen: Iterable[tuple[str, Venster]]) -> tuple[Stap, ...]:
    """The windows of an action one after another; `seen`: in which round (or plan) it had which, the oldest first.

    Other words for the same days are no step: the newest words stand there.
    """
    found: list[Stap] = []
    for sinds, venster in seen:
        if not found:
            found.append(Stap(venster, sinds))
            continue
        last = found[-1]
        if venster is last.venster:
            continue
        moved = shift(last.venster, venster)
        if moved is None:
            found[-1] = Stap(venster, last.sinds, last.schuif)
        else:
            found.append(Stap(venster, sinds, moved))
    return tuple(found)


def shift(before: Venster, now: Venster) -> Schuif | None:
    """Where a window went; None when it stayed."""
    if not before.is_known or not now.is_known:
        same = (before.is_known, _words(before)) == (now.is_known, _words(now))
        return None if same else Schuif.ANDERS
    if before.tot != now.tot:
        return Schuif.LATER if _end(now) > _end(before) else Schuif.EERDER
    if before.van != now.van:
        return Schuif.BEGIN_LATER if _begin(now) > _begin(before) else Schuif.BEGIN_EERDER
    return None


def _words(venster: Venster) -> str:
    return " ".join(venster.tekst.casefold().split())


def _end(venster: Venster) -> date:
    """An open end is the latest."""
    return venster.tot or date.max


def _begin(venster: Venster) -> date:
    """An open beginning is the earliest."""
    return venster.van or date.min
