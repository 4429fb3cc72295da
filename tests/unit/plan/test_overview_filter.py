"""What an address asks of the overview: which regions, in which order. Nonsense in it breaks nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.plan.overview_filter import ORDERS, OverviewQuery, choose, read_query

BO, CO = 7, 8


@dataclass(frozen=True)
class Answer:
    status_key: str
    deadline: date


@dataclass(frozen=True)
class Line:
    regio: str
    regio_id: int
    status_key: str = "leeg"
    deadline: date | None = None
    opgepakt_door: str = ""
    opgepakt_door_id: int | None = None
    meelezen: bool = False
    antwoord: Answer | None = None


AA = Line("Aa", 1)
BEE = Line("Bee", 2, "vastgesteld", date(2024, 1, 1), "Co", CO, antwoord=Answer("ingediend", date(2024, 4, 1)))
CEE = Line("Cee", 3, "concept", date(2024, 3, 1), meelezen=True, antwoord=Answer("te_laat", date(2024, 3, 1)))
DEE = Line("Dee", 4, "ingediend", date(2024, 1, 1), antwoord=Answer("niet_gevraagd", date(2024, 4, 1)))
EE = Line("Ee", 5, "in_behandeling", date(2024, 2, 1), "Bo", BO, antwoord=Answer("open", date(2024, 4, 20)))
LINES = (AA, BEE, CEE, DEE, EE)


def names(query: OverviewQuery, found: set[int] | None = None) -> str:
    return " ".join(line.regio for line in choose(LINES, query, me=BO, found=found))


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({}, "Aa Bee Cee Dee Ee"),
        ({"plan": "leeg"}, "Aa"),
        ({"plan": "vastgesteld"}, "Bee"),
        ({"plan": "meelezen"}, "Cee"),
        ({"antwoord": "te_laat"}, "Cee"),
        ({"antwoord": "niet_gevraagd"}, "Dee"),
        ({"opgepakt": "mij"}, "Ee"),
        ({"opgepakt": "niemand"}, "Dee"),
        ({"plan": "ingediend", "antwoord": "te_laat"}, ""),
        (
            {"plan": "onzin", "antwoord": "<script>", "opgepakt": "7", "sorteer": "naam", "kaart": "x"},
            "Aa Bee Cee Dee Ee",
        ),
    ],
)
def test_a_filter_leaves_out_what_does_not_fit_and_nonsense_leaves_out_nothing(asked: dict[str, str], shown: str):
    assert names(read_query(asked)) == shown


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        ("regio", "Aa Bee Cee Dee Ee"),
        ("-regio", "Ee Dee Cee Bee Aa"),
        ("status", "Aa Cee Dee Ee Bee"),
        ("-status", "Bee Ee Dee Cee Aa"),
        ("deadline", "Bee Dee Ee Cee Aa"),
        ("-deadline", "Cee Ee Bee Dee Aa"),
        ("opgepakt", "Ee Bee Aa Cee Dee"),
        ("-opgepakt", "Bee Ee Aa Cee Dee"),
        ("antwoord", "Dee Ee Cee Bee Aa"),
        ("deadline-uitvraag", "Cee Bee Dee Ee Aa"),
    ],
)
def test_rows_stand_by_a_column_what_is_unknown_last_and_equals_by_name(order: str, shown: str):
    assert names(read_query({"sorteer": order})) == shown


def test_a_search_and_a_filter_both_count():
    assert names(OverviewQuery(), {1, 5}) == "Aa Ee"
    assert names(OverviewQuery(plan="leeg"), {1, 5}) == "Aa"
    assert names(OverviewQuery(), set()) == ""


def test_an_address_says_only_what_is_not_as_usual():
    assert OverviewQuery().args() == {}
    query = OverviewQuery("concept", "open", "mij", "Zee", "deadline", True, "uitvraag", 3)
    assert query.args() == {
        "zoek": "Zee",
        "plan": "concept",
        "antwoord": "open",
        "opgepakt": "mij",
        "sorteer": "-deadline",
        "kaart": "uitvraag",
        "ronde": "3",
    }
    assert query.args(plan="", sorteer="regio", aflopend=False)["ronde"] == "3"
    assert "sorteer" not in query.args(sorteer="regio", aflopend=False)


def test_an_address_is_read_as_it_was_written():
    query = OverviewQuery("concept", "open", "mij", "Zee en duin", "deadline", True, "uitvraag", 12)
    assert read_query({**query.args(), "zoek": "  Zee en duin "}) == query
    assert read_query({}) == OverviewQuery()


def test_of_what_is_searched_only_the_beginning_counts():
    assert read_query({"zoek": "x" * 201}).zoek == "x" * 200


@pytest.mark.parametrize(
    ("typed", "ronde"),
    [("7", 7), ("007", 7), ("9" * 9, 999_999_999), ("9" * 10, None), ("-7", None), ("7.0", None), ("²", None)],
)
def test_a_round_is_a_number_of_at_most_nine_digits(typed: str, ronde: int | None):
    assert read_query({"ronde": typed}).ronde == ronde


def test_a_second_click_on_a_column_turns_the_order_round():
    once = read_query(OverviewQuery().sorted_by("deadline"))
    twice = read_query(once.sorted_by("deadline"))
    assert (once.order, twice.order) == ("deadline", "-deadline")
    assert read_query(twice.sorted_by("status")).order == "status"
    assert [twice.direction(one) for one in ("deadline", "status")] == ["descending", None]
    assert [once.direction(one) for one in ("deadline", "status")] == ["ascending", None]


@given(
    st.dictionaries(
        st.sampled_from(["plan", "antwoord", "opgepakt", "zoek", "sorteer", "kaart", "ronde"]),
        st.one_of(st.text(max_size=30), st.sampled_from(["-", "--regio", "²", "-regio", "9" * 30, *ORDERS])),
    )
)
def test_whatever_an_address_says_it_is_read_and_means_the_same_when_shared(args: dict[str, str]):
    query = read_query(args)
    assert read_query(query.args()) == query
    assert set(choose(LINES, query, me=BO)) <= set(LINES)
