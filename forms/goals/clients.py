"""Whether an indicator counts clients, as the region says it. See docs/decisions/kleine-aantallen.md."""

from __future__ import annotations

from enum import StrEnum

# What the portal asks, in its own words: the national format does not ask it.
QUESTION = "Telt deze indicator cliënten?"
GUIDANCE = (
    "Een klein aantal cliënten lezen alleen de mensen van dit plan, de beoordelaars en de coördinator. Anderen lezen "
    "dan bijvoorbeeld “<5”. Weet u het niet? Dan tonen wij een klein aantal niet."
)
SHORT = "Telt cliënten"


class CountsClients(StrEnum):
    """What a region says of it. The value is stored; `NOT_SAID` leaves it to the words of the goal."""

    NOT_SAID = ""
    YES = "ja"
    NO = "nee"
    UNKNOWN = "weet_niet"

    @property
    def label(self) -> str:
        """As people choose it."""
        return _LABELS[self]


_LABELS = {
    CountsClients.NOT_SAID: "Nog niet gezegd",
    CountsClients.YES: "Ja",
    CountsClients.NO: "Nee",
    CountsClients.UNKNOWN: "Wij weten het niet",
}
CHOICES = tuple((one.value, one.label) for one in CountsClients if one is not CountsClients.NOT_SAID)
