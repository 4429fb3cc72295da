"""What tells one text of a report from another: a fingerprint of each chapter as it is printed.

What a person can't have changed is left out: of which moment the numbers are, where a chart comes from, and how often
somebody edited a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import msgspec

from exports.figures.declared import Figuur
from exports.national.printed import BIJLAGE, is_silent
from exports.national.sentences.register import ALTIJD_ANDERS
from exports.national.tree import (
    Blok,
    Boodschap,
    Deel,
    EigenTekst,
    Hoofdstuk,
    Kaart,
    Lijngrafiek,
    NationaalRapport,
    Zin,
)
from forms.dutch.words import listed, one_or_many


@dataclass(frozen=True)
class ChapterState:
    """One chapter as it read: its key, how it is called ("hoofdstuk 2"), and its fingerprint."""

    sleutel: str
    naam: str
    vinger: str


def states_of(tree: NationaalRapport) -> tuple[ChapterState, ...]:
    """The chapters and appendices of a report, in its order; one of which nothing is printed has none."""
    return tuple(ChapterState(one.sleutel, _called(one), _hash(one)) for one in tree.hoofdstukken if one.has_content)


def changed_since(then: Iterable[ChapterState], now: Iterable[ChapterState]) -> tuple[str, ...]:
    """How the chapters are called that read otherwise, came or went, in the order of now; what went comes last."""
    before = {one.sleutel: one for one in then}
    after = {one.sleutel: one for one in now}
    other = (one.naam for key, one in after.items() if key not in before or before[key].vinger != one.vinger)
    gone = (f"{one.naam} (vervallen)" for key, one in before.items() if key not in after)
    return (*other, *gone)


def told(changed: Iterable[str]) -> str:
    """ "sindsdien is hoofdstuk 2 gewijzigd", "sindsdien is er niets gewijzigd"."""
    names = list(changed)
    if not names:
        return "sindsdien is er niets gewijzigd"
    return f"sindsdien {one_or_many(len(names), 'is', 'zijn')} {listed(names)} gewijzigd"


def _called(one: Hoofdstuk) -> str:
    if one.is_bijlage:
        return f"{BIJLAGE.lower()} {one.nummer}"
    return f"hoofdstuk {one.nummer}" if one.nummer else f"“{one.naam}”"


def _hash(one: Hoofdstuk) -> str:
    return sha256(msgspec.json.encode(list(_printed(one)))).hexdigest()


def _printed(one: Hoofdstuk) -> Iterator[Any]:
    for blok in (one.kop, *one.blokken):
        if not is_silent(blok):
            yield _words(blok)
    for deel in one.delen:
        yield deel.naam, list(_printed(deel))


def _words(blok: Blok) -> Any:
    if isinstance(blok, Zin):
        return _text(blok.delen)
    if isinstance(blok, EigenTekst):
        return blok.tekst
    if isinstance(blok, Boodschap):
        return [(word, _text(part)) for word, part in blok.delen]
    return replace(blok, bron="") if isinstance(blok, Kaart | Lijngrafiek | Figuur) else blok


def _text(delen: Iterable[Deel]) -> str:
    return "".join(f"{{{one.sleutel}}}" if one.sleutel in ALTIJD_ANDERS else one.tekst for one in delen)


def from_stored(found: Iterable[Mapping[str, str]]) -> tuple[ChapterState, ...]:
    """The chapters as they were stored."""
    return tuple(ChapterState(**one) for one in found)
