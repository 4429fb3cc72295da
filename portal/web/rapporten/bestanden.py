"""The Word, PDF, slides and Excel file of a report, and its data as JSON.

Once vastgesteld the files are the kept ones: their checksum is their ETag.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import abort, flash, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from exports.national.as_json import schema
from exports.word.national.short import KAMERBRIEF, OPLEGNOTITIE
from portal.domain.policy import Action
from portal.models import Rapport
from portal.services.report import files
from portal.services.report.files import ReportFile
from portal.services.report.problems import NeverMade, ReportProblem
from portal.web.access import access, report_access
from portal.web.files import DOCX, JSON, ODS, ODT, PDF, PPTX, XLSX, download
from portal.web.rapporten.blueprint import blueprint
from portal.web.tweede_stap.step_up import proves_again


@blueprint.get("/<int:rapport_id>/rapport.docx")
@report_access(Action.RAPPORT_LEZEN)
def word(rapport: Rapport) -> ResponseReturnValue:
    """The report in Word."""
    return _download(rapport, partial(files.made, soort=files.DOCX), DOCX)


@blueprint.get("/<int:rapport_id>/rapport.pdf")
@report_access(Action.RAPPORT_LEZEN)
def pdf(rapport: Rapport) -> ResponseReturnValue:
    """The report as PDF."""
    return _download(rapport, partial(files.made, soort=files.PDF), PDF)


@blueprint.get("/<int:rapport_id>/rapport.pptx")
@report_access(Action.RAPPORT_LEZEN)
def slides(rapport: Rapport) -> ResponseReturnValue:
    """The report as slides."""
    return _download(rapport, partial(files.made, soort=files.PPTX), PPTX)


@blueprint.get("/<int:rapport_id>/oplegnotitie.docx")
@report_access(Action.RAPPORT_CONCEPT_LEZEN)
def oplegnotitie(rapport: Rapport) -> ResponseReturnValue:
    """Two pages for the overleg, from the messages of the report."""
    return _download(rapport, lambda one: files.short_form(one, OPLEGNOTITIE), DOCX)


@blueprint.get("/<int:rapport_id>/kamerbrief.docx")
@report_access(Action.RAPPORT_CONCEPT_LEZEN)
def kamerbrief(rapport: Rapport) -> ResponseReturnValue:
    """What a Kamerbrief can take over: the messages, without the name of a region."""
    return _download(rapport, lambda one: files.short_form(one, KAMERBRIEF), DOCX)


@blueprint.get("/<int:rapport_id>/data.json")
@report_access(Action.RAPPORT_EXCEL)
@proves_again
def data(rapport: Rapport) -> ResponseReturnValue:
    """What the report is made of, as JSON: see docs/data-json.md."""
    return _download(rapport, files.data, JSON)


@blueprint.get("/<int:rapport_id>/rapport.xlsx")
@report_access(Action.RAPPORT_EXCEL)
@proves_again
def excel(rapport: Rapport) -> ResponseReturnValue:
    """The report in Excel."""
    return _download(rapport, partial(files.made, soort=files.XLSX), XLSX)


@blueprint.get("/<int:rapport_id>/rapport.odt")
@report_access(Action.RAPPORT_LEZEN)
def odt(rapport: Rapport) -> ResponseReturnValue:
    """The report as OpenDocument text."""
    return _download(rapport, partial(files.made, soort=files.ODT), ODT)


@blueprint.get("/<int:rapport_id>/rapport.ods")
@report_access(Action.RAPPORT_EXCEL)
@proves_again
def ods(rapport: Rapport) -> ResponseReturnValue:
    """The workbook of the report as OpenDocument."""
    return _download(rapport, partial(files.made, soort=files.ODS), ODS)


@blueprint.get("/data.schema.json")
@access(Action.RAPPORTEN_ZIEN)
def data_schema() -> ResponseReturnValue:
    """What stands in the data of a report, as a JSON Schema."""
    return jsonify(schema())


def _download(rapport: Rapport, make: Callable[[Rapport], ReportFile], mimetype: str) -> ResponseReturnValue:
    try:
        file = make(rapport)
    except NeverMade:
        abort(404)
    except ReportProblem as problem:
        flash(str(problem), "error")
        return redirect(url_for("rapporten.rapport", rapport_id=rapport.id))
    response = download(file.content, name=file.name, mimetype=mimetype)
    if file.is_frozen:
        response.set_etag(file.checksum)
        response.make_conditional(request)
    return response
