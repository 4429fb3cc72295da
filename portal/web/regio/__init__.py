"""Pages for the people of a region: their plan, part by part."""

from portal.web.regio import (
    bestanden,
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
)
from portal.web.regio.blueprint import blueprint

__all__ = [
    "bestanden",
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
]
