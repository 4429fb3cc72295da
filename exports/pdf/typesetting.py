"""Typst, which sets our pages: what stands on them is handed over as data, so no text of a person is ever its code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from exports.cells import xml_text
from exports.pdf.signs import missing, shown, unusual

_TEMPLATES = Path(__file__).resolve().parent
_ONE_LINE = _TEMPLATES / "signs.typ"
# A title in a PDF holds no more than some pages; a longer heading begins as one and stands below it whole.
_LONGEST_HEADING = 1000
# Words that stand in for a picture: PDF/A holds no string of 32.767 bytes, and a sign takes up to four of them.
_LONGEST_ALT = 8000


class LettersMissing(Exception):
    """The letters of the documents are not where they should be. The message is Dutch and fit to show."""

    def __init__(self) -> None:
        super().__init__(
            "De letters voor PDF-bestanden ontbreken op deze server. Vraag de beheerder om de voorkant te bouwen "
            "(make assets)."
        )


def stand_in(alt: str) -> str:
    """Words that stand in for a picture, as far as a PDF can hold them; its numbers stand in a table too."""
    text = xml_text(alt)
    return text if len(text) <= _LONGEST_ALT else f"{text[:_LONGEST_ALT]}…"


def headed(whole: str) -> tuple[str, str]:
    """A heading as it can be one, and the whole text when it had to be cut (else empty)."""
    return (whole, "") if len(whole) <= _LONGEST_HEADING else (f"{whole[:_LONGEST_HEADING]}…", whole)


def set_pages(template: str, data: Mapping[str, Any], *, letters: Path, moment: datetime) -> bytes:
    """The PDF of a template of this room filled with data; the same data and moment give the same bytes.

    `letters`: the folder with the font files of `make assets`; no other letter is used. A sign that no letter has is
    shown as its number in Unicode. Raises LettersMissing.
    """
    if not any(letters.glob("*.ttf")):
        raise LettersMissing
    words = json.dumps(data, ensure_ascii=False)
    without = _missing(letters, tuple(unusual(words)))
    if without:
        words = json.dumps(shown(data, without), ensure_ascii=False)
    return _set(_TEMPLATES / template, words, letters, int(moment.timestamp()))


@lru_cache(maxsize=64)
def _missing(letters: Path, signs: tuple[str, ...]) -> frozenset[str]:
    return missing(signs, lambda heap: _can_be_set(heap, letters))


def _can_be_set(heap: str, letters: Path) -> bool:
    try:
        _set(_ONE_LINE, json.dumps(heap, ensure_ascii=False), letters, 0)
    except typst.TypstError:
        return False
    return True


def _set(template: Path, words: str, letters: Path, timestamp: int) -> bytes:
    return bytes(
        typst.compile(
            template,
            root=_TEMPLATES,
            font_paths=[letters],
            ignore_system_fonts=True,
            format="pdf",
            # It refuses what these do not allow: a picture without words for it, a heading that skips a level.
            pdf_standards=["ua-1", "a-2a"],
            sys_inputs={"data": words},
            timestamp=timestamp,
        )
    )
