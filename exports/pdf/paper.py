"""A plan, an answer sheet and a terugkoppeling as PDF: the tree of `exports/paper`, handed to `paper.typ` as data.

It is made to be read: an onderdeel of the national format is a heading with what was filled in below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, assert_never

from exports.cells import xml_text
from exports.feedback import FeedbackDocument
from exports.labels import ONBEKEND
from exports.paper import PapierenStuk, feedback_paper, plan_paper, regiobeeld_paper, sheet_paper
from exports.paper.tree import (
    Air,
    Block,
    Cell,
    Form,
    FormatDeel,
    Grid,
    Heading,
    Line,
    Pairs,
    Room,
    TabelRij,
    Title,
    Typed,
)
from exports.pdf.rich import rich
from exports.pdf.typesetting import headed, set_pages
from exports.plan import PlanDocument
from exports.region_figures import RegiobeeldDocument
from exports.sheet import SheetDocument
from forms.cleaning import has_words
from forms.dutch.dates import day_short

# About so many letters stand on a line as wide as the page, and so many lines on half of it.
_LETTERS, _HALF_A_PAGE = 105, 28


def plan_pdf(document: PlanDocument, *, letters: Path) -> bytes:
    """The plan as a .pdf file. The same plan gives the same bytes.

    `letters`: the folder with the font files. Raises LettersMissing.
    """
    return paper_pdf(plan_paper(document), letters=letters)


def sheet_pdf(document: SheetDocument, *, letters: Path) -> bytes:
    """The answer sheet as a .pdf file, as `plan_pdf`."""
    return paper_pdf(sheet_paper(document), letters=letters)


def feedback_pdf(document: FeedbackDocument, *, letters: Path) -> bytes:
    """The terugkoppeling as a .pdf file, as `plan_pdf`."""
    return paper_pdf(feedback_paper(document), letters=letters)


def regiobeeld_pdf(document: RegiobeeldDocument, *, letters: Path) -> bytes:
    """The regiobeeld as a .pdf file, as `plan_pdf`."""
    return paper_pdf(regiobeeld_paper(document), letters=letters)


def paper_pdf(paper: PapierenStuk, *, letters: Path) -> bytes:
    """A document about one region as a .pdf file. Raises LettersMissing."""
    data = {
        "titel": xml_text(paper.titel) if has_words(xml_text(paper.titel)) else ONBEKEND,
        "regels": [xml_text(one) for one in paper.regels],
        "stand": f"Stand van {day_short(paper.moment)}",
        "dicht": paper.dicht,
        "blokken": list(_on_page(paper.blokken)),
    }
    return set_pages("paper.typ", data, letters=letters, moment=paper.moment)


def _on_page(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    """The blocks with headings that begin at 1 and skip no level."""
    highest = min((one.niveau for one in blocks if isinstance(one, Heading)), default=1)
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.niveau - highest + 1, level + 1)
            yield from _heading(block, level)
        elif isinstance(block, Form):
            yield {"kind": "form", "niveau": level + 1, "koppen": _texts(block.koppen), "delen": _parts(block.delen)}
        else:
            yield from _block(block)


def _heading(block: Heading, level: int) -> Iterator[dict[str, Any]]:
    """A heading without words is none: nobody could hear it."""
    kop, whole = headed(xml_text(block.tekst))
    if has_words(kop):
        yield {"kind": "heading", "niveau": level, "tekst": kop}
    if whole:
        yield {"kind": "line", "delen": [_words(whole)], "klein": False, "blijft": False, "lucht": False}


def _parts(parts: Iterable[FormatDeel]) -> list[dict[str, Any]]:
    return [
        {
            "kop": xml_text(part.kop) if has_words(xml_text(part.kop)) else ONBEKEND,
            "uitleg": xml_text(part.uitleg),
            "blokken": _cell(part.blokken),
        }
        for part in parts
    ]


def _cell(blocks: Cell) -> list[dict[str, Any]]:
    return [drawn for block in blocks for drawn in _block(block)]


def _block(block: Block) -> Iterator[dict[str, Any]]:
    match block:
        case Line():
            delen = [_words(one.tekst, vet=one.vet, cursief=one.cursief) for one in block.delen]
            yield {"kind": "line", "delen": delen, "klein": block.klein, "blijft": block.blijft, "lucht": block.lucht}
        case Typed():
            yield {"kind": "typed", "blokken": rich(block.tekst), "aanhef": xml_text(block.aanhef)}
        case Room():
            yield {"kind": "room", "regels": block.regels}
        case Air():
            return
        case Title():
            yield {"kind": "title", "tekst": xml_text(block.tekst)}
        case Grid():
            koppen, rijen = [_cell(one) for one in block.koppen], [_row(row, block.delen) for row in block.rijen]
            yield {"kind": "grid", "delen": list(block.delen), "koppen": koppen, "rijen": rijen}
        case Pairs():
            pairs = [[{"blokken": _cell(one)} for one in pair] for pair in block.rijen]
            yield {"kind": "pairs", "delen": list(block.delen), "rijen": pairs}
        case Heading() | Form():
            raise ValueError("A heading stands in no cell.")
        case _:
            assert_never(block)


def _words(tekst: str, *, vet: bool = False, cursief: bool = False) -> dict[str, Any]:
    return {"tekst": xml_text(tekst), "vet": vet, "cursief": cursief}


def _texts(texts: Iterable[str]) -> list[str]:
    return [xml_text(one) for one in texts]


def _row(row: TabelRij, parts: Sequence[int]) -> dict[str, Any]:
    """A row of less than half a page stays whole."""
    lines = (_lines(cell) * sum(parts) / part for cell, part in zip(row.cellen, parts, strict=True))
    return {
        "cellen": [_cell(cell) for cell in row.cellen],
        "kop": row.is_kop,
        "lang": max(lines, default=0.0) > _HALF_A_PAGE,
    }


def _lines(cell: Cell) -> float:
    """About how many lines these blocks would be on a line as wide as the page."""
    texts = [one.tekst for one in cell if isinstance(one, Line | Typed)]
    return sum(len(text) / _LETTERS + text.count("\n") / 4 for text in texts)
