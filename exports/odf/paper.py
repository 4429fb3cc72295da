"""A document about one region as OpenDocument text: the tree of `exports/paper`, block by block, as Word draws it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never

from exports.feedback import FeedbackDocument
from exports.odf.package import OdfFile, PageOf
from exports.odf.rich import add_rich
from exports.odf.styles import (
    AIRY,
    BODY,
    BOLD,
    BOTH,
    CELL,
    ITALIC,
    KEPT,
    SMALL,
    TABLE_CELL,
    TABLE_HEAD,
    TITLE,
)
from exports.odf.tables import SHORT, OdfTable, cell, close
from exports.odf.xml import Element, add_text, heading, paragraph, span
from exports.paper import PapierenStuk, feedback_paper, plan_paper, sheet_paper
from exports.paper.tree import (
    Air,
    Block,
    Cell,
    Form,
    Grid,
    Heading,
    Line,
    Pairs,
    Room,
    TabelRij,
    Title,
    Typed,
    label_of,
    line,
)
from exports.plan import PlanDocument
from exports.sheet import SheetDocument

# As the national format has it.
_BESIDE = 3.17
# About how many signs a row of a table in a cell takes the place of.
_ROW = 120
# What is left of a cell for a table in it, in centimetres.
_PADDING = 0.2


def plan_odt(document: PlanDocument) -> bytes:
    """The plan as an .odt file in the national format. The same plan gives the same bytes."""
    return paper_odt(plan_paper(document))


def sheet_odt(document: SheetDocument) -> bytes:
    """The answer sheet as an .odt file, as `plan_odt`."""
    return paper_odt(sheet_paper(document))


def feedback_odt(document: FeedbackDocument) -> bytes:
    """The terugkoppeling as an .odt file, as `plan_odt`."""
    return paper_odt(feedback_paper(document))


def paper_odt(paper: PapierenStuk) -> bytes:
    """A document about one region as an .odt file."""
    file = OdfFile("text", paper.titel, paper.moment)
    page = PageOf(_BESIDE, paper.regels, lies=True)
    _Drawing(file, page.width).draw(paper.blokken)
    return file.to_bytes(page)


class _Drawing:
    def __init__(self, file: OdfFile, width: float) -> None:
        self._file, self._width = file, width

    def draw(self, blocks: Iterable[Block]) -> None:
        """The blocks on the page itself; only there stand headings."""
        for block in blocks:
            match block:
                case Title():
                    paragraph(self._file.body, TITLE, block.tekst)
                case Heading():
                    add_text(heading(self._file.body, block.niveau), block.tekst)
                case _:
                    self._draw(self._file.body, block, BODY, self._width)

    def _draw(self, place: Element, block: Block, style: str, width: float) -> None:
        match block:
            case Line():
                _draw_line(place, block, style)
            case Typed():
                first = paragraph(place, style) if block.aanhef else None
                if first is not None:
                    span(first, block.aanhef, BOLD)
                add_rich(place, block.tekst, style=style, first=first)
            case Room():
                for _ in range(block.regels):
                    paragraph(place, style)
            case Air():
                # The table above has its own white below it.
                return
            case Grid() | Pairs() | Form():
                self._table(place, block, width)
            case Title() | Heading():
                raise ValueError("A heading stands in no cell.")
            case _:
                assert_never(block)

    def _table(self, place: Element, block: Grid | Pairs | Form, width: float) -> None:
        match block:
            case Grid():
                table = OdfTable(self._file, place, block.delen, width)
                self._fill(table.head(), block.koppen, TABLE_HEAD, table.widths)
                for row in block.rijen:
                    self._row(table, row)
            case Pairs():
                table = OdfTable(self._file, place, block.delen, width)
                for pair in block.rijen:
                    self._row(table, TabelRij(pair))
            case Form():
                self._form(place, block, width)

    def _form(self, place: Element, block: Form, width: float) -> None:
        table = OdfTable(self._file, place, (1, 1), width)
        if block.koppen:
            self._fill(table.head(), [(line(kop, vet=True),) for kop in block.koppen], TABLE_HEAD, table.widths)
        for part in block.delen:
            self._row(table, TabelRij((label_of(part), part.blokken)))

    def _row(self, table: OdfTable, row: TabelRij) -> None:
        style = TABLE_HEAD if row.is_kop else TABLE_CELL
        self._fill(table.row(whole=_is_short(row.cellen)), row.cellen, style, table.widths)

    def _fill(self, row: Element, cells: Sequence[Cell], style: str, widths: Sequence[float]) -> None:
        for blocks, width in zip(cells, widths, strict=True):
            drawn = cell(row, style)
            for block in blocks:
                self._draw(drawn, block, CELL, width - _PADDING)
            close(drawn, CELL)


def _is_short(cells: Sequence[Cell]) -> bool:
    blocks = [one for cell_ in cells for one in cell_]
    signs = sum(len(one.tekst) for one in blocks if isinstance(one, Line | Typed))
    rows = sum(len(one.rijen) for one in blocks if isinstance(one, Grid | Pairs))
    return signs + rows * _ROW <= SHORT


def _draw_line(place: Element, block: Line, style: str) -> None:
    kept = AIRY if block.lucht else KEPT if block.blijft else SMALL if block.klein else style
    drawn = paragraph(place, kept)
    for words in block.delen:
        look = BOTH if words.vet and words.cursief else BOLD if words.vet else ITALIC if words.cursief else ""
        span(drawn, words.tekst, look)
