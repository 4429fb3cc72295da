"""Pages for the people of a region: what a round asks of them, question by question."""

from portal.web.antwoordbladen import (
    acties,
    afwijkend,
    bestanden,
    blad,
    doelen,
    doelversies,
    eerder,
    eerdere_versies,
    hier,
    indienen,
    lezen,
    overnemen,
    regels,
    vraag,
    word,
)
from portal.web.antwoordbladen.blueprint import blueprint

__all__ = [
    "acties",
    "afwijkend",
    "bestanden",
    "blad",
    "blueprint",
    "doelen",
    "doelversies",
    "eerder",
    "eerdere_versies",
    "hier",
    "indienen",
    "lezen",
    "overnemen",
    "regels",
    "vraag",
    "word",
]
