"""Where the goals of a plan stand, on paper: what was planned, what was said last time, and what is said now."""

from __future__ import annotations

from collections.abc import Iterator

from exports.labels import GEEN_DOELEN, GEEN_PLAN_DOELEN, WETEN_WIJ_NIET, labelled, stand_in
from exports.paper.answered import EMPTY_BOX, small, written
from exports.paper.tree import Block, Cell, Grid, TabelRij, heads, line
from exports.sheet import GoalRow, SheetDocument
from forms.richtext import to_plain
from forms.spec import Question

_ROOM = 1


def goals(document: SheetDocument, question: Question) -> Iterator[Block]:
    """The table of the goals; a copy that can still be filled in has room to write."""
    if not document.doelen:
        yield line(GEEN_DOELEN if document.has_plan else GEEN_PLAN_DOELEN)
        return
    vorige = (stand_in(document.vorige),) if any(row.vorige for row in document.doelen) else ()
    names = ("waarde", "peildatum", "toelichting")
    koppen = heads((question.column("doel"), *vorige, *map(question.column, names)))
    unknown = question.row_field("weet_niet")
    box = f"{EMPTY_BOX} {unknown.label}" if unknown and document.is_form else ""
    rows = tuple(_row(row, with_previous=bool(vorige), box=box, is_form=document.is_form) for row in document.doelen)
    yield Grid((5, 3, 3, 3, 4) if vorige else (6, 3, 3, 5), koppen, rows)


def _row(row: GoalRow, *, with_previous: bool, box: str, is_form: bool) -> TabelRij:
    room = _ROOM if is_form else 0
    previous = (_standing(row.vorige, 0),) if with_previous else ()
    now = (*_standing(row, room), *small("" if row.is_filled else box))
    measured = written(row.peildatum, room=room) if row.peildatum or is_form else ()
    told = written(row.toelichting, room=room) if row.toelichting or is_form else ()
    return TabelRij((_what(row), *previous, now, measured, told))


def _what(row: GoalRow) -> Cell:
    planned = labelled("Gepland", " · ".join(filter(None, (row.plan, row.eenheid)))) if row.plan else ""
    return (line(to_plain(row.tekst)), *small(planned))


def _standing(row: GoalRow | None, room: int) -> Cell:
    """The words, with the verdict in small letters below them."""
    if row is None or not row.is_filled:
        return written("", room=room)
    if row.weet_niet:
        return (line(WETEN_WIJ_NIET),)
    planned = f"gepland: {row.gepland}" if row.gepland else ""
    verdict = row.ligging.lower() or row.reden
    return (
        line(" ".join(filter(None, (row.waarde, row.eenheid)))),
        *small(" · ".join(filter(None, (planned, verdict)))),
    )
