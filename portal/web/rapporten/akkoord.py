"""What a party of the kerngroep says of the report that lies before it."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.domain.report.states import AkkoordOordeel, RapportStatus
from portal.models import Rapport
from portal.services.report import akkoord as report_akkoord
from portal.services.report import todo
from portal.services.report.akkoord import PartyStand
from portal.services.report.problems import ReportProblem
from portal.web.access import report_access, signed_in
from portal.web.commits import on_problem, sends_once
from portal.web.posted import require_our_fields
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.forms import AgreementForm
from portal.web.rapporten.reading import reading_of
from portal.web.rapporten.standing import Standing
from portal.web.tweede_stap.step_up import proves_again


@blueprint.get("/<int:rapport_id>/akkoord")
@report_access(Action.RAPPORT_AKKOORD)
def akkoord(rapport: Rapport) -> ResponseReturnValue:
    """The form, with what this party said before."""
    if rapport.status is not RapportStatus.TER_VASTSTELLING:
        flash(f"Dit rapport heeft nu de status “{rapport.status.label}”. Akkoord geven kan dan niet.", "info")
        return redirect(url_for("rapporten.rapport", rapport_id=rapport.id))
    said = _said(Standing(rapport))
    form = AgreementForm(
        formdata=None,
        oordeel=said.oordeel.value if said and said.oordeel else "",
        tekst=said.tekst if said else "",
        voorlegging=rapport.voorlegging,
    )
    return _page(rapport, form)


@blueprint.post("/<int:rapport_id>/akkoord")
@report_access(Action.RAPPORT_AKKOORD)
@proves_again
@sends_once
def geef_akkoord(rapport: Rapport) -> ResponseReturnValue:
    """Take in what the party says. What was typed is never lost, also when the report lies before it no longer."""
    form = AgreementForm()
    require_our_fields(form)
    if not form.validate():
        return _page(rapport, form), 422
    with on_problem(ReportProblem, partial(_refused, rapport, form)):
        report_akkoord.give(
            rapport,
            oordeel=AkkoordOordeel(form.oordeel.data),
            tekst=form.tekst.data,
            actor=signed_in(),
            seen_voorlegging=form.voorlegging.data,
        )
    flash(
        "Uw akkoord is opgeslagen."
        if form.oordeel.data == AkkoordOordeel.AKKOORD
        else "Uw opmerkingen zijn opgeslagen.",
        "success",
    )
    return redirect(url_for("rapporten.rapport", rapport_id=rapport.id))


def _refused(rapport: Rapport, form: AgreementForm, problem: ReportProblem) -> ResponseReturnValue:
    """The page with what was typed. Sent again, it counts for the report as it lies there now."""
    form.form_errors.append(str(problem))
    form.voorlegging.raw_data, form.voorlegging.data = None, rapport.voorlegging
    return _page(rapport, form), 422


def _page(rapport: Rapport, form: AgreementForm) -> str:
    return render_template(
        "rapporten/akkoord.html",
        reading=reading_of(rapport),
        standing=Standing(rapport),
        form=form,
        partij=report_akkoord.party_name(signed_in()),
        is_open=rapport.status is RapportStatus.TER_VASTSTELLING,
    )


def _said(standing: Standing) -> PartyStand | None:
    own = todo.organisation_of(signed_in())
    return next((one for one in standing.partijen if one.organisatie_id == own), None)
