"""The states of a plan version, of a step, and of a reading of a timeline."""

from __future__ import annotations

from enum import StrEnum


class VersieStatus(StrEnum):
    """Where a plan version is on its way from concept to vastgesteld."""

    CONCEPT = "concept"
    INGEDIEND = "ingediend"
    IN_BEHANDELING = "in_behandeling"
    TERUGGESTUURD = "teruggestuurd"
    VASTGESTELD = "vastgesteld"

    @property
    def label(self) -> str:
        """The status as people read it."""
        return VERSIE_LABELS[self]

    @property
    def can_be_edited(self) -> bool:
        """True while the region holds the pen."""
        return self in (VersieStatus.CONCEPT, VersieStatus.TERUGGESTUURD)


VERSIE_LABELS = {
    VersieStatus.CONCEPT: "Concept",
    VersieStatus.INGEDIEND: "Ingediend",
    VersieStatus.IN_BEHANDELING: "In behandeling",
    VersieStatus.TERUGGESTUURD: "Teruggestuurd",
    VersieStatus.VASTGESTELD: "Vastgesteld",
}


class StapStatus(StrEnum):
    """How far one step of the plan is. Derived from the answers, never stored."""

    LEEG = "leeg"
    BEGONNEN = "begonnen"
    KLAAR = "klaar"
    VOLGT_LATER = "volgt_later"

    @property
    def label(self) -> str:
        """The state as people read it."""
        return {"leeg": "Leeg", "begonnen": "Begonnen", "klaar": "Klaar", "volgt_later": "Volgt later"}[self.value]


class VensterBron(StrEnum):
    """Where the window of a timeline comes from."""

    GEEN = "geen"
    GELEZEN = "gelezen"
    AANGEPAST = "aangepast"


class ActieVorm(StrEnum):
    """How an action row stands in the list.

    Numbers such as "4" and "5d" are heading and action at once (KOP_EN_ACTIE); "5a Samenwerken" is only a
    heading.
    """

    KOP = "kop"
    ACTIE = "actie"
    KOP_EN_ACTIE = "kop_en_actie"

    @property
    def is_action(self) -> bool:
        """True when the row counts as an action."""
        return self is not ActieVorm.KOP
