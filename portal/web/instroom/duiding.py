"""The region's own words under its figures: saved by itself, merged, shared, and taken over in the plan."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.build import step_form
from forms.duiding import DUIDING, DUIDING_STAP
from portal.database import reads_first
from portal.domain.policy import Action, Facts
from portal.models import Regio
from portal.services.instroom import duiding
from portal.services.instroom.duiding import DuidingProblem
from portal.services.plan import from_figures
from portal.services.plan.pen import PlanProblem, format_of
from portal.web.access import may, region_access, signed_in
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.earlier import earlier_texts
from portal.web.instroom.blueprint import blueprint
from portal.web.instroom.regiobeeld import plan_that_takes_over, regiobeeld_page
from portal.web.merges import tell_merges
from portal.web.posted import require_our_fields, wants_json
from portal.web.step_page import conflict_page, invalid_as_json, saved_as_json


@blueprint.post("/<code>/regiobeeld/duiding")
@region_access(Action.DUIDING_SCHRIJVEN)
@commits
@reads_first
def bewaren(regio: Regio) -> ResponseReturnValue:
    """Save the texts: by a button, or by itself (a script asks for JSON)."""
    form = step_form(DUIDING_STAP)()
    require_our_fields(form)
    if not form.validate():
        return invalid_as_json(form) if wants_json() else (regiobeeld_page(regio, form), 422)
    result = duiding.save_step(regio, form, actor=signed_in())
    if wants_json():
        return saved_as_json(DUIDING_STAP, result, "deze tekst")
    if result.conflicts:
        return conflict_page("instroom/conflict.html", form, result, DUIDING.questions, regio=regio)
    tell_merges(result, lambda key: url_for("instroom.eerdere_duiding", code=regio.code, question_key=key))
    flash("Opgeslagen.", "success")
    return redirect(_home(regio))


@blueprint.get("/<code>/regiobeeld/eerder/<question_key>")
@region_access(Action.DUIDING_CONCEPT_LEZEN)
def eerdere_duiding(regio: Regio, question_key: str) -> ResponseReturnValue:
    """Earlier versions of one text, to look at or put back."""
    question = next((one for one in DUIDING.questions if one.key == question_key), None)
    if question is None:
        abort(404)
    row = duiding.texts_of(regio).get(question_key)
    may_write = may(Action.DUIDING_SCHRIJVEN, Facts(regio_ids=frozenset({regio.id})))
    history, put_back = duiding.history_of(row) if row else [], "instroom.duiding_terugzetten" if may_write else ""
    found = earlier_texts(question, row, history, put_back=put_back, code=regio.code)
    return render_template("instroom/eerder.html", regio=regio, **found)


@blueprint.post("/<code>/regiobeeld/eerder/<question_key>/<int:history_id>")
@region_access(Action.DUIDING_SCHRIJVEN)
@sends_once
def duiding_terugzetten(regio: Regio, question_key: str, history_id: int) -> ResponseReturnValue:
    """Put an earlier text back."""
    with on_problem(DuidingProblem, told_at(_home(regio))):
        duiding.restore(regio, question_key, history_id, actor=signed_in())
    flash("De eerdere tekst staat er weer. De vorige is bewaard.", "success")
    return redirect(_home(regio))


@blueprint.post("/<code>/regiobeeld/delen")
@region_access(Action.DUIDING_SCHRIJVEN)
@sends_once
def delen(regio: Regio) -> ResponseReturnValue:
    """Let everybody who sees figures read the texts as they are now."""
    with on_problem(DuidingProblem, told_at(_home(regio))):
        duiding.share(regio, actor=signed_in())
    flash("Gedeeld. De kerngroep, de andere regio’s en KPMG lezen uw duiding zoals die nu is.", "success")
    return redirect(_home(regio))


@blueprint.post("/<code>/regiobeeld/overnemen")
@region_access(Action.DUIDING_SCHRIJVEN)
@sends_once
def overnemen(regio: Regio) -> ResponseReturnValue:
    """Add the texts to the plan, where it tells its background."""
    plan = plan_that_takes_over(regio)
    if plan is None:
        flash("U kunt nu niet in het plan schrijven. Uw duiding staat hier nog.", "info")
        return redirect(_home(regio))
    with on_problem(PlanProblem, told_at(_home(regio))):
        from_figures.take_over(plan, regio, actor=signed_in())
    place = from_figures.place_for(plan)
    assert place is not None
    flash("Overgenomen in uw plan. U kunt de tekst daar nog aanpassen.", "success")
    return redirect(url_for("regio.onderdeel", plan_id=plan.id, step_key=format_of(plan).step_of(place.key).key))


def _home(regio: Regio) -> str:
    return url_for("instroom.regiobeeld", code=regio.code, _anchor="duiding")
