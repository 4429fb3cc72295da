"""Taking over in the working copy what a file has, and undoing that. What stands there never gives way unasked.

It uses the verbs of the plan itself, so earlier texts, removed rows, revisions and events are as always.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from forms.dutch.words import listed
from portal.domain import clock
from portal.domain.intake.under_way import Overname
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor
from portal.domain.stored.intake import IntakeTaken, TakenGoal, TakenText
from portal.domain.stored.plan import RowsTaken
from portal.models import Inlezing, Plan
from portal.services.filling.revisions import AnswerEdit, is_worth_keeping
from portal.services.intake import row_taking
from portal.services.intake.edits import RowsEdited
from portal.services.intake.row_taking import FROM_FILE, REMOVE
from portal.services.intake.standing import Compared, PartStanding, compared
from portal.services.intake.under_way import IntakeProblem, keep, locked, of_person, opened, require_open
from portal.services.plan import answers, events, pen, rows, taking_rows
from portal.services.plan.taking_rows import Wanted

__all__ = ["FROM_FILE", "REMOVE", "Compared", "PartStanding", "compared", "take_over", "undo"]

CHANGED = "Intussen is het plan gewijzigd. Er is nog niets overgenomen. Kijk of uw keuzes nog kloppen."
NOTHING = "Er is niets gekozen om over te nemen."


def choose(
    plan: Plan,
    chosen: Mapping[str, str],
    *,
    revision: int,
    actor: Actor,
    rows_chosen: Mapping[str, Mapping[str, str]] | None = None,
) -> None:
    """Keep what was chosen per place, also when nothing is taken over yet. Raises IntakeProblem.

    `rows_chosen` says for single rows, by place and id: "weg" for one that goes, "word" for one that the file changed.
    """
    found = locked(plan, actor)
    if found.revisie != revision:
        raise IntakeProblem("Intussen is dit in een ander venster gewijzigd. Kijk of uw keuzes nog kloppen.")
    require_open(found)
    content = opened(found)
    for key, choice in chosen.items():
        if key in content.delen:
            content.delen[key].keuze = Overname(choice).value
    for key, of_rows in (rows_chosen or {}).items():
        if key in content.delen:
            content.delen[key].rijkeuzes = dict(of_rows)
    keep(found, content)


def take_over(plan: Plan, *, seen: str, actor: Actor) -> list[str]:
    """Take over what was chosen. Returns the names of the places that changed.

    `seen` is the mark of the plan as the page showed it. Raises IntakeProblem when it changed since, or when nothing
    was chosen; PlanProblem when the region does not hold the pen.
    """
    pen.require_editable(plan)
    found = locked(plan, actor)
    require_open(found)
    now = compared(plan, opened(found))
    if now.mark != seen:
        raise IntakeProblem(CHANGED)
    wanted = [one for one in now.open if one.choice is not Overname.BESTAAND]
    if not wanted:
        raise IntakeProblem(NOTHING)
    taken = _Taking(plan, actor)
    try:
        changed = [one for one in wanted if taken.take(one)]
    except rows.RowConflict as conflict:
        # A colleague changed a row between reading the page and the lock.
        raise IntakeProblem(CHANGED) from conflict
    if not changed:
        raise IntakeProblem(NOTHING)
    found.overgenomen, found.overgenomen_op = msgspec.to_builtins(taken.done), clock.now()
    names = [one.place.name for one in changed]
    events.record(plan, EventSoort.UIT_WORD_OVERGENOMEN, actor, naam=opened(found).bestand, onderdelen=listed(names))
    return names


@dataclass
class _Taking:
    plan: Plan
    actor: Actor

    def __post_init__(self) -> None:
        self.done = IntakeTaken({}, {}, None)

    def take(self, one: PartStanding) -> bool:
        """True when something changed."""
        if one.rows_edited:
            return self._edited(one, one.rows_edited)
        if not one.place.is_list and one.outcome(one.choice) == one.present:
            return False
        if one.place.is_list:
            self._rows(one)
        elif one.place.is_national_goal:
            self._goal(one)
        else:
            self._text(one)
        return True

    def _edited(self, one: PartStanding, edited: RowsEdited) -> bool:
        """What the file does to rows, when it was made of this plan."""
        done = row_taking.take_rows(self.plan, one, edited, self.actor)
        self.done.rijen.setdefault(one.place.question.key, []).append(done)
        return any((done.erbij, done.gewijzigd, done.eruit, done.terug, done.volgorde_na))

    def _text(self, one: PartStanding) -> None:
        key = one.place.question.key
        present = answers.answers_of(self.plan, [key]).get(key)
        # What was typed a moment ago is kept too: it gives way to words from elsewhere.
        if present and present.text and not is_worth_keeping(present, self.actor):
            answers.keep_history(present)
        edit = AnswerEdit(key, one.outcome(one.choice), one.revision)
        result = answers.save_answers(self.plan, [edit], actor=self.actor)
        self.done.teksten[key] = TakenText(one.present, result.revisions[key])

    def _rows(self, one: PartStanding) -> None:
        """Merged: what is new comes below what stands there. From Word: as in the file, where a row that stands there
        already stays the row that it is, with its figures and themes.
        """
        merges = one.choice is Overname.SAMENVOEGEN
        stays = set(one.pairs.values())
        done = taking_rows.take(
            self.plan,
            one.place.question.kind,
            [Wanted(None, row.values) for row in one.missing_rows] if merges else _as_in_file(one),
            gone=[] if merges else [row for at, row in enumerate(one.present_rows) if at not in stays],
            ordered=_others_first,
            actor=self.actor,
        )
        self.done.rijen.setdefault(one.place.question.key, []).append(done)

    def _goal(self, one: PartStanding) -> None:
        kind, text = one.place.question.kind, one.outcome(one.choice)
        if not one.row_id:
            added = rows.add_row(self.plan, kind, {"tekst": text}, actor=self.actor)
            done = RowsTaken([added.id], [], [], [], [], [])
            self.done.rijen.setdefault(one.place.question.key, []).append(done)
            return
        row = rows.change_row(
            self.plan, kind, one.row_id, {"tekst": text}, base_revision=one.revision, actor=self.actor
        )
        self.done.doel = TakenGoal(row.id, one.present, row.revision)


def _as_in_file(one: PartStanding) -> list[Wanted]:
    known = {at: one.present_rows[other] for at, other in one.pairs.items()}
    return [Wanted(known.get(at), one.changes(at)) for at in range(len(one.new_rows))]


def _others_first(present: Sequence[rows.Row], in_file: Sequence[rows.Row]) -> list[rows.Row]:
    """What is not in the file (the national goal, and when merging all that stands there) is above what is."""
    return [*(row for row in present if row not in in_file), *in_file]


def undo(plan: Plan, *, actor: Actor) -> int:
    """Put back what stood there before. What somebody changed since stays; returns how many of those there are.

    Raises IntakeProblem when there is nothing to undo, PlanProblem.
    """
    pen.require_editable(plan)
    found = locked(plan, actor)
    if found.overgenomen is None:
        raise IntakeProblem("Er is niets (meer) om ongedaan te maken.")
    done = msgspec.convert(found.overgenomen, IntakeTaken)
    left = _texts_back(plan, done, actor) + _rows_back(plan, done, actor) + _goal_back(plan, done, actor)
    found.overgenomen, found.overgenomen_op = None, None
    events.record(plan, EventSoort.UIT_WORD_ONGEDAAN, actor, naam=opened(found).bestand)
    return left


def _texts_back(plan: Plan, done: IntakeTaken, actor: Actor) -> int:
    present = answers.answers_of(plan, list(done.teksten))
    same = {key: one for key, one in done.teksten.items() if present[key].revision == one.revisie}
    edits = [AnswerEdit(key, one.voor, one.revisie) for key, one in same.items()]
    answers.save_answers(plan, edits, actor=actor)
    return len(done.teksten) - len(same)


def _rows_back(plan: Plan, done: IntakeTaken, actor: Actor) -> int:
    format_, left = pen.format_of(plan), 0
    for key, many in done.rijen.items():
        for one in reversed(many):
            left += taking_rows.put_back(plan, format_.question(key).kind, one, actor=actor)
    return left


def _goal_back(plan: Plan, done: IntakeTaken, actor: Actor) -> int:
    if done.doel is None:
        return 0
    kind = next(one.kind for one in pen.format_of(plan).questions if one.goal)
    row = rows.find_row(plan, kind, done.doel.rij)
    if row.revision != done.doel.revisie:
        return 1
    rows.change_row(plan, kind, row.id, {"tekst": done.doel.voor}, base_revision=row.revision, actor=actor)
    return 0


def was_taken(plan: Plan, actor: Actor) -> Inlezing | None:
    """The file that this person took over last, when that can still be undone."""
    found = of_person(plan, actor)
    return found if found and found.overgenomen else None
