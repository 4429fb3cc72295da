"""A part of the plan: "Wat vul ik hier in?". Saving never overwrites what a colleague saved meanwhile."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.build import StepForm, step_form
from forms.richtext import to_html
from forms.spec import Kind, Step
from portal.database import reads_first
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.plan import answers, content, giving, pen, plans, rows, steps
from portal.web.access import access, may, plan_access, signed_in
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.merges import tell_merges
from portal.web.posted import require_our_fields, wants_json
from portal.web.regio.blueprint import blueprint
from portal.web.regio.forms import LaterForm
from portal.web.regio.list_page import ListState, list_states
from portal.web.step_page import (
    asked_by_form,
    conflict_page,
    form_of,
    invalid_as_json,
    refused_as_json,
    saved_as_json,
    step_after,
)


@blueprint.get("/plannen/<int:plan_id>/onderdeel/<step_key>")
@plan_access(Action.PLAN_INVULLEN)
def onderdeel(plan: Plan, step_key: str) -> ResponseReturnValue:
    """The page of one step. While the plan is handed in, people read it instead."""
    step = step_or_404(plan, step_key)
    if plan.opgegaan_in_id is not None:
        return redirect(url_for("regio.mijn_plan", plan_id=plan.id))
    if not plan.status.can_be_edited:
        flash("Het plan is ingediend. U kunt het nu alleen lezen.", "info")
        return redirect(url_for("regio.lezen", plan_id=plan.id))
    return step_page(plan, step)


@blueprint.post("/plannen/<int:plan_id>/onderdeel/<step_key>")
@plan_access(Action.PLAN_INVULLEN)
@commits
@reads_first
def bewaren(plan: Plan, step_key: str) -> ResponseReturnValue:
    """Save the texts of a step: by its button, or by itself (a script asks for JSON)."""
    step = step_or_404(plan, step_key)
    form = step_form(step)()
    require_our_fields(form)
    if not form.validate():
        return _invalid(plan, step, form)
    with on_problem(pen.PlanProblem, partial(_refused, plan, step, form)):
        result = steps.save_step(plan, form, actor=signed_in())
    if wants_json():
        return saved_as_json(step, result, "deze tekst")
    if result.conflicts:
        return conflict_page("regio/conflict.html", form, result, step.questions, plan=plan, step=step)
    tell_merges(result, lambda key: url_for("regio.eerdere_teksten", plan_id=plan.id, question_key=key))
    return _go_on(plan, step)


def step_or_404(plan: Plan, step_key: str) -> Step:
    """The step with this key in the plan's own edition."""
    step = pen.format_of(plan).step(step_key)
    if step is None:
        abort(404)
    return step


def step_page(
    plan: Plan, step: Step, form: StepForm | None = None, *, lists: dict[str, ListState] | None = None
) -> str:
    """The page of a step; with `form` (bound to what was typed) it shows that instead of what was saved."""
    loaded = content.load_step(plan, step)
    given = giving.open_of(plan).get(step.key)
    return render_template(
        "regio/onderdeel.html",
        plan=plan,
        step=step,
        steps=pen.format_of(plan).steps,
        form=form or form_of(step, loaded.answers.get),
        loaded=loaded,
        lists=lists or list_states(plan, step, loaded),
        later=next((one for one in loaded.declarations if one.step_key == step.key), None),
        later_form=LaterForm(formdata=None),
        given=given,
        may_end=given is not None and giving.can_end(plan, given, signed_in()),
        # Asked only by the form of an action.
        partijnamen=lambda: [row.naam for row in rows.rows_of(plan, Kind.PARTIJEN)],
    )


def _invalid(plan: Plan, step: Step, form: StepForm) -> ResponseReturnValue:
    if wants_json():
        return invalid_as_json(form)
    return step_page(plan, step, form), 422


def _refused(plan: Plan, step: Step, form: StepForm, problem: pen.PlanProblem) -> ResponseReturnValue:
    """The plan was handed in meanwhile: nothing is saved, the typed text stays on the page."""
    if wants_json():
        return refused_as_json(problem)
    fresh = plans.find_plan(plan.id)
    return render_template("regio/niet_opgeslagen.html", plan=fresh, step=step, form=form, reden=str(problem)), 409


def _go_on(plan: Plan, step: Step) -> ResponseReturnValue:
    """To the place that the pressed button names: the next step, the plan, this page, or a preview of it."""
    if asked_by_form(step):
        flash("Opgeslagen.", "success")
    where = request.form.get("naar", "verder")
    here = _address(plan, step)
    if where == "voorbeeld":
        return redirect(f"{here}?voorbeeld=1")
    if where == "hier":
        return redirect(here)
    following = step_after(pen.format_of(plan), step)
    if where == "plan":
        return redirect(url_for("regio.mijn_plan", plan_id=plan.id))
    if following is None:
        return redirect(url_for("regio.controleren", plan_id=plan.id))
    return redirect(_address(plan, following))


def _address(plan: Plan, step: Step) -> str:
    return url_for("regio.onderdeel", plan_id=plan.id, step_key=step.key)


@blueprint.post("/plannen/<int:plan_id>/onderdeel/<step_key>/later")
@plan_access(Action.PLAN_INVULLEN)
@commits
def volgt_later(plan: Plan, step_key: str) -> ResponseReturnValue:
    """Declare that this step follows later, or take that back."""
    step = step_or_404(plan, step_key)
    form = LaterForm()
    require_our_fields(form)
    with on_problem(pen.PlanProblem, told_at(_address(plan, step))):
        if request.form.get("doe") == "toch":
            steps.withdraw_later(plan, step, actor=signed_in())
        else:
            steps.declare_later(plan, step, reden=form.reden.data, actor=signed_in())
    return redirect(url_for("regio.mijn_plan", plan_id=plan.id))


@blueprint.post("/plannen/<int:plan_id>/eerder/<question_key>/<int:history_id>")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def terugzetten(plan: Plan, question_key: str, history_id: int) -> ResponseReturnValue:
    """Put an earlier text back."""
    if question_key not in {one.key for one in pen.format_of(plan).questions if not one.kind.is_list}:
        abort(404)
    address = _address(plan, pen.format_of(plan).step_of(question_key))
    with on_problem(pen.PlanProblem, told_at(address)):
        answers.restore_answer(plan, question_key, history_id, actor=signed_in())
    flash("De eerdere tekst staat er weer. De vorige tekst is bewaard.", "success")
    return redirect(address)


@blueprint.post("/voorbeeld")
@access(Action.EIGEN_ACCOUNT)
def voorbeeld() -> ResponseReturnValue:
    """How typed text will look: a piece of safe HTML for the script that shows it. Saves nothing."""
    return to_html(request.form.get("tekst", ""))


def may_fill_in(plan: Plan) -> bool:
    """True when this person may change the plan and the region holds the pen."""
    return may(Action.PLAN_INVULLEN, plan) and plan.status.can_be_edited
