"""Question 2: one action at a time, or all at once. With a script the page stays where it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from flask import abort, flash, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.dutch.words import counted
from forms.fields import as_choices
from forms.sheet import KnopForm, OngewijzigdForm, VoortgangForm
from forms.spec import Kind, Question, Step
from portal.domain.policy import Action
from portal.models import Antwoordblad, Voortgang
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import pen, progress
from portal.services.sheet.actions import ActionGone
from portal.services.sheet.progress import CarriedOver, ProgressConflict
from portal.web.access import sheet_access, signed_in
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.cards import Card, ProgressPage, progress_page
from portal.web.antwoordbladen.vraag import holds_the_pen, not_saved_page, vraag_page
from portal.web.commits import commits, keep, on_problem, told_at
from portal.web.posted import require_our_fields, wants_json


@blueprint.post("/antwoordbladen/<int:blad_id>/acties/<int:actie_id>")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def actie_opslaan(blad: Antwoordblad, actie_id: int) -> ResponseReturnValue:
    """Say how one action goes."""
    asked = asked_of(blad)
    form = VoortgangForm()
    form.status.choices = as_choices((one.key, one.label) for one in asked.choices)
    require_our_fields(form)
    typed = {"status": form.status.data, "toelichting": form.toelichting.data}
    if form.revisie.process_errors:
        abort(400)

    def save() -> Voortgang:
        return progress.save_progress(blad, actie_id, **typed, base_revision=form.revisie.data, actor=signed_in())

    return _do(blad, actie_id, save, typed)


@blueprint.post("/antwoordbladen/<int:blad_id>/acties/<int:actie_id>/ongewijzigd")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def actie_ongewijzigd(blad: Antwoordblad, actie_id: int) -> ResponseReturnValue:
    """Nothing changed in one action since last time."""
    progress_step(blad)
    form = OngewijzigdForm()
    require_our_fields(form)
    if form.revisie.process_errors:
        abort(400)

    def carry() -> Voortgang:
        return progress.carry_over(blad, actie_id, base_revision=form.revisie.data, actor=signed_in())

    return _do(blad, actie_id, carry, None)


def progress_step(blad: Antwoordblad) -> Step:
    """The page that asks for the progress of actions; a round need not have one (404)."""
    steps = format_of_round(blad.uitvraag).steps
    asking = (step for step in steps if any(question.kind is Kind.VOORTGANG for question in step.questions))
    return next(asking, None) or abort(404)


def asked_of(blad: Antwoordblad) -> Question:
    """The question how the actions go; a round need not ask it (404)."""
    return next(question for question in progress_step(blad).questions if question.kind is Kind.VOORTGANG)


def _typed(asked: Question, typed: dict[str, str]) -> list[tuple[str, str]]:
    """What was typed, with what it was typed at."""
    chosen = next((one.label for one in asked.choices if one.key == typed["status"]), "")
    return [(asked.column("status"), chosen), (asked.column("toelichting"), typed["toelichting"])]


def _do(
    blad: Antwoordblad, actie_id: int, verb: Callable[[], Voortgang], typed: dict[str, str] | None
) -> ResponseReturnValue:
    with on_problem((SheetProblem, ProgressConflict), partial(_refuse, blad, actie_id, typed)):
        verb()
    keep()
    return _saved(blad, actie_id)


def _saved(blad: Antwoordblad, actie_id: int) -> ResponseReturnValue:
    """With a script the new card; else the page again, at the next action that is open."""
    page = progress_page(blad)
    following = page.next_open(actie_id)
    if wants_json():
        return card_as_json(blad, page, actie_id)
    anchor = f"actie-{following.id}" if following else "klaar"
    return redirect(action_url(blad, anchor))


def action_url(blad: Antwoordblad, anchor: str) -> str:
    """A place on the page of the actions."""
    step = progress_step(blad)
    return url_for("antwoordbladen.vraag", blad_id=blad.id, step_key=step.key, _anchor=anchor)


def card_as_json(
    blad: Antwoordblad, page: ProgressPage, actie_id: int, status: int = 200, *, goes_on: bool = True
) -> ResponseReturnValue:
    """The card of an action for the script, and where the person goes on: the next one that is open, or this one."""
    card = page.card(actie_id)
    html = render_template("antwoordbladen/_kaart.html", blad=blad, card=card, vorige=page.vorige)
    total, still = len(page.cards), len(page.open_cards)
    following = page.next_open(actie_id) if goes_on else card
    return jsonify(
        kaart=html,
        teller=f"{total - still} van {total} beantwoord",
        open=still,
        geweigerd=status != 200,
        volgende=f"actie-{following.id}" if following else "klaar",
    ), status


def _refuse(
    blad: Antwoordblad, actie_id: int, typed: dict[str, str] | None, problem: SheetProblem | ProgressConflict
) -> ResponseReturnValue:
    """Nothing is written; what was typed stays in its place, with the reason or with what a colleague saved."""
    is_stale = isinstance(problem, ProgressConflict)
    reason = "" if is_stale else str(problem)
    fresh = pen.find_sheet(blad.id)
    if isinstance(problem, ActionGone) or fresh is None or not holds_the_pen(fresh):
        return action_gone(blad, typed, reason)
    page = progress_page(fresh)
    card = page.card(actie_id)
    if card is None:
        return action_gone(blad, typed, reason)
    page = page.with_refused(_refused_card(card, typed, reason, is_stale))
    code = 409 if is_stale else 422
    if wants_json():
        return card_as_json(fresh, page, actie_id, code)
    return vraag_page(fresh, progress_step(fresh), progress=page), code


def _refused_card(card: Card, typed: dict[str, str] | None, problem: str, stale: bool) -> Card:
    typed = typed or {"status": card.status, "toelichting": card.toelichting}
    return replace(card, typed=typed, problem=problem, theirs=card.progress if stale else None)


def action_gone(blad: Antwoordblad, typed: dict[str, str] | None, problem: str) -> ResponseReturnValue:
    """The action is not on the sheet any more, or the sheet takes no answers: the typed text stays on the page."""
    if wants_json():
        return jsonify(melding=f"Niet opgeslagen. {problem}"), 409
    told = _typed(asked_of(blad), typed) if typed else []
    return not_saved_page(
        pen.find_sheet(blad.id), progress_step(blad), [(name, text) for name, text in told if text], problem
    )


@blueprint.post("/antwoordbladen/<int:blad_id>/ongewijzigd")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def alles_ongewijzigd(blad: Antwoordblad) -> ResponseReturnValue:
    """Nothing changed in all that is still open."""
    progress_step(blad)
    require_our_fields(KnopForm())
    sheet = url_for("antwoordbladen.blad", blad_id=blad.id)
    with on_problem(SheetProblem, told_at(sheet)):
        done = progress.carry_over_all(blad, actor=signed_in())
    _tell(blad, done)
    if done.left:
        first = progress_page(blad).open_cards
        return redirect(action_url(blad, f"actie-{first[0].id}" if first else "klaar"))
    return redirect(sheet)


def _tell(blad: Antwoordblad, done: CarriedOver) -> None:
    vorige = progress_page(blad).vorige
    if done.done:
        what = counted(done.done, "actie staat", "acties staan")
        flash(f"{what} op ongewijzigd: gelijk aan {vorige}.", "success")
    if done.left:
        what = counted(done.left, "actie", "acties")
        flash(f"Kies bij {what} zelf hoe het nu gaat: daarover is vorige keer niet genoeg gezegd.", "info")
    if not done.done and not done.left:
        flash("Alle acties waren al beantwoord.", "info")
