"""What is wrong with the numbers in a typed text: a name that names no value, a brace left over."""

from __future__ import annotations

from collections.abc import Mapping

from exports.national.sentences.living import parts_of
from exports.national.tree import Waarde
from forms.dutch.words import counted

# No name of a number is so long, and after so many problems a reader knows what is wrong.
_LONGEST, _MOST = 40, 5


def in_short(token: str) -> str:
    """A name as typed, cut where it is longer than any."""
    return token if len(token) <= _LONGEST else f"{token[:_LONGEST]}…"


def problems_of(tekst: str, waarden: Mapping[str, Waarde]) -> list[str]:
    """Each problem in words; none when every brace holds the name of a value."""
    parts, unknown = parts_of(tekst, waarden)
    unknown = tuple(dict.fromkeys(unknown))
    problems = [
        f"“{{{token}}}” is geen getal van dit rapport. Kies een naam uit de lijst onder het veld, of haal hem weg."
        for token in map(in_short, unknown[:_MOST])
    ]
    if len(unknown) > _MOST:
        more = counted(len(unknown) - _MOST, "andere naam is", "andere namen zijn")
        problems.append(f"Nog {more} geen getal van dit rapport.")
    # A name that is not quite right would be printed as it was typed: "{geantwoord regio's".
    if any(brace in part.tekst for part in parts if not part.sleutel for brace in "{}"):
        problems.append(
            "Er staat een accolade die niet bij een getal hoort. Zet de naam van het getal er precies tussen, "
            "zonder spaties: {geantwoord}. Of haal de accolade weg."
        )
    return problems
