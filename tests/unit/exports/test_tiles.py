"""Names on tiles: nothing is cut off, and the names of all 31 regions fit."""

from __future__ import annotations

import pytest

from exports.look.tiles import WIDEST, tile_lines
from tests.reading.shipped import shipped

REGIOS = shipped("regios")


@pytest.mark.parametrize(
    ("naam", "lines"),
    [
        ("Zeeland", ["Zeeland"]),
        ("'t Gooi", ["'t Gooi"]),
        # Twelve signs fit, thirteen do not; a space at the end takes no room.
        ("Noord Twente", ["Noord Twente"]),
        ("Noord Twentes", ["Noord ", "Twentes"]),
        ("Noord Twente Oost", ["Noord Twente ", "Oost"]),
        ("Amstelland en De Meerlanden", ["Amstelland ", "en De ", "Meerlanden"]),
        ("Zaanstreek/Waterland", ["Zaanstreek/", "Waterland"]),
        ("Noord- en Midden-Limburg", ["Noord- en ", "Midden-", "Limburg"]),
        ("Donaudampfschifffahrt", ["Donaudampfschifffahrt"]),
        ("", []),
    ],
)
def test_a_name_is_broken_between_its_parts(naam: str, lines: list[str]):
    assert tile_lines(naam) == lines


@pytest.mark.parametrize("naam", [row["naam"] for row in REGIOS])
def test_the_name_of_every_region_fits_on_its_tile_and_stays_whole(naam: str):
    lines = tile_lines(naam)
    assert len(lines) <= 3
    assert max(len(line.rstrip()) for line in lines) <= WIDEST
    assert "".join(lines) == naam


def test_every_region_has_a_tile_of_its_own():
    places = {(row["tegel_kolom"], row["tegel_rij"]) for row in REGIOS}
    assert len(places) == len(REGIOS) == 31
    assert ("0", "0") not in places
