"""The targets of the programme, in clients a month for the whole country. A staircase; its last step has no date.

Source: Kamerbrief of 23 May 2023 (kst-25424-664: ca. 300 as the start, ca. 100 in the long run) and eindrapportage
Regioaanpak (2024: fewer than 240, 20 % less, in the first quarter of 2024).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class LandelijkDoel:
    """A target: so many clients a month, how that is said (`naam` beside a line), and from when.

    `van` and `tot` are the days between which it stands in a chart; `is_grens`: it must be fewer.
    """

    per_maand: int
    naam: str
    gezegd: str
    vanaf: str
    van: date
    tot: date | None = None
    is_grens: bool = False


TREDEN = (
    LandelijkDoel(
        300, "Uitgangspunt: ca. 300", "ongeveer 300 per maand", "in 2023", date(2023, 1, 1), date(2023, 12, 31)
    ),
    LandelijkDoel(
        240,
        "Doel: < 240",
        "minder dan 240 per maand",
        "vanaf het eerste kwartaal van 2024",
        date(2024, 1, 1),
        is_grens=True,
    ),
    LandelijkDoel(100, "Lange termijn: ca. 100", "ongeveer 100 per maand", "daarna", date(2024, 1, 1)),
)
# What a region takes its part of: not where it all began.
DOELEN = TREDEN[1:]
