"""A goal drawn: where its path, the strip around it and its actuals lie."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from exports.look.goals import goal_drawing
from forms.goals import Point

PAD = (Point(date(2024, 1, 1), Decimal(300)), Point(date(2024, 4, 10), Decimal(200)))


def at(day: date, value: str) -> Point:
    return Point(day, Decimal(value))


def test_the_path_goes_down_and_the_aim_stays() -> None:
    drawn = goal_drawing(PAD, [at(date(2024, 7, 19), "210"), at(date(2024, 2, 20), "270.5")])
    assert drawn is not None
    assert [(one.woord, one.y) for one in drawn.streken] == [("0", 196), ("100", 138), ("200", 80), ("300", 22)]
    # Half of the two hundred days is the path, the rest its aim.
    assert [(one.x, one.y) for one in drawn.pad] == [(58, 22), (374, 80), (690, 80)]
    # A tenth of the way on either side, and never outside the axis.
    assert [one.y for one in drawn.strook] == [22, 74.2, 74.2, 85.8, 85.8, 27.8]
    assert [(one.woord, one.anker, one.uitleg) for one in drawn.standen] == [
        ("270,5", "middle", "270,5 op 20 februari 2024"),
        ("210", "end", "210 op 19 juli 2024"),
    ]
    assert drawn.alt == (
        "Lijngrafiek. Gepland: van 300 op 1 januari 2024 naar 200 op 10 april 2024. "
        "Werkelijk: 270,5 op 20 februari 2024; 210 op 19 juli 2024."
    )


def test_words_that_would_touch_are_told_by_the_last_dot() -> None:
    drawn = goal_drawing(PAD, [at(date(2024, 2, 1), "280"), at(date(2024, 2, 3), "281")])
    assert drawn is not None
    assert [one.woord for one in drawn.standen] == ["", "281"]


def test_nothing_is_drawn_without_a_path_or_an_actual_or_below_nought() -> None:
    assert goal_drawing((), [at(date(2024, 2, 1), "280")]) is None
    assert goal_drawing(PAD, []) is None
    assert goal_drawing(PAD, [at(date(2024, 2, 1), "-1")]) is None
