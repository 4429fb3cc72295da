"""The lines that stand on a document: to know in a file of somebody else which words are the portal's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exports.paper.tree import Air, Block, Form, Grid, Heading, Line, Pairs, PapierenStuk, Room, Title, Typed, label_of
from forms.richtext import to_plain


def lines_on(paper: PapierenStuk) -> tuple[str, ...]:
    """Each line once, in the order of the document; what stands above every page first."""
    return tuple(dict.fromkeys(filter(None, (line.strip() for line in _lines(paper)))))


def _lines(paper: PapierenStuk) -> Iterator[str]:
    yield from paper.regels
    yield from _of(paper.blokken)


def _of(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Title() | Heading() | Line():
                yield from block.tekst.split("\n")
            case Typed():
                yield from (block.aanhef, *to_plain(block.tekst).split("\n"))
            case Grid():
                yield from _of(
                    one for cells in (block.koppen, *(row.cellen for row in block.rijen)) for c in cells for one in c
                )
            case Pairs():
                yield from _of(one for pair in block.rijen for cell in pair for one in cell)
            case Form():
                yield from block.koppen
                yield from _of(one for part in block.delen for one in (*label_of(part), *part.blokken))
            case Air() | Room():
                pass
