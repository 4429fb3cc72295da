"""Coding what regions wrote, one text at a time; the texts behind a code; and the national code book."""

from portal.web.coderen import code_wijzigen, codeboek, dubbel, overzicht, tekst, teksten, tweede, verschillen
from portal.web.coderen.blueprint import blueprint

__all__ = [
    "blueprint",
    "code_wijzigen",
    "codeboek",
    "dubbel",
    "overzicht",
    "tekst",
    "teksten",
    "tweede",
    "verschillen",
]
