"""All remarks on a plan: "Wat is er bij ons plan opgemerkt?", and the buttons of the threads."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from flask import abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.domain.review.remarks import Zicht
from portal.models import Opmerking, Plan
from portal.services.remark import remarks
from portal.services.remark.remarks import RemarkGone, RemarkProblem
from portal.web.access import plan_access, signed_in
from portal.web.commits import adds_once, not_there, on_problem, sends_once
from portal.web.opmerkingen.blueprint import blueprint
from portal.web.opmerkingen.forms import RemarkForm, ReplyForm
from portal.web.opmerkingen.places import back_to
from portal.web.opmerkingen.templating import remarks_on
from portal.web.posted import require_our_fields, require_valid

SHOWN = ("alle", "open", "opgelost")


@blueprint.get("/plannen/<int:plan_id>/opmerkingen")
@plan_access(Action.OPMERKEN)
def lijst(plan: Plan) -> ResponseReturnValue:
    """All remarks that this person may read, by part, open ones first."""
    return _page(plan)


def _page(
    plan: Plan,
    *,
    form: RemarkForm | None = None,
    reply: ReplyForm | None = None,
    reply_to: int | None = None,
    problem: RemarkProblem | None = None,
) -> str:
    """The page; with `form` or `reply` (bound to what was typed) it shows that with what is wrong in it.

    Where the person can write no more, `problem` says why, and what was typed can be copied.
    """
    asked = request.args.get("toon", "")
    shown = asked if asked in SHOWN else "alle"
    parts = remarks_on(plan).parts(shown)
    order = [thread.id for _, threads in parts for thread in threads]
    return render_template(
        "opmerkingen/lijst.html",
        plan=plan,
        all_=remarks_on(plan),
        parts=parts,
        following=dict(pairwise(order)),
        form=form,
        reply=reply,
        reply_to=reply_to,
        problems=[(str(problem), None)],
        shown=shown,
    )


@blueprint.post("/plannen/<int:plan_id>/opmerkingen")
@plan_access(Action.OPMERKEN)
@adds_once
def toevoegen(plan: Plan) -> ResponseReturnValue:
    """Begin a thread."""
    form = remarks_on(plan).form(bound=True)
    require_our_fields(form)
    if not form.validate():
        return _page(plan, form=form), 422
    step_key, actie_id = form.place
    with on_problem(RemarkProblem, partial(_not_begun, plan, form)):
        thread = remarks.start_thread(
            plan,
            step_key=step_key or remarks.actions_step(plan),
            actie_id=actie_id,
            tekst=form.tekst.data,
            zicht=Zicht(form.zicht.data),
            actor=signed_in(),
        )
    return redirect(back_to(plan, thread, form.plek.data))


def _not_begun(plan: Plan, form: RemarkForm, problem: RemarkProblem) -> ResponseReturnValue:
    form.form_errors.append(str(problem))
    return _page(plan, form=form, problem=problem), 409


@blueprint.post("/plannen/<int:plan_id>/opmerkingen/<int:opmerking_id>/reactie")
@plan_access(Action.OPMERKEN)
@adds_once
def reageren(plan: Plan, opmerking_id: int) -> ResponseReturnValue:
    """Say something in a thread."""
    form = _reply_form(plan, opmerking_id)
    with on_problem(RemarkProblem, partial(_refused, plan, form, opmerking_id)), on_problem(RemarkGone, not_there):
        thread = remarks.reply(plan, opmerking_id, tekst=form.tekst.data, actor=signed_in())
    if thread.opgelost_op is not None:
        flash("Uw reactie staat erbij. Iemand had deze opmerking intussen opgelost. Heropen haar als dat nodig is.")
    return redirect(back_to(plan, thread, form.plek.data))


@blueprint.post("/plannen/<int:plan_id>/opmerkingen/<int:opmerking_id>/oplossen")
@plan_access(Action.OPMERKEN)
@sends_once
def oplossen(plan: Plan, opmerking_id: int) -> ResponseReturnValue:
    """Call a thread resolved, unless something was said that this person has not seen."""
    form = _reply_form(plan, opmerking_id)
    with on_problem(RemarkProblem, partial(_refused, plan, form, opmerking_id)), on_problem(RemarkGone, not_there):
        thread = remarks.resolve(
            plan, opmerking_id, tekst=form.tekst.data, seen_reply=form.gezien.data, actor=signed_in()
        )
    return _saved(plan, thread, form, "Opgelost. U vindt de opmerking terug bij alle opmerkingen.")


@blueprint.post("/plannen/<int:plan_id>/opmerkingen/<int:opmerking_id>/heropenen")
@plan_access(Action.OPMERKEN)
@sends_once
def heropenen(plan: Plan, opmerking_id: int) -> ResponseReturnValue:
    """Open a resolved thread again."""
    form = _reply_form(plan, opmerking_id)
    with on_problem(RemarkProblem, partial(_refused, plan, form, opmerking_id)), on_problem(RemarkGone, not_there):
        thread = remarks.reopen(plan, opmerking_id, tekst=form.tekst.data, actor=signed_in())
    return _saved(plan, thread, form, "De opmerking staat weer open.")


def _saved(plan: Plan, thread: Opmerking, form: ReplyForm, told: str) -> ResponseReturnValue:
    flash(told, "success")
    return redirect(back_to(plan, thread, form.plek.data))


def _reply_form(plan: Plan, opmerking_id: int) -> ReplyForm:
    """What was typed; 404 for a thread that this person may not know of, 400 for what is no form of ours."""
    try:
        remarks.find_thread(plan, opmerking_id, signed_in())
    except RemarkGone:
        abort(404)
    return require_valid(ReplyForm().on_thread(opmerking_id))


def _refused(plan: Plan, form: ReplyForm, opmerking_id: int, problem: RemarkProblem) -> ResponseReturnValue:
    """Nothing was written; what was typed stays in its thread, with the reason."""
    form.tekst.errors = [str(problem)]
    form.gezien.raw_data = None
    return _page(plan, reply=form, reply_to=opmerking_id, problem=problem), 422
