"""What the pages of one step share: a part of a plan, a question of an answer sheet, what a region says of its figures.

The rule is the same: a save names the revision it started from, and what a colleague saved meanwhile is shown beside
what was typed. Two things differ and stay in `regio/onderdeel.py` and `antwoordbladen/vraag.py`: a plan shows the whole
form again when it takes no texts any more, a sheet only the answers that were typed, in words; and one region of a
sheet may differ from the others, so that its questions can stand on a page more than once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flask import jsonify, render_template
from flask.typing import ResponseReturnValue

from forms.build import StepForm, revision_name, step_form, stored_data
from forms.dutch.dates import time_of_day
from forms.spec import Format, Question, Step
from portal.domain import clock
from portal.services.filling.revisions import AnswerConflict, SaveResult
from portal.services.filling.texts import TextRow
from portal.web.access import signed_in
from portal.web.merges import merges_by_field, merges_told


def form_of(step: Step, row_of: Callable[[str], TextRow | None], *, prefix: str = "") -> StepForm:
    """The form of a step with the answers that are stored; `row_of` finds one by the key of its question."""
    data: dict[str, object] = {}
    for question in asked_by_form(step):
        row = row_of(question.key)
        data[question.key] = stored_data(question, row.text if row else "")
        data[revision_name(question)] = row.revision if row else 0
    return step_form(step)(formdata=None, data=data, prefix=prefix)


def asked_by_form(step: Step) -> tuple[Question, ...]:
    """The questions of a step that its form answers; lists have forms of their own."""
    return tuple(question for question in step.questions if not question.kind.is_list)


def step_after(format_: Format, step: Step) -> Step | None:
    """The step that follows, or None after the last."""
    return next((one for one in format_.steps if one.number == step.number + 1), None)


def invalid_as_json(form: StepForm) -> ResponseReturnValue:
    """What is wrong with what a script sent."""
    messages = [message for found in form.errors_by_id().values() for message in found]
    return jsonify(melding=" ".join(messages)), 422


def refused_as_json(problem: object) -> ResponseReturnValue:
    """Why nothing was saved."""
    return jsonify(melding=f"Niet opgeslagen. {problem}"), 409


def saved_as_json(step: Step, result: SaveResult, what: str) -> ResponseReturnValue:
    """The revisions that the page goes on from; `what`: what a colleague changed meanwhile ("deze tekst")."""
    revisions = {
        revision_name(question): result.revisions[question.key]
        for question in step.questions
        if question.key in result.revisions
    }
    merged = _merged_as_json(step, result) if result.merges else {}
    if result.conflicts:
        melding = f"Niet opgeslagen. {_who_was_first(result.conflicts[0], what)} Kies Opslaan om te vergelijken."
        return jsonify(melding=melding, revisies=revisions, conflict=True, **merged), 409
    return jsonify(melding=f"Opgeslagen om {time_of_day(clock.now())}", revisies=revisions, **merged)


def _who_was_first(conflict: AnswerConflict, what: str) -> str:
    if conflict.door_id == signed_in().user_id:
        return f"U heeft {what} in een ander venster ook veranderd."
    return f"{conflict.door} heeft {what} intussen ook veranderd."


def _merged_as_json(step: Step, result: SaveResult) -> dict[str, dict[str, Any]]:
    """What the fields hold from now on, and what the page shows at them."""
    return {"teksten": merges_by_field(step, result), "samengevoegd": merges_told(step, result)}


def conflict_page(
    template: str, form: StepForm, result: SaveResult, questions: Iterable[Question], **context: Any
) -> ResponseReturnValue:
    """Both texts beside each other; saving again starts from the newest revision."""
    start_from_newest(form, result)
    asked = {question.key: question for question in questions}
    return render_template(template, form=form, conflicts=result.conflicts, questions=asked, **context), 409


def start_from_newest(form: StepForm, result: SaveResult) -> None:
    """Let a form that is shown again start from what is stored now, with both changes in its fields.

    Saving it once more is a choice made knowingly.
    """
    newest = result.revisions | {conflict.question_key: conflict.revision for conflict in result.conflicts}
    texts = {one.question_key: one.merged.text for one in (*result.merges, *result.conflicts)}
    for question in form.questions:
        form[revision_name(question)].data = newest.get(question.key, form.revision(question))
        if question.key in texts:
            form[question.key].data = stored_data(question, texts[question.key])
