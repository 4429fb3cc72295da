"""How many words a reader gave: the proof that none was dropped is to count those of the file by another road."""

from __future__ import annotations

from portal.domain.intake.document import ReadDocument


def words_of(document: ReadDocument) -> tuple[str, ...]:
    """Every word that was read, in the order of reading. Signs of lists are no words, nor are remarks."""
    return tuple(word for one in document.paragraphs() for word in one.text.split())
