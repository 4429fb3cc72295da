"""What the pages of remarks do, whatever they are on: the list of all of them, and the buttons of the threads.

The views stand in `on_plan.py` and its neighbours, one for each kind: an address, a door, and one of these.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from flask import abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from portal.domain.review.remarks import Zicht
from portal.models import Antwoordblad, Opmerking, Plan, Rapport
from portal.services.instroom.talk import Regiobeeld
from portal.services.remark import remarks
from portal.services.remark.remarked import Thing, remarked
from portal.services.remark.remarks import RemarkGone, RemarkProblem
from portal.web.access import signed_in
from portal.web.commits import not_there, on_problem
from portal.web.opmerkingen.forms import RemarkForm, ReplyForm
from portal.web.opmerkingen.places import back_to
from portal.web.opmerkingen.templating import remarks_on
from portal.web.posted import require_our_fields, require_valid

_KINDS: dict[type[Thing], str] = {Plan: "plan", Antwoordblad: "blad", Rapport: "rapport", Regiobeeld: "regiobeeld"}
SHOWN = ("alle", "open", "opgelost")


def list_page(
    thing: Thing,
    *,
    form: RemarkForm | None = None,
    reply: ReplyForm | None = None,
    reply_to: int | None = None,
    problem: RemarkProblem | None = None,
) -> str:
    """All remarks that this person may read, by part, open ones first.

    With `form` or `reply` (bound to what was typed) it shows that with what is wrong in it. Where the person can write
    no more, `problem` says why, and what was typed can be copied.
    """
    asked = request.args.get("toon", "")
    shown = asked if asked in SHOWN else "alle"
    parts = remarks_on(thing).parts(shown)
    order = [thread.id for _, threads in parts for thread in threads]
    return render_template(
        f"opmerkingen/lijst_{_KINDS[type(thing)]}.html",
        over=thing,
        all_=remarks_on(thing),
        parts=parts,
        following=dict(pairwise(order)),
        form=form,
        reply=reply,
        reply_to=reply_to,
        problems=[(str(problem), None)],
        shown=shown,
    )


def add(thing: Thing) -> ResponseReturnValue:
    """Begin a thread."""
    form = remarks_on(thing).form(bound=True)
    require_our_fields(form)
    if not form.validate():
        return list_page(thing, form=form), 422
    step_key, actie_id, anker = form.place
    with on_problem(RemarkProblem, partial(_not_begun, thing, form)):
        thread = remarks.start_thread(
            thing,
            step_key=step_key or remarked(thing).actions_step or "",
            actie_id=actie_id,
            anker=anker,
            tekst=form.tekst.data,
            zicht=Zicht(form.zicht.data),
            actor=signed_in(),
        )
    return redirect(back_to(thing, thread, form.plek.data))


def _not_begun(thing: Thing, form: RemarkForm, problem: RemarkProblem) -> ResponseReturnValue:
    form.form_errors.append(str(problem))
    return list_page(thing, form=form, problem=problem), 409


def say(thing: Thing, opmerking_id: int) -> ResponseReturnValue:
    """Say something in a thread."""
    form = _reply_form(thing, opmerking_id)
    with on_problem(RemarkProblem, partial(_refused, thing, form, opmerking_id)), on_problem(RemarkGone, not_there):
        thread = remarks.reply(thing, opmerking_id, tekst=form.tekst.data, actor=signed_in())
    if thread.opgelost_op is not None:
        flash("Uw reactie staat erbij. Iemand had deze opmerking intussen opgelost. Heropen haar als dat nodig is.")
    return redirect(back_to(thing, thread, form.plek.data))


def resolve(thing: Thing, opmerking_id: int) -> ResponseReturnValue:
    """Call a thread resolved, unless something was said that this person has not seen."""
    form = _reply_form(thing, opmerking_id)
    with on_problem(RemarkProblem, partial(_refused, thing, form, opmerking_id)), on_problem(RemarkGone, not_there):
        thread = remarks.resolve(
            thing, opmerking_id, tekst=form.tekst.data, seen_reply=form.gezien.data, actor=signed_in()
        )
    return _saved(thing, thread, form, "Opgelost. U vindt de opmerking terug bij alle opmerkingen.")


def reopen(thing: Thing, opmerking_id: int) -> ResponseReturnValue:
    """Open a resolved thread again."""
    form = _reply_form(thing, opmerking_id)
    with on_problem(RemarkProblem, partial(_refused, thing, form, opmerking_id)), on_problem(RemarkGone, not_there):
        thread = remarks.reopen(thing, opmerking_id, tekst=form.tekst.data, actor=signed_in())
    return _saved(thing, thread, form, "De opmerking staat weer open.")


def _saved(thing: Thing, thread: Opmerking, form: ReplyForm, told: str) -> ResponseReturnValue:
    flash(told, "success")
    return redirect(back_to(thing, thread, form.plek.data))


def _reply_form(thing: Thing, opmerking_id: int) -> ReplyForm:
    """What was typed; 404 for a thread that this person may not know of, 400 for what is no form of ours."""
    try:
        remarks.find_thread(thing, opmerking_id, signed_in())
    except RemarkGone:
        abort(404)
    return require_valid(ReplyForm().on_thread(opmerking_id))


def _refused(thing: Thing, form: ReplyForm, opmerking_id: int, problem: RemarkProblem) -> ResponseReturnValue:
    """Nothing was written; what was typed stays in its thread, with the reason."""
    form.tekst.errors = [str(problem)]
    form.gezien.raw_data = None
    return list_page(thing, reply=form, reply_to=opmerking_id, problem=problem), 422
