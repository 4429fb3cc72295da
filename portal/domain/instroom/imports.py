"""The states of a file with figures, and who decides about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ImportStatus(StrEnum):
    """A file is looked at first; nothing of it counts until somebody takes it in."""

    CONCEPT = "concept"
    INGELEZEN = "ingelezen"
    ONGEDAAN = "ongedaan"


class BestandSoort(StrEnum):
    """What kind of file the figures came in."""

    CBS_CSV = "cbs_csv"
    ODATA_JSON = "odata_json"
    CIZ_GEMEENTEN = "ciz_gemeenten"
    SJABLOON = "sjabloon"
    CORRECTIE = "correctie"
    DEMO = "demo"


BESTAND_NAMEN = {
    BestandSoort.CBS_CSV: "CSV van CBS StatLine",
    BestandSoort.ODATA_JSON: "JSON van de CBS OData-dienst",
    BestandSoort.CIZ_GEMEENTEN: "Tabel per gemeente van het CIZ",
    BestandSoort.SJABLOON: "Ons Excelsjabloon",
    BestandSoort.CORRECTIE: "Correctie met de hand",
    BestandSoort.DEMO: "Voorbeeldcijfers",
}


@dataclass(frozen=True)
class Melding:
    """Something that was seen in a file and does not stop it; `vraagt_antwoord`: a person says that it is right."""

    tekst: str
    waar: str = ""
    vraagt_antwoord: bool = False
