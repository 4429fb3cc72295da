"""Condensing one text of the samenvattende analyse: the text of the plan beside the field to write in."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from exports.condensed import CondensedCell, CondensedPlan
from exports.condensed_source import Kolom, find_kolom
from portal.domain.policy import Action
from portal.domain.review.sentences import taken_over
from portal.services.review import condensing
from portal.services.review.condensing import CondensingConflict, CondensingProblem
from portal.web.access import access, signed_in
from portal.web.commits import commits, on_problem, told_at
from portal.web.landelijk.blueprint import blueprint
from portal.web.landelijk.condensing_offers import find_offer, offers
from portal.web.landelijk.forms import CondensedSeenForm, SamenvattingForm
from portal.web.posted import require_our_fields, require_valid

TAKEN = "De tekst staat onderaan in uw samenvatting. Zij is nog niet opgeslagen."
THERE_ALREADY = "Deze tekst stond al in uw samenvatting. Er is niets toegevoegd."
NOT_THERE = "Deze tekst staat niet meer in het plan. Uw eigen tekst is niet veranderd."


@blueprint.get("/samenvatting/<int:plan_id>/<kolom>")
@access(Action.SAMENVATTEN)
def samenvatten(plan_id: int, kolom: str) -> ResponseReturnValue:
    """The page of one text."""
    plan, cell = _cell_or_404(plan_id, kolom)
    return _page(plan, cell, _form_of(cell))


@blueprint.post("/samenvatting/<int:plan_id>/<kolom>")
@access(Action.SAMENVATTEN)
@commits
def samenvatting_opslaan(plan_id: int, kolom: str) -> ResponseReturnValue:
    """Save what was written. An empty field takes the condensed text away, after asking."""
    plan, cell = _cell_or_404(plan_id, kolom)
    form = SamenvattingForm()
    require_our_fields(form)
    if not form.validate():
        return _page(plan, cell, form), 422
    tekst = form.tekst.data.strip()
    if not tekst and cell.is_condensed:
        return render_template("landelijk/samenvatting_weg.html", plan=plan, cell=cell, form=form), 422
    return _save(plan, cell.kolom, form, tekst)


@blueprint.post("/samenvatting/<int:plan_id>/<kolom>/overnemen")
@access(Action.SAMENVATTEN)
@commits
def samenvatting_overnemen(plan_id: int, kolom: str) -> ResponseReturnValue:
    """What was typed with sentences of the plan behind it, on the page again. Nothing is written."""
    plan, cell = _cell_or_404(plan_id, kolom)
    form = SamenvattingForm()
    require_our_fields(form)
    if not form.validate():
        return _page(plan, cell, form), 422
    chosen = find_offer(plan, cell, request.form.get("overnemen", ""))
    if chosen is None:
        form.tekst.errors = [NOT_THERE]
        return _page(plan, cell, form), 422
    before, form.tekst.data = form.tekst.data, taken_over(form.tekst.data, chosen.zinnen, chosen.naam)
    return _page(plan, cell, form, told=TAKEN if form.tekst.data != before else THERE_ALREADY)


@blueprint.post("/samenvatting/<int:plan_id>/<kolom>/weghalen")
@access(Action.SAMENVATTEN)
@commits
def samenvatting_weghalen(plan_id: int, kolom: str) -> ResponseReturnValue:
    """Take the condensed text away: the text of the plan is shown again."""
    plan, cell = _cell_or_404(plan_id, kolom)
    form = require_valid(CondensedSeenForm())
    return _save(plan, cell.kolom, form, "")


@blueprint.post("/samenvatting/<int:plan_id>/<kolom>/klopt")
@access(Action.SAMENVATTEN)
@commits
def samenvatting_klopt(plan_id: int, kolom: str) -> ResponseReturnValue:
    """The condensed text fits the plan as it is now."""
    plan, cell = _cell_or_404(plan_id, kolom)
    form = require_valid(CondensedSeenForm())
    with on_problem(CondensingProblem, told_at(_address(plan, cell.kolom))):
        condensing.still_fits(plan.plan_id, cell.kolom, base_revision=form.revisie.data, bron=form.bron.data)
    flash("De samenvatting klopt nog. De melding is weg.", "success")
    return redirect(_back(plan))


def _save(plan: CondensedPlan, kolom: Kolom, form: CondensedSeenForm, tekst: str) -> ResponseReturnValue:
    with on_problem(CondensingProblem, told_at(_address(plan, kolom))):
        conflict = condensing.save(
            plan.plan_id, kolom, tekst, base_revision=form.revisie.data, bron=form.bron.data, actor=signed_in()
        )
    if conflict:
        return _conflict_page(plan.plan_id, kolom, conflict), 409
    flash(_told(plan, kolom, tekst), "success")
    return redirect(_back(plan))


def _told(plan: CondensedPlan, kolom: Kolom, tekst: str) -> str:
    if tekst:
        return f"De samenvatting van {kolom.label.lower()} van {plan.naam} is opgeslagen."
    return f"Bij {kolom.label.lower()} van {plan.naam} staat de tekst van het plan."


def _address(plan: CondensedPlan, kolom: Kolom) -> str:
    return url_for("landelijk.samenvatten", plan_id=plan.plan_id, kolom=kolom.key)


def _conflict_page(plan_id: int, kolom: Kolom, conflict: CondensingConflict) -> str:
    """Both texts; saving again starts from the newest revision."""
    plan, cell = _cell_or_404(plan_id, kolom.key)
    form = SamenvattingForm(formdata=None, data={**_seen(cell), "tekst": conflict.mine, "revisie": conflict.revision})
    return _page(plan, cell, form, conflict=conflict)


def _page(
    plan: CondensedPlan,
    cell: CondensedCell,
    form: SamenvattingForm,
    *,
    conflict: CondensingConflict | None = None,
    told: str = "",
) -> str:
    seen = CondensedSeenForm(formdata=None, data=_seen(cell))
    return render_template(
        "landelijk/samenvatting_cel.html",
        plan=plan,
        cell=cell,
        form=form,
        seen=seen,
        conflict=conflict,
        told=told,
        overgenomen=TAKEN,
        stond_er=THERE_ALREADY,
        offers=offers(plan, cell),
    )


def _form_of(cell: CondensedCell) -> SamenvattingForm:
    return SamenvattingForm(formdata=None, data={**_seen(cell), "tekst": cell.tekst})


def _seen(cell: CondensedCell) -> dict[str, object]:
    return {"revisie": cell.revision, "bron": condensing.fingerprint(cell.bron)}


def _cell_or_404(plan_id: int, key: str) -> tuple[CondensedPlan, CondensedCell]:
    kolom = find_kolom(key)
    plan = condensing.find_plan(plan_id) if kolom else None
    if plan is None:
        abort(404)
    return plan, plan.cell(key)


def _back(plan: CondensedPlan) -> str:
    return url_for("landelijk.samenvatting", open=plan.plan_id, _anchor=f"plan-{plan.plan_id}")
