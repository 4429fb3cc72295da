"""Small numbers of clients that regions type themselves: what may not be told outside the plan and its reviewers. Pure.

Source: docs/decisions/kleine-aantallen.md; 0 is shown, and whatever counts no people.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from forms.figures import Amount, Figure
from forms.goals import CountsClients
from forms.richtext import to_plain
from forms.timeline.words import MONTHS
from portal.domain.plan.readings import ACTUAL, FIGURES, figures_of

# Words by which a unit or an indicator counts people. Too many hides more than needed, too few tells what may not be.
PEOPLE = (
    "client",
    "cliënt",
    "inwoner",
    "instroom",
    "persoon",
    "personen",
    "mensen",
    "jongere",
    "jongvolwassen",
    "bewoner",
    "patiënt",
    "deelnemer",
)

# A whole number by itself (no part of "1,5", "5a", "3%" or "1-1-2024") and up to three words behind it.
_NUMBER = re.compile(r"(?<![\w.,/-])(\d{1,4})(?![\w%/-]|[.,]\d)(?=((?:\s+[\w-]+){0,3}))")
_DAYS = [[name] for name in MONTHS]


@dataclass(frozen=True)
class Masking:
    """Below which number a figure is told to nobody, and of which goals (by id) the region says now that they count
    clients: what was handed in before it said so must not tell more than it does now.
    """

    threshold: int
    counting: frozenset[int] = frozenset()

    def as_said_now(self, goal: Mapping[str, Any]) -> Mapping[str, Any]:
        """The goal; with yes where its region says that by now."""
        return {**goal, "telt_clienten": CountsClients.YES.value} if goal["id"] in self.counting else goal

    def masked(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """The content of a plan as others read it."""
        goals = [self.as_said_now(row) for row in content["doelstellingen"]]
        return without_small_figures({**content, "doelstellingen": goals}, self.threshold)

    def masked_sheet(self, content: Mapping[str, Any]) -> dict[str, Any]:
        """The content of a sheet as others read it."""
        goals = [self.as_said_now(row) for row in content["doelen"]]
        return sheet_without_small_figures({**content, "doelen": goals}, self.threshold)


def is_small_number(goal: Mapping[str, Any], figures: tuple[Figure, ...], threshold: int) -> bool:
    """True for a number of people that is under the threshold, and more than nobody."""
    return any(_is_small(one.amount, threshold) and counts_people(goal, one.amount.unit) for one in figures)


def small_figures(goal: Mapping[str, Any], threshold: int) -> list[str]:
    """Which of the start and the aim of a goal are such a number."""
    read = goal["gelezen"]
    return [name for name in FIGURES if is_small_number(goal, figures_of(read, name), threshold)]


def without_small_figures(content: Mapping[str, Any], threshold: int) -> dict[str, Any]:
    """The content of a plan as others read it: a start or aim that is a small number says only that."""
    goals = [_masked(row, small_figures(row, threshold), threshold) for row in content["doelstellingen"]]
    return {**content, "doelstellingen": goals}


def _masked(row: Mapping[str, Any], names: Sequence[str], threshold: int) -> dict[str, Any]:
    hidden: dict[str, Any] = dict.fromkeys(names, f"<{threshold}")
    nothing: dict[str, Any] = {name: [] for name in names}
    return {**row, **hidden, "gelezen": {**row["gelezen"], **nothing}}


def sheet_without_small_figures(content: Mapping[str, Any], threshold: int) -> dict[str, Any]:
    """The content of a sheet as others read it: a start, aim or actual that is a small number says only that.

    Nothing is read in it any more: where it lies beside the plan would tell which number it is.
    """
    standings = dict(content["doelstanden"])
    for goal in content["doelen"]:
        key = str(goal["id"])
        told = standings.get(key)
        if told and is_small_number(goal, figures_of(told["gelezen"], ACTUAL), threshold):
            standings[key] = {**told, ACTUAL: f"<{threshold}", "gelezen": {**told["gelezen"], ACTUAL: []}}
    goals = [_masked(goal, small_figures(goal, threshold), threshold) for goal in content["doelen"]]
    return {**content, "doelen": goals, "doelstanden": standings}


def counts_people(goal: Mapping[str, Any], own_unit: str = "") -> bool:
    """True when a figure of this goal may be a number of people.

    A share or an amount of money is none. What the region says of its indicator decides, but "3 cliënten" typed with
    the number itself is people all the same; a region that does not know says yes. Without a word of it we guess.
    """
    if _is_share(own_unit or goal["eenheid"]):
        return False
    said = CountsClients(goal["telt_clienten"])
    if said is CountsClients.NO:
        return _names_people(own_unit)
    return said is not CountsClients.NOT_SAID or guessed(goal, own_unit)


def guessed(goal: Mapping[str, Any], own_unit: str = "") -> bool:
    """What the words of a goal say: its unit or its indicator names people, or there are no words.

    A unit of its own goes before that of the goal. The safe default for a goal of which nobody said it, and only a
    proposal for the region.
    """
    unit = own_unit or goal["eenheid"]
    words = f"{unit} {goal['indicator']}".strip()
    return not _is_share(unit) and (not words or _names_people(words))


def typed_in_words(goal: Mapping[str, Any], threshold: int) -> list[str]:
    """Small numbers of people that stand in the words of a goal itself: everybody reads these as they were typed.

    A number is one when words behind it name people ("van 6 naar 4 cliënten"), or when it is a figure of the goal.
    """
    if not counts_people(goal):
        return []
    own = {goal[name].strip() for name in small_figures(goal, threshold)}
    found = (_Number(*one.groups()) for one in _NUMBER.finditer(to_plain(goal["tekst"])))
    return list(dict.fromkeys(one.typed for one in found if one.is_small(threshold) and one.is_of_people(own)))


@dataclass(frozen=True)
class _Number:
    """A whole number in running words, with the words behind it."""

    typed: str
    behind: str

    def is_small(self, threshold: int) -> bool:
        return 0 < int(self.typed) < threshold

    def is_of_people(self, own: Collection[str]) -> bool:
        following = self.behind.casefold().split()
        return following[:1] not in _DAYS and (self.typed in own or any(_names_people(one) for one in following))


def _is_share(unit: str) -> bool:
    return unit.startswith(("%", "€"))


def _names_people(words: str) -> bool:
    return any(one in words.casefold() for one in PEOPLE)


def _is_small(amount: Amount, threshold: int) -> bool:
    bounds = [one for one in (amount.lower, amount.upper) if one is not None]
    return any(Decimal(0) < one < threshold for one in bounds)
