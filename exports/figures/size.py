"""How large a chart is drawn, and what fits in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Afmeting:
    """The size of a drawing in points of a screen. `kolommen`: how many small planes stand beside each other.

    `labels` is how many words fit along the axis (of such a plane: `labels_paneel`); `einde`: there is room for names
    at the ends of the lines.
    """

    naam: str
    breedte: int
    hoogte: int
    kolommen: int
    labels: int
    labels_paneel: int
    letter: int = 13
    einde: bool = True

    @property
    def plek_per_punt(self) -> int:
        """From how many points across on single dots and signs would touch."""
        return 14


BREED = Afmeting("breed", 860, 330, 3, 10, 2, letter=15)
HALF = Afmeting("half", 500, 270, 2, 5, 2)
SMAL = Afmeting("smal", 326, 240, 1, 4, 4, einde=False)
