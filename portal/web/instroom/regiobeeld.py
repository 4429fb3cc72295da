"""Regiobeeld: the figures of one region beside the country's, what to talk about, and the region's own words."""

from __future__ import annotations

from functools import partial

from flask import abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from exports.labels import AANDEEL_ONBEKEND
from exports.paper.region_figures import WAAROM_TUSSEN
from exports.pdf import regiobeeld_pdf
from exports.region_figures import RegiobeeldDocument
from exports.slides import regiobeeld_pptx
from exports.word.region_figures import regiobeeld_docx
from forms.build import StepForm
from forms.duiding import DUIDING_STAP
from portal.domain.instroom.region import Verdeling
from portal.domain.policy import Action, Facts
from portal.models import Plan, Regio
from portal.services.instroom import duiding
from portal.services.instroom.document import regiobeeld_of
from portal.services.instroom.talk import Regiobeeld
from portal.services.plan import from_figures, plans
from portal.web.access import may, region_access, signed_in
from portal.web.commits import commits
from portal.web.files import DOCX, PPTX, download, download_pdf
from portal.web.instroom.blueprint import blueprint
from portal.web.instroom.forms import VerdelingForm
from portal.web.posted import require_our_fields
from portal.web.step_page import form_of


@blueprint.get("/<code>/regiobeeld")
@region_access(Action.INSTROOM_ZIEN)
def regiobeeld(regio: Regio) -> ResponseReturnValue:
    """The page to take to the regiotafel."""
    return regiobeeld_page(regio)


def regiobeeld_page(regio: Regio, form: StepForm | None = None, *, verdeling_form: VerdelingForm | None = None) -> str:
    """The page; a form that was refused is shown as it was typed."""
    texts = duiding.texts_of(regio)
    return render_template(
        "instroom/regiobeeld.html",
        regio=regio,
        beeld=_document(regio),
        verdeling_form=verdeling_form or VerdelingForm(formdata=None, data={"verdeling": duiding.chosen_share(regio)}),
        step=DUIDING_STAP,
        texts=texts,
        over=Regiobeeld(regio),
        form=form or form_of(DUIDING_STAP, texts.get),
        mag_schrijven=_may(Action.DUIDING_SCHRIJVEN, regio),
        mag_lezen=_may(Action.DUIDING_CONCEPT_LEZEN, regio),
        plan=plan_that_takes_over(regio),
        te_delen=any(row.text != row.gedeeld for row in texts.values()),
        is_geschreven=any(row.text for row in texts.values()),
        voorbehoud=AANDEEL_ONBEKEND,
        waarom_tussen=WAAROM_TUSSEN,
    )


def _may(action: Action, regio: Regio) -> bool:
    return may(action, Facts(regio_ids=frozenset({regio.id})))


def _document(regio: Regio) -> RegiobeeldDocument | None:
    """The regiobeeld as this person may read it."""
    demo = current_app.config["DEMO"]
    return regiobeeld_of(regio, of_the_region=_may(Action.DUIDING_CONCEPT_LEZEN, regio), demo=demo)


@blueprint.get("/<code>/regiobeeld.docx")
@region_access(Action.INSTROOM_ZIEN)
def regiobeeld_word(regio: Regio) -> ResponseReturnValue:
    """The same in Word, to take along or to work in."""
    return download(regiobeeld_docx(_or_404(regio)), name=f"{_name(regio)}.docx", mimetype=DOCX)


@blueprint.get("/<code>/regiobeeld.pdf")
@region_access(Action.INSTROOM_ZIEN)
def regiobeeld_als_pdf(regio: Regio) -> ResponseReturnValue:
    """The same as PDF."""
    make = partial(regiobeeld_pdf, _or_404(regio))
    return download_pdf(make, name=f"{_name(regio)}.pdf", otherwise=url_for("instroom.regiobeeld", code=regio.code))


@blueprint.get("/<code>/regiobeeld.pptx")
@region_access(Action.INSTROOM_ZIEN)
def regiobeeld_als_slides(regio: Regio) -> ResponseReturnValue:
    """The same as slides, a few to show at the regiotafel."""
    return download(regiobeeld_pptx(_or_404(regio)), name=f"{_name(regio)}.pptx", mimetype=PPTX)


def _or_404(regio: Regio) -> RegiobeeldDocument:
    found = _document(regio)
    if found is None:
        abort(404)
    return found


def _name(regio: Regio) -> str:
    return f"Regiobeeld {regio.naam}"


def plan_that_takes_over(regio: Regio) -> Plan | None:
    """The plan of the region, when this person may write in it now and it has a place for these texts."""
    plan = plans.plan_of(regio)
    if plan is None or not may(Action.PLAN_INVULLEN, plan) or not plan.status.can_be_edited:
        return None
    return plan if from_figures.place_for(plan) else None


@blueprint.post("/<code>/regiobeeld/verdeling")
@region_access(Action.DUIDING_SCHRIJVEN)
@commits
def verdeling_kiezen(regio: Regio) -> ResponseReturnValue:
    """Choose by which share the region takes its part of the national target."""
    form = VerdelingForm()
    require_our_fields(form)
    if not form.validate():
        return regiobeeld_page(regio, verdeling_form=form), 422
    duiding.choose_share(regio, Verdeling(form.verdeling.data), actor=signed_in())
    flash("Opgeslagen.", "success")
    return redirect(url_for("instroom.regiobeeld", code=regio.code, _anchor="doel"))
