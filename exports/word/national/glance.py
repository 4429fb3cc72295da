"""Nederland in één blik in Word: large numbers beside each other, and the map as a table of tiles."""

from __future__ import annotations

from collections.abc import Mapping

from exports.cells import xml_text
from exports.look.colours import WHITE
from exports.look.status import Patroon, Uiterlijk, look_of
from exports.national.printed import cell_text
from exports.national.tree import Cijfer, Cijfers, Kaart, Tegel
from exports.word.house_style.names import (
    AFTER_TABLE,
    BIG_NUMBER,
    NUMBER_LABEL,
    SOURCE,
    STRONG,
    TERMS_LOOK,
    TILE,
)
from exports.word.national.paper import Paper
from exports.word.national.xml import Element, add, add_run, make

# How high a tile is, in twentieths of a point, and the numbers with their words, in points.
_TILE_HEIGHT = 520
_NUMBERS_HEIGHT = 80
_SIDES = {"top": (0, -1), "left": (-1, 0), "bottom": (0, 1), "right": (1, 0)}


def write_numbers(paper: Paper, cijfers: Cijfers) -> None:
    """Each number in a cell of its own, with what it counts and how it was before."""
    width = paper.width // len(cijfers.rijen)
    table = _table(paper, [width] * len(cijfers.rijen), "In cijfers")
    row = _row(table, 0)
    for one in cijfers.rijen:
        _write_number(paper, _cell(row, width), one)
    paper.pager.block(_NUMBERS_HEIGHT)
    paper.paragraph(AFTER_TABLE)
    if cijfers.voet:
        paper.paragraph(SOURCE, cijfers.voet)


def _write_number(paper: Paper, cell: Element, one: Cijfer) -> None:
    big = _line(paper, cell, BIG_NUMBER)
    anchor = paper.links.get(one.cel.sleutel)
    place = add(big, "hyperlink", anchor=anchor, history="1") if anchor else big
    add_run(place, cell_text(one.cel))
    add_run(_line(paper, cell, NUMBER_LABEL), one.van)
    add_run(_line(paper, cell, NUMBER_LABEL), one.label, style_id=paper.style_id(STRONG))
    if one.verandering:
        add_run(_line(paper, cell, NUMBER_LABEL), one.verandering)


def write_map(paper: Paper, kaart: Kaart) -> None:
    """The tiles as a table that can be read aloud: the name of a region, and its status in a sign and a word."""
    columns = max(one.kolom for one in kaart.tegels) + 1
    rows = max(one.rij for one in kaart.tegels) + 1
    looks = {(one.kolom, one.rij): look_of(one.status) for one in kaart.tegels}
    placed = {(one.kolom, one.rij): one for one in kaart.tegels}
    width = paper.width // columns
    table = _table(paper, [width] * columns, kaart.titel, kaart.alt, above="10")
    for number in range(rows):
        row = _row(table, _TILE_HEIGHT)
        for column in range(columns):
            cell = _cell(row, width)
            _paint(cell, looks, column, number)
            _write_tile(paper, cell, placed.get((column, number)), keep=number < rows - 1)
        paper.pager.block(_TILE_HEIGHT / 20)
    paper.paragraph(AFTER_TABLE)
    _write_legend(paper, kaart)
    if kaart.bron:
        paper.paragraph(SOURCE, kaart.bron)


def _write_tile(paper: Paper, cell: Element, tegel: Tegel | None, *, keep: bool) -> None:
    name = _line(paper, cell, TILE, keep=keep)
    if tegel is None:
        return
    look = look_of(tegel.status)
    add_run(name, tegel.naam, style_id=paper.style_id(STRONG), colour=look.letter)
    add_run(_line(paper, cell, TILE, keep=keep), f"{look.teken} {tegel.woord}".strip(), colour=look.letter)


def _write_legend(paper: Paper, kaart: Kaart) -> None:
    """How many regions have each status, on one line."""
    line = paper.paragraph(NUMBER_LABEL, shown=" ".join(one.woord for one in kaart.legenda))
    for number, one in enumerate(kaart.legenda):
        look = look_of(one.status)
        add_run(line, "      " if number else "")
        add_run(
            line, f" {look.teken or ' '} ", colour=look.letter, fill=look.kleur, framed=look.patroon is Patroon.RAND
        )
        add_run(line, f" {one.woord}: {one.aantal}")


# --- tables


def _table(paper: Paper, widths: list[int], title: str, alt: str = "", *, above: str = "40") -> Element:
    table = paper.place(make("tbl"))
    properties = add(table, "tblPr")
    add(properties, "tblStyle", val=paper.style_id(TERMS_LOOK))
    add(properties, "tblW", w=str(sum(widths)), type="dxa")
    borders = add(properties, "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        add(borders, side, val="nil")
    add(properties, "tblLayout", type="fixed")
    margins = add(properties, "tblCellMar")
    for side, size in (("top", above), ("left", "40"), ("bottom", above), ("right", "40")):
        add(margins, side, w=size, type="dxa")
    add(
        properties,
        "tblLook",
        val="0600",
        firstRow="0",
        lastRow="0",
        firstColumn="0",
        lastColumn="0",
        noHBand="1",
        noVBand="1",
    )
    add(properties, "tblCaption", val=xml_text(title))
    if alt:
        add(properties, "tblDescription", val=xml_text(alt))
    grid = add(table, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=str(width))
    return table


def _row(table: Element, height: int) -> Element:
    row = add(table, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    if height:
        add(properties, "trHeight", val=str(height), hRule="atLeast")
    return row


def _cell(row: Element, width: int) -> Element:
    cell = add(row, "tc")
    add(add(cell, "tcPr"), "tcW", w=str(width), type="dxa")
    return cell


def _paint(cell: Element, looks: Mapping[tuple[int, int], Uiterlijk], column: int, row: int) -> None:
    """The plane of a tile. Neighbours share an edge: it has the colour of the one that needs it, or is white."""
    properties, own = cell[0], looks.get((column, row))
    borders = add(properties, "tcBorders")
    for side, (right, down) in _SIDES.items():
        edged = [one for one in (own, looks.get((column + right, row + down))) if one and one.patroon is Patroon.RAND]
        add(borders, side, val="single", sz="18", space="0", color=edged[0].rand if edged else WHITE)
    if own is not None:
        add(properties, "shd", val="clear", color="auto", fill=own.kleur)
        add(properties, "vAlign", val="center")


def _line(paper: Paper, cell: Element, style: str, *, keep: bool = False) -> Element:
    paragraph = add(cell, "p")
    look = paper.look(paragraph, style)
    if keep:
        add(look, "keepNext")
    return paragraph
