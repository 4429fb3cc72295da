"""The invented series of the demo follows what is known, and adds up."""

from __future__ import annotations

from datetime import date

import pytest

from portal.demo import inflow, inflow_facts
from portal.domain.instroom.breakdowns import CATEGORIEEN
from portal.domain.instroom.figures import Plek, Waarneming, total_of
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.totals import completed
from portal.models import Regio

REGIOS = [Regio(code=f"ZK{number:02}", inwoners=number * 100_000) for number in range(1, 6)]


@pytest.fixture(scope="module")
def figures() -> dict[Plek, Waarneming]:
    months = list(inflow._months_until(date(2024, 6, 3)))
    rows = inflow._counts(inflow._draw(months, REGIOS), months)
    return completed({row.plek: row.waarneming for row in rows}, INDICATOREN["instroom"], [one.code for one in REGIOS])


@pytest.mark.parametrize(("periode", "waarde"), [("2021", 24450), ("2022", 5222), ("2024-K1", 703), ("2024-05", 227)])
def test_the_country_follows_the_known_facts(figures: dict[Plek, Waarneming], periode: str, waarde: int) -> None:
    assert figures[total_of("instroom", "NL", periode)].waarde == waarde


def test_it_ends_with_the_last_whole_month(figures: dict[Plek, Waarneming]) -> None:
    assert max(plek.periode for plek in figures if "K" not in plek.periode) == "2024-05"
    assert max(plek.periode for plek in figures if "K" in plek.periode) == "2024-K1"


def test_categories_add_up_to_the_total_of_each_region_and_quarter(figures: dict[Plek, Waarneming]) -> None:
    for cut in inflow._CUTS:
        for regio in REGIOS:
            parts = [
                one.waarde or 0
                for plek, one in figures.items()
                if plek[1:3] == (regio.code, cut) and plek.periode == "2023-K2"
            ]
            assert sum(parts) == figures[total_of("instroom", regio.code, "2023-K2")].waarde


def test_a_quarter_of_the_country_is_the_same_by_months_and_by_regions(figures: dict[Plek, Waarneming]) -> None:
    national = {plek: one for plek, one in figures.items() if plek.gebied == "NL" and plek.periode.startswith("2024-0")}
    by_months = completed(national, INDICATOREN["instroom"], [])
    quarter = [plek for plek in by_months if plek.periode == "2024-K1"]
    assert len(quarter) == 1 + sum(len(CATEGORIEEN[cut]) for cut in inflow._CUTS)
    for plek in quarter:
        regions = [figures[plek._replace(gebied=regio.code)].waarde or 0 for regio in REGIOS]
        assert by_months[plek].waarde == sum(regions)


def test_publications_contradict_each_other_on_purpose() -> None:
    told: dict[tuple[str, str, str], set[int]] = {}
    for feit in inflow_facts.FACTS:
        for indicator, _, categorie, periode, waarde, _ in feit.cijfers:
            told.setdefault((indicator, categorie, periode), set()).add(waarde)
    assert {place for place, values in told.items() if len(values) > 1} == {
        ("instroom_per_maand", "totaal", "2022"),
        ("stand", "totaal", "2022"),
        ("instroom", "wmo", "2022"),
        ("instroom", "18-26", "2022"),
    }
