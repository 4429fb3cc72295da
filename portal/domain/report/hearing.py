"""Hoor en wederhoor: until when regions say whether their page is right, and what keeps a report waiting for it.

Source: what a report says of a region is read by that region before a minister does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from forms.dutch.dates import day_in_words
from forms.dutch.numbers import dutch_number
from forms.dutch.words import counted, one_or_many
from portal.domain.report.states import NOG_NIET, RapportStatus

MOST_OF_A_WISH = 10_000
MOST_OF_A_SETTLEMENT = 2_000
# How many days before the last day a region that said nothing is reminded.
REMIND_DAYS = (3,)


class HoorOordeel(StrEnum):
    """What a region says of its page."""

    KLOPT = "klopt"
    ANDERS = "anders"

    @property
    def label(self) -> str:
        """As people read it."""
        return {"klopt": "Klopt", "anders": "Wil iets anders"}[self.value]


class HoorAfhandeling(StrEnum):
    """What the coördinator did with a wish."""

    VERWERKT = "verwerkt"
    NIET_VERWERKT = "niet_verwerkt"

    @property
    def label(self) -> str:
        """As people read it."""
        return {"verwerkt": "Verwerkt", "niet_verwerkt": "Niet verwerkt"}[self.value]


@dataclass(frozen=True)
class HoorFacts:
    """What decides whether regions can answer: the state of the report, the last day, and whether it was closed."""

    status: RapportStatus
    tot_en_met: date
    gesloten_op: datetime | None = None

    def is_open(self, today: date) -> bool:
        """True while regions can say something."""
        return self.status is RapportStatus.CONCEPT and self.gesloten_op is None and today <= self.tot_en_met

    def why_closed(self, today: date) -> str:
        """Why a region can't answer (any more); empty while it can."""
        if self.is_open(today):
            return ""
        if self.status is not RapportStatus.CONCEPT:
            return "Het rapport is geen concept meer. U kunt nu niet meer reageren."
        if self.gesloten_op is not None:
            return "De coördinator heeft het reageren gesloten."
        return f"U kon reageren tot en met {day_in_words(self.tot_en_met)}. Dat is nu gesloten."


def why_not_until(day: date | None, today: date) -> str:
    """What is wrong with a last day; empty when it can be."""
    if day is None:
        return "Vul in tot en met welke dag regio’s kunnen reageren."
    return "Kies een dag die nog niet voorbij is." if day < today else ""


def why_not_answered(oordeel: HoorOordeel, tekst: str) -> str:
    """What is missing in the answer of a region; empty when nothing is."""
    if oordeel is HoorOordeel.ANDERS and not tekst.strip():
        return "Schrijf op wat anders moet, en waarom."
    return _too_long("Uw reactie", tekst, MOST_OF_A_WISH)


def why_not_settled(afhandeling: HoorAfhandeling, reden: str) -> str:
    """What is missing in what the coördinator says of a wish; empty when nothing is."""
    if afhandeling is HoorAfhandeling.NIET_VERWERKT and not reden.strip():
        return "Schrijf op waarom u dit niet verwerkt. De regio leest dat."
    return _too_long("Uw toelichting", reden, MOST_OF_A_SETTLEMENT)


def _too_long(what: str, tekst: str, most: int) -> str:
    if len(tekst) <= most:
        return ""
    return f"{what} heeft hoogstens {dutch_number(most)} tekens. Maak de tekst korter."


def why_not_presented(silent: int, until: date, wishes: int) -> str:
    """Why hoor en wederhoor keeps a report from the kerngroep; empty when it does not.

    `silent`: how many regions can still answer and did not; `wishes`: of how many nobody said what came of them.
    """
    found = []
    if silent:
        who = one_or_many(silent, "kan 1 regio", f"kunnen {silent} regio’s")
        found.append(f"Tot en met {day_in_words(until)} {who} nog reageren op de eigen pagina. Wacht, of sluit het.")
    if wishes:
        found.append(f"Bij {counted(wishes, 'wens', 'wensen')} van regio’s staat nog niet wat u ermee deed.")
    return " ".join([NOG_NIET, *found]) if found else ""
