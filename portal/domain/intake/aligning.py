"""What stands beside what in a list: cells of one column go up and down, or to another row, until they fit.

A column keeps all its cells whatever is done: they change places, a gap is put between them or closed.
"""

from __future__ import annotations

from itertools import pairwise

from forms.dutch.words import counted
from forms.spec import Question
from portal.domain.intake.recognise.rows import shared_out
from portal.domain.intake.recognise.words import how_many
from portal.domain.plan.table.unrolled import is_parallel, unroll
from portal.domain.stored.intake import ReadList, ReadListRow

# What the portal itself calls what stands in a column: one, and several.
_NOUNS = {
    "naam": ("partij", "partijen"),
    "tekst": ("doelstelling", "doelstellingen"),
    "omschrijving": ("actie", "acties"),
    "verantwoordelijke": ("trekker", "trekkers"),
    "tijdslijn": ("tijdslijn", "tijdslijnen"),
    "paragraaf": ("nummer", "nummers"),
    "activiteit": ("activiteit", "activiteiten"),
    "mijlpaal": ("mijlpaal", "mijlpalen"),
}


def told_counts(question: Question, found: ReadList) -> list[str]:
    """ "11 acties", "11 trekkers", "11 tijdslijnen"; headings apart."""
    told = [
        counted(count, *_NOUNS[name]) if name in _NOUNS else f"{count} keer “{question.column(name)}”"
        for name, count in zip(found.velden, counts(found), strict=True)
        if name
    ]
    headings = sum(row.kop for row in found.rijen)
    return [*told, *([counted(headings, "kop", "koppen")] if headings else [])]


def counts(found: ReadList) -> list[int]:
    """How many cells of each column hold something, headings left out."""
    rows = [row for row in found.rijen if not row.kop]
    return [sum(bool(row.cellen[at].strip()) for row in rows) for at in range(len(found.velden))]


def put(found: ReadList, column: int, row: int, to: int) -> int:
    """Let the cell of a row and that of another change places. Returns where it stands now: within the list."""
    to = min(max(to, 0), len(found.rijen) - 1)
    mine, other = found.rijen[row], found.rijen[to]
    moved = how_many(mine.cellen[column]) - how_many(other.cellen[column])
    mine.cellen[column], other.cellen[column] = other.cellen[column], mine.cellen[column]
    moved = max(-other.woorden, min(moved, mine.woorden))
    mine.woorden, other.woorden = mine.woorden - moved, other.woorden + moved
    return to


def beside(found: ReadList, row: int, step: int) -> int:
    """The next row up (-1) or down (1) that is no heading: those have nothing beside them. At an end the row itself."""
    at = row + step
    while 0 <= at < len(found.rijen) and found.rijen[at].kop:
        at += step
    return at if 0 <= at < len(found.rijen) else row


def open_gap(found: ReadList, column: int, row: int) -> None:
    """From this row on each cell of the column one row lower, past headings; the list grows when it must."""
    if found.rijen[-1].cellen[column].strip() or found.rijen[-1].kop:
        found.rijen.append(ReadListRow([""] * len(found.velden), False, found.rijen[-1].plek, 0, ""))
    places = [at for at in range(row, len(found.rijen)) if at == row or not found.rijen[at].kop]
    last = next((n for n, at in enumerate(places) if n and not found.rijen[at].cellen[column].strip()), len(places) - 1)
    for lower, upper in zip(reversed(places[1 : last + 1]), reversed(places[:last]), strict=True):
        put(found, column, upper, lower)


def close_gap(found: ReadList, column: int, row: int) -> None:
    """From this row on, that has nothing in the column, each cell one row higher, past headings."""
    places = [at for at in range(row, len(found.rijen)) if at == row or not found.rijen[at].kop]
    for upper, lower in pairwise(places):
        put(found, column, lower, upper)
    drop_empty(found)


def drop_empty(found: ReadList) -> None:
    """Rows at the end in which nothing stands any more are no rows."""
    while found.rijen and not any(cell.strip() for cell in found.rijen[-1].cellen) and not found.rijen[-1].woorden:
        found.rijen.pop()


def can_unfold(found: ReadList) -> bool:
    """True when cells beside each other hold several lines each."""
    return any(is_parallel(row.cellen) for row in found.rijen)


def unfold(found: ReadList) -> None:
    """Make a row of each line in cells that hold several lines beside each other."""
    rows: list[ReadListRow] = []
    for row in found.rijen:
        if not is_parallel(row.cellen):
            rows.append(row)
            continue
        taken = unroll(row.cellen)
        made = [ReadListRow(list(one), at in taken.headings, row.plek, 0, "") for at, one in enumerate(taken.rows)]
        rows += shared_out(made, row.woorden)
    found.rijen = rows


def turn_heading(found: ReadList, row: int) -> None:
    """Let a row be a heading above actions, or no heading any more."""
    found.rijen[row].kop = not found.rijen[row].kop
