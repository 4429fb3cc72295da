"""A quarter beside its months, whichever came in first."""

from __future__ import annotations

from portal.domain.instroom.figures import Plek, Teken, Waarneming, total_of
from portal.domain.instroom.in_time import that_differ_in_time

REGIOS = {"ZK01": "Bosstreek"}
MONTHS = [total_of("instroom", "ZK01", f"2024-{month:02}") for month in range(1, 13)]
QUARTER, YEAR = total_of("instroom", "ZK01", "2024-K1"), total_of("instroom", "ZK01", "2024")
KNOWN = {plek: Waarneming(10) for plek in MONTHS[:3]}


def asked(file: dict[Plek, Waarneming], known: dict[Plek, Waarneming]) -> list[str]:
    return [one.tekst for one in that_differ_in_time(file, known, REGIOS)]


def test_a_quarter_that_comes_in_after_its_months() -> None:
    assert asked({QUARTER: Waarneming(30)}, KNOWN) == []
    assert asked({QUARTER: Waarneming(31)}, KNOWN) == [
        "Telt niet op. Instroom Wlz ggz-wonen, Bosstreek, Q1 2024: 31, en de maanden zijn samen 30."
    ]


def test_a_month_that_comes_in_after_its_quarter() -> None:
    (told,) = asked({MONTHS[0]: Waarneming(12)}, {**KNOWN, QUARTER: Waarneming(30)})
    assert told.endswith("Q1 2024: 30, en de maanden zijn samen 32.")


def test_a_year_beside_its_twelve_months() -> None:
    known = {plek: Waarneming(10) for plek in MONTHS}
    (told,) = asked({YEAR: Waarneming(121)}, known)
    assert told.endswith("2024: 121, en de maanden zijn samen 120.")


def test_nothing_is_asked_of_what_can_not_be_compared() -> None:
    quarter = {QUARTER: Waarneming(99)}
    assert asked(quarter, dict(list(KNOWN.items())[:2])) == []
    for other in (Waarneming(None, Teken.GEHEIM), Waarneming(1, waarde_tot=4)):
        assert asked(quarter, {**KNOWN, MONTHS[0]: other}) == []
    # A stock has no sums in time; what was wrong before is not of this file.
    stock = {plek._replace(indicator="stand"): one for plek, one in KNOWN.items()}
    assert asked({QUARTER._replace(indicator="stand"): Waarneming(99)}, stock) == []
    assert asked({MONTHS[6]: Waarneming(1)}, {**KNOWN, **quarter}) == []
