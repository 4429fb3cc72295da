"""The review page: "Wat zegt deze regio, en wat is er anders dan vorige keer?"."""

from __future__ import annotations

from flask import abort, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.plan.states import VersieStatus
from portal.domain.policy import Action
from portal.models import Advies, Plan
from portal.services.plan import reading_along, returned
from portal.services.review.reading import Beside, SubmissionReading, neighbours, reading_of
from portal.web.access import plan_access, signed_in
from portal.web.beoordelen.blueprint import blueprint
from portal.web.beoordelen.forms import AdviesForm
from portal.web.beoordelen.page import ReviewPage
from portal.web.regio.forms import IntrekForm
from portal.web.regio.plan import submitted_document


@blueprint.get("/plannen/<int:plan_id>/beoordelen")
@plan_access(Action.PLAN_BEOORDELEN)
def plan(plan: Plan) -> ResponseReturnValue:
    """The newest submission part by part, with what changed, what was asked, advice, and what can be decided."""
    return review_page(plan)


def review_page(plan: Plan, form: AdviesForm | None = None) -> str:
    """The page; with `form` (bound to what was typed) it shows that advice instead of the one that was saved."""
    reading = reading_or_404(plan)
    only_changed = request.args.get("toon") == "gewijzigd" and reading.base is not None
    before, after = neighbours(plan)
    return render_template(
        "beoordelen/plan.html",
        plan=plan,
        reading=reading,
        page=ReviewPage(plan, reading, _beside(), only_changed, _remarks_url(plan)),
        document_=submitted_document(reading.indiening),
        open_return=returned.open_return(plan.versie) if plan.status is VersieStatus.TERUGGESTUURD else None,
        asks_meelezen=reading_along.open_of(plan) is not None,
        form=form or advice_form(reading),
        action_form=IntrekForm(formdata=None),
        before=before,
        after=after,
    )


def reading_or_404(plan: Plan) -> SubmissionReading:
    """What there is to review of a plan."""
    reading = reading_of(plan, _beside())
    if reading is None:
        abort(404)
    return reading


def _beside() -> Beside:
    asked = request.args.get("met", Beside.VORIGE)
    return Beside(asked) if asked in set(Beside) else Beside.VORIGE


def advice_form(reading: SubmissionReading) -> AdviesForm:
    """The form with the advice that this person gave on this submission before."""
    mine: Advies | None = next((one for one in reading.advice if one.door_id == signed_in().user_id), None)
    data: dict[str, object] = {"indiening": reading.indiening.id}
    if mine is not None:
        data |= {"oordeel": mine.oordeel.value, "toelichting": mine.toelichting}
    return AdviesForm(formdata=None, data=data)


def _remarks_url(plan: Plan) -> str | None:
    if "opmerkingen.lijst" not in current_app.view_functions:
        return None
    return url_for("opmerkingen.lijst", plan_id=plan.id)
