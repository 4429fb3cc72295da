"""Krippendorff's alpha against the examples that he published, and what is said when there is none."""

from __future__ import annotations

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.national.counting.agreement import FEWEST, NoAlpha, agreement, agreement_on, alpha

# Computing Krippendorff's Alpha-Reliability (2011): what Meg and Owen gave (binary), and Ben and Gerry (names).
BINARY = ("0100000000", "1110010010")
NAMES = ("aabbdcccedda", "babbbccceddd")
A, B = frozenset({1}), frozenset({2})


@pytest.mark.parametrize(("both", "published"), [(BINARY, 0.095), (NAMES, 0.692)])
def test_the_published_examples(both: tuple[str, str], published: float) -> None:
    assert alpha(list(zip(*both, strict=True))) == pytest.approx(published, abs=0.0005)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=40))
def test_a_library_says_the_same_of_anything(pairs: list[tuple[int, int]]) -> None:
    ours = alpha(pairs)
    if ours is not None:
        theirs = krippendorff.alpha([list(one) for one in zip(*pairs, strict=True)], level_of_measurement="nominal")
        assert ours == pytest.approx(theirs)


def test_who_coded_first_makes_no_difference_and_complete_agreement_is_one() -> None:
    pairs = list(zip(*NAMES, strict=True))
    assert alpha([(b, a) for a, b in pairs]) == alpha(pairs)
    assert alpha([(a, a) for a, _ in pairs]) == 1


def test_too_little_says_nothing() -> None:
    found = agreement([(A, A), (B, B)] * (FEWEST // 2 - 1) + [(A, B)])
    assert (found.teksten, found.gelijk) == (FEWEST - 1, FEWEST - 2)
    assert (found.alpha, found.waarom_niet) == (None, NoAlpha.TE_WEINIG)


def test_with_one_value_only_nothing_could_differ() -> None:
    found = agreement([(A, A)] * FEWEST)
    assert (found.gelijk, found.alpha, found.waarom_niet) == (FEWEST, None, NoAlpha.EEN_WAARDE)


def test_of_one_code_it_counts_whether_a_text_got_it() -> None:
    pairs = [(A | B, A), (B, B)] + [(frozenset[int](), frozenset[int]())] * 8
    assert agreement_on(1, pairs).alpha == 1
    assert agreement(pairs).gelijk == 9
    assert agreement_on(2, pairs).alpha == pytest.approx(1 - 19 * 2 / (400 - 3 * 3 - 17 * 17))
    assert agreement_on(3, pairs).waarom_niet is NoAlpha.EEN_WAARDE
