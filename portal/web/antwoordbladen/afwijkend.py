"""Question 2 where an action goes otherwise in one region of a joint plan: one region of one action at a time."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from flask import abort, redirect
from flask.typing import ResponseReturnValue

from forms.fields import as_choices
from forms.sheet import VoortgangForm
from forms.spec import Question
from portal.domain.policy import Action
from portal.models import Antwoordblad
from portal.services.round.problems import SheetProblem
from portal.services.sheet import differing, pen
from portal.services.sheet.actions import ActionGone
from portal.services.sheet.differing import DifferingConflict
from portal.web.access import sheet_access, signed_in
from portal.web.antwoordbladen.acties import action_gone, action_url, asked_of, card_as_json, progress_step
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.cards import Card, progress_page
from portal.web.antwoordbladen.regio_kaarten import RegionCard
from portal.web.antwoordbladen.vraag import holds_the_pen, vraag_page
from portal.web.commits import commits, keep, on_problem
from portal.web.posted import require_our_fields, wants_json

# What is chosen in the form when a region does not differ (any more).
WIJKT_NIET_AF = "wijkt_niet_af"


def differing_form(asked: Question) -> VoortgangForm:
    """The form of an action in one region."""
    form = VoortgangForm()
    form.status.choices = as_choices(
        [*((one.key, one.label) for one in asked.choices), (WIJKT_NIET_AF, "Wijkt niet af")]
    )
    return form


@blueprint.post("/antwoordbladen/<int:blad_id>/acties/<int:actie_id>/regio/<int:regio_id>")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def actie_in_regio(blad: Antwoordblad, actie_id: int, regio_id: int) -> ResponseReturnValue:
    """Say how one action goes in one region, where that is otherwise."""
    form = differing_form(asked_of(blad))
    require_our_fields(form)
    if form.revisie.process_errors or len(blad.regios) < 2 or regio_id not in blad.facts.regio_ids:
        abort(400 if form.revisie.process_errors else 404)
    typed = {"status": form.status.data or "", "toelichting": form.toelichting.data}
    with on_problem((SheetProblem, DifferingConflict), partial(_refuse, blad, actie_id, regio_id, typed)):
        differing.save_differing(
            blad,
            actie_id,
            regio_id,
            status=None if typed["status"] == WIJKT_NIET_AF else typed["status"],
            toelichting=typed["toelichting"],
            base_revision=form.revisie.data,
            actor=signed_in(),
        )
    keep()
    if wants_json():
        return card_as_json(blad, progress_page(blad), actie_id, goes_on=False)
    return redirect(action_url(blad, f"actie-{actie_id}"))


def _refuse(
    blad: Antwoordblad,
    actie_id: int,
    regio_id: int,
    typed: dict[str, str],
    problem: SheetProblem | DifferingConflict,
) -> ResponseReturnValue:
    """Nothing is written; what was typed stays in its place, with the reason or with what a colleague saved."""
    is_stale = isinstance(problem, DifferingConflict)
    reason = "" if is_stale else str(problem)
    fresh = pen.find_sheet(blad.id)
    if isinstance(problem, ActionGone) or fresh is None or not holds_the_pen(fresh):
        return action_gone(blad, typed, reason)
    page = progress_page(fresh)
    card = page.card(actie_id)
    if card is None or not card.regions:
        return action_gone(blad, typed, reason)
    page = page.with_refused(_refused(card, regio_id, typed, reason, is_stale))
    code = 409 if is_stale else 422
    if wants_json():
        return card_as_json(fresh, page, actie_id, code, goes_on=False)
    return vraag_page(fresh, progress_step(fresh), progress=page), code


def _refused(card: Card, regio_id: int, typed: dict[str, str], problem: str, stale: bool) -> Card:
    def as_typed(one: RegionCard) -> RegionCard:
        return replace(one, typed=typed, problem=problem, theirs=one.row if stale else None)

    return replace(card, regions=tuple(as_typed(one) if one.regio.id == regio_id else one for one in card.regions))
