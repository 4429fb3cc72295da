"""What a person says of a file beside it, and the day on which it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portal.domain.instroom.periods import Periode


@dataclass(frozen=True)
class LeesWens:
    """`periode` and `indicator` are what the figures are of where the file does not say so itself."""

    vandaag: date
    periode: Periode | None = None
    indicator: str = ""
