"""The own questions of a planned round, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.domain.round.states import UitvraagStatus
from portal.models import Uitvraag
from portal.services.round import questions
from portal.services.round.problems import RoundProblem
from portal.services.round.questions import find_question, question_mark
from portal.web.access import access, signed_in
from portal.web.commits import adds_once, commits, on_problem
from portal.web.marks import can_be_changed_at
from portal.web.posted import require_our_fields
from portal.web.uitvragen.blueprint import blueprint
from portal.web.uitvragen.forms import QuestionForm
from portal.web.uitvragen.shared import do, round_or_404, to_round


@blueprint.get("/<int:uitvraag_id>/vragen/nieuw")
@access(Action.UITVRAAG_BEHEREN)
def vraag_nieuw(uitvraag_id: int) -> ResponseReturnValue:
    """An empty question."""
    uitvraag = round_or_404(uitvraag_id)
    if uitvraag.status is not UitvraagStatus.GEPLAND:
        return _fixed(uitvraag)
    return _page(uitvraag, QuestionForm(formdata=None))


@blueprint.post("/<int:uitvraag_id>/vragen/nieuw")
@access(Action.UITVRAAG_BEHEREN)
@adds_once
def vraag_toevoegen(uitvraag_id: int) -> ResponseReturnValue:
    """Add a question behind the others."""
    uitvraag = round_or_404(uitvraag_id)
    form = QuestionForm()

    def add() -> None:
        key = questions.add_question(uitvraag, form.question_values(), actor=signed_in())
        seen = question_mark(_question_or_404(uitvraag, key))
        can_be_changed_at(url_for("uitvragen.vraag_wijzigen", uitvraag_id=uitvraag.id, question_key=key, gezien=seen))

    return _save(uitvraag, form, add, "De vraag is toegevoegd.")


@blueprint.get("/<int:uitvraag_id>/vragen/<question_key>")
@access(Action.UITVRAAG_BEHEREN)
def vraag_bewerken(uitvraag_id: int, question_key: str) -> ResponseReturnValue:
    """One question, to change it."""
    uitvraag = round_or_404(uitvraag_id)
    question = _question_or_404(uitvraag, question_key)
    if uitvraag.status is not UitvraagStatus.GEPLAND:
        return _fixed(uitvraag)
    form = QuestionForm(formdata=None, gezien=question_mark(question))
    form.fill_from(question)
    return _page(uitvraag, form, question)


@blueprint.post("/<int:uitvraag_id>/vragen/<question_key>")
@access(Action.UITVRAAG_BEHEREN)
@commits
def vraag_wijzigen(uitvraag_id: int, question_key: str) -> ResponseReturnValue:
    """Change a question."""
    uitvraag = round_or_404(uitvraag_id)
    form = QuestionForm()
    question = find_question(uitvraag, question_key)
    return _save(
        uitvraag,
        form,
        lambda: questions.change_question(
            uitvraag, question_key, form.question_values(), seen=form.gezien.data or "", actor=signed_in()
        ),
        "De vraag is opgeslagen.",
        question,
    )


@blueprint.post("/<int:uitvraag_id>/vragen/<question_key>/verwijderen")
@access(Action.UITVRAAG_BEHEREN)
@commits
def vraag_verwijderen(uitvraag_id: int, question_key: str) -> ResponseReturnValue:
    """Take a question away."""
    uitvraag = round_or_404(uitvraag_id)
    return do(
        uitvraag,
        lambda: questions.remove_question(uitvraag, question_key, actor=signed_in()),
        "De vraag is verwijderd.",
    )


@blueprint.post("/<int:uitvraag_id>/vragen/<question_key>/verplaatsen")
@access(Action.UITVRAAG_BEHEREN)
@commits
def vraag_verplaatsen(uitvraag_id: int, question_key: str) -> ResponseReturnValue:
    """Move a question one place up or down."""
    uitvraag = round_or_404(uitvraag_id)
    way = request.form.get("richting")
    if way not in ("omhoog", "omlaag"):
        abort(400)
    return do(
        uitvraag,
        lambda: questions.move_question(uitvraag, question_key, up=way == "omhoog", actor=signed_in()),
        "De volgorde is opgeslagen.",
    )


def _save(
    uitvraag: Uitvraag,
    form: QuestionForm,
    verb: Callable[[], object],
    success: str,
    question: dict[str, Any] | None = None,
) -> ResponseReturnValue:
    """Save, or give the page back with what was typed."""
    require_our_fields(form)
    if not form.validate():
        return _page(uitvraag, form, question), 422
    with on_problem(RoundProblem, partial(_refused, uitvraag, form, question)):
        verb()
    flash(success, "success")
    return redirect(to_round(uitvraag))


def _refused(
    uitvraag: Uitvraag, form: QuestionForm, question: dict[str, Any] | None, problem: RoundProblem
) -> ResponseReturnValue:
    """The page with what was typed; sending it again decides on the question as it is now."""
    form.form_errors.append(str(problem))
    if question and (now := find_question(uitvraag, question["key"])):
        form.gezien.data = question_mark(now)
    return _page(uitvraag, form, question), 422


def _fixed(uitvraag: Uitvraag) -> ResponseReturnValue:
    return redirect(to_round(uitvraag))


def _question_or_404(uitvraag: Uitvraag, key: str) -> dict[str, Any]:
    question = find_question(uitvraag, key)
    if question is None:
        abort(404)
    return question


def _page(uitvraag: Uitvraag, form: QuestionForm, question: dict[str, Any] | None = None) -> str:
    return render_template("uitvragen/vraag.html", uitvraag=uitvraag, form=form, question=question)
