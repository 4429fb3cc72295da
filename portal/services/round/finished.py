"""Actions that were finished or stopped in an earlier round are not asked again: they keep what was said of them then.
One that goes on in a region of a joint plan is asked again.

What is carried over by the portal has nobody as its author; a person who changes it makes it his own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select

from forms.counted import FINISHED
from forms.spec import Kind, Question
from portal.domain import clock
from portal.domain.sheet.state import progress_problem
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, BladRegio, Regio, Uitvraag, Voortgang, VoortgangAfwijking
from portal.models.stored import part
from portal.services.round.questionnaire import asked_by, format_of_round

Told = Mapping[str, Mapping[str, Any]]

# What counts of each earlier national round, the oldest first: a later one replaces it.
_TOLD = (
    select(
        Antwoordblad.plan_id,
        BladIndiening.id,
        Uitvraag.edition,
        Uitvraag.niet_gesteld,
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
    newest = {row.plan_id: (row, was) for row in told if (was := _asked(row))}
    found = [
        (sheets[plan_id], row.id, done)
        for plan_id, (row, was) in newest.items()
        for done in _done(row.voortgang, was, asked)
    ]
    _write(Voortgang, [{"blad_id": blad_id, "gelijk_aan_id": id_, **done.said} for blad_id, id_, done in found])
    _write(VoortgangAfwijking, list(_differing(found)))
    return len(found)


def _asked(row: Any) -> Question | None:
    """The question how actions go in the round of this row; None when the round did not ask it."""
    return asked_by(row.edition, [], "", row.niet_gesteld.split()).of_kind(Kind.VOORTGANG)


def _write(table: type[Voortgang | VoortgangAfwijking], rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        db.session.execute(insert(table), [{"gewijzigd_op": clock.now(), "revision": 1, **row} for row in rows])


@dataclass(frozen=True)
class Done:
    """An action that is done in all regions: what was said of it, and of the regions where that was otherwise."""

    said: dict[str, Any]
    differing: Mapping[str, dict[str, str]]


def _differing(found: Sequence[tuple[int, int, Done]]) -> Iterator[dict[str, Any]]:
    """What was said of single regions, as rows; of regions that are in the sheet."""
    if not any(done.differing for _, _, done in found):
        return
    query = select(BladRegio.blad_id, Regio.code, Regio.id).join(Regio, BladRegio.regio_id == Regio.id)
    rows = db.session.execute(query.where(BladRegio.blad_id.in_({blad_id for blad_id, _, _ in found})))
    regio_ids = {(row.blad_id, row.code): row.id for row in rows}
    for blad_id, _, done in found:
        for code, said in done.differing.items():
            if (blad_id, code) in regio_ids:
                actie_id, regio_id = done.said["actie_id"], regio_ids[blad_id, code]
                yield {"blad_id": blad_id, "actie_id": actie_id, "regio_id": regio_id, **said}


def _done(told: Told, was: Question, asked: Question) -> Iterator[Done]:
    """What was said of each action that is done in every region, in the keys of now."""
    for actie_id, one in told.items():
        said = _finished(one, was, asked)
        differing = {code: _finished(it, was, asked) for code, it in one["afwijkingen"].items()}
        if said and all(differing.values()):
            yield Done({"actie_id": int(actie_id), **said}, {code: it for code, it in differing.items() if it})


def _finished(one: Mapping[str, Any], was: Question, asked: Question) -> dict[str, str] | None:
    """The status in the keys of now with its toelichting, when that says that it is done."""
    counted = was.counted(one["status"])
    choice = asked.choice(counted) if counted in FINISHED else None
    if choice is None or progress_problem(asked, choice.key, one["toelichting"]):
        return None
    return {"status": choice.key, "toelichting": one["toelichting"]}


def done_actions(plan_id: int) -> frozenset[int]:
    """The actions of a plan that are finished or stopped, by the newest answers that count."""
    told = db.session.execute(_TOLD.where(Antwoordblad.plan_id == plan_id))
    found = [(row.voortgang, asked) for row in told if (asked := _asked(row))]
    if not found:
        return frozenset()
    newest, asked = found[-1]
    return frozenset(one.said["actie_id"] for one in _done(newest, asked, asked))
