"""Checking all answers, handing them in, and the receipt."""

from __future__ import annotations

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from forms.fields import as_choices
from forms.sheet import BladIndienForm, KnopForm
from portal.domain.policy import Action
from portal.domain.roles import Namens
from portal.domain.sheet.state import missing_states
from portal.models import Antwoordblad
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import pen, submit
from portal.services.sheet.content import working_copy
from portal.web.access import sheet_access, signed_in
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.lezen import draft_document, submission_or_404
from portal.web.antwoordbladen.vraag import holds_the_pen
from portal.web.commits import on_problem, sends_once, told_at
from portal.web.posted import require_our_fields


@blueprint.get("/antwoordbladen/<int:blad_id>/controleren")
@sheet_access(Action.BLAD_INVULLEN)
def controleren(blad: Antwoordblad) -> ResponseReturnValue:
    """The whole sheet on one page, what is missing, and the form to hand in."""
    if not holds_the_pen(blad):
        return _to_sheet(blad)
    return _check_page(blad, _submit_form(blad))


@blueprint.post("/antwoordbladen/<int:blad_id>/indienen")
@sheet_access(Action.BLAD_INDIENEN)
@sends_once
def indienen(blad: Antwoordblad) -> ResponseReturnValue:
    """Hand in for one side; a double click or a page sent again leads to the same receipt."""
    form = _submit_form(blad)
    require_our_fields(form)
    if not form.validate():
        return (_check_page(blad, form), 422) if holds_the_pen(blad) else _to_sheet(blad)
    with on_problem(SheetProblem, told_at(url_for("antwoordbladen.controleren", blad_id=blad.id))):
        indiening = submit.submit(
            blad,
            actor=signed_in(),
            namens=Namens(form.namens.data),
            seen_number=form.indieningen.data,
            met_naam=form.met_naam.data,
        )
    return redirect(url_for("antwoordbladen.ontvangst", blad_id=blad.id, indiening_id=indiening.id))


def _to_sheet(blad: Antwoordblad) -> Response:
    return redirect(url_for("antwoordbladen.blad", blad_id=blad.id))


def _submit_form(blad: Antwoordblad) -> BladIndienForm:
    form = BladIndienForm(data={"indieningen": blad.indiening_nummer, "met_naam": blad.citaat_met_naam})
    sides = signed_in().sides(blad.facts.regio_ids)
    form.namens.choices = as_choices((side.value, side.label) for side in Namens if side in sides)
    if len(form.namens.choices) == 1 and not form.namens.data:
        form.namens.data = form.namens.choices[0].value
    return form


def _check_page(blad: Antwoordblad, form: BladIndienForm) -> str:
    content = working_copy(blad)
    return render_template(
        "antwoordbladen/controleren.html",
        blad=blad,
        form=form,
        missing=missing_states(format_of_round(blad.uitvraag), content),
        document_=draft_document(blad, content),
    )


@blueprint.get("/antwoordbladen/<int:blad_id>/indieningen/<int:indiening_id>/ontvangst")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def ontvangst(blad: Antwoordblad, indiening_id: int) -> ResponseReturnValue:
    """The receipt: what was handed in, what happens next, and until when it can be corrected."""
    return render_template(
        "antwoordbladen/ontvangst.html",
        blad=blad,
        indiening=submission_or_404(blad, indiening_id),
        may_correct=pen.is_answerable(blad),
        form=KnopForm(formdata=None),
    )
