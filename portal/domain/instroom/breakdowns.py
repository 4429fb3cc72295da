"""How figures are cut up: the four views of the programme and the leveringsvorm, each with its categories."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

TOTAAL = "totaal"


class Indeling(StrEnum):
    """One way to cut up a total. The first four are the views of the programme's dashboard."""

    TOTAAL = "totaal"
    LEEFTIJD = "leeftijd"
    HERKOMST = "herkomst"
    ZORGZWAARTE = "zorgzwaarte"
    LEVERINGSVORM = "leveringsvorm"


INDELING_NAMEN: Mapping[Indeling, str] = {
    Indeling.TOTAAL: "Totaal",
    Indeling.LEEFTIJD: "Leeftijdscategorie",
    Indeling.HERKOMST: "Herkomst",
    Indeling.ZORGZWAARTE: "Zorgzwaarteprofiel",
    Indeling.LEVERINGSVORM: "Leveringsvorm",
}

# In the order in which they are shown. The key stands in addresses, files and the database: never change one.
CATEGORIEEN: Mapping[Indeling, Mapping[str, str]] = {
    Indeling.TOTAAL: {TOTAAL: "Totaal"},
    Indeling.LEEFTIJD: {
        "18-26": "18 t/m 26 jaar",
        "27-44": "27 t/m 44 jaar",
        "45-64": "45 t/m 64 jaar",
        "65-plus": "65 jaar en ouder",
    },
    Indeling.HERKOMST: {
        "bw": "Beschermd Wonen (Wmo)",
        "wmo": "Overig Wmo",
        "zvw": "Zvw",
        "jeugdwet": "Jeugdwet",
        "forensisch": "Forensische zorg",
        "onbekend": "Onbekend",
    },
    Indeling.ZORGZWAARTE: {f"ggz-wonen-{number}": f"GGZ Wonen {number}" for number in range(1, 6)},
    Indeling.LEVERINGSVORM: {
        "verblijf": "Verblijf",
        "vpt": "Volledig pakket thuis",
        "mpt": "Modulair pakket thuis",
        "pgb": "Persoonsgebonden budget",
        "onbekend": "Onbekend",
    },
}
