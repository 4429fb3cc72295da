"""A goal drawn: its planned path with the strip that is on schedule, and where its indicator stood. Places only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil, floor, log10

from forms.dutch.dates import day_short
from forms.dutch.numbers import dutch_number
from forms.goals import Point
from forms.goals.verdict import margin_of

# In units of the drawing.
WIDTH, HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 230, 58, 690, 22, 196
_STEPS = 4
# The words of two dots nearer than this would touch: then the first keeps its dot only.
_APART, _NEAR_EDGE = 44, 30


@dataclass(frozen=True)
class DoelPlek:
    """A place in the drawing, with its word there and the whole of what it says."""

    x: float
    y: float
    woord: str = ""
    uitleg: str = ""

    @property
    def anker(self) -> str:
        """Where its word is held, so that it stays inside the drawing."""
        if self.x < _LEFT + _NEAR_EDGE:
            return "start"
        return "end" if self.x > _RIGHT - _NEAR_EDGE else "middle"


@dataclass(frozen=True)
class DoelTekening:
    """What to draw: lines of the axis, the days at both ends, the path, the strip around it, and the actuals."""

    streken: tuple[DoelPlek, ...]
    dagen: tuple[DoelPlek, DoelPlek]
    pad: tuple[DoelPlek, ...]
    strook: tuple[DoelPlek, ...]
    standen: tuple[DoelPlek, ...]
    alt: str
    breedte: int = WIDTH
    hoogte: int = HEIGHT
    links: int = _LEFT
    rechts: int = _RIGHT

    @property
    def padpunten(self) -> str:
        """The path as SVG writes points."""
        return _as_svg(self.pad)

    @property
    def strookpunten(self) -> str:
        """The strip as SVG writes points."""
        return _as_svg(self.strook)


def goal_drawing(pad: Sequence[Point], standen: Iterable[Point]) -> DoelTekening | None:
    """The drawing; None without a path, without an actual, or with a number below nought."""
    actuals = sorted(standen, key=lambda one: one.day)
    if not pad or not actuals or any(one.value < 0 for one in (*pad, *actuals)):
        return None
    plane = _Plane.of([*pad, *actuals])
    path = _until(pad, plane.last)
    margin = margin_of(pad)
    return DoelTekening(
        tuple(plane.grid()),
        (plane.day(plane.first), plane.day(plane.last)),
        tuple(map(plane.at, path)),
        tuple(plane.at(one) for one in _strip(path, margin, plane.top)),
        tuple(_words_apart([plane.at(one, dutch_number(one.value), _said(one)) for one in actuals])),
        _in_words(pad, actuals),
    )


@dataclass(frozen=True)
class _Plane:
    first: date
    last: date
    step: Decimal
    many: int

    @classmethod
    def of(cls, points: Sequence[Point]) -> _Plane:
        highest = max(one.value for one in points)
        step = _step_of(highest)
        days = [one.day for one in points]
        return cls(min(days), max(days), step, max(1, ceil(highest / step)))

    @property
    def top(self) -> Decimal:
        """The end of the axis of numbers."""
        return self.step * self.many

    def at(self, point: Point, woord: str = "", uitleg: str = "") -> DoelPlek:
        """Where a point lies."""
        across = (point.day - self.first).days / max((self.last - self.first).days, 1)
        up = float(point.value / self.top)
        return DoelPlek(
            round(_LEFT + across * (_RIGHT - _LEFT), 1), round(_BOTTOM - up * (_BOTTOM - _TOP), 1), woord, uitleg
        )

    def day(self, day: date) -> DoelPlek:
        """A day along the axis."""
        return self.at(Point(day, Decimal(0)), day_short(day))

    def grid(self) -> Iterator[DoelPlek]:
        """A line for each step of the numbers."""
        for number in range(self.many + 1):
            value = self.step * number
            yield self.at(Point(self.first, value), dutch_number(value))


def _step_of(highest: Decimal) -> Decimal:
    """1, 2 or 5 with noughts before or behind it: at most so many lines."""
    rough = highest / _STEPS or Decimal(1)
    ten = Decimal(10) ** floor(log10(rough))
    return next(step * ten for step in (1, 2, 5, 10) if step * ten >= rough)


def _until(pad: Sequence[Point], day: date) -> tuple[Point, ...]:
    """After its end the aim stays."""
    last = pad[-1]
    return (*pad, *((Point(day, last.value),) if day > last.day else ()))


def _strip(pad: Sequence[Point], margin: Decimal, top: Decimal) -> Iterator[Point]:
    above = (Point(one.day, min(one.value + margin, top)) for one in pad)
    below = (Point(one.day, max(one.value - margin, Decimal(0))) for one in reversed(pad))
    yield from (*above, *below)


def _words_apart(places: Sequence[DoelPlek]) -> Iterator[DoelPlek]:
    for place, one in enumerate(places):
        following = places[place + 1].x if place + 1 < len(places) else None
        is_near = following is not None and following - one.x < _APART
        yield DoelPlek(one.x, one.y, "" if is_near else one.woord, one.uitleg)


def _said(point: Point) -> str:
    return f"{dutch_number(point.value)} op {day_short(point.day)}"


def _in_words(pad: Sequence[Point], actuals: Sequence[Point]) -> str:
    planned, told = " naar ".join((_said(pad[0]), _said(pad[-1]))), "; ".join(map(_said, actuals))
    return f"Lijngrafiek. Gepland: van {planned}. Werkelijk: {told}."


def _as_svg(places: Iterable[DoelPlek]) -> str:
    return " ".join(f"{one.x},{one.y}" for one in places)
