"""The short forms of a report: what its messages say, for who has two pages or a paragraph.

Slides, the oplegnotitie and the bouwsteen for a Kamerbrief take their words from here; without chosen messages those
are the sentences of the summary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exports.national.printed import KERNBOODSCHAPPEN, is_silent
from exports.national.tree import Boodschap, Deel, Hoofdstuk, NationaalRapport, Zin

SAMENVATTING, VERVOLG = "samenvatting", "vooruitblik_vervolg"
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“'’])")


@dataclass(frozen=True)
class Kernpunt:
    """One point: what was found, why, and what is asked of whom ("aan de VNG, vóór 1 april 2024")."""

    bevinding: str
    waarom: str = ""
    wat_nu: str = ""
    aan: str = ""


def points_of(rapport: NationaalRapport) -> tuple[Kernpunt, ...]:
    """The messages that were chosen, in their order; without any, the sentences of the summary."""
    return tuple(_point(one) for one in messages_of(rapport)) or tuple(
        Kernpunt(in_words(zin.delen)) for zin in sentences_of(chapter_of(rapport, SAMENVATTING))
    )


def messages_of(rapport: NationaalRapport) -> tuple[Boodschap, ...]:
    """The messages of the second page that have words."""
    chapter = chapter_of(rapport, KERNBOODSCHAPPEN)
    found = [blok for blok in chapter.blokken if isinstance(blok, Boodschap)] if chapter else []
    return tuple(one for one in found if not is_silent(one))


def _point(one: Boodschap) -> Kernpunt:
    return Kernpunt(
        in_words(one.bevinding), in_words(one.waarom), in_words(one.wat_nu), one.verzoek.removeprefix("Gevraagd ")
    )


def what_follows(rapport: NationaalRapport) -> str:
    """The sentence that says what happens with the report; "" when it was left out."""
    found = (zin for one in rapport.all_chapters() for zin in sentences_of(one) if zin.sleutel == VERVOLG)
    return next((in_words(zin.delen) for zin in found), "")


def chapter_of(rapport: NationaalRapport, sleutel: str) -> Hoofdstuk | None:
    """The chapter or section with this key, or None."""
    return next((one for one in rapport.all_chapters() if one.sleutel == sleutel), None)


def sentences_of(chapter: Hoofdstuk | None) -> tuple[Zin, ...]:
    """The sentences of a chapter that are printed."""
    return tuple(one for one in chapter.blokken if isinstance(one, Zin) and not is_silent(one)) if chapter else ()


def in_words(text: Sequence[Deel]) -> str:
    """A text with its numbers as they are printed, on one line."""
    return " ".join("".join(deel.tekst for deel in text).split())


def without_names(text: str, names: Iterable[str]) -> str:
    """The text without the sentences that name a region: a letter to the Kamer names none."""
    known = [name.casefold() for name in names]
    kept = [one for one in _SENTENCES.split(text) if not any(name in one.casefold() for name in known)]
    return " ".join(kept)
