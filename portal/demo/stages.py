"""The stages of the year that the demo can show, and the days that go with each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from portal.demo.quarters import Quarter, quarter_of


class Stage(StrEnum):
    """How far the year is."""

    LEEG = "leeg"
    CONCEPT = "concept"
    INGEDIEND = "ingediend"
    BEOORDEELD = "beoordeeld"
    KWARTAAL = "kwartaal"

    @property
    def is_past_deadline(self) -> bool:
        """True when the plans had to be submitted already."""
        return self not in (Stage.LEEG, Stage.CONCEPT)

    @property
    def is_reviewed(self) -> bool:
        """True when the plans were looked at."""
        return self in (Stage.BEOORDEELD, Stage.KWARTAAL)


DAYS_TO_DEADLINE = {
    Stage.LEEG: 70,
    Stage.CONCEPT: 12,
    Stage.INGEDIEND: -5,
    Stage.BEOORDEELD: -61,
}
WRITING_DAYS = 58
REVIEW_AFTER_DAYS = 12
# Three rounds: two that are finished, and one that is open now.
EARLIER_ROUNDS = 2
OPEN_SINCE_DAYS, STILL_OPEN_DAYS = 24, 8


@dataclass(frozen=True)
class RoundDays:
    """The days of one round: the quarter it asks about, when it opened and until when regions had."""

    quarter: Quarter
    opent_op: date
    deadline: date


@dataclass(frozen=True)
class Days:
    """The days of a world, counted from the day on which somebody looks at it."""

    stage: Stage
    vandaag: date

    @property
    def deadline(self) -> date:
        """When the plans have to be in; in `kwartaal` just before the quarter of the first round began."""
        if self.stage is Stage.KWARTAAL:
            return self.rounds[0].quarter.first_day - timedelta(days=1)
        return self.vandaag + timedelta(days=DAYS_TO_DEADLINE[self.stage])

    @property
    def rounds(self) -> tuple[RoundDays, ...]:
        """The rounds of `kwartaal`, the oldest first; the last one is open."""
        opent_op = self.vandaag - timedelta(days=OPEN_SINCE_DAYS)
        quarter = quarter_of(opent_op).before
        latest = RoundDays(quarter, opent_op, self.vandaag + timedelta(days=STILL_OPEN_DAYS))
        earlier = []
        for _ in range(EARLIER_ROUNDS):
            quarter = quarter.before
            opened = quarter.last_day + timedelta(days=6)
            earlier.append(RoundDays(quarter, opened, opened + timedelta(days=24)))
        return (*reversed(earlier), latest)

    @property
    def start(self) -> date:
        """When the coördinator started the plans."""
        return self.deadline - timedelta(days=WRITING_DAYS + 12)

    @property
    def last_writing_day(self) -> date:
        """The last day on which a region can have written something."""
        return min(self.deadline, self.vandaag - timedelta(days=1))

    @property
    def first_review_day(self) -> date:
        """The first day on which somebody reviews what was submitted."""
        return self.deadline + timedelta(days=REVIEW_AFTER_DAYS)

    @property
    def last_day(self) -> date:
        """The last day on which something happened."""
        return self.vandaag - timedelta(days=1)

    @property
    def plan_year(self) -> int:
        """The year that the plans are about."""
        return (self.deadline + timedelta(days=45)).year
