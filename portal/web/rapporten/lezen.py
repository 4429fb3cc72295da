"""Reading a report: its front page, one chapter on a page, or all of it; for who makes it the workbench."""

from __future__ import annotations

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.models import Rapport
from portal.services.report import texts
from portal.web.access import may, report_access
from portal.web.opmerkingen.templating import give_tree
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.pages import page_of
from portal.web.rapporten.reading import reading_of
from portal.web.rapporten.standing import Standing


@blueprint.get("/<int:rapport_id>")
@blueprint.get("/<int:rapport_id>/<hoofdstuk>")
@report_access(Action.RAPPORT_LEZEN)
def rapport(rapport: Rapport, hoofdstuk: str | None = None) -> ResponseReturnValue:
    """The front page; with a chapter or section its page."""
    reading = reading_of(rapport)
    if hoofdstuk is None:
        loose = texts.unplaced(rapport, reading.tree) if reading.bewerken else []
        return render_template("rapporten/voorblad.html", reading=reading, standing=Standing(rapport), los=loose)
    blad = page_of(reading.bladen, hoofdstuk)
    if blad is None:
        abort(404)
    if not rapport.status.is_frozen and may(Action.RAPPORT_CONCEPT_LEZEN, rapport):
        give_tree(rapport, reading.tree)
    return render_template("rapporten/hoofdstuk.html", reading=reading, blad=blad, standing=Standing(rapport))


@blueprint.get("/<int:rapport_id>/alles")
@report_access(Action.RAPPORT_LEZEN)
def alles(rapport: Rapport) -> ResponseReturnValue:
    """The whole report on one page, to read and to print."""
    reading = reading_of(rapport)
    return render_template("rapporten/alles.html", reading=reading, standing=Standing(rapport))
