"""How the parties in one field are read, and lines with parties put on one line."""

from __future__ import annotations

import pytest

from forms.parties import joined_parties, parties_hint, read_parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("", []),
        (" , ;. ", []),
        ("Gemeenten", ["Gemeenten"]),
        ("Gemeenten, zorgaanbieders en zorgkantoor", ["Gemeenten", "zorgaanbieders en zorgkantoor"]),
        ("VWS, afdeling Wlz; gemeenten,", ["VWS, afdeling Wlz", "gemeenten"]),
        ("gemeenten (Hier, Daar), zorgkantoor", ["gemeenten (Hier, Daar)", "zorgkantoor"]),
        ("Amstelland en De Meerlanden", ["Amstelland en De Meerlanden"]),
    ],
)
def test_parties_are_apart_by_semicolons_or_else_by_commas(text: str, parties: list[str]):
    assert read_parties(text) == parties


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("Gemeenten\n- Zorgkantoor,\n\n2. GGZ", "Gemeenten, Zorgkantoor, GGZ"),
        ("VWS, afdeling Wlz\nZorgkantoor", "VWS, afdeling Wlz; Zorgkantoor"),
        ("Gemeenten (Hier, Daar)\nGGZ\tOost", "Gemeenten (Hier, Daar), GGZ Oost"),
    ],
)
def test_lines_stay_apart_on_one_line(lines: str, joined: str):
    assert joined_parties(lines) == joined
    assert len(read_parties(joined)) == len([line for line in lines.splitlines() if line])


def test_only_several_parties_are_told():
    assert parties_hint("Gemeenten") == ""
    assert parties_hint("Gemeenten, GGZ") == "Gelezen als 2 partijen: Gemeenten · GGZ"
