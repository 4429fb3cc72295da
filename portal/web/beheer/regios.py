"""Regions: what ships with the project and what a beheerder knows better."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.cleaning import clean_line
from forms.fields import as_choices
from portal.domain.policy import Action
from portal.extensions import db
from portal.models import Regio
from portal.services import regios as regions
from portal.web.access import access
from portal.web.beheer.blueprint import blueprint
from portal.web.beheer.forms import RegioForm
from portal.web.beheer.lookup import MAX_ID
from portal.web.commits import commits, on_problem
from portal.web.posted import require_our_fields

NO_GEMEENTE = 0


@blueprint.get("/regios")
@access(Action.REGIOS_BEHEREN)
def regios() -> ResponseReturnValue:
    """All regions; the search knows aliases and gemeenten."""
    query = clean_line(request.args.get("zoek", ""))
    return render_template("beheer/regios.html", found=regions.find_regios(query, regions.all_regios()), query=query)


@blueprint.route("/regios/<int:regio_id>", methods=["GET", "POST"])
@access(Action.REGIOS_BEHEREN)
@commits
def regio(regio_id: int) -> ResponseReturnValue:
    """Change one region."""
    one = db.session.get(Regio, regio_id) if regio_id <= MAX_ID else None
    if one is None:
        abort(404)
    form = _form(one)
    if request.method == "GET":
        return _page(one, form)
    require_our_fields(form)
    if not form.validate():
        return _page(one, form), 422
    with on_problem((regions.RegioProblem, regions.StaleRegio), partial(_refused, one, form)):
        regions.change_regio(one, _changes(form), revision=form.revisie.data)
    flash(f"De gegevens van {one.naam} zijn opgeslagen.", "success")
    return redirect(url_for("beheer.regios"))


def _form(one: Regio) -> RegioForm:
    form = RegioForm(
        data={
            "zorgkantoor": one.zorgkantoor,
            "centrumgemeenten": one.centrumgemeenten,
            "centrumgemeenten_elders": one.centrumgemeenten_elders,
            "inwoners": one.inwoners,
            "aliassen": "\n".join(alias.naam for alias in one.aliassen),
            "gemeente_erbij": NO_GEMEENTE,
            "revisie": one.revision,
        }
    )
    others = [gemeente for gemeente in regions.all_gemeenten() if gemeente.regio_id != one.id]
    names = ((gemeente.id, f"{gemeente.naam} (nu bij {gemeente.regio.naam})") for gemeente in others)
    form.gemeente_erbij.choices = as_choices([(NO_GEMEENTE, "Geen"), *names])
    return form


def _changes(form: RegioForm) -> regions.RegioChanges:
    return regions.RegioChanges(
        zorgkantoor=form.zorgkantoor.data,
        centrumgemeenten=form.centrumgemeenten.data,
        centrumgemeenten_elders=form.centrumgemeenten_elders.data,
        inwoners=form.inwoners.data,
        aliassen=form.alias_names(),
        gemeente_erbij=form.gemeente_erbij.data or None,
    )


def _page(one: Regio, form: RegioForm, *, stale: bool = False) -> str:
    return render_template("beheer/regio.html", regio=one, form=form, stale=stale)


def _refused(one: Regio, form: RegioForm, problem: regions.RegioProblem | regions.StaleRegio) -> ResponseReturnValue:
    """What was typed; after somebody else beside what stands there now, so that saving again is a choice made
    knowingly."""
    if isinstance(problem, regions.StaleRegio):
        form.revisie.raw_data, form.revisie.data = None, one.revision
        return _page(one, form, stale=True), 409
    form.form_errors.append(str(problem))
    return _page(one, form), 422
