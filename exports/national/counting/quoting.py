"""What regions wrote, as points of a list: the text as it was typed, and who said it. Equal texts stand once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from exports.national.counting.tally import names_in_words
from exports.national.data import RegioBeeld, Uitspraak
from exports.national.tree import Punt, Waarde
from forms.dutch.words import counted
from forms.richtext.plain import to_plain

# Under one theme; the appendix has all of them.
MEESTE = 12
# The kinds of text that are words of regions; an action is one of a plan.
_WOORDEN = ("successen", "lessen", "verwachtingen", "redenen", "eigen")
# Words of fewer regions than this lead to them, with or without a name.
FEWEST = 3
_POINT = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
# Stands where words of a quotation were left out.
WEG = "…"
NO_ROUNDS: Mapping[int, str] = MappingProxyType({})
# How a table begins whose rows are words of regions, each with whose they are.
WOORDEN_EN_WIE = ("Verwachting", "Regio’s")
# Signs after which nothing needs to come.
EINDE = (".", ",", ":", ";", "!", "?", "…", ")")


@dataclass(frozen=True)
class Said:
    """One text, with all regions that wrote it in these words."""

    eerste: Uitspraak
    regios: tuple[str, ...]
    ids: tuple[int, ...]
    bladen: tuple[int, ...] = ()


def merged(items: Iterable[Uitspraak]) -> tuple[Said, ...]:
    """Texts in the order in which they came; equal ones (apart from white space and the answer) once."""
    groups: dict[tuple[str, str], list[Uitspraak]] = {}
    for one in items:
        groups.setdefault((" ".join(one.tekst.split()), one.antwoord), []).append(one)
    return tuple(
        Said(
            same[0],
            tuple(dict.fromkeys(code for one in same for code in one.regios)),
            tuple(one.id for one in same),
            tuple(one.blad_id for one in same),
        )
        for same in groups.values()
    )


def may_be_named(codes: Sequence[str], regios: Iterable[RegioBeeld]) -> bool:
    """True when all of these regions said, when they handed in, that they may be named beside their words."""
    behind = [regio for regio in regios if regio.code in set(codes)]
    return bool(behind) and all(regio.mag_met_naam for regio in behind)


def fair_names(codes: Sequence[str], regios: Sequence[RegioBeeld]) -> str:
    """The one way to say whose words these are: "Drenthe", or "2 regio’s" unless all of them may be named."""
    if may_be_named(codes, regios):
        return names_in_words([regio.naam for regio in regios if regio.code in set(codes)])
    return counted(len(codes), "regio", "regio’s")


def leads_to_words(waarde: Waarde, regios: Iterable[RegioBeeld]) -> bool:
    """True when the names behind a number of texts would say whose words these are.

    Of so few regions somebody finds the text, that may stand without a name, by counting.
    """
    of_texts = waarde.soort in _WOORDEN and 0 < len(waarde.regios) < FEWEST
    return of_texts and not may_be_named(waarde.regios, regios)


def fair_source(codes: Sequence[str], regios: Sequence[RegioBeeld]) -> str:
    """ "Genoemd door: Drenthe", or "Genoemd door: 2 regio’s"."""
    return f"Genoemd door: {fair_names(codes, regios)}"


def in_order(regios: Iterable[str], namen: Mapping[str, str]) -> list[str]:
    """The names of these regions in the order in which all regions stand."""
    codes = dict.fromkeys(regios)
    return [naam for code, naam in namen.items() if code in codes] + [code for code in codes if code not in namen]


def point(gezegd: Said, regios: Sequence[RegioBeeld], rondes: Mapping[int, str] = NO_ROUNDS) -> Punt:
    """The text as a region typed it, with who said it when all of them may be named with a quote.

    Of a report over several rounds also in which.
    """
    return Punt(gezegd.eerste.tekst, bron=f"{fair_source(gezegd.regios, regios)}{in_round(gezegd, rondes)}")


def in_round(said: Said, rondes: Mapping[int, str]) -> str:
    """ " (Q1 2026)"; `rondes` are the names of the rounds by answer sheet, none in a report of one round."""
    found = {rondes[one] for one in said.bladen if one in rondes}
    named = [naam for naam in dict.fromkeys(rondes.values()) if naam in found]
    return f" ({names_in_words(named)})" if named else ""


# A report asks it of the same texts for every theme, and anew each time that it is built.
@lru_cache(maxsize=8192)
def one_paragraph(tekst: str) -> str:
    """The whole text without its markup, for a cell: lines and points after each other, each ended by a sign."""
    lines = (" ".join(_POINT.sub("", line).split()) for line in to_plain(tekst).splitlines())
    joined = ""
    for line in filter(None, lines):
        joined += ("" if not joined else " " if joined.endswith(EINDE) else "; ") + line
    return joined
