"""Earlier versions of a row of a list: read, and put back. Nothing that was written is lost."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.rows import VersieForm
from forms.spec import Question
from portal.domain.policy import Action
from portal.models import Plan, RowHistory
from portal.services.plan import pen, row_history, rows
from portal.web.access import plan_access, signed_in
from portal.web.commits import commits, on_problem, told_at
from portal.web.posted import require_valid
from portal.web.regio.blueprint import blueprint
from portal.web.regio.lijsten import list_question_or_404, look_again, row_or_404, row_url
from portal.web.regio.list_page import edit_form, form_of_values
from portal.web.regio.onderdeel import may_fill_in
from portal.web.row_versions import PUT_BACK, Known, RowVersion, versions


@blueprint.get("/plannen/<int:plan_id>/lijst/<question_key>/<int:row_id>/eerder")
@plan_access(Action.PLAN_CONCEPT_LEZEN)
def eerdere_versies(plan: Plan, question_key: str, row_id: int) -> ResponseReturnValue:
    """Who changed a row and when, with what changed; also of a row that was removed."""
    question = list_question_or_404(plan, question_key)
    row = row_or_404(plan, question, row_id)
    return render_template(
        "regio/eerdere_versies.html",
        plan=plan,
        question=question,
        step=pen.format_of(plan).step_of(question.key),
        row=row,
        versies=_versions(plan, question, row),
        may_restore=may_fill_in(plan),
    )


def _versions(plan: Plan, question: Question, row: rows.Row) -> list[RowVersion]:
    now = Known(
        edit_form(question, row), row.revision, row.gewijzigd_op, row.gewijzigd_door, row.verwijderd_op is not None
    )
    return versions([now, *(_earlier(plan, question, one) for one in row_history.history_of(row, question.kind))])


def _earlier(plan: Plan, question: Question, kept: RowHistory) -> Known:
    back = url_for(
        "regio.versie_terugzetten",
        plan_id=plan.id,
        question_key=question.key,
        row_id=kept.row_id,
        history_id=kept.id,
    )
    form = form_of_values(question, row_history.values_of(kept), kept.revision)
    gone = kept.verwijderd_op is not None
    return Known(form, kept.revision, kept.gewijzigd_op, kept.gewijzigd_door, gone, back)


@blueprint.post("/plannen/<int:plan_id>/lijst/<question_key>/<int:row_id>/eerder/<int:history_id>")
@plan_access(Action.PLAN_INVULLEN)
@commits
def versie_terugzetten(plan: Plan, question_key: str, row_id: int, history_id: int) -> ResponseReturnValue:
    """Put an earlier version of a row back."""
    question = list_question_or_404(plan, question_key)
    seen = require_valid(VersieForm()).revisie.data
    row_or_404(plan, question, row_id)
    address = row_url(plan, question, row_id)
    with on_problem(pen.PlanProblem, told_at(address)), on_problem(rows.RowConflict, partial(look_again, address)):
        row_history.restore_version(plan, question.kind, row_id, history_id, base_revision=seen, actor=signed_in())
    flash(PUT_BACK, "success")
    return redirect(address)
