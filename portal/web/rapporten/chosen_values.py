"""The values that a sentence can use: first those it has, then all others by what they are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exports.national.tree import NationaalRapport, Waarde

_EERDER = "vorige"
SOORTEN = {
    "": "Regio’s, plannen en antwoorden",
    "acties": "Acties",
    "successen": "Successen",
    "lessen": "Lessen",
    "verwachtingen": "Verwachtingen",
    "redenen": "Redenen en knelpunten",
    "eigen": "Eigen vragen",
    _EERDER: "De vorige uitvraag",
}


@dataclass(frozen=True)
class Offered:
    """`used`: the values of the sentence in its order; `groups`: all others, each group with its name."""

    used: tuple[Waarde, ...]
    groups: tuple[tuple[str, tuple[Waarde, ...]], ...]


def offered_values(tree: NationaalRapport, used: Iterable[str]) -> Offered:
    """Everything that has a value, each once."""
    own = {token: tree.waarden[token] for token in used if token in tree.waarden}
    others = [waarde for token, waarde in tree.waarden.items() if token not in own]
    groups = ((naam, tuple(one for one in others if _group(one) == soort)) for soort, naam in SOORTEN.items())
    return Offered(tuple(own.values()), tuple((naam, found) for naam, found in groups if found))


def _group(waarde: Waarde) -> str:
    return _EERDER if waarde.van_vorige_ronde else waarde.soort
