"""Dutch around living numbers: one or more, none or all, and how it was in the previous round.

A phrase returns a template: numbers stand in it as tokens, so that they stay alive when a person edits the sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from exports.national.counting.asked import GEVRAAGDE_NAMEN
from exports.national.sentences.living import tokens
from exports.national.tree import VORIGE, Waarde
from forms.dutch.words import one_or_many

_Van = Literal["zorgkantoorregio’s", "gevraagde regio’s", "acties"]


class Numbers:
    """The living values as a sentence needs them. It remembers which numbers a sentence looked at."""

    def __init__(self, waarden: Mapping[str, Waarde]) -> None:
        self.waarden = waarden
        self._looked_at: dict[str, None] = {}

    def has(self, *keys: str) -> bool:
        """True when all these values exist; a value of something that was not asked does not."""
        return all(key in self.waarden for key in keys)

    def n(self, key: str) -> int:
        """The number, 0 when it does not exist."""
        self._looked_at[key] = None
        waarde = self.waarden.get(key)
        return (waarde.aantal or 0) if waarde else 0

    def before(self, key: str) -> int | None:
        """The number in the previous round, None when there is nothing to compare with."""
        waarde = self.waarden.get(key)
        return waarde.vorige if waarde else None

    def unseen(self, sjabloon: str) -> tuple[str, ...]:
        """The numbers that decided on the words of this sentence and do not stand in it ("Geen", "Alle")."""
        shown = set(tokens(sjabloon))
        return tuple(key for key in self._looked_at if key in self.waarden and key not in shown)


def regions_that(w: Numbers, key: str, een: str, meer: str) -> str:
    """ "29 van de 31 zorgkantoorregio’s hebben", "Geen van de 31 zorgkantoorregio’s heeft", "Alle 31 …".

    In a round for some regions "5 van de 6 gevraagde regio’s hebben".
    """
    return _of_all(w, key, "regios", whom(w), een, meer)


def whom(w: Numbers) -> Literal["zorgkantoorregio’s", "gevraagde regio’s"]:
    """What the regions are called that the numbers are of."""
    return "gevraagde regio’s" if w.has(GEVRAAGDE_NAMEN) else "zorgkantoorregio’s"


def one_of_whom(w: Numbers) -> str:
    """What one of them is called."""
    return _ENIGE[whom(w)]


def actions_that(w: Numbers, key: str, een: str, meer: str) -> str:
    """ "32 van de 291 acties vragen"."""
    return _of_all(w, key, "acties", "acties", een, meer)


_ENIGE = {"zorgkantoorregio’s": "zorgkantoorregio", "gevraagde regio’s": "gevraagde regio", "acties": "actie"}


def _of_all(w: Numbers, key: str, alle: str, wat: _Van, een: str, meer: str) -> str:
    number, total = w.n(key), w.n(alle)
    if total < 2:
        return f"{'De enige' if number else 'Geen enkele'} {_ENIGE[wat]} {een}"
    if not number:
        return f"Geen van de {{{alle}}} {wat} {een}"
    if number == total:
        return f"Alle {{{alle}}} {wat} {meer}"
    return f"{{{key}}} van de {{{alle}}} {wat} {one_or_many(number, een, meer)}"


def in_regions(w: Numbers, key: str) -> str:
    """ "In 22 van de 31 zorgkantoorregio’s", "In geen van de 31 zorgkantoorregio’s"."""
    number, total = w.n(key), w.n("regios")
    if total < 2:
        return f"In {'de enige' if number else 'geen enkele'} {one_of_whom(w)}"
    if not number:
        return f"In geen van de {{regios}} {whom(w)}"
    if number == total:
        return f"In alle {{regios}} {whom(w)}"
    return f"In {{{key}}} van de {{regios}} {whom(w)}"


def count_of(w: Numbers, key: str, een: str, meer: str) -> str:
    """ "12 acties", "1 actie", "geen acties"."""
    number = w.n(key)
    return f"geen {meer}" if not number else f"{{{key}}} {one_or_many(number, een, meer)}"


def regions(w: Numbers, key: str) -> str:
    """ "12 regio’s", "1 regio", "geen regio’s"."""
    return count_of(w, key, "regio", "regio’s")


def of_them(w: Numbers, key: str, een: str, meer: str) -> str:
    """The verb with its number: "is er 1", "zijn er 12", "is er geen"."""
    number = w.n(key)
    return f"{een} er geen" if not number else f"{one_or_many(number, een, meer)} er {{{key}}}"


def that_was(w: Numbers, key: str) -> str:
    """ " In de vorige ronde waren dat 26 regio’s."; nothing when there is nothing to compare with.

    The word stands behind the number, because the next sentence may begin with one: "17. 5 regio’s" reads as 17,5.
    """
    before = w.before(key)
    if before is None:
        return ""
    if before == w.n(key):
        return " Dat is evenveel als in de vorige ronde."
    if not before:
        return " In de vorige ronde waren dat er nog geen."
    was, regio = ("was", "regio") if before == 1 else ("waren", "regio’s")
    return f" In de vorige ronde {was} dat {{{key}{VORIGE}}} {regio}."


# Under so many regions a comparison is told with care.
FEW_REGIONS = 20


def among_both(w: Numbers, key: str) -> tuple[int, int] | None:
    """The number of the round before and of now over the regions that answered both; None without a comparison."""
    now, before = f"zelfde_{key}", f"zelfde_{key}{VORIGE}"
    return (w.n(before), w.n(now)) if w.has(now, before) and w.n("zelfde_regios") else None


def changed_over_both(w: Numbers, key: str, deden: str = "waren het er", wat: str = "") -> str:
    """How a number changed over the regions that answered both rounds, and how many those are; "" without any.

    `deden` and `wat` stand around the number of then: "verwachtten", "de doelstelling te halen".
    """
    found = among_both(w, key)
    if found is None:
        return ""
    before, now = found
    if before == now:
        return f"{who_answered_both(w)} is dat aantal gelijk gebleven.{few_regions(w)}"
    then = f"{{zelfde_{key}{VORIGE}}} {wat}".strip()
    return f"{who_answered_both(w)} {deden} vorige keer {then} en nu {{zelfde_{key}}}.{few_regions(w)}"


def who_answered_both(w: Numbers) -> str:
    """The regions that answered this round and the one before, as a sentence begins."""
    if w.n("zelfde_regios") == 1:
        return "In de enige regio die beide keren antwoordde,"
    return "In de {zelfde_regios} regio’s die beide keren antwoordden,"


def few_regions(w: Numbers) -> str:
    """A warning behind a comparison over few regions; "" when there are enough."""
    return " Dat zijn weinig regio’s: vergelijk met zorg." if w.n("zelfde_regios") < FEW_REGIONS else ""


def capitalised(zin: str) -> str:
    """The sentence with a capital; a token or a number at the start stays as it is."""
    return zin[:1].upper() + zin[1:]
