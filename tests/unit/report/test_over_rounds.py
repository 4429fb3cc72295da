"""What is told over rounds, by its rules: windows that move, actions that go on, themes over the same regions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from exports.national.data import Ronde
from exports.national.trend.actions import NU, ActieInPlan, Gezien, over_rounds
from exports.national.trend.themes import RondeGezegd, Tekst, themes_over_rounds, unread
from exports.national.trend.windows import Schuif, Venster, shift, steps

Q1 = Venster("Q1 2026", date(2026, 1, 1), date(2026, 3, 31))
Q2 = Venster("Q2 2026", date(2026, 4, 1), date(2026, 6, 30))
EIND = Venster("eind 2026", date(2026, 10, 1), date(2026, 12, 31))
GETYPT = Venster("Eerste kwartaal 2026", Q1.van, Q1.tot)
NA_VASTSTELLING = Venster("Na vaststelling")


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        (Q1, Q2, Schuif.LATER),
        (EIND, Q2, Schuif.EERDER),
        (Q1, GETYPT, None),
        (Venster("vanaf Q1", Q1.van), Q1, Schuif.EERDER),
        (Q1, Venster("vanaf Q1", Q1.van), Schuif.LATER),
        (Venster("t/m Q2", None, Q2.tot), Q2, Schuif.BEGIN_LATER),
        (Q2, Venster("januari t/m juni", Q1.van, Q2.tot), Schuif.BEGIN_EERDER),
        # What can't be read went nowhere, but other words are other words.
        (Q1, NA_VASTSTELLING, Schuif.ANDERS),
        (NA_VASTSTELLING, Venster("na  Vaststelling"), None),
        (NA_VASTSTELLING, Venster("Continu"), Schuif.ANDERS),
    ],
)
def test_where_a_window_went(before: Venster, now: Venster, moved: Schuif | None) -> None:
    assert shift(before, now) is moved


def test_other_words_for_the_same_days_are_no_step() -> None:
    found = steps([("Q1", Q1), ("Q2", GETYPT), ("Q3", Q2), ("Q4", Q2), (NU, EIND)])
    assert [(one.venster.tekst, one.sinds, one.schuif) for one in found] == [
        ("Eerste kwartaal 2026", "Q1", None),
        ("Q2 2026", "Q3", Schuif.LATER),
        ("eind 2026", NU, Schuif.LATER),
    ]


def actie(number: int, venster: Venster = Q1) -> ActieInPlan:
    return ActieInPlan(number, "", f"Actie {number}", "", venster)


def seen(naam: str, *acties: ActieInPlan, **standen: str) -> Gezien:
    told = {int(key.removeprefix("a")): status for key, status in standen.items()}
    return Gezien(naam, {one.id: one for one in acties}, {one.id: told.get(one.id, "op_schema") for one in acties})


def test_an_action_that_was_copied_goes_on_as_itself_beside_the_one_it_came_from() -> None:
    """A joint plan was split: 1 goes on in the old plan, 2 is its copy; both have the past of 1."""
    one, two, three = over_rounds(
        [seen("Q1", actie(1), actie(3), a1="aandacht"), seen("Q2", actie(1), actie(2, Q2), a2="afgerond")], {2: 1}
    )
    assert [(found.actie.id, found.standen) for found in (one, two, three)] == [
        (1, ("aandacht", "op_schema")),
        (2, ("aandacht", "afgerond")),
        (3, ("op_schema", "")),
    ]
    assert [found.is_verschoven for found in (one, two, three)] == [False, True, False]
    assert [found.is_vervallen for found in (one, two, three)] == [False, False, True]


def test_the_plan_of_now_gives_a_window_and_no_status() -> None:
    (found,) = over_rounds([seen("Q1", actie(1)), Gezien(NU, {1: actie(1, EIND)})], {})
    assert (found.standen, [one.sinds for one in found.stappen]) == (("op_schema",), ["Q1", NU])


def told(naam: str, antwoordden: str, *teksten: Tekst, gevraagd: str = "lessen") -> RondeGezegd:
    ronde = Ronde(1, naam, date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 30))
    regios = frozenset("ABC")
    return RondeGezegd(ronde, naam, frozenset({gevraagd}), regios, frozenset(antwoordden), {"lessen": teksten})


def test_a_theme_is_compared_over_the_regions_that_answered_both() -> None:
    """C was silent in Q1 and names the theme in Q2: that is no change."""
    rondes = [
        told("Q1", "AB", Tekst(1, ("A",), (7,)), Tekst(2, ("A", "B"), (7, 8))),
        told("Q2", "ABC", Tekst(3, ("A",), (7,)), Tekst(4, ("C",), (7,)), Tekst(5, ("B",), ())),
    ]
    found = themes_over_rounds(rondes, "lessen", [7, 9])
    assert [(one.teksten, one.regios) for one in found[7].rondes] == [(2, 2), (2, 2)]
    compared = found[7].vergelijking
    assert compared
    assert (compared.regios, compared.aantal_toen, compared.aantal_nu) == (2, 2, 1)
    assert (compared.is_weinig, compared.is_gelezen) == (True, True)
    assert not found[9].is_genoemd


def test_a_pilot_in_between_is_passed_over() -> None:
    pilot = replace(told("Proef", "A", Tekst(2, ("A",), ())), regios=frozenset("A"))
    rondes = [told("Q1", "ABC", Tekst(1, ("B",), (7,))), pilot, told("Q2", "AB", Tekst(3, ("B",), (7,)))]
    compared = themes_over_rounds(rondes, "lessen", [7])[7].vergelijking
    assert compared
    assert (compared.toen, compared.regios, compared.aantal_toen, compared.aantal_nu) == ("Q1", 2, 1, 1)


def test_what_a_round_did_not_ask_is_no_nought_and_what_nobody_read_is_not_compared() -> None:
    rondes = [
        told("Q1", "AB", Tekst(1, ("A",), (7,))),
        told("Peiling", "AB", gevraagd="acties"),
        told("Q2", "AB", Tekst(2, ("A",), None)),
        told("Q3", ""),
    ]
    found = themes_over_rounds(rondes, "lessen", [7])[7]
    assert [(one.gevraagd, one.teksten) for one in found.rondes] == [(True, 1), (False, 0), (True, 0), (True, 0)]
    assert found.vergelijking
    assert (found.vergelijking.toen, found.vergelijking.nu, found.vergelijking.is_gelezen) == ("Q1", "Q2", False)
    assert [unread(one, "lessen") for one in rondes] == [0, 0, 1, 0]
