"""The texts and closed questions of an answer sheet, with the revision rule: a save never overwrites a newer answer.

A sheet of a joint plan has one answer for all its regions; a region that differs has an answer of its own beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select

from forms.build import StepForm
from forms.spec import Question, Step
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Antwoordblad, BladAntwoord
from portal.services import people
from portal.services.filling import revisions, texts
from portal.services.filling.freezing import Content
from portal.services.filling.revisions import AnswerEdit, SaveResult, edits_of, settle
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
    present = _present(blad, [question.key for question, _ in asked], regio_id)
    result = SaveResult()
    for question, edit in asked:
        _save_one(blad, question, edit, present.get(question.key), actor, regio_id, result)
    return result


def require_region(blad: Antwoordblad, regio_id: int | None) -> None:
    """Make sure that the sheet counts for this region (None: for all of them). Raises SheetProblem."""
    if regio_id is not None and regio_id not in blad.facts.regio_ids:
        raise SheetProblem("Dit antwoordblad geldt niet voor deze regio.")


def _present(blad: Antwoordblad, keys: Collection[str], regio_id: int | None) -> dict[str, BladAntwoord]:
    rows = db.session.scalars(
        select(BladAntwoord)
        .where(
            BladAntwoord.blad_id == blad.id,
            BladAntwoord.question_key.in_(keys),
            BladAntwoord.regio_id == regio_id,
        )
        .options(people.named(BladAntwoord.gewijzigd_door))
        .execution_options(populate_existing=True)
    )
    return {row.question_key: row for row in rows}


def _save_one(
    blad: Antwoordblad,
    question: Question,
    edit: AnswerEdit,
    row: BladAntwoord | None,
    actor: Actor,
    regio_id: int | None,
    result: SaveResult,
) -> None:
    def insert() -> None:
        _insert(blad, edit.question_key, edit.text, actor, regio_id)

    def replace(text: str) -> None:
        assert row is not None
        _replace(blad, row, text, actor)

    settle(question, edit, row, result, insert=insert, replace=replace)


def _insert(blad: Antwoordblad, key: str, text: str, actor: Actor, regio_id: int | None) -> None:
    row = BladAntwoord(blad_id=blad.id, question_key=key, text=text, regio_id=regio_id)
    revisions.stamp(row, actor)
    db.session.add(row)
    history.record_work(blad, key, actor)


def _replace(blad: Antwoordblad, row: BladAntwoord, text: str, actor: Actor) -> None:
    if revisions.is_worth_keeping(row, actor):
        history.keep(row, text=row.text)
        texts.forget_old_steps(row)
        history.record_work(blad, row.question_key, actor)
    revisions.replace_text(row, text, actor)


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
        present = _present(blad, keys, regio_id)
        for key in keys:
            filled += _fill_empty(blad, key, given[key], present.get(key), actor, regio_id)
    return filled


def _given(blad: Antwoordblad, snapshot: Content) -> list[tuple[int | None, dict[str, str]]]:
    """The answers of last time: those for all regions, and those of each region of this sheet that differed."""
    differing: dict[str, dict[str, str]] = snapshot["afwijkingen"]
    return [(None, snapshot["answers"]), *((regio.id, differing.get(regio.code, {})) for regio in blad.regios)]


def _fill_empty(
    blad: Antwoordblad, key: str, text: str, row: BladAntwoord | None, actor: Actor, regio_id: int | None
) -> bool:
    if row is None:
        _insert(blad, key, text, actor, regio_id)
    elif not row.text:
        _replace(blad, row, text, actor)
    else:
        return False
    return True


def restore_answer(
    blad: Antwoordblad, question_key: str, history_id: int, *, actor: Actor, regio_id: int | None = None
) -> None:
    """Put an earlier text back (where a region differs, with `regio_id`); the present text becomes an earlier version.

    Raises SheetProblem when the sheet takes no answers or the earlier text is not of this answer.
    """
    pen.require_pen(blad)
    row = _present(blad, [question_key], regio_id).get(question_key)
    if row is None:
        raise SheetProblem("Deze eerdere versie is er niet (meer).")
    kept = history.version_of(row, history_id)
    history.keep(row, text=row.text)
    revisions.replace_text(row, kept.waarde["text"], actor)
    history.record_work(blad, question_key, actor)
