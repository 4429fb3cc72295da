"""The places of an edition where words of a file can go, in the order of the format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from forms.spec import PLAN_LISTS, Format, Kind, Question, Section

_TEXTS = frozenset({Kind.SHORT_TEXT, Kind.LONG_TEXT})
_CLOSED = frozenset({Kind.CHOICE, Kind.CHOICES})
# Behind the key of the list of goals: the national one, that every plan has already.
_NATIONAL = "-landelijk"


@dataclass(frozen=True)
class PlanPlace:
    """Where words can go: a text, a closed answer, the rows of a list, or the national goal."""

    key: str
    question: Question
    section: Section
    is_national_goal: bool = False

    @property
    def is_list(self) -> bool:
        """True when what goes here becomes rows."""
        return self.question.kind in PLAN_LISTS and not self.is_national_goal

    @property
    def is_closed(self) -> bool:
        """True when one or more answers are chosen here."""
        return self.question.kind in _CLOSED

    @property
    def name(self) -> str:
        """What the person knows it by."""
        if self.is_national_goal:
            return "Landelijke doelstelling"
        return self.question.label


@dataclass(frozen=True)
class Places:
    """All places of an edition."""

    format: Format

    @cached_property
    def all(self) -> tuple[PlanPlace, ...]:
        """In the order of the format."""
        return tuple(place for section in self.format.sections for place in _in_section(section))

    @cached_property
    def by_key(self) -> dict[str, PlanPlace]:
        """By the key that is stored."""
        return {place.key: place for place in self.all}

    def of(self, section: Section) -> tuple[PlanPlace, ...]:
        """The places of a part."""
        return tuple(place for place in self.all if place.section is section)

    def main(self, section: Section) -> PlanPlace:
        """Where words under the label of a part go: what the format has room for first."""
        found = self.of(section)
        printed = [one for one in found if one.question.in_format and not one.is_closed and not one.is_national_goal]
        return (printed or list(found))[0]

    def beside(self, section: Section) -> PlanPlace | None:
        """Where words go that stand beside a list (an explanation, "Zie Acties!"); None when there is no such place."""
        main = self.main(section)
        texts = [one for one in self.of(section) if one.question.kind in _TEXTS and one is not main]
        wanted = main.question.or_else
        return next((one for one in texts if one.key == wanted), texts[0] if texts and main.is_list else None)

    def national(self, section: Section) -> PlanPlace | None:
        """The place of the national goal, when this part asks it."""
        return next((one for one in self.of(section) if one.is_national_goal), None)


@lru_cache(maxsize=20)
def places_of(format_: Format) -> Places:
    """The places of an edition."""
    return Places(format_)


def _in_section(section: Section) -> Iterator[PlanPlace]:
    for question in section.questions:
        if question.goal:
            yield PlanPlace(question.key + _NATIONAL, question, section, is_national_goal=True)
        yield PlanPlace(question.key, question, section)
