"""When an edited sentence of a report needs a look: which numbers under it are watched, and what keeps it back.

Source: the coördinator's edits stay when a report is made again, and every edited sentence whose number changed is
flagged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from forms.dutch.numbers import dutch_number
from forms.dutch.words import one_or_many
from portal.domain.report.states import NOG_NIET

# How the key of an own text is stored; nobody else spells it.
_OWN = "eigen:"
MOST_OF_A_SENTENCE = 2_000
MOST_OF_AN_OWN_TEXT = 50_000
MOST_OF_A_REMARK = 10_000
MOST_OF_A_REASON = 2_000


def own_key(hoofdstuk: str) -> str:
    """The key of the own text of a chapter."""
    return f"{_OWN}{hoofdstuk}"


def chapter_of(own: str) -> str:
    """The chapter whose own text has this key."""
    return own.removeprefix(_OWN)


def is_own(sleutel: str) -> bool:
    """True for the key of an own text."""
    return sleutel.startswith(_OWN)


def seen_values(tokens: Iterable[str], printed: Mapping[str, str]) -> dict[str, str]:
    """The printed values of these tokens at this moment, as somebody saw them; a token without a value is left out."""
    return {token: printed[token] for token in sorted(set(tokens)) if token in printed}


def why_too_long(sleutel: str, tekst: str) -> str:
    """The sentence that says that a text is too long for its place; empty when it fits."""
    most = MOST_OF_AN_OWN_TEXT if is_own(sleutel) else MOST_OF_A_SENTENCE
    if len(tekst) <= most:
        return ""
    what = "Een eigen tekst" if is_own(sleutel) else "Een zin"
    return (
        f"{what} heeft hoogstens {dutch_number(most)} tekens. Uw tekst heeft er {dutch_number(len(tekst))}. "
        "Maak de tekst korter."
    )


def why_too_long_a_reason(reason: str) -> str:
    """The sentence that says that a reason is too long for the front of a report and for a mail; empty when it fits."""
    if len(reason) <= MOST_OF_A_REASON:
        return ""
    return f"Een reden heeft hoogstens {dutch_number(MOST_OF_A_REASON)} tekens. Maak de tekst korter."


def why_not_presented(vervallen: int, vlaggen: int) -> str:
    """Why a report can't go to the kerngroep yet, and what to do; empty when nothing keeps it.

    `vervallen`: in how many sentences stands a number that is no longer there; `vlaggen`: under how many a number
    changed that nobody looked at.
    """
    found = []
    if vervallen:
        which, verb = ("staat 1 zin", "die zin") if vervallen == 1 else (f"staan {vervallen} zinnen", "die zinnen")
        found.append(f"Er {which} in het rapport met een cijfer dat er niet meer is. Pas {verb} aan.")
    if vlaggen:
        which, verb = ("1 bewerkte zin", "die zin") if vlaggen == 1 else (f"{vlaggen} bewerkte zinnen", "die zinnen")
        found.append(f"Onder {which} is een cijfer veranderd. Pas {verb} aan of kies “Klopt nog”.")
    return " ".join([NOG_NIET, *found]) if found else ""


def remarks_not_settled(number: int) -> str:
    """Why open remarks of reviewers keep a report from the kerngroep; empty when there are none."""
    if not number:
        return ""
    which = one_or_many(number, "staat 1 opmerking", f"staan {number} opmerkingen")
    each = one_or_many(number, "Handel haar af", "Handel ze af")
    return f"{NOG_NIET} Er {which} open bij het concept. {each}: pas aan, of zeg waarom niet."


def places_not_looked_at(number: int) -> str:
    """Why places of own counts that nobody looked at keep a report from the kerngroep; empty when there are none."""
    if not number:
        return ""
    which = one_or_many(number, "is 1 plaats", f"zijn {number} plaatsen")
    return (
        f"{NOG_NIET} Bij een eigen telling die in het rapport staat, {which} nog niet "
        "bekeken. Bekijk wat meetelt, of haal het getal uit de tekst."
    )
