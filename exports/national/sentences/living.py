"""Living sentences: a text with tokens of living values ("{geantwoord}"), and what is printed of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from exports.national.tree import Deel, Waarde

VERVALLEN = "[getal vervallen]"
# Other braces are what a person typed, and stay as they are.
_TOKEN = re.compile(r"\{([a-zA-Z][a-zA-Z0-9_]*)\}")


def tokens(sjabloon: str) -> tuple[str, ...]:
    """The tokens in a text, each once, in the order of the text; whether they name a value or not."""
    return tuple(dict.fromkeys(match[1].lower() for match in _TOKEN.finditer(sjabloon)))


def parts_of(sjabloon: str, waarden: Mapping[str, Waarde]) -> tuple[tuple[Deel, ...], tuple[str, ...]]:
    """What is printed of a text, and the tokens in it that name no value.

    Such a token is printed as "[getal vervallen]". A token may be typed with capitals.
    """
    parts: list[Deel] = []
    end = 0
    for match in _TOKEN.finditer(sjabloon):
        parts.append(Deel(sjabloon[end : match.start()]))
        parts.append(_printed(match[1].lower(), waarden))
        end = match.end()
    parts.append(Deel(sjabloon[end:]))
    gone = tuple(token for token in tokens(sjabloon) if token not in waarden)
    return tuple(part for part in parts if part.tekst), gone


def _printed(token: str, waarden: Mapping[str, Waarde]) -> Deel:
    return Deel(waarden[token].tekst, token) if token in waarden else Deel(VERVALLEN)
