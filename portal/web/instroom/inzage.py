"""A region looks at its figures before they are published, and says what is wrong with them."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain import clock
from portal.domain.instroom.publication import PublicatieStatus
from portal.domain.policy import Action, Facts
from portal.models import InstroomPublicatie, Regio
from portal.services.instroom import publishing
from portal.services.instroom.charts import Gebied
from portal.services.instroom.taking import InstroomProblem
from portal.web.access import may, region_access, signed_in
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.instroom.blueprint import blueprint
from portal.web.instroom.figures_page import figures_page
from portal.web.instroom.forms import KloptForm, ReactieForm
from portal.web.posted import require_our_fields, require_valid


@blueprint.get("/<code>/inzage")
@region_access(Action.DUIDING_CONCEPT_LEZEN)
def inzage(regio: Regio) -> ResponseReturnValue:
    """What will be published of this region, or was; with what it said of that, and the answers."""
    return _page(regio, _publication_or_404(regio), ReactieForm(formdata=None))


@blueprint.post("/<code>/inzage")
@region_access(Action.DUIDING_SCHRIJVEN)
@sends_once
def inzage_reageren(regio: Regio) -> ResponseReturnValue:
    """Say what is wrong."""
    publicatie, form = _publication_or_404(regio), ReactieForm()
    require_our_fields(form)
    if not form.validate():
        return _page(regio, publicatie, form), 422
    with on_problem(InstroomProblem, partial(_refused, regio, form)):
        publishing.object_to(publicatie, regio, form.tekst.data, actor=signed_in())
    flash("Verstuurd. De coördinator antwoordt voordat er iets openbaar wordt.", "success")
    return redirect(url_for("instroom.inzage", code=regio.code))


@blueprint.post("/<code>/inzage/klopt")
@region_access(Action.DUIDING_SCHRIJVEN)
@commits
def inzage_klopt(regio: Regio) -> ResponseReturnValue:
    """Say that it is right."""
    require_valid(KloptForm())
    back = url_for("instroom.inzage", code=regio.code)
    with on_problem(InstroomProblem, told_at(back)):
        publishing.confirm(_publication_or_404(regio), regio, actor=signed_in())
    flash("Bedankt. De coördinator ziet dat u deze cijfers herkent.", "success")
    return redirect(back)


def _refused(regio: Regio, form: ReactieForm, problem: InstroomProblem) -> ResponseReturnValue:
    form.tekst.errors = [str(problem)]
    return _page(regio, _publication_or_404(regio), form), 409


def _publication_or_404(regio: Regio) -> InstroomPublicatie:
    return publishing.looked_at_by(regio) or abort(404)


def _page(regio: Regio, publicatie: InstroomPublicatie, form: ReactieForm) -> str:
    is_open = publicatie.status is PublicatieStatus.AANGEKONDIGD and clock.today() <= publicatie.inzage_tot
    mine = Facts(regio_ids=frozenset({regio.id}))
    return render_template(
        "instroom/inzage.html",
        regio=regio,
        publicatie=publicatie,
        form=form,
        reacties=publishing.objections_of(regio),
        status=PublicatieStatus,
        mag_reageren=is_open and may(Action.DUIDING_SCHRIJVEN, mine),
        **figures_page(publicatie, Gebied(regio.code, regio.naam)),
    )
