"""Publishing figures: announce, answer what regions say, open to everybody, close again."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain.instroom.publication import PublicatieStatus
from portal.domain.policy import Action
from portal.models import InstroomBezwaar, InstroomPublicatie
from portal.services.instroom import publishing
from portal.services.instroom.taking import InstroomProblem
from portal.web.access import access, signed_in
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.instroom.blueprint import blueprint
from portal.web.instroom.forms import AankondigForm, BezwaarAntwoordForm
from portal.web.posted import require_our_fields
from portal.web.tweede_stap.step_up import proves_again


@blueprint.get("/publiceren")
@access(Action.INSTROOM_BEHEREN)
def publiceren() -> ResponseReturnValue:
    """What was announced and published, and what regions said of it."""
    return _page(AankondigForm(formdata=None))


def _page(form: AankondigForm) -> str:
    return render_template(
        "instroom/publiceren.html",
        form=form,
        publicaties=publishing.all_publications(),
        wacht=publishing.waiting(),
        waarom_niet=publishing.why_not_yet,
        status=PublicatieStatus,
    )


@blueprint.post("/publiceren")
@access(Action.INSTROOM_BEHEREN)
@proves_again
@sends_once
def aankondigen() -> ResponseReturnValue:
    """Freeze the figures as they are now, and let regions look."""
    form = AankondigForm()
    require_our_fields(form)
    if not form.validate() or form.tot_en_met.data is None:
        return _page(form), 422
    with on_problem(InstroomProblem, partial(_refused, form)):
        publishing.announce(form.tot_en_met.data, actor=signed_in())
    flash("Aangekondigd. Elke regio kan nu haar cijfers bekijken.", "success")
    return redirect(url_for("instroom.publiceren"))


def _refused(form: AankondigForm, problem: InstroomProblem) -> ResponseReturnValue:
    form.tot_en_met.errors = [str(problem)]
    return _page(form), 422


@blueprint.post("/publiceren/<int:publicatie_id>/openbaar")
@access(Action.INSTROOM_BEHEREN)
@proves_again
@commits
def openbaar_maken(publicatie_id: int) -> ResponseReturnValue:
    """Open it to everybody."""
    home = url_for("instroom.publiceren")
    with on_problem(InstroomProblem, told_at(home)):
        publishing.publish(_or_404(publicatie_id))
    flash("Gepubliceerd. Iedereen kan deze cijfers nu lezen.", "success")
    return redirect(home)


@blueprint.post("/publiceren/<int:publicatie_id>/intrekken")
@access(Action.INSTROOM_BEHEREN)
@proves_again
@commits
def publicatie_intrekken(publicatie_id: int) -> ResponseReturnValue:
    """Close it again."""
    home = url_for("instroom.publiceren")
    with on_problem(InstroomProblem, told_at(home)):
        publishing.withdraw(_or_404(publicatie_id))
    flash("Ingetrokken. Wat iemand al las of opsloeg, is daarmee niet weg.", "success")
    return redirect(home)


@blueprint.get("/publiceren/reacties/<int:bezwaar_id>")
@access(Action.INSTROOM_BEHEREN)
def reactie(bezwaar_id: int) -> ResponseReturnValue:
    """What a region said, to be answered."""
    return _answer_page(_objection_or_404(bezwaar_id), BezwaarAntwoordForm(formdata=None))


def _answer_page(bezwaar: InstroomBezwaar, form: BezwaarAntwoordForm) -> str:
    return render_template("instroom/reactie.html", bezwaar=bezwaar, form=form)


@blueprint.post("/publiceren/reacties/<int:bezwaar_id>")
@access(Action.INSTROOM_BEHEREN)
@sends_once
def reactie_beantwoorden(bezwaar_id: int) -> ResponseReturnValue:
    """Answer it."""
    bezwaar, form = _objection_or_404(bezwaar_id), BezwaarAntwoordForm()
    require_our_fields(form)
    if not form.validate():
        return _answer_page(bezwaar, form), 422
    with on_problem(InstroomProblem, partial(_answered_already, bezwaar.id, form)):
        publishing.answer(bezwaar, form.antwoord.data, actor=signed_in())
    flash("Beantwoord. De regio leest uw antwoord bij haar cijfers.", "success")
    return redirect(url_for("instroom.publiceren"))


def _answered_already(bezwaar_id: int, form: BezwaarAntwoordForm, problem: InstroomProblem) -> ResponseReturnValue:
    form.antwoord.errors = [f"{problem} Uw antwoord is niet opgeslagen; het staat hieronder nog."]
    return _answer_page(_objection_or_404(bezwaar_id), form), 409


def _or_404(publicatie_id: int) -> InstroomPublicatie:
    return publishing.find(publicatie_id) or abort(404)


def _objection_or_404(bezwaar_id: int) -> InstroomBezwaar:
    return publishing.find_objection(bezwaar_id) or abort(404)
