"""Rapporten: per round its report, how it stands and what comes next; and making one."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.services.report import reports, spans, todo
from portal.services.report.problems import ReportProblem, UnfinishedReport
from portal.services.report.spans import Span
from portal.web.access import access, signed_in
from portal.web.commits import on_problem, sends_once, told_at
from portal.web.posted import require_valid
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.forms import MakeReportForm
from portal.web.uitvragen.shared import round_or_404


@blueprint.get("")
@access(Action.RAPPORTEN_ZIEN)
def lijst() -> ResponseReturnValue:
    """All rounds with their reports; for who only reads those that were published."""
    found = reports.rounds_with_reports(signed_in())
    return render_template(
        "rapporten/lijst.html",
        rondes=found,
        bewaard=todo.files_of(rapport for ronde in found for rapport in ronde.rapporten),
    )


@blueprint.post("/uitvraag/<int:uitvraag_id>")
@access(Action.RAPPORT_BEHEREN)
@sends_once
def maken(uitvraag_id: int) -> ResponseReturnValue:
    """Make the first report of a round, or the next version once the newest is vastgesteld."""
    uitvraag = round_or_404(uitvraag_id)
    form = require_valid(MakeReportForm())
    try:
        over = spans.chosen(uitvraag, Span(form.over.data), form.vanaf.data)
    except LookupError:
        abort(400)
    with on_problem(ReportProblem, told_at(url_for("rapporten.lijst"))), on_problem(UnfinishedReport, _to_unfinished):
        rapport = reports.make(uitvraag, actor=signed_in(), over=over)
    flash(_told(rapport.nummer), "success")
    return redirect(url_for("rapporten.rapport", rapport_id=rapport.id))


def _to_unfinished(problem: UnfinishedReport) -> ResponseReturnValue:
    flash(str(problem), "info")
    return redirect(url_for("rapporten.rapport", rapport_id=problem.rapport_id))


def _told(nummer: int) -> str:
    if nummer == 1:
        return "Het rapport is gemaakt. Lees het na en vul het aan."
    return f"Versie {nummer} is gemaakt met de antwoorden van nu en uw teksten van versie {nummer - 1}."
