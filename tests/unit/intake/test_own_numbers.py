"""The numbers of a plan are known again in its own Word file, where no point stands behind them."""

from __future__ import annotations

import pytest

from portal.domain.intake.own_numbers import KnownNumber, with_known_numbers
from portal.domain.plan.states import ActieVorm
from portal.domain.plan.table.rows import TableRow

KNOWN = (
    KnownNumber("3", ActieVorm.KOP, "Wonen in de buurt"),
    KnownNumber("3.1", ActieVorm.ACTIE, "3 woningen zoeken"),
    KnownNumber("§ 4.1", ActieVorm.KOP, "Elkaar kennen"),
)


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("3.1 3 woningen zoeken", "3.1", "3 woningen zoeken"),
        ("3.1 Vijf woningen zoeken en vinden", "3.1", "Vijf woningen zoeken en vinden"),
        ("3.1. 3 woningen zoeken", "3.1", "3 woningen zoeken"),
        ("§ 4.1 Elkaar kennen", "§ 4.1", "Elkaar kennen"),
        ("3 Wonen in onze buurt", "3", "Wonen in onze buurt"),
        ("3 flexplekken inrichten", None, "3 flexplekken inrichten"),
        ("3.10 Een nieuwe actie", None, "3.10 Een nieuwe actie"),
    ],
)
def test_a_number_of_the_plan_is_no_word(text: str, number: str | None, rest: str) -> None:
    (row,) = with_known_numbers([TableRow(1, {"omschrijving": text})], KNOWN)
    assert (row.values.get("paragraaf"), row.values["omschrijving"]) == (number, rest)


def test_a_number_with_its_own_field_stays() -> None:
    row = TableRow(1, {"omschrijving": "3.1 keer bellen", "paragraaf": "9"})
    assert with_known_numbers([row], KNOWN) == [row]
