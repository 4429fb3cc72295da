"""Taking over the workbook of a list in one step, and undoing that in one step."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

import msgspec
from sqlalchemy import delete, select

from forms.spec import Kind, Question
from portal.domain import clock
from portal.domain.plan.table import order
from portal.domain.plan.table.grid import Grid
from portal.domain.plan.table.incoming import Clash, IncomingRow
from portal.domain.plan.table.rows import TableChoices
from portal.domain.roles import Actor
from portal.domain.stored.plan import RowsTaken
from portal.extensions import db
from portal.models import Plan, RijenOvername
from portal.services.plan import pen, rows, taking_rows
from portal.services.plan.file_of_rows import FileOfRows
from portal.services.plan.taking_rows import Wanted

# So long taking over can be undone.
KEPT_FOR = timedelta(days=30)
CHANGED = "Intussen is deze lijst gewijzigd. Er is nog niets overgenomen. Kijk hieronder of dit nog klopt."
NOTHING = "Er is niets gekozen om over te nemen."
GONE = "Er is niets (meer) om ongedaan te maken."


class FileProblem(Exception):
    """A file can't be taken over as it is. The message is Dutch and fit to show."""


@dataclass(frozen=True)
class Ticked:
    """What a person ticked: rows that go, changes that win from what stands there now, and the order of the file."""

    gone: Collection[int] = ()
    wins: Collection[int] = ()
    takes_order: bool = False


def take_over(
    plan: Plan, question: Question, grid: Grid, choices: TableChoices, ticked: Ticked, *, seen: str, actor: Actor
) -> RijenOvername:
    """Take over a workbook as the page told, with what was ticked. `seen` is the mark of the list that it told of.

    Raises FileProblem when the list is another one by now or nothing would change; PlanProblem.
    """
    pen.require_editable(plan)
    file = FileOfRows(plan, question, grid, choices)
    if file.mark != seen:
        raise FileProblem(CHANGED)
    going = {one.row_id for one in file.incoming.missing} & set(ticked.gone)
    wanted = [one for one in file.incoming.rows if not _stays_away(one, file, ticked)]
    done = taking_rows.take(
        plan,
        question.kind,
        [Wanted(file.known.get(one.row_id), _values(one, ticked)) for one in wanted],
        gone=[file.known[row_id] for row_id in sorted(going)],
        ordered=_Ordered(takes_order=ticked.takes_order and file.incoming.is_reordered),
        actor=actor,
    )
    if not (done.erbij or done.gewijzigd or done.eruit or done.terug or done.volgorde_na):
        raise FileProblem(NOTHING)
    return _kept(plan, question.kind, done, actor)


def _stays_away(one: IncomingRow, file: FileOfRows, ticked: Ticked) -> bool:
    """True for a row that was removed in the plan and is not asked back."""
    is_removed = bool(one.row_id) and file.known[one.row_id].verwijderd_op is not None
    return is_removed and not (one.clash is Clash.REMOVED and one.row_id in ticked.wins)


def _values(one: IncomingRow, ticked: Ticked) -> dict[str, object]:
    return {} if one.clash and one.row_id not in ticked.wins else dict(one.values)


@dataclass(frozen=True)
class _Ordered:
    takes_order: bool

    def __call__(self, present: Sequence[rows.Row], in_file: Sequence[rows.Row]) -> list[rows.Row]:
        """The national goal stays on top."""
        first = [row for row in present if getattr(row, "landelijk", False)]
        others = [row for row in present if row not in first]
        return [*first, *order.merged_order(others, in_file, takes_order=self.takes_order)]


def _kept(plan: Plan, kind: Kind, done: RowsTaken, actor: Actor) -> RijenOvername:
    before = _of_person(plan, kind, actor)
    if before:
        db.session.delete(before)
        db.session.flush()
    taken = RijenOvername(
        plan_id=plan.id,
        tabel=kind.value,
        account_id=actor.user_id,
        gedaan=msgspec.to_builtins(done),
        op=clock.now(),
    )
    db.session.add(taken)
    db.session.flush()
    return taken


def undo(plan: Plan, kind: Kind, *, actor: Actor) -> int:
    """Undo what this person took over last. What somebody changed since stays; returns how many rows those are.

    Raises FileProblem when there is nothing to undo, PlanProblem.
    """
    pen.require_editable(plan)
    taken = _of_person(plan, kind, actor)
    if taken is None:
        raise FileProblem(GONE)
    left = taking_rows.put_back(plan, kind, msgspec.convert(taken.gedaan, RowsTaken), actor=actor)
    db.session.delete(taken)
    return left


def taken_by(plan: Plan, kind: Kind, taken_id: int, actor: Actor) -> RowsTaken | None:
    """What this person took over last, when it is the one with this id and can still be undone."""
    taken = _of_person(plan, kind, actor)
    return msgspec.convert(taken.gedaan, RowsTaken) if taken and taken.id == taken_id else None


def _of_person(plan: Plan, kind: Kind, actor: Actor) -> RijenOvername | None:
    query = select(RijenOvername).where(
        RijenOvername.plan_id == plan.id,
        RijenOvername.tabel == kind.value,
        RijenOvername.account_id == actor.user_id,
    )
    return db.session.scalars(query).first()


def sweep() -> None:
    """Forget what was taken over a while ago."""
    db.session.execute(delete(RijenOvername).where(RijenOvername.op < clock.now() - KEPT_FOR))
