"""Where the goals of the plan in force stand this round, as a region typed it. The plan itself stays as it is."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from forms.spec import Kind, Question
from portal.domain.plan.readings import read_actual
from portal.domain.roles import Actor
from portal.domain.sheet.goals import goal_ids, goal_problem
from portal.extensions import db
from portal.models import Antwoordblad, Doelstand
from portal.services.filling import revisions
from portal.services.filling.freezing import Content
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import history, pen
from portal.services.sheet.content import working_copy


@dataclass(frozen=True)
class GoalValues:
    """What a person says of one goal."""

    waarde: str = ""
    peildatum: str = ""
    weet_niet: bool = False
    toelichting: str = ""

    @property
    def is_empty(self) -> bool:
        """True when it says nothing."""
        return self == GoalValues()


class GoalConflict(Exception):
    """A stale save: somebody else said something of this goal first. Nothing was written. `row` is how it is now."""

    def __init__(self, row: Doelstand) -> None:
        self.row = row
        super().__init__(row.doel_id)


class GoalProblem(SheetProblem):
    """What is said of a goal can't be saved so; `field` is where that stands."""

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


class GoalGone(SheetProblem):
    """The goal is not (or no longer) one of the plan in force of this sheet."""


def asked_of(blad: Antwoordblad) -> Question:
    """The question where the goals stand. Raises KeyError when the round does not ask it."""
    return format_of_round(blad.uitvraag).question_of_kind(Kind.DOELSTANDEN)


def save_goal(
    blad: Antwoordblad, doel_id: int, values: GoalValues, *, base_revision: int, actor: Actor
) -> Doelstand | None:
    """Say where one goal stands; the same again is no change, nothing at all makes it empty again.

    Raises GoalConflict for a stale save, GoalGone, GoalProblem ("weten wij niet" without a word why), SheetProblem.
    """
    pen.require_pen(blad)
    _require_goal(working_copy(blad), doel_id)
    problem = goal_problem(**asdict(values))
    if problem:
        raise GoalProblem(*problem)
    return _write(blad, doel_id, values, base_revision, actor)


def find_goal(blad: Antwoordblad, doel_id: int) -> Doelstand | None:
    """What is said now of one goal, or None when nothing ever was."""
    return db.session.get(Doelstand, (blad.id, doel_id), populate_existing=True)


def restore_version(
    blad: Antwoordblad, doel_id: int, history_id: int, *, base_revision: int, actor: Actor
) -> Doelstand | None:
    """Say of a goal what was said of it before; what is said now is kept.

    Raises GoalConflict for a stale change, GoalGone, and SheetProblem when the version is not of this goal.
    """
    pen.require_pen(blad)
    _require_goal(working_copy(blad), doel_id)
    row = find_goal(blad, doel_id)
    if row is None:
        raise GoalGone("Van dit doel is nog niets gezegd.")
    return _write(blad, doel_id, GoalValues(**history.version_of(row, history_id).waarde), base_revision, actor)


def values_of(row: Doelstand) -> GoalValues:
    """What a row says, without what was read in it."""
    return GoalValues(row.waarde, row.peildatum, row.weet_niet, row.toelichting)


def _require_goal(content: Content, doel_id: int) -> None:
    if doel_id not in goal_ids(content):
        raise GoalGone("Dit doel staat niet (meer) in uw geldend plan. Ververs de pagina.")


def _write(blad: Antwoordblad, doel_id: int, values: GoalValues, base_revision: int, actor: Actor) -> Doelstand | None:
    row = find_goal(blad, doel_id)
    if values_of(row) == values if row else values.is_empty:
        return row
    if row is None:
        row = Doelstand(blad_id=blad.id, doel_id=doel_id)
        db.session.add(row)
    elif row.revision != base_revision:
        raise GoalConflict(row)
    else:
        history.keep(row, **asdict(values_of(row)))
    for name, value in asdict(values).items():
        setattr(row, name, value)
    row.gelezen = read_actual(asdict(values), until=blad.uitvraag.periode_tot)
    revisions.stamp(row, actor)
    history.record_work(blad, asked_of(blad).key, actor)
    return row
