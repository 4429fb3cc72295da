"""Own counts of a report: where they look, and how many there can be."""

from __future__ import annotations

from enum import StrEnum

MOST = 20
LONGEST_NAME = 120


class TellingWaar(StrEnum):
    """Where an own count looks: in the plans, in the answers of the round of the report, or in both."""

    OVERAL = "overal"
    PLANNEN = "plannen"
    RONDE = "ronde"

    @property
    def label(self) -> str:
        """As it is chosen."""
        return {
            TellingWaar.OVERAL: "In de plannen en in de antwoorden van deze uitvraag",
            TellingWaar.PLANNEN: "Alleen in de plannen",
            TellingWaar.RONDE: "Alleen in de antwoorden van deze uitvraag",
        }[self]
