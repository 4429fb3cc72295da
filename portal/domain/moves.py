"""Tables of moves: what may happen to the status of a plan version, a round, an answer sheet or a report.

Source: decision 3 of the architecture. Each subject has its own table in `portal/domain/<subject>/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from portal.domain.policy import Action


class Shown(Protocol):
    """A status: it has a label that people read."""

    @property
    def label(self) -> str: ...


class Verb(Protocol):
    """A move: its value is the verb of the person."""

    @property
    def value(self) -> str: ...


Status = TypeVar("Status", bound=Shown)
Move = TypeVar("Move", bound=Verb)


@dataclass(frozen=True)
class MoveRule(Generic[Status]):
    """From which states a move may start, where it ends, who may do it and whether a reason is needed."""

    sources: frozenset[Status]
    target: Status
    action: Action
    needs_reason: bool = False


class MoveNotAllowed(Exception):
    """A move was asked that the present status does not allow. The message is Dutch and fit to show."""


@dataclass(frozen=True)
class Moves(Generic[Move, Status]):
    """The table of moves of one kind of thing; `thing` is how people call it in a sentence: "Dit plan"."""

    thing: str
    rules: Mapping[Move, MoveRule[Status]]

    def next_status(self, move: Move, current: Status, *, reason: str = "") -> Status:
        """The status after a move.

        Raises MoveNotAllowed when the move does not start from `current`, or a needed reason is missing.
        """
        rule, verb = self.rules[move], move.value.capitalize()
        if current not in rule.sources:
            raise MoveNotAllowed(f"{self.thing} heeft nu de status “{current.label}”. {verb} kan dan niet.")
        if rule.needs_reason and not reason.strip():
            raise MoveNotAllowed(f"{verb} kan alleen met een reden.")
        return rule.target

    def starts_from(self, move: Move, current: Status) -> bool:
        """True when this move may start from this status."""
        return current in self.rules[move].sources
