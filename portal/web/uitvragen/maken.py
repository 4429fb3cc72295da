"""Making a round, and changing it while it is planned or open."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.dutch.words import listed
from forms.national import Soort, newest
from portal.domain.policy import Action
from portal.domain.round.rules import CHANGEABLE
from portal.domain.round.states import UitvraagStatus
from portal.models import Uitvraag
from portal.services.round import rounds
from portal.services.round.problems import RoundProblem
from portal.services.round.rounds import RoundConflict
from portal.web.access import access, signed_in
from portal.web.commits import adds_once, commits, on_problem
from portal.web.marks import can_be_changed_at
from portal.web.posted import require_our_fields
from portal.web.uitvragen.blueprint import blueprint
from portal.web.uitvragen.fields import split_days
from portal.web.uitvragen.forms import OpenRoundForm, PlannedRoundForm
from portal.web.uitvragen.shared import round_or_404, to_round


@blueprint.get("/nieuw")
@access(Action.UITVRAAG_BEHEREN)
def nieuw() -> ResponseReturnValue:
    """An empty form, with the reminder days of the settings."""
    form = PlannedRoundForm(formdata=None, edition=newest(Soort.PROGRESS).key)
    form.dagen_voor.data, form.dagen_na.data = split_days(current_app.config["SETTINGS"].herinner_dagen)
    return render_template("uitvragen/nieuw.html", form=form)


@blueprint.post("/nieuw")
@access(Action.UITVRAAG_BEHEREN)
@adds_once
def maken() -> ResponseReturnValue:
    """Plan a round."""
    form = PlannedRoundForm()
    require_our_fields(form)
    if not form.check():
        return render_template("uitvragen/nieuw.html", form=form), 422
    with on_problem(RoundProblem, partial(_not_made, form)):
        uitvraag = rounds.make_round(form.round_values(), actor=signed_in())
    can_be_changed_at(
        url_for("uitvragen.wijzigen", uitvraag_id=uitvraag.id, gezien=uitvraag.status.value, revisie=uitvraag.revision)
    )
    flash("De uitvraag is gemaakt. Voeg zo nodig eigen vragen toe.", "success")
    return redirect(to_round(uitvraag))


def _not_made(form: PlannedRoundForm, problem: RoundProblem) -> ResponseReturnValue:
    form.naam.errors = [str(problem)]
    return render_template("uitvragen/nieuw.html", form=form), 422


@blueprint.get("/<int:uitvraag_id>/bewerken")
@access(Action.UITVRAAG_BEHEREN)
def bewerken(uitvraag_id: int) -> ResponseReturnValue:
    """The same form with what is stored; an open round shows what can still change."""
    uitvraag = round_or_404(uitvraag_id)
    if uitvraag.status not in CHANGEABLE:
        return redirect(to_round(uitvraag))
    form = _form_class(uitvraag.status)(formdata=None)
    form.fill_from(rounds.values_of(uitvraag))
    form.revisie.data = uitvraag.revision
    return render_template("uitvragen/bewerken.html", form=form, uitvraag=uitvraag)


@blueprint.post("/<int:uitvraag_id>/bewerken")
@access(Action.UITVRAAG_BEHEREN)
@commits
def wijzigen(uitvraag_id: int) -> ResponseReturnValue:
    """Change a round; when that can't be, what was typed stays on the page."""
    uitvraag = round_or_404(uitvraag_id)
    # The form as it was seen: when the round opened meanwhile, nothing that was typed is left out unsaid.
    form = _form_class(request.form.get("gezien", ""))()
    require_our_fields(form)
    before = rounds.values_of(uitvraag)
    if not form.check(before):
        return render_template("uitvragen/bewerken.html", form=form, uitvraag=uitvraag), 422
    with on_problem(RoundProblem, partial(_told_why, uitvraag, form)):
        rounds.change_round(uitvraag, form.round_values(before), seen_revision=form.revisie.data, actor=signed_in())
    flash("De uitvraag is opgeslagen.", "success")
    return redirect(to_round(uitvraag))


def _told_why(uitvraag: Uitvraag, form: PlannedRoundForm, problem: RoundProblem) -> ResponseReturnValue:
    stored = []
    if isinstance(problem, RoundConflict):
        stored = _stored_otherwise(uitvraag, form)
        form.revisie.data, form.revisie.raw_data = uitvraag.revision, None
    form.form_errors.append(str(problem))
    return render_template("uitvragen/bewerken.html", form=form, uitvraag=uitvraag, stored=stored), 422


def _stored_otherwise(uitvraag: Uitvraag, form: PlannedRoundForm) -> list[tuple[str, str]]:
    """What is stored now where it is not what was typed: the label and the stored value as the form writes it."""
    now = type(form)(formdata=None)
    now.fill_from(rounds.values_of(uitvraag))
    names = [field.name for field in now if field.name not in ("csrf_token", "revisie", "gezien")]
    return [(now[name].label.text, _shown(now, name)) for name in names if _differs(now[name].data, form[name].data)]


def _differs(stored: Any, typed: Any) -> bool:
    """True when two values are not the same; the order of reminder days and of what is ticked says nothing."""
    if isinstance(stored, list | tuple) and isinstance(typed, list | tuple):
        return sorted(stored) != sorted(typed)
    return bool(stored != typed)


def _shown(form: PlannedRoundForm, name: str) -> str:
    if name == "edition":
        return next((one.label for one in form[name].choices if one.value == form[name].data), "")
    if name == "niet_gesteld":
        return listed(one.label for one in form[name].choices if one.value in form[name].data) or "alle vragen"
    if name == "gevraagde_regios":
        return listed(one.label for one in form[name].choices if one.value in form[name].data) or "alle regio’s"
    return str(form[name]._value()) or "leeg"


def _form_class(status: str) -> type[PlannedRoundForm]:
    return OpenRoundForm if status == UitvraagStatus.OPEN else PlannedRoundForm
