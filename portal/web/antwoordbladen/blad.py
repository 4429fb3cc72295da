"""An answer sheet: "Wat is er veranderd sinds de vorige keer?", and the list of all sheets of one's region."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.sheet import KnopForm
from forms.spec import Format, Kind
from portal.domain import clock
from portal.domain.policy import Action
from portal.domain.round.events import ROUND_STORY
from portal.domain.round.states import answers_until, stand
from portal.domain.sheet.state import VraagState, is_untouched, open_action_ids, sheet_state, short_round_name
from portal.models import Antwoordblad, UitvraagEvent
from portal.services import people
from portal.services.filling.freezing import Content
from portal.services.filling.traces import last_changes
from portal.services.plan import plans
from portal.services.round import events
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import decisions, followed_plan, submit, todo
from portal.services.sheet import pen as sheet_pen
from portal.services.sheet.busy import busy_people
from portal.services.sheet.outline import outlines
from portal.services.sheet.previous import previous_seen
from portal.web.access import access, may, sheet_access, signed_in
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.vraag import holds_the_pen
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.posted import require_our_fields


@blueprint.get("/antwoordbladen")
@access(Action.BLADEN_ZIEN)
def lijst() -> ResponseReturnValue:
    """The sheets of one's own regions: what is asked now first, then the others."""
    found = todo.sheets_of(signed_in())
    open_now = todo.sheets_to_do(signed_in(), found)
    busy = {one.blad.id for one in open_now}
    earlier = [(blad, stand(blad.blad_facts, clock.today())) for blad in found if blad.id not in busy]
    regios = {regio.id: regio for blad in found for regio in blad.regios}
    return render_template("antwoordbladen/lijst.html", open_now=open_now, earlier=earlier, regios=regios.values())


@blueprint.get("/antwoordbladen/<int:blad_id>")
@sheet_access(Action.BLAD_LEZEN)
def blad(blad: Antwoordblad) -> ResponseReturnValue:
    """The five questions with their state and one obvious next step; national roles read what was handed in."""
    if not may(Action.BLAD_CONCEPT_LEZEN, blad):
        return redirect(url_for("antwoordbladen.lezen", blad_id=blad.id))
    format_ = format_of_round(blad.uitvraag)
    known = outlines([blad.id])[blad.id]
    states = sheet_state(format_, known.content)
    previous = previous_seen(blad)
    changes = last_changes(known.changes, format_)
    pen, asks_progress = holds_the_pen(blad), format_.section_of_kind(Kind.VOORTGANG)
    plan = plans.find_plan(blad.plan_id) if blad.plan_id else None
    return render_template(
        "antwoordbladen/blad.html",
        blad=blad,
        plan=plan,
        stand=stand(blad.blad_facts, clock.today()),
        pen=pen,
        closed_because=_closed_because(blad),
        states=states,
        next_state=_next_state(states),
        all_ready=all(state.is_ready for state in states),
        sent_back=decisions.reason_sent_back(blad),
        until=answers_until(blad.blad_facts),
        untouched=is_untouched(format_, known.content),
        quiet=_quiet(format_, known.content, previous is not None),
        open_actions=len(open_action_ids(format_.of_kind(Kind.VOORTGANG), known.content)),
        previous=previous,
        vorige=short_round_name(previous.uitvraag) if previous else "",
        changes=changes,
        busy=busy_people(changes, format_, actor=signed_in()),
        newer_plan=followed_plan.newer_plan(blad) if pen and asks_progress else None,
        asks_progress=asks_progress,
        contacts=people.contacts_on_page(blad.facts.regio_ids),
        submissions=submit.submissions_of(blad),
        story=events.story_of_sheet(blad, limit=6),
        vertel=told,
    )


def _next_state(states: tuple[VraagState, ...]) -> VraagState | None:
    """The first question that stops handing in."""
    return next((state for state in states if not state.is_ready), None)


def _quiet(format_: Format, content: Content, has_previous: bool) -> bool:
    """True when "Rustig kwartaal?" is the best thing to ask: there is a last time, and nothing was answered yet."""
    return (
        has_previous
        and bool(open_action_ids(format_.of_kind(Kind.VOORTGANG), content))
        and is_untouched(format_, content)
    )


def _closed_because(blad: Antwoordblad) -> str:
    """Why the sheet takes no answers now; empty when it does, or was handed in."""
    return "" if sheet_pen.is_answerable(blad) else sheet_pen.why_not(blad)


def told(event: UitvraagEvent) -> str:
    """The sentence for something that happened to a sheet."""
    return ROUND_STORY.tell(event.soort, event.door.naam if event.door else None, event.gegevens)


@blueprint.post("/antwoordbladen/<int:blad_id>/plan-volgen")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def plan_volgen(blad: Antwoordblad) -> ResponseReturnValue:
    """Take over the actions of the plan that is in force now."""
    require_our_fields(KnopForm())
    with on_problem(SheetProblem, told_at(_address(blad))):
        followed = followed_plan.follow_plan(blad, actor=signed_in())
    words = "De acties van uw nieuwe plan staan nu bij de vragen." if followed else "U had het nieuwe plan al."
    flash(words, "success")
    return redirect(_address(blad))


@blueprint.post("/antwoordbladen/<int:blad_id>/corrigeren")
@sheet_access(Action.BLAD_INVULLEN)
@sends_once
def corrigeren(blad: Antwoordblad) -> ResponseReturnValue:
    """Take the pen back; what was handed in keeps counting."""
    require_our_fields(KnopForm())
    with on_problem(SheetProblem, told_at(_address(blad))):
        submit.correct(blad, signed_in())
    flash("U kunt uw antwoorden nu corrigeren. Wat u eerder indiende telt, totdat u opnieuw indient.", "success")
    return redirect(_address(blad))


def _address(blad: Antwoordblad) -> str:
    return url_for("antwoordbladen.blad", blad_id=blad.id)
