"""A document about one region, drawn in Word: the tree of `exports/paper`, block by block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.table import _Cell

from exports.cells import xml_text
from exports.look.colours import HEAD_SHADE
from exports.paper.tree import Air, Block, Cell, Form, Grid, Heading, Line, Pairs, Room, Title, Typed, label_of
from exports.word.look import SMALL
from exports.word.marks import mark_row, marked
from exports.word.richtext import add_rich_text
from exports.word.tables import GridTable, close_cell

# What is left of a cell for a table in it, in twentieths of a point.
_PADDING = 220


def draw(word: WordDocument, blocks: Iterable[Block], *, width: int) -> None:
    """Add the blocks at the end of a document whose text is so wide, in twentieths of a point."""
    for block in blocks:
        match block:
            case Title():
                with marked(word, block.merk):
                    word.add_paragraph(xml_text(block.tekst), style="Title")
            case Heading():
                word.add_heading(xml_text(block.tekst), level=block.niveau)
            case _:
                _draw(word, block, width)


def _draw(place: WordDocument | _Cell, block: Block, width: int) -> None:
    match block:
        case Line():
            with marked(place, block.merk):
                _draw_line(place, block)
        case Typed():
            with marked(place, block.merk):
                _draw_typed(place, block)
        case Room():
            for _ in range(block.regels):
                place.add_paragraph()
        case Air():
            _draw_air(place, block)
        case Grid() | Pairs() | Form():
            _draw_table(place, block, width)
        case Title() | Heading():
            raise ValueError("A heading stands in no cell.")
        case _:
            assert_never(block)


def _draw_table(place: WordDocument | _Cell, block: Grid | Pairs | Form, width: int) -> None:
    match block:
        case Grid():
            _draw_grid(place, block, width)
        case Pairs():
            table = GridTable(place, _shares(width, block.delen), has_head=False)
            for pair in block.rijen:
                _fill(table.add_row(), pair, table.widths)
        case Form():
            _draw_form(place, block, width)


def _draw_line(place: WordDocument | _Cell, block: Line) -> None:
    paragraph = place.add_paragraph()
    if block.blijft:
        paragraph.paragraph_format.keep_with_next = True
    if block.lucht:
        paragraph.paragraph_format.space_before = Pt(12)
    for words in block.delen:
        run = paragraph.add_run(xml_text(words.tekst))
        if words.vet:
            run.bold = True
        if words.cursief:
            run.italic = True
        if block.klein:
            run.font.size = SMALL


def _draw_typed(place: WordDocument | _Cell, block: Typed) -> None:
    first = None
    if block.aanhef:
        first = place.add_paragraph()
        first.add_run(xml_text(block.aanhef)).bold = True
    add_rich_text(place, block.tekst, first_paragraph=first)


def _draw_air(place: WordDocument | _Cell, block: Air) -> None:
    """A little room below a table; a whole line may cost a page."""
    look = place.add_paragraph().paragraph_format
    look.space_after = Pt(0)
    if block.weinig:
        look.line_spacing = Pt(6)


def _draw_grid(place: WordDocument | _Cell, block: Grid, width: int) -> None:
    table = GridTable(place, _shares(width, block.delen), has_head=True)
    heads = table.add_row(shade=HEAD_SHADE, head=True)
    _fill(heads, block.koppen, table.widths)
    mark_row(heads[:1], block.merk)
    for row in block.rijen:
        cells = table.add_row(shade=HEAD_SHADE if row.is_kop else "", key=row.sleutel)
        _fill(cells, row.cellen, table.widths)
        mark_row(cells, row.merk)


def _draw_form(place: WordDocument | _Cell, block: Form, width: int) -> None:
    table = GridTable(place, _shares(width, (1, 1)), has_head=bool(block.koppen))
    if block.koppen:
        table.add_head(*block.koppen)
    for part in block.delen:
        places = table.add_row(key=part.sleutel)
        _fill(places, (label_of(part), part.blokken), table.widths)
        mark_row(places[:1], part.merk)


def _fill(places: Sequence[_Cell], cells: Sequence[Cell], widths: Sequence[int]) -> None:
    for place, blocks, width in zip(places, cells, widths, strict=True):
        for block in blocks:
            _draw(place, block, width - _PADDING)
        close_cell(place)


def _shares(width: int, parts: Sequence[int]) -> list[int]:
    """The width divided over columns."""
    return [width * part // sum(parts) for part in parts]
