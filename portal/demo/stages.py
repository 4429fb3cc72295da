"""The stages of the year that the demo can show, and the days that go with each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


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
        """True when the plans were looked at. `kwartaal` shows the same for now."""
        return self in (Stage.BEOORDEELD, Stage.KWARTAAL)


DAYS_TO_DEADLINE = {
    Stage.LEEG: 70,
    Stage.CONCEPT: 12,
    Stage.INGEDIEND: -5,
    Stage.BEOORDEELD: -61,
    Stage.KWARTAAL: -61,
}
WRITING_DAYS = 58
REVIEW_AFTER_DAYS = 12


@dataclass(frozen=True)
class Days:
    """The days of a world, counted from the day on which somebody looks at it."""

    stage: Stage
    vandaag: date

    @property
    def deadline(self) -> date:
        """When the plans have to be in."""
        return self.vandaag + timedelta(days=DAYS_TO_DEADLINE[self.stage])

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
