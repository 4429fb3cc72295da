"""The invisible marks of a file that the portal made, as a reader found them: what stands where, and in which revision.

They are read from the names of bookmarks (`forms/marks.py`). Whoever wrote the file may have copied, moved and
removed what carries them: a mark that stands twice is for who asks to judge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from forms.marks import Mark, mark_of
from portal.domain.intake.document import ReadBlock, ReadDocument, ReadParagraph, ReadRow, ReadTable


def marks_in(ids: Iterable[str]) -> list[Mark]:
    """The marks among the bookmarks of a paragraph, each once, in their order."""
    return list(dict.fromkeys(mark for one in ids if (mark := mark_of(one))))


def marks_of_blocks(blocks: Iterable[ReadBlock]) -> list[Mark]:
    """The marks of all paragraphs in these blocks, each once."""
    return list(dict.fromkeys(_all(blocks)))


def marks_of_row(row: ReadRow) -> list[Mark]:
    """The marks in a row, each once, those before the row among them."""
    inside = (mark for cell in row.cells for mark in marks_of_blocks(cell.blocks))
    return list(dict.fromkeys([*marks_in(row.ids), *inside]))


def own_marks_of_row(row: ReadRow) -> list[Mark]:
    """As `marks_of_row`, without those of tables in its cells."""
    own = (mark for cell in row.cells for one in cell.blocks if isinstance(one, ReadParagraph) for mark in _of(one))
    return list(dict.fromkeys([*marks_in(row.ids), *own]))


def owners_of(document: ReadDocument) -> list[str]:
    """Of what the marks of a file are, most of them first; nothing for a file without marks."""
    return [owner for owner, _ in Counter(mark.owner for mark in _all(document.blocks)).most_common()]


def _all(blocks: Iterable[ReadBlock]) -> Iterator[Mark]:
    for block in blocks:
        if isinstance(block, ReadTable):
            for row in block.rows:
                yield from marks_in(row.ids)
                for cell in row.cells:
                    yield from _all(cell.blocks)
        else:
            yield from _of(block)


def _of(one: ReadParagraph) -> list[Mark]:
    return marks_in(one.ids)
