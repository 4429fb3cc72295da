"""Who may read a remark, what somebody can choose, and what counts as pressing the button twice."""

from __future__ import annotations

import pytest

from portal.domain.review.remarks import Zicht, choices, is_same_again, readable


@pytest.mark.parametrize(
    ("of_region", "reviewer", "expected"),
    [
        (False, False, set()),
        (True, False, {Zicht.REGIO, Zicht.EIGEN}),
        (False, True, {Zicht.REGIO, Zicht.INTERN}),
        (True, True, set(Zicht)),
    ],
)
def test_what_somebody_reads_follows_from_the_roles(of_region: bool, reviewer: bool, expected: set[Zicht]):
    assert readable(of_region=of_region, reviewer=reviewer) == expected


@pytest.mark.parametrize("of_region", [False, True])
@pytest.mark.parametrize("reviewer", [False, True])
def test_nobody_can_write_what_that_person_could_not_read(of_region: bool, reviewer: bool):
    offered = [zicht for zicht, _ in choices(of_region=of_region, reviewer=reviewer)]
    assert set(offered) == readable(of_region=of_region, reviewer=reviewer)
    assert len(offered) == len(set(offered))


def test_a_region_is_asked_whether_reviewers_read_along():
    assert choices(of_region=True, reviewer=False) == (
        (Zicht.EIGEN, "Alleen onze regio"),
        (Zicht.REGIO, "Ook de beoordelaars"),
    )


def test_a_reviewer_is_asked_whether_the_region_reads_along():
    assert choices(of_region=False, reviewer=True) == (
        (Zicht.REGIO, "Regio en beoordelaars"),
        (Zicht.INTERN, "Alleen beoordelaars"),
    )


@pytest.mark.parametrize(
    ("seconds", "same_words", "expected"),
    [(0, True, True), (59.9, True, True), (60, True, False), (5, False, False), (-1, True, False)],
)
def test_the_same_words_within_a_minute_are_one_remark(seconds: float, same_words: bool, expected: bool):
    assert is_same_again(seconds=seconds, same_words=same_words) is expected
