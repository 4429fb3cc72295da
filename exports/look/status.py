"""How a status looks, wherever it is drawn: screen, Word, Excel, slides and PDF. The one place where that is said.

A colour is never alone: each status has a sign, and where two come too near in grey one of them has a pattern or an
edge (`tests/unit/exports/test_status_looks.py` computes it, also for eyes that see fewer colours).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from exports.look.charts import brightness, colours, letter_on
from exports.look.colours import ACCENT, GRID, INK_SOFT, WHITE
from forms.counted import ActieStatus, Doel

ZONDER_ANTWOORD, NIET_GEVRAAGD = "zonder_antwoord", "niet_gevraagd"


# A line lighter than this can't be seen on white.
_PALE, _PALE_LINE = 0.55, GRID


class Patroon(StrEnum):
    """What a plane has besides its colour."""

    VOL = "vol"
    ARCERING = "arcering"
    RAND = "rand"


@dataclass(frozen=True)
class Uiterlijk:
    """The colour of a plane, the sign beside its word, and its pattern. `rand` is the colour of its edge or hatch."""

    kleur: str
    teken: str = ""
    patroon: Patroon = Patroon.VOL
    rand: str = WHITE

    @property
    def letter(self) -> str:
        """White or black: what is read best on it."""
        return letter_on(self.kleur)

    @property
    def lijn(self) -> str:
        """Its colour as a line: one that is too light for that is a middle grey."""
        return _PALE_LINE if brightness(self.kleur) > _PALE else self.kleur


_GEEN = Uiterlijk(WHITE, "–", Patroon.RAND, INK_SOFT)
STATUSSEN: Mapping[str, Uiterlijk] = {
    ActieStatus.AFGEROND: Uiterlijk("07454A", "●"),
    ActieStatus.OP_SCHEMA: Uiterlijk("2E9199", "►"),
    ActieStatus.AANDACHT: Uiterlijk("EE9A36", "▲"),
    ActieStatus.GESTOPT: Uiterlijk("8E1B17", "■", Patroon.ARCERING, "F0C9C7"),
    ActieStatus.NIET_GESTART: Uiterlijk("D0D6D9", "○"),
    ZONDER_ANTWOORD: _GEEN,
    NIET_GEVRAAGD: _GEEN,
}
# What a region expects is no status of an action: it has colours of its own, except for who did not answer.
DOELEN: Mapping[str, Uiterlijk] = {
    Doel.JA: Uiterlijk("1D3F72", "+"),
    Doel.DEELS: Uiterlijk("8FB3DE", "±"),
    Doel.NEE: Uiterlijk("7A3B69", "×", Patroon.ARCERING, "E6CBDF"),
    Doel.WEET_NIET: Uiterlijk("D9DEE8", "?"),
    ZONDER_ANTWOORD: _GEEN,
    NIET_GEVRAAGD: _GEEN,
}
_BY_KEY: Mapping[str, Uiterlijk] = {**STATUSSEN, **DOELEN}


def look_of(status: str) -> Uiterlijk:
    """How this status looks; one that we do not know is white with an edge and has no sign."""
    return _BY_KEY.get(status) or Uiterlijk(WHITE, "", Patroon.RAND, INK_SOFT)


def in_order(statussen: Sequence[str]) -> list[str]:
    """Statuses from done to not begun, then who did not tell; those that we do not know stand before these."""
    order = {key: place for place, key in enumerate(STATUSSEN)}
    last = order[ZONDER_ANTWOORD]
    return sorted(statussen, key=lambda key: order.get(key, last - 0.5))


def looks_of(statussen: Sequence[str], accent: str = ACCENT) -> list[Uiterlijk]:
    """How the series of a chart look: each as its status, or in one hue when they are no statuses."""
    if any(statussen):
        return [look_of(one) for one in statussen]
    return [Uiterlijk(one) for one in colours(accent, len(statussen))]
