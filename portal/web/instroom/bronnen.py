"""The sources of figures: which there are, in which order they are shown, and what is known of each."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.base import BaseForm
from portal.domain.policy import Action
from portal.models import InstroomBron
from portal.services.instroom import sources
from portal.services.instroom.sources import BronProblem, StaleBron
from portal.web.access import access
from portal.web.commits import adds_once, commits, on_problem
from portal.web.instroom.blueprint import blueprint
from portal.web.instroom.inlees_forms import BronForm
from portal.web.marks import can_be_changed_at
from portal.web.posted import require_our_fields


@blueprint.get("/bronnen")
@access(Action.INSTROOM_BEHEREN)
def bronnen() -> ResponseReturnValue:
    """All sources, in the order in which they are shown."""
    return render_template("instroom/bronnen.html", bronnen=sources.all_sources())


@blueprint.get("/bronnen/nieuw")
@access(Action.INSTROOM_BEHEREN)
def bron_nieuw() -> ResponseReturnValue:
    """An empty source."""
    return _page(None, BronForm(formdata=None))


@blueprint.post("/bronnen/nieuw")
@access(Action.INSTROOM_BEHEREN)
@adds_once
def bron_toevoegen() -> ResponseReturnValue:
    """Add a source, behind the others."""
    form = BronForm()
    require_our_fields(form)
    if not form.validate():
        return _page(None, form), 422
    with on_problem(BronProblem, partial(_refused, None, form)):
        found = sources.add_last(form.written())
    can_be_changed_at(url_for("instroom.bron_opslaan", bron_id=found.id, revisie=found.revision))
    flash(f"De bron “{found.naam}” is toegevoegd.", "success")
    return redirect(url_for("instroom.bronnen"))


@blueprint.get("/bronnen/<int:bron_id>")
@access(Action.INSTROOM_BEHEREN)
def bron(bron_id: int) -> ResponseReturnValue:
    """One source, to change it."""
    found = bron_or_404(bron_id)
    return _page(found, _filled(found))


@blueprint.post("/bronnen/<int:bron_id>")
@access(Action.INSTROOM_BEHEREN)
@commits
def bron_opslaan(bron_id: int) -> ResponseReturnValue:
    """Change what is known of a source."""
    found, form = bron_or_404(bron_id), BronForm()
    require_our_fields(form)
    if not form.validate():
        return _page(found, form), 422
    with on_problem((BronProblem, StaleBron), partial(_refused, bron_id, form)):
        sources.change_source(found, form.written(), base_revision=form.revisie.data)
    flash(f"De bron “{found.naam}” is opgeslagen.", "success")
    return redirect(url_for("instroom.bronnen"))


@blueprint.post("/bronnen/<int:bron_id>/verplaatsen")
@access(Action.INSTROOM_BEHEREN)
@commits
def bron_verplaatsen(bron_id: int) -> ResponseReturnValue:
    """Show a source one place earlier or later."""
    require_our_fields(BaseForm())
    steps = {"omhoog": -1, "omlaag": 1}.get(request.form.get("richting", ""))
    if steps is None:
        abort(400)
    sources.move_source(bron_or_404(bron_id), steps)
    flash("De volgorde is opgeslagen.", "success")
    return redirect(url_for("instroom.bronnen", _anchor=f"bron-{bron_id}"))


def bron_or_404(bron_id: int) -> InstroomBron:
    """The source of the address."""
    return sources.find_source(bron_id) or abort(404)


def _filled(found: InstroomBron) -> BronForm:
    names = ("naam", "houder", "definitie", "kanttekening", "is_synthetisch")
    return BronForm(formdata=None, data={name: getattr(found, name) for name in names} | {"revisie": found.revision})


def _refused(bron_id: int | None, form: BronForm, problem: Exception) -> ResponseReturnValue:
    """What was typed; after somebody else beside what stands there now."""
    found = bron_or_404(bron_id) if bron_id else None
    if isinstance(problem, StaleBron) and found:
        again = BronForm(formdata=None, data={**form.written(), "revisie": found.revision})
        return _page(found, again, stale=True), 409
    form.naam.errors = [str(problem)]
    return _page(found, form), 422


def _page(found: InstroomBron | None, form: BronForm, *, stale: bool = False) -> str:
    return render_template("instroom/bron.html", bron=found, form=form, stale=stale)
