"""Which texts a list of the report shows: which expectations of a party, and which texts under a theme."""

from __future__ import annotations

import pytest

from exports.national.choices import choices_of
from exports.national.counting.lists import party_list, theme_lists
from exports.national.counting.tally import Tally, visible_codes
from exports.national.data import Uitspraak
from tests.exports.national.small import CODES, DATA, TIJD, beeld, data, regios, uitspraak


def expected(number: int, *, answered: bool, tekst: str = "") -> Uitspraak:
    """An expectation of one party."""
    more = {"tekst": tekst} if tekst else {}
    return uitspraak(number, "verwachtingen", "R01", aan="vws", antwoord="Ja." if answered else "", **more)


def shown_and_left(items: list[Uitspraak]) -> tuple[list[int], list[int]]:
    lijst = party_list(items)
    return [one.eerste.id for one in lijst.getoond], [one.id for one in lijst.meer]


@pytest.mark.parametrize(
    ("answered", "waiting", "shown"),
    [
        # One place of three is for an expectation that waits.
        ((1, 2, 3, 4), (5, 6), [1, 2, 5]),
        ((3, 4), (1, 2), [3, 4, 1]),
        # With few answers those that wait take the other places.
        ((4,), (1, 2, 3), [4, 1, 2]),
        ((), (1, 2, 3, 4), [1, 2, 3]),
        # When none waits nothing is kept free.
        ((1, 2, 3, 4), (), [1, 2, 3]),
        ((1,), (2,), [1, 2]),
        ((1,), (), [1]),
    ],
)
def test_of_the_expectations_of_a_party_three_are_shown_and_one_of_them_waits(
    answered: tuple[int, ...], waiting: tuple[int, ...], shown: list[int]
) -> None:
    numbers = sorted((*answered, *waiting))
    items = [expected(number, answered=number in answered) for number in numbers]
    assert shown_and_left(items) == (shown, [number for number in numbers if number not in shown])


def test_equal_expectations_stand_beside_each_other_and_the_answered_one_comes_first() -> None:
    items = [
        expected(1, answered=False, tekst="Zelfde"),
        expected(2, answered=False, tekst="Alleen"),
        expected(3, answered=True, tekst="Zelf  de"),
        expected(4, answered=True, tekst=" Zelfde "),
    ]
    assert shown_and_left(items) == ([4, 1, 3], [2])


def test_expectations_with_the_same_words_and_answer_are_one_row_and_none_of_them_is_left() -> None:
    items = [expected(number, answered=True, tekst="Zelfde") for number in (1, 2, 3, 4)]
    (row,) = party_list(items).getoond
    assert row.ids == (1, 2, 3, 4)
    assert party_list(items).meer == ()


@pytest.mark.parametrize(("soort", "most"), [("successen", 6), ("lessen", 12)])
def test_under_a_theme_the_first_texts_are_shown_and_the_others_are_counted(soort: str, most: int) -> None:
    code = next(one for one in CODES if one.soort == soort)
    said = tuple(uitspraak(number, soort, "R01", themas=(code,)) for number in range(1, most + 3))
    (lijst,) = theme_lists(teller(said), soort)
    assert [one.eerste.id for one in lijst.getoond] == list(range(1, most + 1))
    assert [one.id for one in lijst.meer] == [most + 1, most + 2]
    assert lijst.code == code


def test_a_text_with_two_themes_stands_under_the_first_and_is_named_under_the_second() -> None:
    said = (
        uitspraak(1, "lessen", "R01", themas=(TIJD,)),
        uitspraak(2, "lessen", "R01", themas=(TIJD, DATA)),
        uitspraak(3, "lessen", "R01", themas=(DATA,)),
        uitspraak(4, "lessen", "R01", themas=()),
        uitspraak(5, "lessen", "R01"),
    )
    lists = theme_lists(teller(said), "lessen")
    assert [(one.deel, one.start, [said.eerste.id for said in one.getoond], one.ook) for one in lists] == [
        ("thema_5", 1, [1, 2], ()),
        ("thema_6", 3, [3], (2,)),
        ("zonder_thema", 4, [4], ()),
        ("niet_gecodeerd", 5, [5], ()),
    ]
    assert [one.code for one in lists] == [TIJD, DATA, None, None]


def teller(said: tuple[Uitspraak, ...]) -> Tally:
    picture = beeld(regios(2, 2), uitspraken=said)
    return Tally.of(picture, visible_codes(CODES, picture), choices_of(data(picture)))
