"""How a region will see a round, tried out by who plans it: test answers are stored nowhere and count nowhere."""

from __future__ import annotations

from flask import redirect, render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.domain.round.states import UitvraagStatus
from portal.services.round.questionnaire import format_of_round
from portal.web.access import access
from portal.web.posted import require_our_fields
from portal.web.uitvragen.blueprint import blueprint
from portal.web.uitvragen.shared import round_or_404, to_round
from portal.web.uitvragen.tryout import form_for, outcome_of


@blueprint.get("/<int:uitvraag_id>/proef")
@access(Action.UITVRAAG_BEHEREN)
def proef(uitvraag_id: int) -> ResponseReturnValue:
    """The questions as a region will get them. Once open the sheets themselves are there."""
    uitvraag = round_or_404(uitvraag_id)
    if uitvraag.status is not UitvraagStatus.GEPLAND:
        return redirect(to_round(uitvraag))
    form = form_for(format_of_round(uitvraag))(formdata=None)
    return render_template("uitvragen/proef.html", uitvraag=uitvraag, form=form, outcome=None)


@blueprint.post("/<int:uitvraag_id>/proef")
@access(Action.UITVRAAG_BEHEREN)
def proef_nakijken(uitvraag_id: int) -> ResponseReturnValue:
    """The same page with what was typed, and what the check page would say of it. Saves nothing."""
    uitvraag = round_or_404(uitvraag_id)
    if uitvraag.status is not UitvraagStatus.GEPLAND:
        return redirect(to_round(uitvraag))
    form = form_for(format_of_round(uitvraag))()
    require_our_fields(form)
    outcome = outcome_of(form) if form.validate() else None
    return render_template("uitvragen/proef.html", uitvraag=uitvraag, form=form, outcome=outcome)
