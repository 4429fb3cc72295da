"""Totals of one file beside their parts."""

from __future__ import annotations

from portal.domain.instroom.breakdowns import CATEGORIEEN, Indeling
from portal.domain.instroom.checks import that_do_not_add_up
from portal.domain.instroom.figures import NEDERLAND, CijferRegel, Plek, Teken, Waarneming, total_of

REGIOS = {"ZK01": "Bosstreek", "ZK02": "Kuststreek"}
AGES = [Plek("instroom", "ZK01", Indeling.LEEFTIJD, key, "2024-01") for key in CATEGORIEEN[Indeling.LEEFTIJD]]
TOTAL = total_of("instroom", "ZK01", "2024-01")


def asked(*figures: tuple[Plek, Waarneming]) -> list[str]:
    return [one.tekst for one in that_do_not_add_up([CijferRegel(*one) for one in figures], REGIOS)]


def test_a_total_beside_its_categories() -> None:
    parts = [(plek, Waarneming(10)) for plek in AGES]
    assert asked(*parts, (TOTAL, Waarneming(40))) == []
    assert asked(*parts, (TOTAL, Waarneming(41))) == [
        "Telt niet op. Instroom Wlz ggz-wonen, Bosstreek, januari 2024: 41, en de delen naar leeftijdscategorie"
        " zijn samen 40."
    ]


def test_a_part_that_is_missing_secret_or_a_range_leaves_nothing_to_compare() -> None:
    parts = [(plek, Waarneming(10)) for plek in AGES]
    for other in ([], [(AGES[0], Waarneming(None, Teken.GEHEIM))], [(AGES[0], Waarneming(1, waarde_tot=4))]):
        assert asked(*parts[1:], *other, (TOTAL, Waarneming(99))) == []


def test_the_country_beside_its_regions() -> None:
    regions = [(TOTAL._replace(gebied=code), Waarneming(10)) for code in REGIOS]
    assert asked(*regions, (TOTAL._replace(gebied=NEDERLAND), Waarneming(20))) == []
    (told,) = asked(*regions, (TOTAL._replace(gebied=NEDERLAND), Waarneming(30)))
    assert told.endswith("Nederland, januari 2024: 30, en de regio’s zijn samen 20.")
    assert asked(regions[0], (TOTAL._replace(gebied=NEDERLAND), Waarneming(30))) == []
