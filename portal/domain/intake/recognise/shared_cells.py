"""One cell that answers several parts: somebody merged the cells beside their labels."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dutch.words import listed
from portal.domain.intake.document import ReadDocument, ReadTable
from portal.domain.intake.recognise.cells import own_paragraphs, text_of
from portal.domain.intake.recognise.found import Walked


def told_of_shared(document: ReadDocument, walked: Walked) -> list[str]:
    """That parts share a cell: its text can stand with one of them only, and a person must part it."""
    labels = {one.where: one.section.name for one in walked.seen}
    tables = (block for block in document.blocks if isinstance(block, ReadTable))
    return [_told(names) for table in tables for names in _shared(table, labels)]


def _shared(table: ReadTable, labels: dict[str, str]) -> Iterator[list[str]]:
    for at, row in enumerate(table.rows):
        for cell in (one for one in row.cells if one.column and one.row_span > 1 and text_of(one)):
            firsts = (own_paragraphs(one.cells[0].blocks) for one in table.rows[at : at + cell.row_span] if one.cells)
            places = [first.place for found in firsts if (first := next(found, None))]
            names = list(dict.fromkeys(labels[place] for place in places if place in labels))
            if len(names) > 1:
                yield names


def _told(names: list[str]) -> str:
    return (
        f"{listed(f'“{one}”' for one in names)} delen in het bestand één cel. Alles staat nu bij “{names[0]}”:"
        " verplaats daar wat bij een ander onderdeel hoort."
    )
