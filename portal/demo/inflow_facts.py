"""What is known of the instroom, for the invented series: published national figures, and what was made up around them.

Sources: the programme's workshop (2023) and eindrapportage (2024), the Kamerbrief of 23 May 2023, NZa and
staatvenz.nl. The shares of age and profile after 2022 and everything per region is invented.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.domain.instroom.breakdowns import TOTAAL, Indeling

# Clients per month. 2021: 18.857 until August and 24.450 in the whole year (NZa); 2022: 5.222 in all; the first
# quarter of 2024: under 240 a month.
MONTHS_OF: Mapping[int, Sequence[int]] = {
    2021: (5210, 3480, 2790, 2360, 1985, 1632, 1400, 1320, 1205, 1098, 1010, 960),
    2022: (560, 531, 508, 474, 452, 437, 418, 401, 386, 371, 352, 332),
    2023: (341, 326, 338, 319, 311, 302, 287, 281, 274, 268, 259, 247),
    2024: (238, 229, 236, 231, 227, 232, 219, 214, 222, 226, 218, 209),
}
# Beschermd Wonen, overig Wmo, Zvw, Jeugdwet, forensisch, onbekend: percentages of 2022, which add up to 101.
ORIGINS = (31, 42, 4, 6, 8, 10)
# GGZ Wonen 1 to 5, in percentages; of profile 1 27 % in 2022.
PROFILES: Mapping[int, Sequence[int]] = {
    2021: (22, 17, 36, 14, 11),
    2022: (27, 17, 33, 13, 10),
    2023: (24, 18, 34, 13, 11),
    2024: (21, 18, 36, 14, 11),
}


def ages_of(year: int) -> tuple[float, float, float, float]:
    """Parts of the four age bands: 1,6 % of 18 to 26 in 2022, more young people since."""
    young = {2021: 1.4, 2022: 1.6, 2023: 3.1}.get(year, 5.2)
    return young, 34 - young, 47, 19


# Indicator, breakdown, category, period, value, and the upper end of a range.
Told = tuple[str, Indeling, str, str, int, int | None]


@dataclass(frozen=True)
class Feit:
    """Figures of one publication."""

    bron: str
    houder: str
    bestand: str
    peildatum: date
    kanttekening: str
    cijfers: Sequence[Told]


def _total(indicator: str, periode: str, waarde: int, tot: int | None = None) -> Told:
    return (indicator, Indeling.TOTAAL, TOTAAL, periode, waarde, tot)


FACTS = (
    Feit(
        "Eindrapportage Regioaanpak",
        "KPMG",
        "eindrapportage.docx",
        date(2024, 6, 1),
        "De rapportage noemt 300 tot 400 cliënten per maand in 2022, en ruim 27.000 mensen met een indicatie.",
        (_total("instroom_per_maand", "2022", 300, 400), _total("stand", "2022", 27000)),
    ),
    Feit(
        "Workshop Regioaanpak",
        "Programma Regioaanpak",
        "workshop.pptx",
        date(2023, 6, 1),
        "De percentages van herkomst tellen op tot 101. Bij overig Wmo staan 2.275 cliënten; 42 % van 5.222 is 2.193.",
        (
            _total("instroom", "2022", 5222),
            _total("instroom_per_maand", "2022", 435),
            _total("stand", "2022", 26985),
            ("instroom", Indeling.HERKOMST, "wmo", "2022", 2275, None),
            ("instroom", Indeling.LEEFTIJD, "18-26", "2022", 84, None),
        ),
    ),
    Feit(
        "Workshop Regioaanpak, percentages omgerekend",
        "Programma Regioaanpak",
        "workshop-percentages.xlsx",
        date(2023, 6, 1),
        "Elders op dezelfde dia staan ongeveer 350 cliënten van 18 t/m 26 jaar.",
        (
            ("instroom", Indeling.HERKOMST, "wmo", "2022", 2193, None),
            ("instroom", Indeling.LEEFTIJD, "18-26", "2022", 350, None),
        ),
    ),
    Feit(
        "Staat van Volksgezondheid en Zorg",
        "VWS",
        "kerncijfers.csv",
        date(2022, 11, 11),
        "Geteld op de tweede vrijdag van november, met de B-profielen erbij.",
        (_total("stand", "2022", 29300),),
    ),
)
