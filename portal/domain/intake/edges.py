"""Headers and footers that say something: a number of a page is no word, and the same words count once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from portal.domain.intake.drafts import DraftBlock, DraftParagraph

_ABOUT_PAGES = re.compile(r"(?:pagina|page|blz|pag|van|of|[\W_]|\d)*", re.IGNORECASE)


class EdgeBlocks:
    """The blocks above and below the pages, gathered from all kinds of pages."""

    def __init__(self) -> None:
        self.heads: list[DraftBlock] = []
        self.feet: list[DraftBlock] = []
        self._seen: set[str] = set()

    def add(self, blocks: list[DraftBlock], *, is_head: bool) -> None:
        """Take a header or footer, unless it says nothing or nothing new."""
        words = "\n".join(_texts(blocks))
        if _ABOUT_PAGES.fullmatch(words) or words in self._seen:
            return
        self._seen.add(words)
        (self.heads if is_head else self.feet).extend(blocks)


def _texts(blocks: Iterable[DraftBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, DraftParagraph):
            yield block.text().strip()
        else:
            yield from (text for row in block.rows for cell in row.cells for text in _texts(cell.blocks))
