"""The regiobeeld: shares, the part of the target, and which questions hold here."""

from __future__ import annotations

import pytest

from portal.domain.instroom.breakdowns import Indeling
from portal.domain.instroom.figures import Plek, total_of
from portal.domain.instroom.findings import AFSPRAKEN, HOOG, JONGEREN, LAAG_PROFIEL, PASSENDE_ZORG, questions_here
from portal.domain.instroom.region import RegioCijfers, Verdeling, chance_band, key_figures, part_of_target
from portal.domain.instroom.shown import Getoond, Shown, Verborgen

HIDDEN = Getoond(None, "<5", "Een klein aantal: te herleiden tot personen.", Verborgen.KLEIN)


def number(value: int) -> Getoond:
    return Getoond(value, str(value))


def totals(indicator: str, year: str, here: int, there: int) -> dict[Plek, Getoond]:
    return {total_of(indicator, "ZK05", year): number(here), total_of(indicator, "NL", year): number(there)}


def cut(indeling: Indeling, categorie: str, here: Getoond, there: int) -> dict[Plek, Getoond]:
    return {
        Plek("instroom", "ZK05", indeling, categorie, "2023"): here,
        Plek("instroom", "NL", indeling, categorie, "2023"): number(there),
    }


def profile_1(here: Getoond) -> dict[Plek, Getoond]:
    return cut(Indeling.ZORGZWAARTE, "ggz-wonen-1", here, 1000)


def make_beeld(here: int = 100, *more: Shown) -> RegioCijfers:
    instroom = totals("instroom", "2023", here, 4000) | totals("instroom", "2022", 150, 5000)
    for one in more:
        instroom |= one
    stand, inwoners = totals("stand", "2023", 500, 25_000), totals("inwoners", "2024", 500_000, 20_000_000)
    return RegioCijfers("ZK05", 2023, 2024, instroom, stand, inwoners)


def test_the_lines_stand_in_the_order_of_the_example() -> None:
    lines = key_figures(make_beeld(100, cut(Indeling.HERKOMST, "wmo", number(40), 1600)))
    assert [(one.regio, one.nederland, one.uitleg) for one in lines[:5]] == [
        ("500000", "20000000", "2,5% van Nederland"),
        ("500", "25000", "2% van Nederland"),
        ("100", "4000", "2,5% van Nederland"),
        ("2,5%", "100%", "In 2022 was dit 3%. Eén cliënt meer of minder scheelt 0,03 procentpunt."),
        ("40%", "40%", "40 van 100. Eén cliënt meer of minder scheelt 1 procentpunt."),
    ]


def test_of_what_is_hidden_no_share_is_told() -> None:
    line = key_figures(make_beeld(100, cut(Indeling.LEEFTIJD, "18-26", HIDDEN, 200)))[5]
    assert (line.regio, line.nederland, line.uitleg) == ("<5", "5%", HIDDEN.uitleg)


@pytest.mark.parametrize(
    ("verdeling", "per_jaar", "laagst", "hoogst"),
    [(Verdeling.INSTROOM, 30, 19, 41), (Verdeling.INWONERS, 30, 19, 41), (Verdeling.STAND, 24, 14, 34)],
)
def test_the_part_of_the_target_comes_with_what_chance_makes_of_it(
    verdeling: Verdeling, per_jaar: int, laagst: int, hoogst: int
) -> None:
    part = part_of_target(make_beeld().share(verdeling), per_maand=100)
    assert part is not None
    assert (part.per_jaar, part.laagst, part.hoogst) == (per_jaar, laagst, hoogst)


def test_without_a_share_there_is_no_part() -> None:
    empty = RegioCijfers("ZK05", 2023, 2024, {}, {}, {})
    assert part_of_target(empty.share(Verdeling.INSTROOM), per_maand=100) is None
    assert {line.regio for line in key_figures(empty)} == {"–", "niet te zeggen"}


def test_a_finding_is_asked_about_only_where_it_holds() -> None:
    young, low = (
        cut(Indeling.LEEFTIJD, "18-26", number(20), 200),
        cut(Indeling.ZORGZWAARTE, "ggz-wonen-1", number(20), 1000),
    )
    asked = questions_here(make_beeld(130, young, low))
    assert asked == {
        Indeling.TOTAAL: [HOOG, AFSPRAKEN],
        Indeling.LEEFTIJD: [JONGEREN],
        Indeling.HERKOMST: [PASSENDE_ZORG],
        Indeling.ZORGZWAARTE: [LAAG_PROFIEL],
    }


def test_what_chance_can_make_is_no_finding() -> None:
    young, low = (
        cut(Indeling.LEEFTIJD, "18-26", number(7), 200),
        cut(Indeling.ZORGZWAARTE, "ggz-wonen-1", number(50), 1000),
    )
    asked = questions_here(make_beeld(110, young, low))
    assert asked == {
        Indeling.TOTAAL: [AFSPRAKEN],
        Indeling.LEEFTIJD: [],
        Indeling.HERKOMST: [PASSENDE_ZORG],
        Indeling.ZORGZWAARTE: [],
    }


def test_nothing_is_presupposed_of_what_is_hidden() -> None:
    asked = questions_here(make_beeld(100, profile_1(HIDDEN)))
    assert asked[Indeling.ZORGZWAARTE] == []


def test_the_band_of_chance() -> None:
    assert chance_band(100) == pytest.approx(19.6)
    assert chance_band(0) == 0
