"""Where an actual lies beside the planned path of its goal: ahead, on, behind; or why nobody can say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from forms.figures import Figure
from forms.goals.path import Direction, NoPath, Path, Point, decimals_of, same_unit
from forms.timeline import Window

# On its path is within a tenth of the whole way from start to aim: measured by the ambition of the goal itself, so
# that it does not matter in which unit or how high it is, and a quarter's fluctuation is not called a delay.
TENTH = Decimal("0.1")


class Lies(StrEnum):
    """Where an actual lies. `ABOVE` and `BELOW` only when nobody said which side is better. The value is stored."""

    AHEAD = "voor"
    ON = "op"
    BEHIND = "achter"
    ABOVE = "boven"
    BELOW = "onder"

    @property
    def label(self) -> str:
        """As people read it."""
        return _LABELS[self]


_LABELS = {
    Lies.AHEAD: "Voor op schema",
    Lies.ON: "Op schema",
    Lies.BEHIND: "Achter op schema",
    Lies.ABOVE: "Boven het pad",
    Lies.BELOW: "Onder het pad",
}


class NoVerdict(StrEnum):
    """Why nothing can be said of an actual. The value is stored."""

    EMPTY = "niet_ingevuld"
    UNKNOWN = "weten_niet"
    NO_NUMBER = "geen_getal"
    NO_DAY = "geen_dag"
    OTHER_UNIT = "andere_eenheid"
    TOO_EARLY = "voor_begin"
    NO_PATH = "geen_pad"

    @property
    def words(self) -> str:
        """Why, as a part of a sentence."""
        return _WHY[self]


_WHY = {
    NoVerdict.EMPTY: "niets ingevuld",
    NoVerdict.UNKNOWN: "de regio weet het niet",
    NoVerdict.NO_NUMBER: "in de waarde is niet één getal gelezen",
    NoVerdict.NO_DAY: "in de peildatum is geen dag of periode gelezen",
    NoVerdict.OTHER_UNIT: "de eenheid is een andere dan die van het doel",
    NoVerdict.TOO_EARLY: "de peildatum ligt voor het begin van het pad",
    NoVerdict.NO_PATH: "het doel heeft geen pad",
}


@dataclass(frozen=True)
class Actual:
    """Where an indicator stands: what was read in the value, and on which day. `said` False: nothing was filled in.

    `unknown`: the region says that it does not know.
    """

    figures: Sequence[Figure] = ()
    day: date | None = None
    said: bool = True
    unknown: bool = False

    @property
    def value(self) -> Decimal | None:
        """The one number."""
        return self.figures[0].amount.value if len(self.figures) == 1 else None

    @classmethod
    def on(cls, figures: Sequence[Figure], measured: Window | None) -> Actual:
        """An actual of the last day of a period; a period in the value itself goes before."""
        own = figures[0].period if len(figures) == 1 else None
        window = own or measured
        return cls(figures, window.end if window else None)


_NO_PLACE = (NoVerdict.OTHER_UNIT, NoVerdict.NO_PATH, NoVerdict.UNKNOWN)


@dataclass(frozen=True)
class Verdict:
    """What can be said of one actual. Exactly one of `lies` and `why` is there; `no_path` says why there is no path."""

    lies: Lies | None = None
    why: NoVerdict | None = None
    no_path: NoPath | None = None
    value: Decimal | None = None
    day: date | None = None
    planned: Decimal | None = None

    @property
    def label(self) -> str:
        """The verdict as people read it: "Achter op schema", or "Geen getal"."""
        return self.lies.label if self.lies else "Niet te zeggen"

    @property
    def drawn(self) -> Point | None:
        """The actual as a point beside the path; None when it has no place there."""
        if self.value is None or self.day is None or self.why in _NO_PLACE:
            return None
        return Point(self.day, self.value)

    @property
    def reason(self) -> str:
        """Why nothing can be said, as a part of a sentence; empty when something is."""
        if self.no_path:
            return f"{NoVerdict.NO_PATH.words}: {self.no_path.words}"
        return self.why.words if self.why else ""


def verdict_of(path: Path | NoPath, actual: Actual) -> Verdict:
    """Where the actual lies beside the path. What is missing of the actual is told before what is missing of the path:
    that is what the region can mend in this round.
    """
    planned = path.planned(actual.day) if isinstance(path, Path) and actual.day else None
    known = Verdict(value=actual.value, day=actual.day, planned=planned)
    if why := _missing(path, actual, planned):
        no_path = path if why is NoVerdict.NO_PATH and isinstance(path, NoPath) else None
        return replace(known, why=why, no_path=no_path)
    assert isinstance(path, Path)
    assert actual.value is not None
    assert planned is not None
    return replace(known, lies=_lies(path, actual.value, planned))


def _missing(path: Path | NoPath, actual: Actual, planned: Decimal | None) -> NoVerdict | None:
    if actual.unknown:
        return NoVerdict.UNKNOWN
    if not actual.said:
        return NoVerdict.EMPTY
    if actual.value is None:
        return NoVerdict.NO_NUMBER
    if actual.day is None:
        return NoVerdict.NO_DAY
    if isinstance(path, NoPath):
        return NoVerdict.NO_PATH
    unit = actual.figures[0].amount.unit
    if unit and not same_unit(unit, path.unit):
        return NoVerdict.OTHER_UNIT
    return NoVerdict.TOO_EARLY if planned is None else None


def margin(path: Path, value: Decimal) -> Decimal:
    """How far from the path an actual may lie and still be on it.

    A tenth of the way, and never less than half of the last digit that was typed: 10 clients can't lie nearer to 10,5.
    """
    return margin_of((*path.points, Point(path.points[-1].day, value)), path.distance)


def margin_of(points: Sequence[Point], distance: Decimal | None = None) -> Decimal:
    """As `margin`, around the points of a path; `distance` is the whole way when they hold more than that path."""
    whole = abs(points[-1].value - points[0].value) if distance is None else distance
    step = Decimal(1).scaleb(-max(decimals_of(one.value) for one in points))
    return max(whole * TENTH, step / 2)


def _lies(path: Path, value: Decimal, planned: Decimal) -> Lies:
    if abs(value - planned) <= margin(path, value):
        return Lies.ON
    above = value > planned
    if path.direction is Direction.UNKNOWN:
        return Lies.ABOVE if above else Lies.BELOW
    return Lies.AHEAD if above is (path.direction is Direction.UP) else Lies.BEHIND
