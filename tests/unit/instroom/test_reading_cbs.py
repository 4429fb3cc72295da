"""Tables of the CBS: bound on titles, added up over regions, through mergers, with every fault told at once."""

from __future__ import annotations

import json

import pytest

from portal.domain.instroom.figures import Teken, Waarneming
from portal.domain.instroom.imports import BestandSoort
from portal.domain.instroom.reading.told import OnleesbaarBestand
from tests.unit.instroom.reading_world import read_all

CBS = BestandSoort.CBS_CSV
NOW = {"GM1979": "45000", "GM0047": "27000", "GM0439": "95000", "GM0888": "16000"}


def statline(values: dict[str, str], number: int = 54) -> str:
    """A CSV file as StatLine gives it: a BOM, padded keys, and a number behind each title that shifts per year."""
    rows = [f"{at};{code}    ;Naam van {code}     ;{value}" for at, (code, value) in enumerate(values.items())]
    return "\ufeff" + "\r\n".join([f"ID;RegioS;Naam_2;Inwonertal_{number}", *rows]) + "\r\n"


def inwoners(values: dict[str, str], **told: str) -> dict[str, Waarneming]:
    regels, verslag = read_all(CBS, statline(values, **told), "2024")  # type: ignore[arg-type]
    assert verslag.fouten == []
    return {one.plek.gebied: one.waarneming for one in regels}


@pytest.mark.parametrize("number", [54, 61])
def test_inwoners_are_added_up_over_regions_whatever_the_number_of_the_column(number: int) -> None:
    regels, _ = read_all(CBS, statline(NOW, number), "2024")
    assert {one.plek.gebied: one.waarneming.waarde for one in regels} == {"ZK09": 72_000, "ZK26": 111_000}
    assert {one.plek.periode for one in regels} == {"2024"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_is_told_apart(encoding: str) -> None:
    text = statline(NOW).removeprefix("\ufeff").replace("Naam van GM0047", "Fryslân")
    regels, verslag = read_all(CBS, text.encode(encoding), "2024")
    assert [one.waarneming.waarde for one in regels] == [72_000, 111_000]
    assert any("opgeslagen als" in one.tekst for one in verslag.meldingen) == (encoding != "utf-8-sig")


@pytest.mark.parametrize(
    ("cell", "total"),
    [
        ("45000*", Waarneming(72_000, voorlopig=True)),
        ("45.000", Waarneming(72_000)),
        ("x", Waarneming(None, Teken.GEHEIM)),
        (".", Waarneming(None, Teken.ONTBREEKT)),
        ("-", Waarneming(27_000)),
        ("", Waarneming(27_000)),
    ],
)
def test_a_sign_of_one_gemeente_tells_in_its_region(cell: str, total: Waarneming) -> None:
    assert inwoners({**NOW, "GM1979": cell})["ZK09"] == total


def test_gemeenten_of_an_earlier_year_count_where_they_went() -> None:
    old = {"GM0003": "11000", "GM0010": "24000", "GM0024": "9000", "GM0047": "27000", "GM0439": "81000"}
    assert inwoners({**old, "GM0370": "10000", "GM0888": "16000"})["ZK09"] == Waarneming(71_000)


def test_the_json_of_the_cbs_is_the_same_table() -> None:
    rows = [{"RegioS": f"{code}   ", "Perioden": "2023JJ00", "Inwonertal_7": int(value)} for code, value in NOW.items()]
    regels, verslag = read_all(BestandSoort.ODATA_JSON, json.dumps({"odata.metadata": "x", "value": rows}))
    assert verslag.fouten == []
    assert {(one.plek.gebied, one.plek.periode): one.waarneming.waarde for one in regels} == {
        ("ZK09", "2023"): 72_000,
        ("ZK26", "2023"): 111_000,
    }


def test_every_fault_is_told_with_its_place_and_nothing_comes_out() -> None:
    wrong = statline({**NOW, "GM1979": "-5", "GM0047": "27000,5", "GM9999": "3", "GM0788": "3"})
    regels, verslag = read_all(CBS, wrong + "9;GM0439   ;Purmerend;95000\r\n10;GM0439\r\n", "2024")
    assert regels == []
    assert [(one.waar, one.tekst.split(".")[0]) for one in verslag.fouten] == [
        ("rij 2, kolom Inwonertal_54", "“-5” is negatief"),
        ("rij 3, kolom Inwonertal_54", "“27000,5” is geen heel getal"),
        (
            "rij 6, kolom RegioS",
            "Gemeente “GM9999 Naam van GM9999” kent het portaal niet, ook niet onder een eerdere naam",
        ),
        (
            "rij 7, kolom RegioS",
            "Haaren is in 2021 verdeeld over Boxtel, Oisterwijk, Tilburg en Vught, en die liggen in twee regio’s",
        ),
        ("rij 8, kolom RegioS", "Purmerend staat er voor deze periode al in, op rij 4"),
        ("rij 9", "Deze rij heeft 2 kolommen in plaats van 4"),
    ]


def test_a_gemeente_that_is_missing_is_told_by_its_region() -> None:
    _, verslag = read_all(CBS, statline({code: value for code, value in NOW.items() if code != "GM0047"}), "2024")
    assert [(one.waar, one.tekst.split(".")[0]) for one in verslag.fouten] == [("regio Groningen", "Veendam ontbreekt")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Er staat niets in dit bestand"),
        (b"%PDF-1.7 en meer", "Dit is een PDF-bestand, hoe het ook heet"),
        (bytes(range(256)) * 9, "De tekens in dit bestand zijn niet te lezen"),
        (b"RegioS;Huisdieren_3\nGM0047;3\n", "geen kolom met inwoners (Inwonertal). Er staat wel: “RegioS”"),
        (b"Soort;Aantal\nkat;3\n", "geen kolom met gemeenten (RegioS)"),
        (b"RegioS;Inwonertal_5\nNL01;3\n", "In dit bestand staan geen gemeenten"),
        (b"PK\x03\x04 en verder niets", "Kies een CSV-bestand"),
        (b'RegioS;Inwonertal_5\n"GM0047;3\n' + b"x" * 140_000, "een aanhalingsteken te veel, of"),
    ],
)
def test_what_is_no_table_of_the_cbs_is_refused_with_a_sentence(content: bytes, told: str) -> None:
    with pytest.raises(OnleesbaarBestand, match=told.replace("(", r"\(").replace(")", r"\)")):
        read_all(CBS, content, "2024")


@pytest.mark.parametrize(
    "text", ["[1]", '{"value": [', '{"value": [{"a": 1}, 7]}', '{"value": []}', '{"value": [' + "[" * 99_999]
)
def test_json_of_something_else_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(OnleesbaarBestand):
        read_all(BestandSoort.ODATA_JSON, text, "2024")


def test_without_a_period_somebody_is_asked() -> None:
    with pytest.raises(OnleesbaarBestand, match="Vul bij “Periode” in"):
        read_all(CBS, statline(NOW))
