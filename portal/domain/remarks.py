"""Who may read a remark, and what a reviewer can advise."""

from __future__ import annotations

from enum import StrEnum


class Zicht(StrEnum):
    """Who reads a remark: the region and reviewers, reviewers only, or only the people of the region itself."""

    REGIO = "regio"
    INTERN = "intern"
    EIGEN = "eigen"

    @property
    def label(self) -> str:
        """Who reads it, as people call it."""
        return {"regio": "Regio en beoordelaars", "intern": "Alleen beoordelaars", "eigen": "Alleen onze regio"}[
            self.value
        ]


def readable(*, of_region: bool, reviewer: bool) -> frozenset[Zicht]:
    """Which remarks somebody may read: as one of the region itself, as a reviewer, or as both."""
    seen: set[Zicht] = set()
    if of_region:
        seen |= {Zicht.REGIO, Zicht.EIGEN}
    if reviewer:
        seen |= {Zicht.REGIO, Zicht.INTERN}
    return frozenset(seen)


class ReactieSoort(StrEnum):
    """What somebody did in a thread: say something, resolve it, reopen it."""

    REACTIE = "reactie"
    OPGELOST = "opgelost"
    HEROPEND = "heropend"


class Oordeel(StrEnum):
    """What a reviewer advises the coördinator. Regions never see it."""

    VASTSTELLEN = "vaststellen"
    TERUGSTUREN = "terugsturen"
    GEEN = "geen"

    @property
    def label(self) -> str:
        """The advice as people read it."""
        return {"vaststellen": "Vaststellen", "terugsturen": "Terugsturen", "geen": "Geen oordeel"}[self.value]
