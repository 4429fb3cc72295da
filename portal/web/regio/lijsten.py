"""The buttons and forms of the four lists; everything works without a script."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from flask import abort, flash, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from forms.dutch.words import counted
from forms.parties import parties_hint
from forms.rows import PartijForm, RowForm, row_form
from forms.spec import Question
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.plan import content, pen, rows
from portal.web.access import access, plan_access, signed_in
from portal.web.commits import adds_once, commits, on_problem, told_at
from portal.web.marks import can_be_changed_at
from portal.web.moved import move_as_asked, wants_another
from portal.web.plan_templating import explain_figure, explain_timeline
from portal.web.posted import require_our_fields, require_valid
from portal.web.regio.blueprint import blueprint
from portal.web.regio.forms import RowActionForm
from portal.web.regio.list_page import NEW, ListState, list_states
from portal.web.regio.onderdeel import step_page


@blueprint.post("/plannen/<int:plan_id>/lijst/<question_key>")
@plan_access(Action.PLAN_INVULLEN)
@adds_once
def rij_toevoegen(plan: Plan, question_key: str) -> ResponseReturnValue:
    """Add a row (or several partijen at once) behind the row named by `na`."""
    question = list_question_or_404(plan, question_key)
    form = row_form(question)()
    require_our_fields(form)
    after = request.args.get("na", 0, type=int)
    if not form.validate() or form.asks:
        return _page_with_form(plan, question, form, new_after=after), 422

    def add() -> int:
        last, new = after, _new_rows(form)
        for values in new:
            row = rows.add_row(plan, question.kind, values, actor=signed_in(), after_id=last)
            last = row.id
        if len(new) == 1:
            can_be_changed_at(_change_url(plan, question, row))
        return last

    return _do(plan, question, form, add, another=wants_another(), new_after=after)


def _change_url(plan: Plan, question: Question, row: rows.Row) -> str:
    return url_for(
        "regio.rij_wijzigen", plan_id=plan.id, question_key=question.key, row_id=row.id, revisie=row.revision
    )


def _new_rows(form: RowForm) -> list[dict[str, Any]]:
    values = form.row_values()
    if isinstance(form, PartijForm):
        return [{**values, "naam": naam} for naam in form.namen()]
    return [values]


@blueprint.post("/plannen/<int:plan_id>/lijst/<question_key>/<int:row_id>")
@plan_access(Action.PLAN_INVULLEN)
@commits
def rij_wijzigen(plan: Plan, question_key: str, row_id: int) -> ResponseReturnValue:
    """Change a row that is open in its place."""
    question = list_question_or_404(plan, question_key)
    form = row_form(question)()
    require_our_fields(form)
    row_or_404(plan, question, row_id)
    if not form.validate() or form.asks:
        return _page_with_form(plan, question, form, open_id=row_id), 422

    def change() -> int:
        values = form.row_values()
        rows.change_row(plan, question.kind, row_id, values, base_revision=form.revisie.data, actor=signed_in())
        return row_id

    return _do(plan, question, form, change, open_id=row_id)


def _do(
    plan: Plan,
    question: Question,
    form: RowForm,
    verb: Callable[[], int],
    *,
    another: bool = False,
    **place: int | None,
) -> ResponseReturnValue:
    def refused(problem: pen.PlanProblem) -> ResponseReturnValue:
        form.form_errors.append(str(problem))
        return _page_with_form(plan, question, form, **place), 409

    stale = partial(_conflict, plan, question, form)
    with on_problem(pen.PlanProblem, refused), on_problem(rows.RowConflict, stale):
        row_id = verb()
    return redirect(new_row_url(plan, question, row_id) if another else row_url(plan, question, row_id))


def _conflict(plan: Plan, question: Question, form: RowForm, conflict: rows.RowConflict) -> ResponseReturnValue:
    """Both versions of the row: the form keeps mine and now starts from theirs. Nothing is written."""
    theirs = conflict.row
    form.revisie.data = theirs.revision
    form.revisie.raw_data = None
    return _page_with_form(plan, question, form, open_id=theirs.id, theirs=theirs), 409


@blueprint.post("/plannen/<int:plan_id>/lijst/<question_key>/<int:row_id>/verwijderen")
@plan_access(Action.PLAN_INVULLEN)
@commits
def rij_verwijderen(plan: Plan, question_key: str, row_id: int) -> ResponseReturnValue:
    """Take a row out of the list; the page offers to put it back."""
    question, form = _row_action(plan, question_key, row_id)

    def remove() -> None:
        rows.remove_row(plan, question.kind, row_id, base_revision=form.revisie.data, actor=signed_in())

    return _act(plan, question, row_id, remove, "", verwijderd=row_id)


@blueprint.post("/plannen/<int:plan_id>/lijst/<question_key>/<int:row_id>/terugzetten")
@plan_access(Action.PLAN_INVULLEN)
@commits
def rij_terugzetten(plan: Plan, question_key: str, row_id: int) -> ResponseReturnValue:
    """Put a removed row back."""
    question, _ = _row_action(plan, question_key, row_id)
    return _act(
        plan, question, row_id, lambda: rows.restore_row(plan, question.kind, row_id, actor=signed_in()), "Teruggezet."
    )


@blueprint.post("/plannen/<int:plan_id>/lijst/<question_key>/<int:row_id>/verplaatsen")
@plan_access(Action.PLAN_INVULLEN)
@commits
def rij_verplaatsen(plan: Plan, question_key: str, row_id: int) -> ResponseReturnValue:
    """Move a row one place, to the top or the bottom, or behind another row; a heading with what stands under it."""
    question, form = _row_action(plan, question_key, row_id)
    by_steps = partial(rows.move_row, plan, question.kind, row_id)
    behind = partial(rows.place_row, plan, question.kind, row_id)

    def move() -> None:
        row = move_as_asked(by_steps, behind, seen_position=form.positie.data, actor=signed_in())
        along = rows.moved_along(plan, row)
        if along and row.positie != form.positie.data:
            flash(f"Verplaatst, met {counted(along, 'actie', 'acties')} eronder.", "success")

    return _act(plan, question, row_id, move, "")


def _row_action(plan: Plan, question_key: str, row_id: int) -> tuple[Question, RowActionForm]:
    question = list_question_or_404(plan, question_key)
    form = require_valid(RowActionForm())
    row_or_404(plan, question, row_id)
    return question, form


def _act(
    plan: Plan, question: Question, row_id: int, verb: Callable[[], object], success: str, **extra: Any
) -> ResponseReturnValue:
    address = row_url(plan, question, row_id, **extra)
    with on_problem(pen.PlanProblem, told_at(address)), on_problem(rows.RowConflict, partial(look_again, address)):
        verb()
    if success:
        flash(success, "success")
    return redirect(address)


def look_again(address: str, conflict: rows.RowConflict) -> ResponseReturnValue:
    """The newest list, with who was first."""
    who = conflict.row.gewijzigd_door.naam if conflict.row.gewijzigd_door else "Een collega"
    what = "verwijderd" if conflict.removed else "veranderd of verplaatst"
    told = f"{who} heeft deze regel intussen {what}. U ziet nu de nieuwste lijst. Kijk of uw actie nog nodig is."
    flash(told, "warning")
    return redirect(address)


def list_question_or_404(plan: Plan, question_key: str) -> Question:
    """The list question with this key in the plan's edition."""
    lists = {question.key: question for question in pen.format_of(plan).questions if question.kind.is_list}
    if question_key not in lists:
        abort(404)
    return lists[question_key]


def row_or_404(plan: Plan, question: Question, row_id: int) -> rows.Row:
    """The row of this list of this plan, removed or not."""
    try:
        return rows.find_row(plan, question.kind, row_id)
    except rows.RowGone:
        abort(404)


def _page_with_form(
    plan: Plan,
    question: Question,
    form: RowForm,
    *,
    open_id: int | None = None,
    new_after: int | None = None,
    theirs: Any = None,
) -> str:
    step = pen.format_of(plan).step_of(question.key)
    lists = list_states(plan, step, content.load(plan))
    found = lists[question.key]
    state = ListState(question, found.rows, found.removed, form, open_id, new_after)
    if theirs is not None:
        state.show_conflict(theirs)
    lists[question.key] = state
    return step_page(plan, step, lists=lists)


def row_url(plan: Plan, question: Question, row_id: int, **extra: Any) -> str:
    """Where a row stands on the page of its step."""
    step = pen.format_of(plan).step_of(question.key)
    anchor = f"{question.key}-{row_id}"
    return url_for("regio.onderdeel", plan_id=plan.id, step_key=step.key, _anchor=anchor, **extra)


def new_row_url(plan: Plan, question: Question, after_id: int) -> str:
    """Where the form for a new row behind this one is open."""
    step = pen.format_of(plan).step_of(question.key)
    asked: dict[str, Any] = {"lijst": question.key, NEW: after_id, "_anchor": NEW}
    return url_for("regio.onderdeel", plan_id=plan.id, step_key=step.key, **asked)


@blueprint.get("/tijdslijn-lezen")
@access(Action.EIGEN_ACCOUNT)
def tijdslijn_lezen() -> ResponseReturnValue:
    """How a typed timeline is read, for the line under the field."""
    begin = request.args.get("begin", type=date.fromisoformat)
    return jsonify(uitleg=explain_timeline(*_typed(), begin))


@blueprint.get("/getal-lezen")
@access(Action.EIGEN_ACCOUNT)
def getal_lezen() -> ResponseReturnValue:
    """How a typed figure is read, for the line under the field."""
    return jsonify(uitleg=explain_figure(*_typed()))


@blueprint.get("/partijen-lezen")
@access(Action.EIGEN_ACCOUNT)
def partijen_lezen() -> ResponseReturnValue:
    """How the parties in a text are read, for the line under the field."""
    return jsonify(uitleg=parties_hint(_typed()[0]))


def _typed() -> tuple[str, int | None]:
    """The words, and the year of the plan that they stand in."""
    return request.args.get("tekst", "")[:2000], request.args.get("jaar", type=int)
