"""Whose instemming is asked, and what came of it. Source: docs/decisions/instemming.md."""

from __future__ import annotations

from enum import StrEnum


class InstemmingSoort(StrEnum):
    """What kind of party agrees: a side of a region, an aangesloten partij, or who decides in a meeting."""

    KANT = "kant"
    PARTIJ = "partij"
    COLLEGE = "college"
    RAAD = "raad"

    @property
    def label(self) -> str:
        """The kind as people call it."""
        return _SOORT_LABELS[self]

    @property
    def decides_in_a_meeting(self) -> bool:
        """True for who takes a besluit, of which a contact writes down the day."""
        return self in (InstemmingSoort.COLLEGE, InstemmingSoort.RAAD)


_SOORT_LABELS = {
    InstemmingSoort.KANT: "Contactpersonen",
    InstemmingSoort.PARTIJ: "Aangesloten partij",
    InstemmingSoort.COLLEGE: "College van B en W",
    InstemmingSoort.RAAD: "Gemeenteraad",
}


def titel_of(soort: InstemmingSoort, naam: str) -> str:
    """How the register calls a party; of a college or raad its name is only that of the gemeente."""
    return f"{soort.label}, {naam}" if soort.decides_in_a_meeting else naam


class InstemmingStand(StrEnum):
    """Where a party stands. GEVRAAGD is no answer: nothing came yet."""

    GEVRAAGD = "gevraagd"
    INGESTEMD = "ingestemd"
    VOORBEHOUD = "voorbehoud"
    NIET = "niet"

    @property
    def label(self) -> str:
        """How a party stands, as people call it."""
        return _STAND_LABELS[self]

    @property
    def agrees(self) -> bool:
        """True when a plan can be handed in with this: also under a reservation, that is told along with it."""
        return self in (InstemmingStand.INGESTEMD, InstemmingStand.VOORBEHOUD)


_STAND_LABELS = {
    InstemmingStand.GEVRAAGD: "Gevraagd",
    InstemmingStand.INGESTEMD: "Ingestemd",
    InstemmingStand.VOORBEHOUD: "Onder voorbehoud",
    InstemmingStand.NIET: "Niet ingestemd",
}
# What somebody can answer, in the words of that person.
ANTWOORDEN: tuple[tuple[InstemmingStand, str], ...] = (
    (InstemmingStand.INGESTEMD, "Ja, wij stemmen in met dit plan"),
    (InstemmingStand.VOORBEHOUD, "Ja, onder voorbehoud van raadpleging van de achterban"),
    (InstemmingStand.NIET, "Nee, wij stemmen niet in"),
)
