"""Typst, which sets our pages: what stands on them is handed over as data, so no text of a person is ever its code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from exports.cells import xml_text
from exports.pdf.signs import missing, shown, unusual

_TEMPLATES = Path(__file__).resolve().parent
_ONE_LINE = _TEMPLATES / "signs.typ"
_PANIC = "PanicException"
# A title in a PDF holds no more than some pages; a longer heading begins as one and stands below it whole.
_LONGEST_HEADING = 1000
# Words that stand in for a picture: PDF/A holds no string of 32.767 bytes, and a sign takes up to four of them.
_LONGEST_ALT = 8000


class PdfProblem(Exception):
    """There can be no PDF. The message is Dutch and fit to show."""


class CanNotBeSet(PdfProblem):
    """Typst gave up on these pages, also with every unusual sign as its number."""

    def __init__(self) -> None:
        super().__init__("Van dit document lukt het niet om een PDF te maken. Download het in Word.")


class LettersMissing(PdfProblem):
    """The letters of the documents are not where they should be."""

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
    shown as its number in Unicode. Raises LettersMissing, and CanNotBeSet when Typst breaks on what was typed.
    """
    if not any(letters.glob("*.ttf")):
        raise LettersMissing
    signs = tuple(unusual(json.dumps(data, ensure_ascii=False)))
    set_ = partial(_set, _TEMPLATES / template, letters=letters, timestamp=int(moment.timestamp()))
    try:
        return set_(_without(data, _missing(letters, signs)))
    except CanNotBeSet:
        return set_(_without(data, frozenset("".join(signs))))


def _without(data: Mapping[str, Any], signs: frozenset[str]) -> str:
    return json.dumps(shown(data, signs), ensure_ascii=False)


@lru_cache(maxsize=64)
def _missing(letters: Path, signs: tuple[str, ...]) -> frozenset[str]:
    return missing(signs, lambda heap: _can_be_set(heap, letters))


def _can_be_set(heap: str, letters: Path) -> bool:
    try:
        _set(_ONE_LINE, json.dumps(heap, ensure_ascii=False), letters=letters, timestamp=0)
    except CanNotBeSet:
        return False
    return True


def _set(template: Path, words: str, *, letters: Path, timestamp: int) -> bytes:
    # Not at the top: who never sets a page should not have it in memory.
    import typst

    try:
        return _compiled(template, words, letters, timestamp)
    except typst.TypstError as problem:
        raise CanNotBeSet from problem
    except BaseException as problem:
        # Typst itself breaks on some lines of signs that it has no letters for; that is no Exception for Python.
        if type(problem).__name__ != _PANIC:
            raise
        raise CanNotBeSet from problem


def _compiled(template: Path, words: str, letters: Path, timestamp: int) -> bytes:
    import typst

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
