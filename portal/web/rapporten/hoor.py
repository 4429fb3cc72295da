"""Hoor en wederhoor for who makes the report: asking the regions, who said what, and what came of each wish."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain import clock
from portal.domain.policy import Action
from portal.domain.report.hearing import HoorAfhandeling
from portal.domain.report.states import RapportStatus
from portal.models import Rapport, RapportHoorRegio
from portal.services.people import receivers
from portal.services.report import hearing, region_pages, stored_hearing
from portal.services.report.problems import ReportProblem
from portal.web.access import report_access, signed_in
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.posted import require_our_fields, require_valid
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.forms import HearingForm, MakeForm, SettlementForm
from portal.web.rapporten.reading import reading_of


@blueprint.get("/<int:rapport_id>/hoor")
@report_access(Action.RAPPORT_BEHEREN)
def hoor(rapport: Rapport) -> ResponseReturnValue:
    """What asking means, or who said what and until when."""
    asked = stored_hearing.hearing_of(rapport)
    return _page(rapport, HearingForm(formdata=None, tot_en_met=asked.tot_en_met if asked else None))


@blueprint.post("/<int:rapport_id>/hoor")
@report_access(Action.RAPPORT_BEHEREN)
@sends_once
def vraag_regios(rapport: Rapport) -> ResponseReturnValue:
    """Put the pages before the regions, or give them another last day."""
    form = HearingForm()
    require_our_fields(form)
    if not form.validate():
        return _page(rapport, form), 422
    anew = stored_hearing.hearing_of(rapport) is None
    with on_problem(ReportProblem, partial(_refused, rapport, form)):
        (hearing.ask if anew else hearing.give_until)(rapport, form.tot_en_met.data, actor=signed_in())
    flash(
        "De regio’s kunnen hun pagina nu lezen. Hun contactpersonen krijgen bericht."
        if anew
        else "De laatste dag is veranderd. Regio’s die nog niet reageerden, krijgen bericht.",
        "success",
    )
    return redirect(_home(rapport))


@blueprint.post("/<int:rapport_id>/hoor/sluiten")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def sluit_hoor(rapport: Rapport) -> ResponseReturnValue:
    """Close it before its last day."""
    require_valid(MakeForm())
    with on_problem(ReportProblem, told_at(_home(rapport))):
        hearing.close(rapport, actor=signed_in())
    flash("Gesloten. Regio’s kunnen niet meer reageren. Met een nieuwe laatste dag opent u het weer.", "success")
    return redirect(_home(rapport))


@blueprint.get("/<int:rapport_id>/hoor/<code>")
@report_access(Action.RAPPORT_BEHEREN)
def wens(rapport: Rapport, code: str) -> ResponseReturnValue:
    """The page that a region was given, what it said, and what came of that."""
    row = _row_or_404(rapport, code)
    return _wish(
        row,
        SettlementForm(formdata=None, afhandeling=row.afhandeling or "", reden=row.reden, revisie=row.revision),
    )


@blueprint.post("/<int:rapport_id>/hoor/<code>")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def handel_af(rapport: Rapport, code: str) -> ResponseReturnValue:
    """Say what came of a wish. What was typed is never lost."""
    row, form = _row_or_404(rapport, code), SettlementForm()
    require_our_fields(form)
    if not form.validate():
        return _wish(row, form), 422
    with on_problem(ReportProblem, partial(_not_settled, rapport, code, form)):
        hearing.settle(
            rapport,
            row,
            HoorAfhandeling(form.afhandeling.data),
            form.reden.data,
            seen_revision=form.revisie.data,
            actor=signed_in(),
        )
    flash("Opgeslagen. De regio leest wat u met haar wens deed.", "success")
    return redirect(_home(rapport))


def _refused(rapport: Rapport, form: HearingForm, problem: ReportProblem) -> ResponseReturnValue:
    form.form_errors.append(str(problem))
    return _page(rapport, form), 409


def _not_settled(rapport: Rapport, code: str, form: SettlementForm, problem: ReportProblem) -> ResponseReturnValue:
    """The page with what was typed and what stands there now; saving again starts from what it shows."""
    row = _row_or_404(rapport, code)
    form.form_errors.append(str(problem))
    form.revisie.raw_data, form.revisie.data = None, row.revision
    return _wish(row, form), 409


def _page(rapport: Rapport, form: HearingForm) -> str:
    asked, rows = stored_hearing.hearing_of(rapport), stored_hearing.rows_of(rapport)
    return render_template(
        "rapporten/hoor.html",
        reading=reading_of(rapport),
        gevraagd=asked,
        is_open=bool(asked and asked.facts.is_open(clock.today())),
        is_concept=rapport.status is RapportStatus.CONCEPT,
        regels=rows,
        eerder=stored_hearing.wishes_before(rapport),
        contacten=receivers.contacts_of([row.regio_id for row in rows]),
        kan_niet="" if asked else hearing.why_not_now(rapport),
        aantal=0 if asked else len(region_pages.asked_codes(rapport)),
        form=form,
    )


def _wish(row: RapportHoorRegio, form: SettlementForm) -> str:
    return render_template(
        "rapporten/hoor_wens.html",
        reading=reading_of(row.hoor.rapport),
        regel=row,
        pagina=stored_hearing.given_page(row),
        form=form,
        is_concept=row.hoor.rapport.status is RapportStatus.CONCEPT,
    )


def _row_or_404(rapport: Rapport, code: str) -> RapportHoorRegio:
    row = hearing.find_of(rapport, code)
    if row is None:
        abort(404)
    return row


def _home(rapport: Rapport) -> str:
    return url_for("rapporten.hoor", rapport_id=rapport.id)
