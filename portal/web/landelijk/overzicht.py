"""Overzicht: "Waar staan de regio's?", as page, Word and Excel from the same dataclasses."""

from __future__ import annotations

from collections.abc import Callable

from flask import current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from exports.excel.overview import overview_xlsx
from exports.report import PlanLine, PlansOverview
from exports.word.overview import overview_docx
from forms.cleaning import clean_line
from portal.domain import clock
from portal.domain.plan.overview_filter import OverviewQuery, read_query
from portal.domain.policy import Action, Facts
from portal.services import overview
from portal.web.access import access, may, signed_in
from portal.web.files import DOCX, XLSX, download
from portal.web.landelijk.blueprint import blueprint
from portal.web.landelijk.page import OverviewPage
from portal.web.landelijk.tegelkaart import tile_map
from portal.web.tweede_stap.step_up import proves_again

SUBMITTED = Facts(has_indiening=True)


@blueprint.get("/plannen")
@access(Action.OVERZICHT_ZIEN)
def overzicht() -> ResponseReturnValue:
    """All regions with the state of their plan and answer; what is shown of them is part of the address."""
    query = _asked()
    found = overview.plans_overview(ronde=query.ronde, with_counts=False)
    reviews = may(Action.PLAN_BEOORDELEN, SUBMITTED)
    ways, here = _Ways(reviews), url_for("landelijk.overzicht")
    shown = overview.chosen_lines(found, query, me=signed_in().user_id)
    on_page = {line.regio_id for line in shown}

    def tile_url(line: PlanLine) -> str:
        """A region with nothing to read yet leads to its row in the table, brought back when it is filtered away."""
        row = f"#regio-{line.regio_id}"
        return ways.page(line) or (row if line.regio_id in on_page else here + row)

    return render_template(
        "landelijk/overzicht.html",
        overview=found,
        query=query,
        lines=shown,
        ways=ways,
        map=tile_map(found.lines, query, has_round=found.uitvraag is not None, url=tile_url),
        page=OverviewPage(found, query, shown, reviews, may(Action.PLAN_STARTEN)),
    )


@blueprint.get("/plannen.docx")
@access(Action.OVERZICHT_ZIEN)
@proves_again
def overzicht_word() -> ResponseReturnValue:
    """The same overview in Word: always all regions."""
    content = overview_docx(_all_of_it(_asked().ronde))
    return download(content, name=f"Overzicht plannen {clock.today()}.docx", mimetype=DOCX)


@blueprint.get("/plannen.xlsx")
@access(Action.OVERZICHT_ZIEN)
@proves_again
def overzicht_excel() -> ResponseReturnValue:
    """The same overview in Excel: always all regions."""
    content = overview_xlsx(_all_of_it(_asked().ronde))
    return download(content, name=f"Overzicht plannen {clock.today()}.xlsx", mimetype=XLSX)


def _asked() -> OverviewQuery:
    return read_query({name: clean_line(value) for name, value in request.args.items()})


def _all_of_it(ronde: int | None) -> PlansOverview:
    return overview.plans_overview(ronde=ronde, demo=current_app.config["DEMO"])


class _Ways:
    """Where a region leads to, for this person: to review it or to read it.

    An address is made once and not for every row: making one takes longer than drawing its row.
    """

    def __init__(self, reviews: bool) -> None:
        self._read = _addresses("beoordelen.plan" if reviews else "regio.lezen")
        self._along = _addresses("regio.meelezing_lezen") if reviews else None
        self.manage = _addresses("landelijk.beheren")

    def page(self, line: PlanLine) -> str:
        """The page of a region; nothing while there is nothing to read."""
        return self._read(line.plan_id) if line.is_submitted else self.read_along(line)

    def read_along(self, line: PlanLine) -> str:
        """The page on which a reviewer looks at a draft that the region asks to look at."""
        return self._along(line.plan_id) if self._along and line.meelezen else ""


def _addresses(endpoint: str) -> Callable[[int | None], str]:
    before, after = url_for(endpoint, plan_id=0).split("/0/")
    return lambda plan_id: f"{before}/{plan_id}/{after}"
