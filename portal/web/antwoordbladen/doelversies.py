"""Earlier versions of where a goal stands: read, and put back."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from forms.richtext import to_plain
from forms.rows import VersieForm
from forms.spec import Question
from portal.domain.policy import Action
from portal.models import Antwoordblad, BladHistorie, Doelstand
from portal.services.round.problems import SheetProblem
from portal.services.sheet import goals, history
from portal.services.sheet.content import load
from portal.services.sheet.goals import GoalConflict, GoalValues
from portal.services.sheet.previous import previous_of
from portal.web.access import sheet_access, signed_in
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.doelen import goal_question, goal_url
from portal.web.antwoordbladen.doelkaarten import form_of_row, form_of_values, goals_page
from portal.web.antwoordbladen.eerdere_versies import versions_page
from portal.web.commits import commits, on_problem, told_at
from portal.web.posted import require_valid
from portal.web.row_versions import PUT_BACK, Known, versions


@blueprint.get("/antwoordbladen/<int:blad_id>/doelen/<int:doel_id>/eerder")
@sheet_access(Action.BLAD_CONCEPT_LEZEN)
def eerdere_doelstanden(blad: Antwoordblad, doel_id: int) -> ResponseReturnValue:
    """Who said what of a goal, and when."""
    question = goal_question(blad)
    card, row = goals_page(blad, load(blad), previous_of(blad)).card(doel_id), goals.find_goal(blad, doel_id)
    if card is None or row is None:
        abort(404)
    now = Known(form_of_row(question, doel_id, row), row.revision, row.gewijzigd_op, row.gewijzigd_door)
    earlier = [_earlier(question, row, kept) for kept in history.versions_of(row)]
    return versions_page(blad, row, versions([now, *earlier]), to_plain(card.row.tekst), goal_url(blad, doel_id))


def _earlier(question: Question, row: Doelstand, kept: BladHistorie) -> Known:
    back = url_for("antwoordbladen.doelstand_terugzetten", blad_id=row.blad_id, doel_id=row.doel_id, history_id=kept.id)
    form = form_of_values(question, row.doel_id, GoalValues(**kept.waarde), kept.revision)
    return Known(form, kept.revision, kept.gewijzigd_op, kept.gewijzigd_door, terug=back)


@blueprint.post("/antwoordbladen/<int:blad_id>/doelen/<int:doel_id>/eerder/<int:history_id>")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def doelstand_terugzetten(blad: Antwoordblad, doel_id: int, history_id: int) -> ResponseReturnValue:
    """Say of a goal again what was said of it before."""
    goal_question(blad)
    seen = require_valid(VersieForm()).revisie.data
    address = goal_url(blad, doel_id)
    with on_problem(SheetProblem, told_at(address)), on_problem(GoalConflict, partial(_look_again, address)):
        goals.restore_version(blad, doel_id, history_id, base_revision=seen, actor=signed_in())
    flash(PUT_BACK, "success")
    return redirect(address)


def _look_again(address: str, conflict: GoalConflict) -> ResponseReturnValue:
    who = conflict.row.gewijzigd_door.naam if conflict.row.gewijzigd_door else "Een collega"
    flash(f"{who} heeft deze stand intussen ook veranderd. Er is niets gewijzigd. Kijk opnieuw.", "warning")
    return redirect(address)
