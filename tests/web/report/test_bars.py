"""The bars of a chart on screen: as wide as their numbers, whatever the numbers are."""

from __future__ import annotations

from exports.national.build import build
from exports.national.colofon import Stamp
from exports.national.tree import Cel, Grafiek, Reeks, Tabel
from portal.web.rapporten.bars import FULL, bars, only_numbers
from tests.examples.nation import example_data


def chart(*reeksen: Reeks, gestapeld: bool = False) -> Grafiek:
    """A chart of two categories."""
    return Grafiek("g", "Titel", ("A", "B"), reeksen, "Wat het toont.", gestapeld)


def test_a_bar_is_as_wide_as_its_number() -> None:
    one, two = bars(chart(Reeks("R", (5, 20))))
    assert [(stuk.x, stuk.breedte) for balk in one.balken for stuk in balk.stukken] == [(0, FULL // 4)]
    assert [(stuk.x, stuk.breedte) for balk in two.balken for stuk in balk.stukken] == [(0, FULL)]
    assert (one.naam, one.balken[0].waarde) == ("A", 5)


def test_series_beside_each_other_have_a_bar_each() -> None:
    one, _ = bars(chart(Reeks("Nu", (10, 0)), Reeks("Toen", (5, 0))))
    assert [balk.waarde for balk in one.balken] == [10, 5]
    assert [stuk.reeks for balk in one.balken for stuk in balk.stukken] == [1, 2]


def test_stacked_pieces_meet_and_nought_draws_nothing() -> None:
    _, two = bars(chart(Reeks("X", (1, 3)), Reeks("Y", (0, 0)), Reeks("Z", (1, 4)), gestapeld=True))
    (balk,) = two.balken
    assert balk.waarde == 7
    assert [(stuk.x, stuk.breedte, stuk.reeks) for stuk in balk.stukken] == [(0, 429, 1), (429, 571, 3)]


def test_without_numbers_there_is_nothing_to_draw() -> None:
    for gestapeld in (True, False):
        assert [
            balk.stukken for groep in bars(chart(Reeks("R", (0, 0)), gestapeld=gestapeld)) for balk in groep.balken
        ] == [(), ()]
    assert [groep.balken for groep in bars(chart())] == [(), ()]


def test_every_chart_of_a_report_can_be_drawn() -> None:
    tree = build(example_data(), stamp=Stamp("Concept", 1), edits={})
    charts = [blok for one in tree.all_chapters() for blok in one.blokken if isinstance(blok, Grafiek)]
    assert charts
    for one in charts:
        sums = [sum(reeks.waarden) for reeks in one.reeksen]
        drawn = [stuk for groep in bars(one) for balk in groep.balken for stuk in balk.stukken]
        assert [
            sum(stuk.waarde for stuk in drawn if stuk.reeks == number) for number in range(1, len(sums) + 1)
        ] == sums
        assert all(0 <= stuk.x <= stuk.x + stuk.breedte <= FULL for stuk in drawn)


def test_words_in_a_table_are_no_numbers() -> None:
    numbers = Tabel("t", "T", ("Naam", "Aantal"), ((Cel("A"), Cel(1)), (Cel("B"), Cel(None))), (1, 1))
    words = Tabel("t", "T", ("Naam", "Wat"), ((Cel("A"), Cel("Iets")),), (1, 1))
    assert (only_numbers(numbers), only_numbers(words)) == (True, False)
