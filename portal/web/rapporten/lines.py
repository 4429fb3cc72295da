"""A line chart of the report as a web page draws it: places in the drawing, and the words at the ends of its lines."""

from __future__ import annotations

from dataclasses import dataclass

from exports.look.lines import STREPEN, spread, step_of, top_of
from exports.look.status import looks_of
from exports.national.tree import Lijn, Lijngrafiek

# In units of the drawing.
WIDTH, HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 280, 40, 510, 12, 250
_IN = 40
_WORDS = 18
# How the dashes of `STREPEN` are drawn here.
_DASHES = dict(zip(STREPEN, ("", "8 6", "2 5", "14 7", "5 4", "9 5 2 5"), strict=True))


@dataclass(frozen=True)
class Merk:
    """A word with its place along an axis."""

    woord: str
    x: float = 0
    y: float = 0


@dataclass(frozen=True)
class Getrokken:
    """One line: its points, how it is dashed, and where the words at its end stand."""

    woord: str
    kleur: str
    streep: str
    plaatsen: tuple[tuple[float, float], ...]
    einde: float

    @property
    def punten(self) -> str:
        """Its points as SVG writes them."""
        return " ".join(f"{x},{y}" for x, y in self.plaatsen)


@dataclass(frozen=True)
class Tekening:
    """The whole drawing."""

    streken: tuple[Merk, ...]
    momenten: tuple[Merk, ...]
    lijnen: tuple[Getrokken, ...]
    breedte: int = WIDTH
    hoogte: int = HEIGHT
    rechts: int = _RIGHT


def line_drawing(grafiek: Lijngrafiek) -> Tekening:
    """What to draw for these lines."""
    values = [value for one in grafiek.lijnen for value in one.waarden]
    top, step = top_of(values), step_of(values)
    many, room = len(grafiek.momenten), _BOTTOM - _TOP
    momenten = tuple(Merk(woord, x=_across(place, many)) for place, woord in enumerate(grafiek.momenten))
    streken = tuple(Merk(str(value), y=_up(value, top)) for value in range(0, top + 1, step))
    ends = spread([(_up(_last(one), top) - _TOP) / room for one in grafiek.lijnen], _WORDS / room)
    looks = looks_of([one.status for one in grafiek.lijnen])
    lijnen = tuple(
        Getrokken(
            f"{lijn.naam} {_last(lijn)}",
            look.lijn,
            _DASHES[STREPEN[number % len(STREPEN)]],
            _places(lijn, top),
            round(_TOP + end * room, 1),
        )
        for number, (lijn, look, end) in enumerate(zip(grafiek.lijnen, looks, ends, strict=True))
    )
    return Tekening(streken, momenten, lijnen)


def _places(lijn: Lijn, top: int) -> tuple[tuple[float, float], ...]:
    many = len(lijn.waarden)
    return tuple(
        (_across(place, many), _up(value, top)) for place, value in enumerate(lijn.waarden) if value is not None
    )


def _across(place: int, many: int) -> float:
    room = _RIGHT - _LEFT - 2 * _IN
    return round(_LEFT + _IN + (room * place / (many - 1) if many > 1 else room / 2), 1)


def _up(value: int, top: int) -> float:
    return round(_BOTTOM - value / top * (_BOTTOM - _TOP), 1)


def _last(lijn: Lijn) -> int:
    return next((one for one in reversed(lijn.waarden) if one is not None), 0)
