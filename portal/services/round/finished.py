"""Actions that were finished or stopped in an earlier round are not asked again: they keep what was said of them then.

What is carried over by the portal has nobody as its author; a person who changes it makes it his own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import insert, select

from forms.counted import FINISHED
from forms.national import progress_edition
from forms.spec import Kind, Question
from portal.domain import clock
from portal.domain.sheet.state import progress_problem
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, Uitvraag, Voortgang
from portal.models.stored import part
from portal.services.round.questionnaire import format_of_round

Told = Mapping[str, Mapping[str, str]]

# What counts of each earlier national round, the oldest first: a later one replaces it.
_TOLD = (
    select(
        Antwoordblad.plan_id,
        BladIndiening.id,
        Uitvraag.edition,
        part(BladIndiening.snapshot, Kind.VOORTGANG.value).label("voortgang"),
    )
    .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
    .join(Uitvraag, Antwoordblad.uitvraag_id == Uitvraag.id)
    .where(BladIndiening.nummer == Antwoordblad.indiening_nummer, Uitvraag.edition != "")
    .order_by(Uitvraag.periode_tot, BladIndiening.id)
)


def carry_over(uitvraag: Uitvraag) -> int:
    """Give the new sheets of a round what was said of actions that are done. Returns of how many."""
    asked = format_of_round(uitvraag).of_kind(Kind.VOORTGANG)
    if asked is None:
        return 0
    query = select(Antwoordblad.plan_id, Antwoordblad.id).where(
        Antwoordblad.uitvraag_id == uitvraag.id, Antwoordblad.plan_id.is_not(None)
    )
    sheets = {row.plan_id: row.id for row in db.session.execute(query)}
    told = db.session.execute(
        _TOLD.where(Uitvraag.periode_tot < uitvraag.periode_tot, Antwoordblad.plan_id.in_(sheets))
    )
    newest = {row.plan_id: row for row in told}
    rows = [
        {"blad_id": sheets[plan_id], "gelijk_aan_id": row.id, "gewijzigd_op": clock.now(), "revision": 1, **done}
        for plan_id, row in newest.items()
        for done in _done(row.voortgang, progress_edition(row.edition).of_kind(Kind.VOORTGANG), asked)
    ]
    if rows:
        db.session.execute(insert(Voortgang), rows)
    return len(rows)


def _done(told: Told, was: Question | None, asked: Question) -> Iterator[dict[str, Any]]:
    """What was said of each action that is done, in the keys of now."""
    for actie_id, one in told.items() if was else ():
        counted = was.counted(one["status"]) if was else ""
        choice = asked.choice(counted) if counted in FINISHED else None
        if choice and not progress_problem(asked, choice.key, one["toelichting"]):
            yield {"actie_id": int(actie_id), "status": choice.key, "toelichting": one["toelichting"]}


def done_actions(plan_id: int) -> frozenset[int]:
    """The actions of a plan that are finished or stopped, by the newest answers that count."""
    found = list(db.session.execute(_TOLD.where(Antwoordblad.plan_id == plan_id)))
    if not found:
        return frozenset()
    newest = found[-1]
    asked = progress_edition(newest.edition).of_kind(Kind.VOORTGANG)
    return frozenset(one["actie_id"] for one in _done(newest.voortgang, asked, asked)) if asked else frozenset()
