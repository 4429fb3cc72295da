"""Tables of the report, row by row: heads that come back on each page, rows that stay whole, numbers on the right."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from exports.cells import xml_text
from exports.national.printed import cell_text, is_numeric, is_wide
from exports.national.tree import Begrippen, Cel, Tabel
from exports.word.house_style.names import (
    AFTER_TABLE,
    BY_NAME,
    CELL_HEAD,
    CELL_NUMBER,
    CELL_TEXT,
    STRONG,
    TABLE_LOOK,
    TERMS_LOOK,
)
from exports.word.national.layout import height_of, width_of
from exports.word.national.paper import Paper
from exports.word.national.xml import Element, add, add_run, make

# What stands around the text of a cell, in points (beside it and above it).
_BESIDE, _ABOVE = 8.5, 7.5
# The same in a table with many columns, whose words have this size.
_CLOSE, _SMALL = 4.5, 7.0
# White between a number and the words in the next column, in twentieths of a point.
_GUTTER = "220"
# A row longer than this may be broken over two pages: moved as a whole it would leave a white page.
_SHORT = 900
# A table of numbers that takes at most this part of a page is not broken over two; one of texts is, between rows.
_WHOLE = 0.4
# The smallest letter of a head, in points; our widths of letters are near, not exact.
_SMALLEST, _SMALLEST_CLOSE, _SURE = 6.5, 6.0, 0.92
_TERM, _MEANING = 3, 7
# A list of so few terms is not broken over two pages.
_FEW = 6
# Bits of w:tblLook: a first row, a last row and a first column of their own, no stripes.
_FIRST_ROW, _LAST_ROW, _FIRST_COLUMN, _NO_STRIPES = 0x0020, 0x0040, 0x0080, 0x0600


def write_table(paper: Paper, tabel: Tabel) -> None:
    """Draw a table. Rows of the table that explains the living values get the bookmarks that sentences link to."""
    widths = _shares(paper.width, tabel.breedtes)
    numeric = [is_numeric(tabel.rijen, column) for column in range(len(tabel.koppen))]
    look = _FIRST_ROW | _NO_STRIPES | (_LAST_ROW if tabel.totaalrij else 0)
    wide = is_wide(tabel)
    table = _begin(paper, TABLE_LOOK, widths, look, title=tabel.titel, close=wide)
    styles = [CELL_NUMBER if one else CELL_TEXT for one in numeric]
    head = _write_head(paper, table, tabel.koppen, widths, numeric, close=wide)
    texts = [[cell_text(cel) for cel in rij] for rij in tabel.rijen]
    heights = [_height(one, styles, widths) for one in texts]
    stays_whole = any(numeric) and sum(heights) <= paper.pager.height * _WHOLE
    last = len(texts) - 1
    for number, (rij, one) in enumerate(zip(tabel.rijen, texts, strict=True)):
        bold, keep = tabel.totaalrij and number == last, stays_whole and number < last
        cells = _write_row(paper, table, one, widths, styles, bold=bold, keep=keep, size=_SMALL if wide else 0)
        if tabel.is_verantwoording:
            _mark(paper, cells, rij)
    _end(paper, head, [sum(heights)] if stays_whole else heights)


def write_terms(paper: Paper, begrippen: Begrippen) -> None:
    """Draw a list of terms with their meaning as two columns."""
    if not begrippen.rijen:
        return
    widths = _shares(paper.width, (_TERM, _MEANING))
    table = _begin(paper, TERMS_LOOK, widths, _FIRST_COLUMN | _NO_STRIPES)
    heights = []
    last = len(begrippen.rijen) - 1
    stays_whole = last < _FEW
    for number, begrip in enumerate(begrippen.rijen):
        texts, styles = [begrip.naam, begrip.tekst], [CELL_TEXT, CELL_TEXT]
        _write_row(paper, table, texts, widths, styles, first_bold=True, keep=stays_whole and number < last)
        heights.append(_height(texts, styles, widths))
    _end(paper, 0.0, [sum(heights)] if stays_whole else heights)


def _shares(width: int, parts: Sequence[int]) -> list[int]:
    total = sum(parts)
    return [width * part // total for part in parts]


def _begin(
    paper: Paper, style: str, widths: Sequence[int], look: int, *, title: str = "", close: bool = False
) -> Element:
    table = paper.place(make("tbl"))
    properties = add(table, "tblPr")
    add(properties, "tblStyle", val=paper.style_id(style))
    add(properties, "tblW", w=str(sum(widths)), type="dxa")
    add(properties, "tblLayout", type="fixed")
    if close:
        margins = add(properties, "tblCellMar")
        for side, size in (("top", "20"), ("left", "45"), ("bottom", "20"), ("right", "45")):
            add(margins, side, w=size, type="dxa")
    add(properties, "tblLook", val=f"{look:04X}", **_look_flags(look))
    if title:
        add(properties, "tblCaption", val=xml_text(title))
    grid = add(table, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=str(width))
    return table


def _look_flags(look: int) -> dict[str, str]:
    bits = {"firstRow": _FIRST_ROW, "lastRow": _LAST_ROW, "firstColumn": _FIRST_COLUMN, "lastColumn": 0}
    return {name: str(int(bool(look & bit))) for name, bit in bits.items()} | {"noHBand": "1", "noVBand": "1"}


def _write_head(
    paper: Paper, table: Element, koppen: Sequence[str], widths: Sequence[int], numeric: Sequence[bool], *, close: bool
) -> float:
    row = add(table, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    add(properties, "tblHeader")
    behind_number, size = False, _head_size(koppen, widths, _CLOSE if close else _BESIDE)
    for kop, width, is_number in zip(koppen, widths, numeric, strict=True):
        paragraph = _add_cell(row, width)
        look = paper.look(paragraph, CELL_HEAD)
        if is_number:
            add(look, "jc", val="right")
        elif behind_number and not close:
            add(look, "ind", left=_GUTTER)
        behind_number = is_number
        add_run(paragraph, kop, size=size)
    return _height(koppen, [CELL_HEAD] * len(widths), widths)


def _head_size(koppen: Sequence[str], widths: Sequence[int], beside: float) -> float:
    """The size of letter in which no word is broken; 0 when that of the style will do."""
    style = BY_NAME[CELL_HEAD]
    rooms = [(word, width / 20 - beside) for kop, width in zip(koppen, widths, strict=True) for word in kop.split()]
    fitting = min((room / width_of(word, style) for word, room in rooms), default=1.0)
    smallest = _SMALLEST if beside == _BESIDE else _SMALLEST_CLOSE
    return 0 if fitting * _SURE >= 1 else max(smallest, floor(style.size * fitting * _SURE * 2) / 2)


def _write_row(
    paper: Paper,
    table: Element,
    texts: Sequence[str],
    widths: Sequence[int],
    styles: Sequence[str],
    *,
    bold: bool = False,
    first_bold: bool = False,
    keep: bool = False,
    size: float = 0,
) -> list[Element]:
    """Add a row; returns the paragraphs of its cells. `keep`: it stays on the page of the next one."""
    row = add(table, "tr")
    if max(map(len, texts)) <= _SHORT:
        add(add(row, "trPr"), "cantSplit")
    strong = paper.style_id(STRONG)
    paragraphs = []
    for index, (text, width, style) in enumerate(zip(texts, widths, styles, strict=True)):
        paragraph = _add_cell(row, width)
        look = paper.look(paragraph, style)
        if keep:
            add(look, "keepNext")
        if not size and index and style == CELL_TEXT and styles[index - 1] == CELL_NUMBER:
            add(look, "ind", left=_GUTTER)
        add_run(paragraph, text, style_id=strong if bold or (first_bold and not index) else "", size=size)
        paragraphs.append(paragraph)
    return paragraphs


def _add_cell(row: Element, width: int) -> Element:
    cell = add(row, "tc")
    add(add(cell, "tcPr"), "tcW", w=str(width), type="dxa")
    return add(cell, "p")


def _mark(paper: Paper, paragraphs: Sequence[Element], rij: Sequence[Cel]) -> None:
    for paragraph, cel in zip(paragraphs, rij, strict=True):
        if cel.sleutel in paper.links:
            paper.explain(paragraph, cel.sleutel)


def _height(texts: Sequence[str], styles: Sequence[str], widths: Sequence[int]) -> float:
    return _ABOVE + max(
        height_of(text, BY_NAME[style], width / 20 - _BESIDE)
        for text, style, width in zip(texts, styles, widths, strict=True)
    )


def _end(paper: Paper, head: float, heights: Sequence[float]) -> None:
    paper.pager.table(head, heights)
    paper.paragraph(AFTER_TABLE)
