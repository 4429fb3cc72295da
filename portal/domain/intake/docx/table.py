"""A table of Word as rows of cells, each once (17.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.domain.intake.docx.around import Around
from portal.domain.intake.docx.names import VAL, W, has, number, switch, value
from portal.domain.intake.drafts import DraftBlock, DraftCell, DraftParagraph, DraftRow, DraftTable
from portal.domain.intake.tally import Left

# Word has at most 63 columns; whoever writes more means no span.
_MOST_COLUMNS = 63


def read_table(story: Around, element: Any, name: str) -> DraftTable:
    """Read a table. Rows that tracking removed or that are hidden stay out."""
    table = DraftTable(name)
    # The cell above in each column that may go on downwards.
    above: dict[int, DraftCell] = {}
    for row, ids in _rows(story, element):
        properties = row.find(f"{W}trPr")
        if _is_left_out(story, row, properties, name):
            continue
        if switch(properties, "tblHeader") and table.heads == len(table.rows):
            table.heads += 1
        place = f"{name}, rij {len(table.rows) + 1}"
        table.rows.append(DraftRow(_cells(story, row, properties, place, above), ids))
    return table


def _rows(story: Around, parent: Any) -> Iterator[tuple[Any, list[str]]]:
    """The rows, with the marks that stand around or before each."""
    ids: list[str] = []
    for child in parent:
        if child.tag == f"{W}tr":
            yield child, ids
            ids = []
        elif child.tag == f"{W}bookmarkStart":
            ids += story.bookmark(child)
        elif child.tag == f"{W}commentRangeStart":
            story.comment_begins(child)
        elif child.tag in _AROUND_ROWS:
            content = child.find(f"{W}sdtContent") if child.tag == f"{W}sdt" else child
            for row, inner in () if content is None else _rows(story, content):
                yield row, [*ids, *(story.tags(child) if child.tag == f"{W}sdt" else []), *inner]
                ids = []


def _is_left_out(story: Around, row: Any, properties: Any | None, name: str) -> bool:
    if has(properties, "del"):
        kind, words = Left.ROWS, "".join(one.text or "" for one in row.iter(f"{W}t", f"{W}delText"))
    elif switch(properties, "hidden"):
        kind, words = Left.HIDDEN, " ".join(one.text or "" for one in row.iter(f"{W}t"))
    else:
        return False
    story.reading.tally.add(kind, name, words)
    return True


def _cells(story: Around, row: Any, properties: Any | None, place: str, above: dict[int, DraftCell]) -> list[DraftCell]:
    """The cells that begin in this row; one that goes on from above is counted there."""
    column = min(max(number(value(properties, "gridBefore")), 0), _MOST_COLUMNS)
    cells: list[DraftCell] = []
    for element in _cell_elements(story, row):
        shape = element.find(f"{W}tcPr")
        if has(shape, "cellDel"):
            continue
        story.reading.cell()
        span = min(max(number(value(shape, "gridSpan"), 1), 1), _MOST_COLUMNS)
        blocks = story.blocks(element, place)
        merged = _merge(shape, "vMerge")
        if _goes_on(shape) and cells:
            cells[-1].column_span += span
            cells[-1].blocks += _with_words(blocks)
        elif merged == "continue" and column in above:
            above[column].row_span += 1
            above[column].blocks += _with_words(blocks)
        else:
            cells.append(DraftCell(column, blocks, span))
            above.pop(column, None)
            if merged:
                above[column] = cells[-1]
        column += span
    return cells


def _cell_elements(story: Around, parent: Any) -> Iterator[Any]:
    """The cells. The mark of a content control around one goes to its first paragraph."""
    for child in parent:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None and story.is_placeholder(child, content):
                _empty(content)
            story.mark_next(story.tags(child))
            yield from () if content is None else _cell_elements(story, content)
        elif child.tag in _AROUND_ROWS:
            yield from _cell_elements(story, child)


def _empty(content: Any) -> None:
    """The cell of a field that nobody filled in stays, without what Word shows there."""
    for one in list(content.iter(f"{W}r")):
        one.getparent().remove(one)


def _merge(shape: Any | None, name: str) -> str | None:
    found = None if shape is None else shape.find(W + name)
    return None if found is None else found.get(VAL, "continue")


def _goes_on(shape: Any | None) -> bool:
    """True for a cell that old Word joined to the one on its left."""
    return _merge(shape, "hMerge") == "continue"


def _with_words(blocks: list[DraftBlock]) -> list[DraftBlock]:
    return [one for one in blocks if not isinstance(one, DraftParagraph) or one.text().strip()]


_AROUND_ROWS = frozenset({f"{W}sdt", f"{W}customXml", f"{W}ins", f"{W}moveTo"})
