"""Where the goals of a region stand in each round: most near their path, some ahead or behind, some not known.

Every goal has dice of its own, so that it keeps its pace from round to round.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from forms.dutch.numbers import dutch_number
from forms.goals import Path
from portal.demo.progress import Voice
from portal.domain.sheet.goals import path_of
from portal.services.sheet.goals import GoalValues

# How much of the planned way a goal has gone by now: on its path for most.
PACES = ("0.55", "0.8", "0.95", "1", "1", "1.05", "1.15", "1.4")
EMPTY, UNKNOWN, IN_WORDS, ABOUT, DATED = 0.1, 0.12, 0.05, 0.25, 0.4
WORDS = ("Iets lager dan vorig kwartaal", "Nog geen cijfer", "Tussen de 10 en 15")
WHY_UNKNOWN = (
    "Het zorgkantoor levert deze cijfers pas volgende maand.",
    "De registratie is dit kwartaal overgezet. Wij vertrouwen de cijfers nog niet.",
    "De aantallen zijn te klein om er iets over te zeggen.",
    "Wij meten dit een keer per jaar.",
)
NO_FIGURE = "Dit doel heeft geen getal. Wij bespreken het twee keer per jaar met cliënten en naasten."


def standing(voice: Voice, goal: Mapping[str, Any], at: int, number: int, until: date) -> GoalValues:
    """What the region says of goal `at` in round `number` (both from 0), which is about a period until that day."""
    dice = voice.dice("doelstand", at, number)
    path, chance = path_of(goal), dice.random()
    if not isinstance(path, Path):
        return GoalValues(weet_niet=True, toelichting=NO_FIGURE) if chance < UNKNOWN else GoalValues()
    if chance < EMPTY:
        return GoalValues()
    if chance < EMPTY + UNKNOWN:
        return GoalValues(weet_niet=True, toelichting=dice.choice(WHY_UNKNOWN))
    if chance < EMPTY + UNKNOWN + IN_WORDS:
        return GoalValues(dice.choice(WORDS))
    return _near(path, Decimal(voice.dice("tempo", at).choice(PACES)), dice, until)


def _near(path: Path, pace: Decimal, dice: Random, until: date) -> GoalValues:
    start, planned = path.points[0].value, path.planned(until)
    assert planned is not None
    noise = Decimal(dice.randint(-3, 3)) / 100
    value = max(
        Decimal(0), round(start + (planned - start) * pace + (path.points[-1].value - start) * noise, path.decimals)
    )
    sign = "%" if path.unit == "%" else ""
    typed = f"{'ca. ' if dice.random() < ABOUT else ''}{dutch_number(value)}{sign}"
    measured = f"{until.day}-{until.month}-{until.year}" if dice.random() < DATED else ""
    return GoalValues(typed, measured)
