"""The text of an answer, revision by revision: what a page started from can be read for as long as it may be open.

Autosave makes a revision of every pause in typing, so only what differs is kept of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, delete, select

from portal.domain import clock
from portal.extensions import db
from portal.models import Answer, BladAntwoord, RegioDuiding, TekstStap

TextRow = Answer | BladAntwoord | RegioDuiding

# As long as a browser keeps what was typed there (portal/static/src/draft-store.js).
KEPT_FOR = timedelta(days=14)
# As long as somebody may work on in the Word file of a plan (docs/decisions/heen-en-terug.md).
KEPT_FOR_A_FILE = timedelta(days=180)


def keep_step(row: TextRow, text: str) -> None:
    """Keep the way back from `text`, which is about to replace what the answer says."""
    db.session.add(step_back(row, text))


def step_back(row: TextRow, text: str) -> TekstStap:
    """The way back from `text` to what the answer says now."""
    begin = _longest(min(len(row.text), len(text)), lambda size: row.text[:size] == text[:size])
    old, new = row.text[begin:][::-1], text[begin:][::-1]
    end = _longest(min(len(old), len(new)), lambda size: old[:size] == new[:size])
    return TekstStap(
        plan_id=row.plan_id if isinstance(row, Answer) else None,
        blad_antwoord_id=row.id if isinstance(row, BladAntwoord) else None,
        duiding_id=row.id if isinstance(row, RegioDuiding) else None,
        question_key=row.question_key,
        revision=row.revision,
        begin=begin,
        eind=end,
        tekst=row.text[begin : len(row.text) - end],
        op=clock.now(),
    )


def _longest(most: int, is_same: Callable[[int], bool]) -> int:
    """The largest size up to `most` for which it holds; it holds for every smaller one too."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        low, most = (middle, most) if is_same(middle) else (low, middle - 1)
    return low


def as_of(row: TextRow, revision: int) -> str | None:
    """The text as it was at a revision ("" before the first one), or None when that is not known any more."""
    if revision == 0:
        return ""
    if revision > row.revision:
        return None
    newest_first = select(TekstStap).where(_of(row), TekstStap.revision >= revision).order_by(TekstStap.revision.desc())
    steps = list(db.session.scalars(newest_first))
    if [step.revision for step in steps] != list(range(row.revision - 1, revision - 1, -1)):
        return None
    return walk_back(row.text, steps)


def walk_back(text: str, steps: Iterable[TekstStap]) -> str:
    """The text before all these steps, newest first."""
    for step in steps:
        text = text[: step.begin] + step.tekst + text[len(text) - step.eind :]
    return text


def forget_old_steps(row: TextRow) -> None:
    """Drop what no page, no browser and no file can have started from any more."""
    kept_for = KEPT_FOR_A_FILE if isinstance(row, Answer) else KEPT_FOR
    db.session.execute(delete(TekstStap).where(_of(row), TekstStap.op < clock.now() - kept_for))


def _of(row: TextRow) -> ColumnElement[bool]:
    if isinstance(row, Answer):
        return and_(TekstStap.plan_id == row.plan_id, TekstStap.question_key == row.question_key)
    return (TekstStap.blad_antwoord_id if isinstance(row, BladAntwoord) else TekstStap.duiding_id) == row.id
