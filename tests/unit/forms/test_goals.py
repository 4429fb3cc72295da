"""The planned path of a goal, and where an actual lies beside it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.figures import Amount, Figure, read_figures
from forms.goals import Actual, Direction, Lies, NoPath, NoVerdict, Path, Verdict, planned_path, verdict_of
from forms.timeline import Window, read_timeline


def path_of(start: str, measured: str, aim: str, by: str, unit: str = "") -> Path | NoPath:
    return planned_path(
        start=read_figures(start),
        measured=read_timeline(measured),
        aim=read_figures(aim),
        by=read_timeline(by),
        unit=unit,
    )


def judged(path: Path | NoPath, value: str, day: str) -> Verdict:
    return verdict_of(path, Actual.on(read_figures(value), read_timeline(day)))


DOWN = ("300", "1-1-2024", "200", "31-12-2024")


def test_the_path_is_a_straight_line_from_start_to_aim():
    path = path_of("300", "1-1-2024", "200", "10-4-2024", "per maand")
    assert isinstance(path, Path)
    days = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 2, 20), date(2024, 4, 10), date(2026, 1, 1)]
    assert [path.planned(day) for day in days] == [None, 300, 250, 200, 200]
    assert (path.direction, path.unit) == (Direction.DOWN, "per maand")


def test_of_a_period_the_last_day_counts():
    path = path_of("8,5", "Q4 2023", "12", "eind 2025")
    assert isinstance(path, Path)
    assert [one.day for one in path.points] == [date(2023, 12, 31), date(2025, 12, 31)]
    assert path.direction is Direction.UP


def test_an_aim_per_period_is_a_path_of_its_own():
    path = path_of("240", "1-1-2024", "2024: 200; 2025: 150", "")
    assert isinstance(path, Path)
    assert [one.value for one in path.points] == [240, 200, 150]
    assert path.planned(date(2025, 7, 1)) == 200 - Decimal(50) * 182 / 365
    assert isinstance(path_of("", "", "2024: 200; 2025: 150", ""), Path)


def test_a_bound_is_where_the_line_goes_and_says_which_side_is_better():
    path = path_of("300", "1-1-2024", "< 240", "eind 2024")
    assert isinstance(path, Path)
    assert (path.points[-1].value, path.direction) == (240, Direction.DOWN)
    flat = path_of("10", "1-1-2024", "minimaal 10", "eind 2024")
    assert isinstance(flat, Path)
    assert flat.direction is Direction.UP


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("300", "1-1-2024", "zo laag mogelijk", "eind 2024"), NoPath.AIM),
        (("300", "1-1-2024", "200 - 240", "eind 2024"), NoPath.AIM),
        (("300", "1-1-2024", "240", "zo snel mogelijk na akkoord"), NoPath.BY),
        (("300", "1-1-2024", "240", "vanaf 2025"), NoPath.BY),
        (("", "1-1-2024", "240", "eind 2024"), NoPath.START),
        (("< 300", "1-1-2024", "240", "eind 2024"), NoPath.START),
        (("300", "", "240", "eind 2024"), NoPath.MEASURED),
        (("300", "1-1-2025", "240", "eind 2024"), NoPath.ORDER),
        (("300", "eind 2024", "240", "31-12-2024"), NoPath.ORDER),
        (("300 per maand", "1-1-2024", "20%", "eind 2024"), NoPath.UNIT),
        (("200", "1-1-2024", "< 240", "eind 2024"), NoPath.SIDE),
    ],
)
def test_what_can_not_be_read_gives_no_path_with_the_reason(typed: tuple[str, str, str, str], why: NoPath):
    assert path_of(*typed) is why
    assert judged(why, "250", "1-7-2024").reason == f"het doel heeft geen pad: {why.words}"


@pytest.mark.parametrize(
    ("value", "lies"),
    [
        ("239", Lies.AHEAD),
        ("240", Lies.ON),
        ("ca. 250", Lies.ON),
        ("260", Lies.ON),
        ("261", Lies.BEHIND),
    ],
)
def test_a_tenth_of_the_way_is_still_on_the_path(value: str, lies: Lies):
    path = path_of("300", "1-1-2024", "200", "10-4-2024")
    found = judged(path, value, "20-2-2024")
    assert (found.lies, found.planned, found.reason) == (lies, 250, "")


def test_more_is_better_for_a_goal_that_grows():
    path = path_of("100", "1-1-2024", "200", "10-4-2024")
    assert [judged(path, value, "20-2-2024").lies for value in ("130", "150", "170")] == [
        Lies.BEHIND,
        Lies.ON,
        Lies.AHEAD,
    ]


def test_nobody_says_which_side_is_better_of_a_goal_that_stays():
    path = path_of("100", "1-1-2024", "100", "10-4-2024")
    assert [judged(path, value, "20-2-2024").lies for value in ("99", "100", "101")] == [
        Lies.BELOW,
        Lies.ON,
        Lies.ABOVE,
    ]


def test_a_whole_number_may_lie_half_beside_a_small_path():
    path = path_of("11", "1-1-2024", "10", "10-4-2024")
    assert [judged(path, value, "20-2-2024").lies for value in ("10", "11", "12")] == [Lies.ON, Lies.ON, Lies.BEHIND]


@pytest.mark.parametrize(
    ("value", "day", "why"),
    [
        ("meer dan eerst", "1-7-2024", NoVerdict.NO_NUMBER),
        ("200 - 240", "1-7-2024", NoVerdict.NO_NUMBER),
        ("< 240", "1-7-2024", NoVerdict.NO_NUMBER),
        ("240", "onlangs", NoVerdict.NO_DAY),
        ("20%", "1-7-2024", NoVerdict.OTHER_UNIT),
        ("240", "1-7-2023", NoVerdict.TOO_EARLY),
    ],
)
def test_what_can_not_be_compared_says_why(value: str, day: str, why: NoVerdict):
    found = judged(path_of(*DOWN, unit="per maand"), value, day)
    assert (found.lies, found.why, found.reason) == (None, why, why.words)


def test_what_is_not_said_or_not_known_is_no_number():
    path = path_of(*DOWN)
    assert verdict_of(path, Actual(said=False)).why is NoVerdict.EMPTY
    assert verdict_of(path, Actual(unknown=True)).why is NoVerdict.UNKNOWN


def test_a_unit_may_have_other_spaces_and_capitals():
    path = path_of(*DOWN, unit="Cliënten per maand")
    assert judged(path, "250 cliënten  per maand", "1-7-2024").lies is Lies.ON


def test_a_period_in_the_value_goes_before_the_field_beside_it():
    found = judged(path_of(*DOWN), "Q1 2024: 270", "31-12-2024")
    assert found.day == date(2024, 3, 31)


numbers = st.integers(-10_000, 10_000).map(lambda one: Decimal(one) / 10)
days = st.integers(1, 1500).map(lambda one: date(2024, 1, 1) + timedelta(days=one))


def plain(value: Decimal) -> tuple[Figure, ...]:
    return (Figure(Amount(value, value)),)


def line(start: Decimal, aim: Decimal, by: date) -> Path:
    begin = Window(date(2024, 1, 1), date(2024, 1, 1))
    found = planned_path(start=plain(start), measured=begin, aim=plain(aim), by=Window(by, by))
    assert isinstance(found, Path)
    return found


@given(numbers, numbers, days, days)
def test_the_plan_stays_between_start_and_aim_and_is_itself_on_its_path(
    start: Decimal, aim: Decimal, by: date, day: date
):
    path = line(start, aim, by)
    planned = path.planned(day)
    assert planned is not None
    assert min(start, aim) <= planned <= max(start, aim)
    assert verdict_of(path, Actual(plain(planned), day)).lies is Lies.ON


@given(numbers, numbers, days, days, numbers)
def test_a_goal_upside_down_lies_as_far_on_the_other_side(
    start: Decimal, aim: Decimal, by: date, day: date, value: Decimal
):
    swap = {Lies.ABOVE: Lies.BELOW, Lies.BELOW: Lies.ABOVE}
    one = verdict_of(line(start, aim, by), Actual(plain(value), day)).lies
    other = verdict_of(line(-start, -aim, by), Actual(plain(-value), day)).lies
    assert one is not None
    assert other is swap.get(one, one)


@given(numbers, numbers, days, days, numbers, numbers)
def test_better_is_never_judged_worse(start: Decimal, aim: Decimal, by: date, day: date, one: Decimal, two: Decimal):
    path = line(start, aim, by)
    order = [Lies.BEHIND, Lies.ON, Lies.AHEAD] if start != aim else [Lies.BELOW, Lies.ON, Lies.ABOVE]
    worse, better = sorted((one, two), reverse=aim < start)
    found = [verdict_of(path, Actual(plain(value), day)).lies for value in (worse, better)]
    places = [order.index(lies) for lies in found if lies]
    assert len(places) == 2
    # A number with more decimals is held to a narrower margin only when that margin is half of its last digit.
    if path.distance >= 5:
        assert places == sorted(places)
