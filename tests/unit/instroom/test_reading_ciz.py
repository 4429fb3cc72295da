"""Tables per gemeente rounded to fives: columns known by their heads, the rounding told."""

from __future__ import annotations

import pytest

from portal.domain.instroom.breakdowns import Indeling
from portal.domain.instroom.figures import Waarneming
from portal.domain.instroom.imports import BestandSoort
from portal.domain.instroom.reading.told import OnleesbaarBestand
from tests.unit.instroom.reading_world import read_all

CIZ = BestandSoort.CIZ_GEMEENTEN
TABLE = """Tabel: instroom
Gemeente;Totaal;GGZ Wonen 1;Onbekend;Jeugdwet
Eemsdelta;20;5;0;10
veendam;15;<5;5;5
Purmerend;30;10;5;5
Beek;0;0;0;0
Totaal;65;20;10;20
"""


def test_columns_are_categories_and_gemeenten_are_known_by_name() -> None:
    regels, verslag = read_all(CIZ, TABLE, "2024-K1")
    assert verslag.fouten == []
    of_groningen = {one.plek[2:4]: one.waarneming for one in regels if one.plek.gebied == "ZK09"}
    assert of_groningen == {
        (Indeling.TOTAAL, "totaal"): Waarneming(35),
        (Indeling.ZORGZWAARTE, "ggz-wonen-1"): Waarneming(5, waarde_tot=9),
        (Indeling.HERKOMST, "onbekend"): Waarneming(5),
        (Indeling.HERKOMST, "jeugdwet"): Waarneming(15),
    }


def test_what_the_rounding_amounts_to_is_told() -> None:
    _, verslag = read_all(CIZ, TABLE, "2024-K1")
    told = next(one.tekst for one in verslag.meldingen if "afgerond op vijf" in one.tekst)
    assert told.endswith("bij Groningen (2 gemeenten) hoogstens 5.")


def test_numbers_that_are_no_fives_are_asked_about() -> None:
    _, verslag = read_all(CIZ, TABLE.replace("veendam;15", "veendam;17"), "2024-K1")
    assert [one.tekst.split(":")[1].split(".")[0] for one in verslag.meldingen if one.vraagt_antwoord] == [
        " 17 (rij 4)"
    ]


def test_periods_may_stand_in_a_column_or_above_columns() -> None:
    four = ["Eemsdelta", "Veendam", "Purmerend", "Beek"]
    beside = "Gemeente;2023;2024\n" + "".join(f"{naam};5;10\n" for naam in four)
    below = "Jaar;Gemeente;Aantal\n" + "".join(
        f"{jaar};{naam};{n}\n" for jaar, n in (("2023", 5), ("2024", 10)) for naam in four
    )
    one, other = (read_all(CIZ, text)[0] for text in (beside, below))
    assert {*one} == {*other}
    assert len(one) == 4


@pytest.mark.parametrize(
    ("table", "indicator", "told"),
    [
        (TABLE, "", "Kies bij “Indicator”"),
        (TABLE, "inwoners", "“Inwoners” tellen wij niet naar zorgzwaarteprofiel"),
        ("Gemeente;Schoenmaat\nVeendam;43\n", "instroom", "geen kolom met cijfers die het portaal kent"),
        ("Wie;Totaal\nVeendam;5\n", "instroom", "geen kolom met gemeenten"),
        ("Gemeente;Totaal\nTotaal;5\n", "instroom", "In dit bestand staan geen gemeenten"),
    ],
)
def test_another_table_is_refused_with_a_sentence(table: str, indicator: str, told: str) -> None:
    with pytest.raises(OnleesbaarBestand, match=told):
        read_all(CIZ, table, "2024-K1", indicator)
