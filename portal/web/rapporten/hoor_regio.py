"""Hoor en wederhoor for a region: its own page of the concept and nothing else of it, and what it says of that."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from exports.national.of_region import PaginaPunt
from portal.domain import clock
from portal.domain.policy import Action
from portal.domain.report.hearing import HoorOordeel
from portal.domain.report.states import RapportStatus
from portal.models import RapportHoorRegio
from portal.services.report import hearing, region_pages, stored_hearing
from portal.services.report.problems import ReportProblem
from portal.web.access import hearing_access, signed_in
from portal.web.commits import on_problem, sends_once
from portal.web.posted import require_our_fields
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.forms import HearingAnswerForm

Line = tuple[str, PaginaPunt]


@blueprint.get("/hoor/<int:hoor_id>")
@hearing_access(Action.HOOR_BEANTWOORDEN)
def hoor_regio(regel: RapportHoorRegio) -> ResponseReturnValue:
    """The page that the region was given, what changed in it since, and its answer."""
    form = HearingAnswerForm(formdata=None, oordeel=regel.oordeel or "", tekst=regel.tekst, revisie=regel.revision)
    return _page(regel, form)


@blueprint.post("/hoor/<int:hoor_id>")
@hearing_access(Action.HOOR_BEANTWOORDEN)
@sends_once
def reageer(regel: RapportHoorRegio) -> ResponseReturnValue:
    """Take in what the region says. What was typed is never lost, also when it was closed meanwhile."""
    form = HearingAnswerForm()
    require_our_fields(form)
    if not form.validate():
        return _page(regel, form), 422
    with on_problem(ReportProblem, partial(_refused, regel.id, form)):
        hearing.answer(
            regel, HoorOordeel(form.oordeel.data), form.tekst.data, seen_revision=form.revisie.data, actor=signed_in()
        )
    flash("Uw reactie is opgeslagen. De coördinator leest haar.", "success")
    return redirect(url_for("rapporten.hoor_regio", hoor_id=regel.id))


def _refused(hoor_id: int, form: HearingAnswerForm, problem: ReportProblem) -> ResponseReturnValue:
    """The page with what was typed and what stands there now; sent again it starts from what it shows."""
    regel = hearing.find(hoor_id)
    assert regel is not None
    form.form_errors.append(str(problem))
    form.revisie.raw_data, form.revisie.data = None, regel.revision
    return _page(regel, form), 409


def _page(regel: RapportHoorRegio, form: HearingAnswerForm) -> str:
    weg, nieuw = _changes(regel)
    return render_template(
        "rapporten/hoor_regio.html",
        regel=regel,
        pagina=stored_hearing.given_page(regel),
        gesloten=regel.hoor.facts.why_closed(clock.today()),
        eerder=[one for one in stored_hearing.wishes_before(regel.hoor.rapport) if one.regio_id == regel.regio_id],
        weg=weg,
        nieuw=nieuw,
        form=form,
    )


def _changes(regel: RapportHoorRegio) -> tuple[list[Line], list[Line]]:
    """What no longer stands in the report of the page that was given, and what stands there instead.

    Between concept and published nobody but the kerngroep reads what it became.
    """
    rapport = regel.hoor.rapport
    if rapport.status in (RapportStatus.TER_VASTSTELLING, RapportStatus.VASTGESTELD):
        return [], []
    given = stored_hearing.given_page(regel).lines
    code = regel.regio.code
    now = region_pages.pages_of(rapport, [code])
    lines = now[code].lines if code in now else ()
    return [one for one in given if one not in lines], [one for one in lines if one not in given]
