"""What is added up from figures, and what is not."""

from __future__ import annotations

from portal.domain.instroom.breakdowns import CATEGORIEEN, Indeling
from portal.domain.instroom.figures import Plek, Teken, Waarneming, total_of
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.totals import completed

INSTROOM, STAND = INDICATOREN["instroom"], INDICATOREN["stand"]
REGIOS = ("ZK01", "ZK02")
MONTHS = ("2024-01", "2024-02", "2024-03")


def of(gebied: str, periode: str, indicator: str = "instroom") -> Plek:
    return total_of(indicator, gebied, periode)


def values(found: dict[Plek, Waarneming]) -> dict[tuple[str, str], int | None]:
    return {(plek.gebied, plek.periode): one.waarde for plek, one in found.items()}


def test_months_make_a_quarter_and_regions_the_country() -> None:
    given = {of(gebied, month): Waarneming(number) for number, gebied in enumerate(REGIOS, 1) for month in MONTHS}
    found = values(completed(given, INSTROOM, REGIOS))
    assert found[("ZK01", "2024-K1")] == 3
    assert found[("NL", "2024-01")] == 3
    assert found[("NL", "2024-K1")] == 9
    assert ("NL", "2024") not in found


def test_quarters_make_a_year() -> None:
    given = {of("NL", f"2023-K{number}"): Waarneming(number) for number in range(1, 5)}
    assert values(completed(given, INSTROOM, REGIOS))[("NL", "2023")] == 10


def test_a_month_that_is_missing_makes_no_quarter() -> None:
    given = {of("ZK01", month): Waarneming(1) for month in MONTHS[:2]}
    assert completed(given, INSTROOM, REGIOS) == given


def test_a_region_that_is_missing_makes_no_country() -> None:
    given = {of("ZK01", "2024-01"): Waarneming(1)}
    assert completed(given, INSTROOM, REGIOS) == given


def test_what_the_source_says_itself_stays() -> None:
    given = {of("NL", "2024-K1"): Waarneming(100)} | {of("NL", month): Waarneming(1) for month in MONTHS}
    assert completed(given, INSTROOM, REGIOS)[of("NL", "2024-K1")] == Waarneming(100)


def test_a_stock_is_added_up_over_regions_and_never_over_time() -> None:
    given = {of(gebied, month, "stand"): Waarneming(10) for gebied in REGIOS for month in MONTHS}
    found = values(completed(given, STAND, REGIOS))
    assert found[("NL", "2024-01")] == 20
    assert ("NL", "2024-K1") not in found


def test_categories_make_a_total_when_all_are_there() -> None:
    ages = list(CATEGORIEEN[Indeling.LEEFTIJD])
    given = {Plek("instroom", "ZK01", Indeling.LEEFTIJD, one, "2024"): Waarneming(2) for one in ages}
    assert completed(given, INSTROOM, REGIOS)[of("ZK01", "2024")] == Waarneming(8)
    del given[Plek("instroom", "ZK01", Indeling.LEEFTIJD, ages[0], "2024")]
    assert completed(given, INSTROOM, REGIOS) == given


def test_nihil_counts_as_nothing_and_a_secret_stops_the_sum() -> None:
    nihil = {of("ZK01", "2024"): Waarneming(5), of("ZK02", "2024"): Waarneming(None, Teken.NIHIL)}
    assert values(completed(nihil, INSTROOM, REGIOS))[("NL", "2024")] == 5
    secret = nihil | {of("ZK02", "2024"): Waarneming(None, Teken.GEHEIM)}
    assert completed(secret, INSTROOM, REGIOS) == secret


def test_a_sum_is_provisional_when_a_part_is() -> None:
    given = {of("ZK01", "2024"): Waarneming(5, voorlopig=True), of("ZK02", "2024"): Waarneming(6)}
    assert completed(given, INSTROOM, REGIOS)[of("NL", "2024")] == Waarneming(11, voorlopig=True)
