"""Pages for the people of a region: their plan, part by part."""

from portal.web.regio import (
    bijlagen,
    eerdere_versies,
    geven,
    hier,
    indienen,
    lijsten,
    meelezen,
    nieuwe_versie,
    onderdeel,
    plan,
    plannen,
    tabel,
    veranderd,
    word,
)
from portal.web.regio.blueprint import blueprint

__all__ = [
    "bijlagen",
    "blueprint",
    "eerdere_versies",
    "geven",
    "hier",
    "indienen",
    "lijsten",
    "meelezen",
    "nieuwe_versie",
    "onderdeel",
    "plan",
    "plannen",
    "tabel",
    "veranderd",
    "word",
]
