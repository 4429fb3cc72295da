"""The number that the next action most likely has, as numbers of regions' own plans go."""

from __future__ import annotations

import pytest

from portal.domain.plan.numbering import Numbered, following, next_below
from portal.domain.plan.states import ActieVorm

KOP, ACTIE, BOTH = ActieVorm.KOP, ActieVorm.ACTIE, ActieVorm.KOP_EN_ACTIE


@pytest.mark.parametrize(
    ("number", "after"),
    [
        ("5a.1", "5a.2"),
        ("5a.9", "5a.10"),
        ("4.1a", "4.1b"),
        ("4", "5"),
        ("5d", "5e"),
        ("§ 4.2", "§ 4.3"),
        ("3.", "4."),
        ("A)", "B)"),
        ("5z", ""),
        ("iv", ""),
        ("", ""),
        ("bijlage", ""),
        ("1" * 30, "1" * 24 + "111112"),
    ],
)
def test_the_number_after_a_number(number: str, after: str):
    assert following(number) == after


def rows(*told: tuple[ActieVorm, str]) -> list[Numbered]:
    return [Numbered(vorm, number) for vorm, number in told]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ((), (ACTIE, "")),
        (((KOP, "5a"),), (ACTIE, "5a.1")),
        (((KOP, ""),), (ACTIE, "")),
        (((KOP, "5a"), (ACTIE, "5a.1")), (ACTIE, "5a.2")),
        (((BOTH, "4"),), (BOTH, "5")),
        (((KOP, "§ 4.1"), (ACTIE, "4.1a"), (KOP, "§ 4.2")), (ACTIE, "4.2a")),
    ],
)
def test_a_row_at_the_end(above: tuple[tuple[ActieVorm, str], ...], expected: tuple[ActieVorm, str]):
    assert next_below(rows(*above), len(above)) == Numbered(*expected)


def test_a_number_that_a_row_has_is_not_given_again():
    present = rows((KOP, "5a"), (ACTIE, "5a.1"), (ACTIE, "5a.2"))
    assert [next_below(present, place).paragraaf for place in range(4)] == ["", "", "", "5a.3"]
