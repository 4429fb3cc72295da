"""What is small and what is hidden beside it, in examples small enough to work out by hand."""

from __future__ import annotations

import pytest

from portal.domain.instroom.suppression.cube import suppress_cube, suppress_tables
from portal.domain.instroom.suppression.guard import Unprotectable
from portal.domain.instroom.suppression.rule import Rule
from portal.domain.instroom.suppression.signs import Sign
from portal.domain.instroom.suppression.spots import Fineness, Grain, Release, Shape, Spot, Timespan
from portal.domain.instroom.suppression.sums import suppress
from tests.worlds.cubes import clients_of

RULE = Rule()
ALL = Shape(Grain(region_categories=Fineness.MONTH))


def texts(values: dict[str, int], sums: list[tuple[str, list[str]]], rule: Rule = RULE) -> dict[str, str]:
    return {key: sign.text for key, sign in suppress(values, sums, rule).items()}


def test_small_numbers_are_hidden_and_nobody_is_not() -> None:
    assert texts({"a": 0, "b": 1, "c": 4, "d": 5, "e": 1234}, []) == {
        "a": "0",
        "b": "<5",
        "c": "<5",
        "d": "5",
        "e": "1234",
    }
    assert texts({"a": 9, "b": 10}, [], Rule(10)) == {"a": "<10", "b": "10"}


def test_in_fives_a_number_is_never_shown_as_small() -> None:
    rule = Rule(rounded=True)
    shown = [rule.shown(value) for value in (0, 4, 5, 7, 8, 12, 13)]
    assert [one.text for one in shown] == ["0", "<5", "5", "5", "10", "10", "15"]
    assert [(one.lowest, one.highest) for one in shown[2:5]] == [(5, 7), (5, 7), (8, 12)]


def test_what_is_no_number_of_clients_is_refused() -> None:
    with pytest.raises(ValueError, match="not a number of clients"):
        Rule().shown(-1)
    with pytest.raises(ValueError, match="hides nothing"):
        Rule(1)
    with pytest.raises(ValueError, match="do not add up"):
        suppress({"total": 5, "a": 1, "b": 3}, [("total", ["a", "b"])], Rule())


def test_one_small_part_hides_another_part_that_can_take_all_of_it() -> None:
    """8 could only become 5, so that 3 would be at most 6 less: 20 and 23 can take what 3 gets or loses."""
    found = texts({"total": 31, "small": 3, "tight": 8, "wide": 20}, [("total", ["small", "tight", "wide"])])
    assert (found["small"], sorted(found.values()).count("niet getoond")) == ("<5", 1)


def test_two_ones_in_two_hide_the_two_as_well() -> None:
    """Both small, and the sum of 2 would say that both are 1: nothing is left to be seen."""
    assert texts({"total": 2, "a": 1, "b": 1}, [("total", ["a", "b"])])["total"] == "niet getoond"


def test_what_was_shown_before_is_not_hidden_now() -> None:
    values, sums = {"total": 23, "a": 3, "b": 20}, [("total", ["a", "b"])]
    before = {"b": Rule().shown(20)}
    assert suppress(values, sums, Rule(), before)["total"].sign is Sign.COMPLEMENT
    bound = suppress(values, sums, Rule(), {**before, "total": Rule().shown(23)})
    # It follows from what was shown already: it says nothing more.
    assert (bound["a"].sign, bound["a"].text) == (Sign.BLOCK, "niet getoond")
    with pytest.raises(Unprotectable):
        suppress(values, sums, Rule(), {key: Rule().shown(value) for key, value in values.items()})


def test_a_small_figure_hides_one_more_of_its_region_and_of_its_category() -> None:
    """The rectangle around it: (region 0, other category), (other region, category 0) and where these two meet."""
    shown = suppress_cube(clients_of([[3, 30], [20, 25], [40, 50]]).figures(), ALL, Rule())
    hidden = {(spot.place, spot.category) for spot, sign in shown.items() if not sign.visible and spot.period.month}
    assert len(hidden) == 4
    assert {("R0", "0"), ("R0", "1")} < hidden
    assert all(sign.visible for spot, sign in shown.items() if not spot.view)


def test_categories_of_a_region_are_shown_per_year_only() -> None:
    shown = suppress_cube(clients_of([[30, 30], [20, 25]]).figures(), Shape(), Rule())
    assert {sign.sign for spot, sign in shown.items() if spot.view and spot.place != "NL"} == {Sign.FINE}
    assert {sign.sign for spot, sign in shown.items() if spot.place == "NL"} == {Sign.VALUE}


def test_a_category_that_is_missing_takes_nothing() -> None:
    """Its number follows from the total: what it would take must come from elsewhere."""
    figures = clients_of([[3, 30, 40], [20, 25, 40], [40, 50, 40]]).figures()
    gone = Spot("R0", "a", "1", Timespan(2024, 0, 1))
    shown = suppress_cube({spot: value for spot, value in figures.items() if spot != gone}, ALL, Rule())
    assert shown[gone._replace(category="2")].sign is Sign.COMPLEMENT


def test_what_is_the_same_number_in_two_sources_is_hidden_in_both() -> None:
    one = clients_of([[3, 30], [20, 25]]).figures()
    shown = suppress_tables([Release(one), Release(one)], ALL, Rule())
    assert shown[0] == shown[1]


def test_stock_does_not_add_up_in_time() -> None:
    spot = Spot("NL", "", "", Timespan(2024, 1))
    stock = {spot: 40, spot._replace(period=Timespan(2024, 0, 3)): 3}
    assert suppress_cube(stock, Shape(adds_up_in_time=False), Rule())[spot].text == "40"
