"""Who may read a remark, and what a reviewer can advise."""

from __future__ import annotations

from enum import StrEnum

# The same words by the same person on the same place within this time are one remark.
DOUBLE_CLICK_SECONDS = 60


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


def choices(*, of_region: bool, reviewer: bool) -> tuple[tuple[Zicht, str], ...]:
    """For whom somebody can write a remark, in the words of that person: exactly what the person can read as well.

    Somebody of the region says whether reviewers read along; a reviewer says whether the region does.
    """
    if of_region and not reviewer:
        return (Zicht.EIGEN, Zicht.EIGEN.label), (Zicht.REGIO, "Ook de beoordelaars")
    seen = readable(of_region=of_region, reviewer=reviewer)
    return tuple((zicht, zicht.label) for zicht in (Zicht.REGIO, Zicht.INTERN, Zicht.EIGEN) if zicht in seen)


def is_same_again(*, seconds: float, same_words: bool) -> bool:
    """True when the same words of the same person on the same place are a second press of the button."""
    return same_words and 0 <= seconds < DOUBLE_CLICK_SECONDS


class ReactieSoort(StrEnum):
    """What somebody did in a thread: say something, resolve it, reopen it."""

    REACTIE = "reactie"
    OPGELOST = "opgelost"
    HEROPEND = "heropend"


class AdviesOordeel(StrEnum):
    """What a reviewer advises the coördinator. Regions never see it."""

    VASTSTELLEN = "vaststellen"
    TERUGSTUREN = "terugsturen"
    GEEN = "geen"

    @property
    def label(self) -> str:
        """The advice as people read it."""
        return {"vaststellen": "Vaststellen", "terugsturen": "Terugsturen", "geen": "Geen oordeel"}[self.value]
