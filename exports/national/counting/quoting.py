"""What regions wrote, as points of a list: the text as it was typed, and who said it. Equal texts stand once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from exports.national.counting.tally import names_in_words
from exports.national.data import RegioBeeld, Uitspraak
from exports.national.tree import Punt
from forms.dutch.words import counted
from forms.richtext.plain import to_plain

# Under one theme; the appendix has all of them.
MEESTE = 12
_POINT = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
# Stands where words of a quotation were left out.
WEG = "…"
NO_ROUNDS: Mapping[int, str] = MappingProxyType({})
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


def fair_source(codes: Sequence[str], regios: Iterable[RegioBeeld]) -> str:
    """ "Genoemd door: Drenthe"; "Genoemd door: 2 regio’s" unless all of them may be named with a quote."""
    behind = [regio for regio in regios if regio.code in set(codes)]
    if behind and all(regio.mag_met_naam for regio in behind):
        return f"Genoemd door: {names_in_words([regio.naam for regio in behind])}"
    return f"Genoemd door: {counted(len(codes), 'regio', 'regio’s')}"


def in_order(regios: Iterable[str], namen: Mapping[str, str]) -> list[str]:
    """The names of these regions in the order in which all regions stand."""
    codes = dict.fromkeys(regios)
    return [naam for code, naam in namen.items() if code in codes] + [code for code in codes if code not in namen]


def point(gezegd: Said, regios: Iterable[RegioBeeld], rondes: Mapping[int, str] = NO_ROUNDS) -> Punt:
    """The text as a region typed it, with who said it when all of them may be named with a quote.

    Of a report over several rounds also in which.
    """
    return Punt(gezegd.eerste.tekst, bron=f"{fair_source(gezegd.regios, regios)}{in_round(gezegd, rondes)}")


def in_round(said: Said, rondes: Mapping[int, str]) -> str:
    """ " (Q1 2026)"; `rondes` are the names of the rounds by answer sheet, none in a report of one round."""
    found = {rondes[one] for one in said.bladen if one in rondes}
    named = [naam for naam in dict.fromkeys(rondes.values()) if naam in found]
    return f" ({names_in_words(named)})" if named else ""


def one_paragraph(tekst: str) -> str:
    """The whole text without its markup, for a cell: lines and points after each other, each ended by a sign."""
    lines = (" ".join(_POINT.sub("", line).split()) for line in to_plain(tekst).splitlines())
    joined = ""
    for line in filter(None, lines):
        joined += ("" if not joined else " " if joined.endswith(EINDE) else "; ") + line
    return joined
