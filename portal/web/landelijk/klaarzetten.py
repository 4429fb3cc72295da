"""A coördinator puts ready the Word file that a region mailed. The region looks at it and takes it over itself."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.dutch.words import counted
from portal.domain.intake.recognise.places import places_of
from portal.domain.intake.under_way import account, has_words
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.intake import reading, under_way
from portal.services.intake.under_way import IntakeProblem
from portal.services.plan import pen
from portal.web.access import plan_access, signed_in
from portal.web.body_limits import content_of
from portal.web.commits import on_problem, sends_once
from portal.web.landelijk.blueprint import blueprint
from portal.web.landelijk.forms import ReadyForm
from portal.web.posted import require_our_fields

CHOOSE = "Kies het bestand dat de regio mailde: een Word-bestand (.docx) of een ODF-bestand (.odt)."


@blueprint.get("/plannen/<int:plan_id>/klaarzetten")
@plan_access(Action.PLAN_AANREIKEN)
def klaarzetten(plan: Plan) -> ResponseReturnValue:
    """The form for the file, and what lies ready."""
    return _page(plan, ReadyForm(formdata=None))


def _page(plan: Plan, form: ReadyForm) -> str:
    return render_template("landelijk/klaarzetten.html", plan=plan, form=form, ready=under_way.put_ready(plan))


@blueprint.post("/plannen/<int:plan_id>/klaarzetten")
@plan_access(Action.PLAN_AANREIKEN)
@sends_once
def word_klaarzetten(plan: Plan) -> ResponseReturnValue:
    """Read the file and put it ready. Nothing of the plan changes, and nothing of it is shown."""
    form = ReadyForm()
    require_our_fields(form)
    upload = request.files.get("wordbestand")
    if upload is None or not upload.filename:
        form.wordbestand.errors = [CHOOSE]
        return _page(plan, form), 422
    data = content_of(upload)
    with on_problem((IntakeProblem, pen.PlanProblem), partial(_unread, plan, form)):
        found = reading.put_file_ready(plan, name=upload.filename, data=data, actor=signed_in())
    content, format_ = under_way.opened(found), pen.format_of(plan)
    parts = sum(has_words(content, place) for place in places_of(format_).all)
    left = counted(account(format_, content).left, "woord", "woorden")
    flash(f"“{content.bestand}” staat klaar: {parts} onderdelen gevonden, {left} niet geplaatst.", "success")
    return redirect(url_for("landelijk.klaarzetten", plan_id=plan.id))


def _unread(plan: Plan, form: ReadyForm, problem: Exception) -> ResponseReturnValue:
    form.wordbestand.errors = [str(problem)]
    return _page(plan, form), 422
