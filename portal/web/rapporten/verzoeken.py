"""What came of something that a report asked: told in the next round."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.domain.report.messages import Uitkomst
from portal.models import Rapport
from portal.services.report import requests
from portal.services.report.problems import ReportProblem
from portal.services.report.requests import Request
from portal.web.access import report_access, signed_in
from portal.web.commits import commits, on_problem
from portal.web.posted import require_our_fields
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.forms import OutcomeForm
from portal.web.rapporten.reading import reading_of


@blueprint.get("/<int:rapport_id>/verzoeken/<sleutel>")
@report_access(Action.RAPPORT_BEHEREN)
def verzoek(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """The request, with what was told of it before."""
    found = _request_or_404(rapport, sleutel)
    form = OutcomeForm(formdata=None, uitkomst=found.uitkomst or "", toelichting=found.toelichting, gezien=found.gezien)
    return _page(rapport, found, form)


@blueprint.post("/<int:rapport_id>/verzoeken/<sleutel>")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def vertel(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """Keep what came of it. What was typed is never lost."""
    found, form = _request_or_404(rapport, sleutel), OutcomeForm()
    require_our_fields(form)
    if not form.validate():
        return _page(rapport, found, form), 422
    with on_problem(ReportProblem, partial(_refused, rapport, sleutel, form)):
        requests.tell(
            rapport,
            sleutel,
            uitkomst=Uitkomst(form.uitkomst.data),
            toelichting=form.toelichting.data.strip(),
            seen=form.gezien.data,
            actor=signed_in(),
        )
    flash("Wat ervan kwam, is opgeslagen. Het volgende rapport vertelt het.", "success")
    return redirect(url_for("verwachtingen.lijst", _anchor=f"verzoek-{rapport.id}-{sleutel}"))


def _refused(rapport: Rapport, sleutel: str, form: OutcomeForm, problem: ReportProblem) -> ResponseReturnValue:
    """The page with what was typed and what stands there now; saving again starts from what it shows."""
    found = _request_or_404(rapport, sleutel)
    form.form_errors.append(str(problem))
    form.gezien.raw_data, form.gezien.data = None, found.gezien
    return _page(rapport, found, form), 409


def _page(rapport: Rapport, found: Request, form: OutcomeForm) -> str:
    return render_template("rapporten/verzoek.html", reading=reading_of(rapport), verzoek=found, form=form)


def _request_or_404(rapport: Rapport, sleutel: str) -> Request:
    found = requests.find(rapport, sleutel)
    if found is None:
        abort(404)
    return found
