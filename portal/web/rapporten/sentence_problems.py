"""What is wrong with the numbers in a typed text: a name that names no value, a brace left over."""

from __future__ import annotations

from collections.abc import Mapping

from exports.national.sentences.living import parts_of
from exports.national.tree import Waarde


def problems_of(tekst: str, waarden: Mapping[str, Waarde]) -> list[str]:
    """Each problem in words; none when every brace holds the name of a value."""
    parts, unknown = parts_of(tekst, waarden)
    problems = [
        f"“{{{token}}}” is geen getal van dit rapport. Kies een naam uit de lijst onder het veld, of haal hem weg."
        for token in dict.fromkeys(unknown)
    ]
    # A name that is not quite right would be printed as it was typed: "{geantwoord regio's".
    if any(brace in part.tekst for part in parts if not part.sleutel for brace in "{}"):
        problems.append(
            "Er staat een accolade die niet bij een getal hoort. Zet de naam van het getal er precies tussen, "
            "zonder spaties: {geantwoord}. Of haal de accolade weg."
        )
    return problems
