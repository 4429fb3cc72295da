"""Nobody computes a small number from what is shown: a linear program tries, on every kind of small cube."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.domain.instroom.breakdowns import TOTAAL, Indeling
from portal.domain.instroom.figures import Plek, Waarneming, total_of
from portal.domain.instroom.hiding import Signs, YearHiding
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.suppression.cube import suppress_cube, suppress_tables
from portal.domain.instroom.suppression.history import History
from portal.domain.instroom.suppression.rule import Rule
from portal.domain.instroom.suppression.spots import Fineness, Grain, Release, Shape
from tests.reading.attacker import Attacker, Publication
from tests.worlds.cubes import clients_of, published, some_clients, some_grain, unchanged, until_march

chances = st.integers(0, 10**6).map(Random)
MONTHS = Grain(region_categories=Fineness.MONTH)


@settings(max_examples=20)
@given(chance=chances, rounded=st.booleans())
def test_nobody_computes_a_small_number(chance: Random, rounded: bool) -> None:
    figures = some_clients(chance).figures()
    shown = suppress_cube(figures, Shape(some_grain(chance)), Rule(rounded=rounded))
    assert Attacker([published(shown, rounded)]).found() == []


@settings(max_examples=10)
@given(chance=chances)
def test_nobody_computes_a_small_number_from_publications_they_kept(chance: Random) -> None:
    """The first quarter, then all there is, then a correction."""
    clients, shape = some_clients(chance), Shape(some_grain(chance))
    whole, corrected = clients.figures(), clients.corrected(chance).figures()
    each = [until_march(whole), whole, corrected]
    history = History(shape, Rule())
    shown = [history.publish([one])[0] for one in each]
    same = [*unchanged(each[0], each[1]), *unchanged(each[1], each[2], first=1)]
    assert Attacker([published(one) for one in shown], same).found() == []


@settings(max_examples=6)
@given(chance=chances)
def test_nobody_computes_a_small_number_from_two_sources(chance: Random) -> None:
    clients, shape = some_clients(chance), Shape(some_grain(chance))
    one, other = clients.figures(), clients.corrected(chance).figures()
    shown = suppress_tables([Release(one), Release(other)], shape, Rule())
    assert Attacker([published(each) for each in shown], unchanged(one, other)).found() == []


@pytest.mark.parametrize("seed", range(5))
def test_hiding_small_numbers_only_is_broken_by_the_same_attacker(seed: int) -> None:
    figures = some_clients(Random(seed)).figures()
    naive = {spot: Rule().shown(value) for spot, value in figures.items()}
    assert Attacker([published(naive)]).found()


def test_a_correction_that_is_looked_at_by_itself_is_broken_too() -> None:
    """Each publication is right by itself; whoever kept the first one subtracts."""
    before, after = (clients_of([[small, 30], [20, 25], [22, 28]]).figures() for small in (3, 7))
    apart = [suppress_cube(figures, Shape(MONTHS), Rule()) for figures in (before, after)]
    assert not any(Attacker([published(one)]).found() for one in apart)
    assert Attacker([published(one) for one in apart], unchanged(before, after)).found()
    history = History(Shape(MONTHS), Rule())
    together = [history.publish([one])[0] for one in (before, after)]
    assert not Attacker([published(one) for one in together], unchanged(before, after)).found()


def test_of_a_stock_december_is_the_last_quarter_and_the_year() -> None:
    """Each table by itself hides another figure beside the small one."""
    values = {"A": 3, "B": 20, "C": 31, "NL": 54}
    periods = {"2023": "ABC", "2023-K4": "ACB", "2023-12": "CBA"}
    figures = {total_of("stand", place, period): Waarneming(values[place]) for period in periods for place in values}
    # The year has a view as well: beside it other figures are the cheapest to hide.
    cut = {"18-26": (1, 6, 7), "27-44": (1, 9, 8), "45-64": (1, 4, 10), "65-plus": (0, 1, 6)}
    figures |= {
        Plek("stand", place, Indeling.LEEFTIJD, name, "2023"): Waarneming(number)
        for name, numbers in cut.items()
        for place, number in zip((*"ABC", "NL"), (*numbers, sum(numbers)), strict=True)
    }
    hiding = YearHiding(INDICATOREN["stand"], Rule())
    hiding.publish({1: figures})
    shown = hiding.signs(1, figures)
    assert len({shown[total_of("stand", "B", period)].sign for period in periods}) == 1
    assert Attacker([published_at(shown)], is_stock=True).found() == []


def published_at(shown: Signs) -> Publication:
    """What people read, where each figure has its own place."""
    cells = {
        plek: (plek.gebied, "" if plek.categorie == TOTAAL else plek.indeling.value, plek.categorie, plek.periode)
        for plek in shown
    }
    named = {plek: (a, b, c if b else "", d.replace("K", "Q")) for plek, (a, b, c, d) in cells.items()}
    reasons = {named[plek]: sign.sign.value for plek, sign in shown.items()}
    return Publication({named[plek]: sign.text for plek, sign in shown.items()}, reasons)
