"""A line of the audit log: what was done, to what, how it ended, from where, by which account and when (BIO 8.15.01).

A line holds no name, no address and nothing that somebody typed: an account is its number, a thing its kind and
number. Who reads the log looks the names up at that moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from portal.domain import clock

LONGEST_OBJECT = 80
LONGEST_REQUEST = 64


class Resultaat(StrEnum):
    """How it ended."""

    GELUKT = "gelukt"
    GEWEIGERD = "geweigerd"
    MISLUKT = "mislukt"

    @property
    def label(self) -> str:
        """As people read it."""
        return self.value.capitalize()


class Oorsprong(StrEnum):
    """Where it came from: a page, a command on the server, or what the portal does by itself."""

    WEB = "web"
    OPDRACHTREGEL = "opdrachtregel"
    ONDERHOUD = "onderhoud"

    @property
    def label(self) -> str:
        """As people read it."""
        return self.value.capitalize()


@dataclass(frozen=True)
class Thing:
    """What something was done to: a kind ("plan") and which one ("12"). Both empty: nothing in particular."""

    soort: str = ""
    id: str = ""


NOTHING = Thing()


@dataclass(frozen=True)
class AuditLine:
    """One line, before it has a number."""

    op: str
    oorsprong: Oorsprong
    actor_id: int | None
    actie: str
    object_soort: str
    object_id: str
    resultaat: Resultaat
    verzoek: str


def new_line(
    actie: str,
    thing: Thing = NOTHING,
    *,
    resultaat: Resultaat,
    oorsprong: Oorsprong,
    actor_id: int | None = None,
    verzoek: str = "",
) -> AuditLine:
    """A line about this very moment. What came from an address is cut and stripped of what is no sign."""
    which, request_id = _clean(thing.id, LONGEST_OBJECT), _clean(verzoek, LONGEST_REQUEST)
    return AuditLine(moment(clock.now()), oorsprong, actor_id, actie, thing.soort, which, resultaat, request_id)


def moment(at: datetime) -> str:
    """A moment as the log writes it: in UTC, to the microsecond, always of the same length, so that text sorts it."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")


def moment_of(text: str) -> datetime:
    """The moment that a line tells."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _clean(text: str, longest: int) -> str:
    return "".join(sign for sign in text if sign.isprintable())[:longest]
