"""Overzicht: "Waar staan de regio's?", as page, Word and Excel from the same dataclasses."""

from __future__ import annotations

from flask import current_app, render_template
from flask.typing import ResponseReturnValue

from exports.columns import OVERVIEW_COLUMNS
from exports.excel.overview import overview_xlsx
from exports.report import PlansOverview
from exports.word.overview import overview_docx
from portal.domain import clock
from portal.domain.policy import Action
from portal.services import overview
from portal.services.outbox import link_to
from portal.web.access import access
from portal.web.files import DOCX, XLSX, download
from portal.web.landelijk import blueprint


@blueprint.get("/plannen")
@access(Action.OVERZICHT_ZIEN)
def overzicht() -> ResponseReturnValue:
    """All regions with the state of their plan."""
    return render_template("landelijk/overzicht.html", overview=_overview(), columns=OVERVIEW_COLUMNS)


@blueprint.get("/plannen.docx")
@access(Action.OVERZICHT_ZIEN)
def overzicht_word() -> ResponseReturnValue:
    """The same overview in Word."""
    return download(overview_docx(_overview()), name=f"Overzicht plannen {clock.today()}.docx", mimetype=DOCX)


@blueprint.get("/plannen.xlsx")
@access(Action.OVERZICHT_ZIEN)
def overzicht_excel() -> ResponseReturnValue:
    """The same overview in Excel."""
    return download(overview_xlsx(_overview()), name=f"Overzicht plannen {clock.today()}.xlsx", mimetype=XLSX)


def _overview() -> PlansOverview:
    def link(plan_id: int) -> str:
        # A file travels: its links follow the public address, not how this person happened to reach the portal.
        return link_to("regio.lezen", plan_id=plan_id)

    return overview.plans_overview(link=link, demo=current_app.config["DEMO"])
