"""What stands in the cells of a table: lines, a text of small Markdown, words."""

from __future__ import annotations

from collections.abc import Sequence

from portal.domain.intake.document import ReadBlock, ReadCell, ReadParagraph, ReadTable, paragraphs_of
from portal.domain.intake.recognise.cells import text_of, words_of_cell
from portal.domain.intake.recognise.rows import as_markdown
from portal.domain.intake.recognise.words import how_many
from portal.domain.intake.writing import joined

__all__ = ["answer_of", "lines_of", "text_of", "words_in", "words_of_cell"]


def answer_of(blocks: Sequence[ReadBlock]) -> str:
    """An answer in small Markdown, with its tables."""
    parts: list[str] = []
    together: list[ReadParagraph] = []
    for block in blocks:
        if isinstance(block, ReadParagraph):
            together.append(block)
            continue
        parts += [joined(together), _table(block)]
        together = []
    return "\n\n".join(filter(None, [*parts, joined(together)]))


def _table(table: ReadTable) -> str:
    width = max((len(row.cells) for row in table.rows), default=0)
    grid = [[text_of(cell) for cell in row.cells] + [""] * (width - len(row.cells)) for row in table.rows]
    return as_markdown([row for row in grid if any(row)])


def lines_of(cell: ReadCell) -> list[tuple[str, ReadParagraph]]:
    """The lines of a cell with words in them, each with the paragraph that it stands in."""
    return [(line.strip(), one) for one in paragraphs_of(cell.blocks) for line in one.text.split("\n") if line.strip()]


def words_in(blocks: Sequence[ReadBlock]) -> int:
    """How many words stand in them."""
    return sum(how_many(one.text) for one in paragraphs_of(tuple(blocks)))
