"""The texts and closed questions of an answer sheet, with the revision rule: a save never overwrites a newer answer.

A sheet of a joint plan has one answer for all its regions; a region that differs has an answer of its own beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select

from forms.build import StepForm
from forms.spec import Step
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Antwoordblad, BladAntwoord
from portal.services import people
from portal.services.filling.freezing import Content
from portal.services.filling.revisions import AnswerEdit, SaveResult, edits_of
from portal.services.filling.saving import Texts
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import history, pen
from portal.services.sheet.content import working_copy
from portal.services.sheet.previous import previous_of, said_last_time


def save_step(blad: Antwoordblad, form: StepForm, *, actor: Actor, regio_id: int | None = None) -> SaveResult:
    """Save the texts and closed questions of one page, for all regions or where one region differs.

    Raises SheetProblem when the sheet takes no answers or does not count for the region.
    """
    return save_answers(blad, edits_of(form), actor=actor, regio_id=regio_id)


def save_answers(
    blad: Antwoordblad, edits: Iterable[AnswerEdit], *, actor: Actor, regio_id: int | None = None
) -> SaveResult:
    """Save each answer that started from the newest revision; report the others as conflicts.

    An answer that equals the present one is no change, whatever revision it started from.

    Raises SheetProblem, and KeyError for a question the round does not ask.
    """
    pen.require_pen(blad)
    require_region(blad, regio_id)
    format_ = format_of_round(blad.uitvraag)
    asked = [(format_.question(edit.question_key), edit) for edit in edits]
    return _SheetTexts(blad, actor, regio_id).save(asked)


def require_region(blad: Antwoordblad, regio_id: int | None) -> None:
    """Make sure that the sheet counts for this region (None: for all of them). Raises SheetProblem."""
    if regio_id is not None and regio_id not in blad.facts.regio_ids:
        raise SheetProblem("Dit antwoordblad geldt niet voor deze regio.")


class _SheetTexts(Texts[BladAntwoord]):
    """The answers of a sheet: for all its regions, or where one differs."""

    def __init__(self, blad: Antwoordblad, actor: Actor, regio_id: int | None) -> None:
        super().__init__(actor)
        self.blad, self.regio_id = blad, regio_id

    def present(self, keys: Collection[str]) -> dict[str, BladAntwoord]:
        rows = db.session.scalars(
            select(BladAntwoord)
            .where(
                BladAntwoord.blad_id == self.blad.id,
                BladAntwoord.question_key.in_(keys),
                BladAntwoord.regio_id == self.regio_id,
            )
            .options(people.named(BladAntwoord.gewijzigd_door))
            .execution_options(populate_existing=True)
        )
        return {row.question_key: row for row in rows}

    def new(self, question_key: str, text: str) -> BladAntwoord:
        return BladAntwoord(blad_id=self.blad.id, question_key=question_key, text=text, regio_id=self.regio_id)

    def keep(self, row: BladAntwoord) -> None:
        history.keep(row, text=row.text)

    def worked_on(self, question_key: str) -> None:
        history.record_work(self.blad, question_key, self.actor)

    def fill_empty(self, row: BladAntwoord | None, question_key: str, text: str) -> bool:
        """Write a text where nothing stands; False: something does."""
        if row is None:
            self.insert(question_key, text)
        elif not row.text:
            self.replace(row, text)
        else:
            return False
        return True


def carry_over_step(blad: Antwoordblad, step: Step, *, actor: Actor) -> int:
    """Give the questions of a page that are still empty the answer of last time, also where a region differs.

    Returns how many answers were filled in. Raises SheetProblem when there is no last time, or nothing is taken.
    """
    pen.require_pen(blad)
    previous = previous_of(blad)
    if previous is None:
        raise SheetProblem("Er zijn geen eerdere antwoorden om over te nemen.")
    filled = 0
    for regio_id, given in _given(blad, said_last_time(working_copy(blad), previous)):
        keys = [one.key for one in step.questions if not one.kind.is_list and given.get(one.key)]
        texts = _SheetTexts(blad, actor, regio_id)
        present = texts.present(keys)
        filled += sum(texts.fill_empty(present.get(key), key, given[key]) for key in keys)
    return filled


def _given(blad: Antwoordblad, snapshot: Content) -> list[tuple[int | None, dict[str, str]]]:
    """The answers of last time: those for all regions, and those of each region of this sheet that differed."""
    differing: dict[str, dict[str, str]] = snapshot["afwijkingen"]
    return [(None, snapshot["answers"]), *((regio.id, differing.get(regio.code, {})) for regio in blad.regios)]


def restore_answer(
    blad: Antwoordblad, question_key: str, history_id: int, *, actor: Actor, regio_id: int | None = None
) -> None:
    """Put an earlier text back (where a region differs, with `regio_id`); the present text becomes an earlier version.

    Raises SheetProblem when the sheet takes no answers or the earlier text is not of this answer.
    """
    pen.require_pen(blad)
    texts = _SheetTexts(blad, actor, regio_id)
    row = texts.present([question_key]).get(question_key)
    if row is None:
        raise SheetProblem("Deze eerdere versie is er niet (meer).")
    if texts.put_back(row, history.version_of(row, history_id).text):
        texts.worked_on(question_key)
