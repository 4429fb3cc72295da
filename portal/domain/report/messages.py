"""The messages of a report: their states, how long they may be, and what keeps them from the kerngroep.

Source: the report we want, "Kernboodschappen": five to seven boxes of at most sixty words, each chosen by a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from forms.dutch.numbers import dutch_number
from forms.dutch.words import one_or_many
from portal.domain.report.states import NOG_NIET

MOST_WORDS = 60
FEWEST, MOST = 5, 7
# Of one of its three texts; a theme may say more than a box.
MOST_OF_A_PART = 2_000
MOST_OF_A_PARTY = 200
# The keys of messages that the coördinator begins without a draft.
OWN = tuple(f"eigen_{number}" for number in range(1, 100))


class BoodschapSoort(StrEnum):
    """Where a message stands: on the second page, or with its theme."""

    KERN = "kern"
    THEMA = "thema"


class BoodschapStatus(StrEnum):
    """What the coördinator did with a message. A draft that nobody touched has none."""

    GEKOZEN = "gekozen"
    WEGGELEGD = "weggelegd"


class Uitkomst(StrEnum):
    """What came of a verzoek, as it is told in the next round."""

    GEBEURD = "gebeurd"
    DEELS = "deels"
    NIET = "niet"

    @property
    def label(self) -> str:
        """As people read it."""
        return {"gebeurd": "Gebeurd", "deels": "Deels gebeurd", "niet": "Niet gebeurd"}[self.value]


def words_in(*texts: str) -> int:
    """How many words there are in these texts together; a number counts as one."""
    return sum(len(text.split()) for text in texts)


def why_too_wordy(words: int) -> str:
    """That a box has more words than a reader takes in; empty when it has not."""
    if words <= MOST_WORDS:
        return ""
    return f"Deze boodschap heeft {words} woorden. Hoogstens {MOST_WORDS} leest een lezer in één keer."


def why_not_saved(parts: dict[str, str], aan: str) -> dict[str, str]:
    """What is wrong with the texts of a message, by the name of the field; empty when nothing is."""
    found = {name: _too_long(len(text), MOST_OF_A_PART) for name, text in parts.items() if len(text) > MOST_OF_A_PART}
    if len(aan) > MOST_OF_A_PARTY:
        found["aan"] = _too_long(len(aan), MOST_OF_A_PARTY)
    if not parts.get("bevinding", "").strip():
        found["bevinding"] = "Schrijf op wat u ziet. Wilt u deze boodschap niet in het rapport? Leg haar dan weg."
    return found


def _too_long(length: int, most: int) -> str:
    return f"Dit veld heeft hoogstens {dutch_number(most)} tekens. Uw tekst heeft er {dutch_number(length)}."


@dataclass(frozen=True)
class Waiting:
    """What of the messages waits for somebody's look.

    `boxes` and `themes`: drafts that nobody chose or put aside; `changed`: messages under which a number changed that
    nobody looked at; `gone`: messages with a number that is no longer there.
    """

    boxes: int = 0
    themes: int = 0
    changed: int = 0
    gone: int = 0


def why_not_presented(waiting: Waiting) -> str:
    """Why the messages keep a report from the kerngroep, and what to do; empty when they do not."""
    found = []
    if waiting.boxes:
        what = one_or_many(waiting.boxes, "staat 1 voorstel", f"staan {waiting.boxes} voorstellen")
        found.append(f"Er {what} voor een kernboodschap waar nog niemand naar keek. {_choose(waiting.boxes)}.")
    if waiting.themes:
        themes = one_or_many(waiting.themes, "1 thema dat", f"{waiting.themes} thema’s die")
        what = one_or_many(waiting.themes, "staat een voorstel", "staan voorstellen")
        found.append(f"Bij {themes} veel regio’s noemen {what} waar nog niemand naar keek. {_choose(waiting.themes)}.")
    if waiting.gone:
        which = one_or_many(waiting.gone, "1 boodschap staat", f"{waiting.gone} boodschappen staat")
        found.append(f"In {which} een cijfer dat er niet meer is. Pas de tekst aan.")
    if waiting.changed:
        which = one_or_many(waiting.changed, "1 boodschap", f"{waiting.changed} boodschappen")
        found.append(f"Onder {which} is een cijfer veranderd. Lees de tekst en sla op.")
    return " ".join([NOG_NIET, *found]) if found else ""


def _choose(number: int) -> str:
    return one_or_many(number, "Kies het of leg het weg", "Kies ze of leg ze weg")
