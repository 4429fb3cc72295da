"""What stands in the cells of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from portal.domain.intake.document import ReadBlock, ReadCell, ReadParagraph, ReadRow, paragraphs_of
from portal.domain.intake.recognise.words import how_many

# A cell with so little in it is a number, not a label.
_NUMBER_SIGNS = 3


def own_paragraphs(blocks: Sequence[ReadBlock]) -> Iterator[ReadParagraph]:
    return (block for block in blocks if isinstance(block, ReadParagraph) and block.text.strip())


def label_cell(row: ReadRow) -> ReadCell | None:
    """The cell in which the label of a row stands, if it has one: its first with more than a number, of several."""
    if len(row.cells) < 2:
        return None
    return next((one for one in row.cells[:-1] if len(text_of(one)) > _NUMBER_SIGNS), None)


def text_of(cell: ReadCell) -> str:
    """The text of a cell, a line for each paragraph; a number that a list gives stands before it."""
    return "\n".join(_line(one) for one in paragraphs_of(cell.blocks) if one.text.strip())


def _line(one: ReadParagraph) -> str:
    is_number = any(map(str.isalnum, one.sign))
    return f"{one.sign} {one.text.strip()}" if is_number else one.text.strip()


def words_of_cell(cell: ReadCell) -> int:
    """How many words stand in it."""
    return sum(how_many(one.text) for one in paragraphs_of(cell.blocks))
