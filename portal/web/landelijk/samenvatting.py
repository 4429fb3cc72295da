"""Samenvatting: what all plans in force say, side by side; as page, Word and Excel from the same dataclasses."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app, render_template, request
from flask.typing import ResponseReturnValue

from exports.condensed import CondensedAnalysis, CondensedPlan
from exports.condensed_source import KOLOMMEN, Kolom, find_kolom
from exports.excel.condensed import condensed_xlsx
from exports.word.condensed import condensed_docx
from forms.cleaning import clean_line
from portal.domain import clock
from portal.domain.policy import Action
from portal.services.plan import masking
from portal.services.regios import found_regio_ids
from portal.services.review import condensing
from portal.web.access import access, may
from portal.web.files import DOCX, XLSX, download
from portal.web.landelijk.blueprint import blueprint
from portal.web.tweede_stap.step_up import proves_again

CHANGED = "gewijzigd"


@dataclass(frozen=True)
class SummaryQuery:
    """What the address asks: regions, one column, only what has to be looked at again. Nonsense asks nothing.

    `open_plan`: whose texts stand open although those of all regions are folded; no choice of what is shown.
    """

    zoek: str = ""
    kolom: Kolom | None = None
    only_changed: bool = False
    open_plan: int | None = None

    def folds(self, plannen: list[CondensedPlan]) -> bool:
        """True when every plan is one line that opens: all texts of the whole country are forty screens."""
        return len(plannen) > 1 and self.kolom is None and not self.only_changed

    def is_open(self, plan: CondensedPlan) -> bool:
        """True for the plan somebody comes back to."""
        return plan.plan_id == self.open_plan

    def args(self) -> dict[str, str]:
        """The same as arguments of an address."""
        given = {
            "zoek": self.zoek,
            "kolom": self.kolom.key if self.kolom else "",
            "toon": CHANGED if self.only_changed else "",
        }
        return {name: value for name, value in given.items() if value}


@blueprint.get("/samenvatting")
@access(Action.OVERZICHT_ZIEN)
def samenvatting() -> ResponseReturnValue:
    """The texts of all plans in force; which of them are shown is part of the address."""
    found, asked = _analysis(), _asked()
    plannen = _chosen(found, asked)
    return render_template(
        "landelijk/samenvatting.html",
        analysis=found,
        plannen=plannen,
        asked=asked,
        folds=asked.folds(plannen),
        kolommen=KOLOMMEN,
        shown=(asked.kolom,) if asked.kolom else KOLOMMEN,
    )


@blueprint.get("/samenvatting.docx")
@access(Action.OVERZICHT_ZIEN)
@proves_again
def samenvatting_word() -> ResponseReturnValue:
    """The analysis of all plans in Word."""
    return download(condensed_docx(_analysis()), name=f"Samenvattende analyse {clock.today()}.docx", mimetype=DOCX)


@blueprint.get("/samenvatting.xlsx")
@access(Action.OVERZICHT_ZIEN)
@proves_again
def samenvatting_excel() -> ResponseReturnValue:
    """The analysis of all plans in Excel."""
    return download(condensed_xlsx(_analysis()), name=f"Samenvattende analyse {clock.today()}.xlsx", mimetype=XLSX)


def _analysis() -> CondensedAnalysis:
    """As this person may read it: small numbers of clients are for reviewers (docs/decisions/kleine-aantallen.md)."""
    hidden = None if may(Action.CODEREN) else masking.masking_now()
    return condensing.analysis(demo=current_app.config["DEMO"], masking=hidden)


def _asked() -> SummaryQuery:
    return SummaryQuery(
        zoek=clean_line(request.args.get("zoek", ""))[:200],
        kolom=find_kolom(request.args.get("kolom", "")),
        only_changed=request.args.get("toon") == CHANGED,
        open_plan=request.args.get("open", type=int),
    )


def _chosen(found: CondensedAnalysis, asked: SummaryQuery) -> list[CondensedPlan]:
    plannen = [plan for plan in found.plannen if plan.is_stale or not asked.only_changed]
    if not asked.zoek:
        return plannen
    wanted = found_regio_ids(asked.zoek)
    return [plan for plan in plannen if plan.regio_ids & wanted]
