"""A plan from a Word file: choose it, see what was found and how sure that is, take it over, undo that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.dutch.words import listed
from portal.domain.intake.ready import mark_of_reading
from portal.domain.intake.recognise.places import places_of
from portal.domain.intake.under_way import Overname, account, move_piece, pieces_of
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.intake import reading, taking, under_way
from portal.services.intake.taking import PartStanding
from portal.services.intake.under_way import IntakeProblem
from portal.services.plan import pen
from portal.web.access import plan_access, signed_in
from portal.web.body_limits import content_of
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.posted import require_our_fields, require_valid
from portal.web.regio.blueprint import blueprint
from portal.web.regio.word_forms import (
    TakeAllForm,
    TakeForm,
    TakeUpForm,
    WordActionForm,
    WordForm,
    pieces_form,
    take_form,
)

CHOOSE = "Kies het bestand met uw plan: een Word-bestand (.docx) of een ODF-bestand (.odt)."
REFUSED = (IntakeProblem, pen.PlanProblem)


@blueprint.get("/plannen/<int:plan_id>/word")
@plan_access(Action.PLAN_INVULLEN)
def word(plan: Plan) -> ResponseReturnValue:
    """The form to choose a file; or, when one is under way, what was found in it."""
    if not plan.status.can_be_edited or plan.opgegaan_in_id:
        return redirect(url_for("regio.mijn_plan", plan_id=plan.id))
    return _page(plan)


def _page(plan: Plan, form: WordForm | None = None, take: TakeForm | None = None) -> str:
    found = under_way.of_person(plan, signed_in())
    content = under_way.opened(found) if found else None
    ready = under_way.put_ready(plan)
    known = {
        "plan": plan,
        "form": form or WordForm(formdata=None),
        "action_form": WordActionForm(formdata=None),
        "ready_form": TakeUpForm(formdata=None, data={"bestand": mark_of_reading(ready.gelezen_op) if ready else ""}),
        "ready": ready,
        "ready_content": under_way.opened(ready) if ready else None,
        "found": found,
        "content": content,
        "moment_van": datetime.fromisoformat,
    }
    if found is None or content is None:
        return render_template("regio/word.html", **known)
    places, compared = places_of(pen.format_of(plan)).all, taking.compared(plan, content)
    nowhere = pieces_of(content, "")
    return render_template(
        "regio/word.html",
        **known,
        compared=compared,
        take=take or take_form(compared, found.revisie, posted=False),
        take_all=TakeAllForm(formdata=None, data={"gezien": compared.mark, "revisie": found.revisie}),
        account=account(pen.format_of(plan), content),
        nowhere=nowhere,
        pieces=pieces_form(nowhere, places, found.revisie, posted=False),
    )


@blueprint.post("/plannen/<int:plan_id>/word/lezen")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def word_lezen(plan: Plan) -> ResponseReturnValue:
    """Read a file. Nothing of the plan changes."""
    form = WordForm()
    require_our_fields(form)
    upload = request.files.get("wordbestand")
    if upload is None or not upload.filename:
        form.wordbestand.errors = [CHOOSE]
        return _page(plan, form), 422
    data = content_of(upload)
    with on_problem(REFUSED, partial(_unread, plan, form)):
        reading.read_file(plan, name=upload.filename, data=data, actor=signed_in())
    return redirect(_address(plan))


def _unread(plan: Plan, form: WordForm, problem: Exception) -> ResponseReturnValue:
    if not plan.status.can_be_edited:
        return told_at(url_for("regio.mijn_plan", plan_id=plan.id))(problem)
    form.wordbestand.errors = [str(problem)]
    return _page(plan, form), 422


@blueprint.post("/plannen/<int:plan_id>/word/overnemen")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def word_overnemen(plan: Plan) -> ResponseReturnValue:
    """Keep what was chosen, and take it over unless the person only wanted to keep it."""
    found = under_way.of_person(plan, signed_in())
    if found is None:
        return told_at(_address(plan))(IntakeProblem(under_way.GONE))
    form = take_form(taking.compared(plan, under_way.opened(found)), found.revisie, posted=True)
    if not form.validate():
        return _page(plan, take=form), 422
    with on_problem(REFUSED, partial(_not_taken, plan, form)):
        taking.choose(
            plan,
            form.chosen(),
            revision=form.revisie.data or 0,
            actor=signed_in(),
            rows_chosen=form.rows_chosen(),
        )
        if request.form.get("naar") == "bewaren":
            flash("Uw keuzes zijn bewaard. Er is nog niets overgenomen.", "success")
            return redirect(_address(plan))
        names = taking.take_over(plan, seen=form.gezien.data or "", actor=signed_in())
    flash(f"Overgenomen in uw plan: {listed(names)}.", "success")
    return redirect(_address(plan))


@blueprint.post("/plannen/<int:plan_id>/word/alles")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def word_alles(plan: Plan) -> ResponseReturnValue:
    """Take over everything that the file has, as the page told, whatever was chosen per place."""
    form, found = require_valid(TakeAllForm()), under_way.of_person(plan, signed_in())
    if found is None:
        return told_at(_address(plan))(IntakeProblem(under_way.GONE))
    places = taking.compared(plan, under_way.opened(found)).open
    chosen = {one.place.key: Overname.WORD.value for one in places}
    with on_problem(REFUSED, told_at(_address(plan))):
        taking.choose(
            plan, chosen, revision=form.revisie.data or 0, actor=signed_in(), rows_chosen=_all_from_file(places)
        )
        names = taking.take_over(plan, seen=form.gezien.data or "", actor=signed_in())
    flash(f"Overgenomen in uw plan: {listed(names)}.", "success")
    return redirect(_address(plan))


def _all_from_file(places: Sequence[PartStanding]) -> dict[str, dict[str, str]]:
    """Rows that both changed come as the file has them; what is not in the file any more stays."""
    return {
        one.place.key: {str(edit.row_id): taking.FROM_FILE for edit in one.row_edits if edit.clashes} for one in places
    }


def _not_taken(plan: Plan, posted: TakeForm, problem: Exception) -> ResponseReturnValue:
    """The page as it is now, with what was chosen still chosen."""
    flash(str(problem), "warning")
    found = under_way.of_person(plan, signed_in())
    if found is None:
        return _page(plan), 409
    take = take_form(taking.compared(plan, under_way.opened(found)), found.revisie, posted=False)
    take.choose(posted.chosen())
    take.choose_rows(posted.rows_chosen())
    return _page(plan, take=take), 409


@blueprint.post("/plannen/<int:plan_id>/word/ongedaan")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def word_ongedaan(plan: Plan) -> ResponseReturnValue:
    """Put back what stood in the plan before. What somebody changed since stays."""
    require_valid(WordActionForm())
    with on_problem(REFUSED, told_at(_address(plan))):
        left = taking.undo(plan, actor=signed_in())
    flash("Uw plan is weer zoals het was. Wat u las staat hieronder nog klaar.", "success")
    if left:
        flash("Wat intussen is gewijzigd, bleef staan.", "warning")
    return redirect(_address(plan))


@blueprint.post("/plannen/<int:plan_id>/word/weggooien")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def word_weggooien(plan: Plan) -> ResponseReturnValue:
    """Forget the file; the plan stays as it is."""
    require_valid(WordActionForm())
    with on_problem(REFUSED, told_at(_address(plan))):
        name = under_way.throw_away(plan, actor=signed_in())
    flash(f"“{name}” is weggelegd. Uw plan is niet veranderd.", "success")
    return redirect(_address(plan))


@blueprint.post("/plannen/<int:plan_id>/word/stukken")
@plan_access(Action.PLAN_INVULLEN)
@commits
def word_stukken(plan: Plan) -> ResponseReturnValue:
    """Let pieces without a place go somewhere."""
    found = under_way.of_person(plan, signed_in())
    if found is None:
        return told_at(_address(plan))(IntakeProblem(under_way.GONE))
    places = places_of(pen.format_of(plan))
    form = pieces_form(pieces_of(under_way.opened(found), ""), places.all, found.revisie, posted=True)
    if not form.validate():
        return told_at(_address(plan))(IntakeProblem(under_way.STALE))
    with (
        on_problem(REFUSED, told_at(_address(plan))),
        under_way.corrected(plan, revision=form.revisie.data or 0, actor=signed_in()) as content,
    ):
        for piece in [one for one in pieces_of(content, "") if form.moved()[one.nummer]]:
            move_piece(content, piece, places.by_key[form.moved()[piece.nummer]])
    return redirect(_address(plan))


@blueprint.post("/plannen/<int:plan_id>/word/oppakken")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def word_oppakken(plan: Plan) -> ResponseReturnValue:
    """Take up the file that a coördinator put ready, or put it away."""
    seen = require_valid(TakeUpForm()).bestand.data or ""
    with on_problem(REFUSED, told_at(_address(plan))):
        if request.form.get("doe") == "weg":
            reading.put_away(plan, seen=seen, actor=signed_in())
            flash("Het bestand is weggelegd. Uw plan is niet veranderd.", "success")
        else:
            reading.take_up(plan, seen=seen, actor=signed_in())
    return redirect(_address(plan))


def _address(plan: Plan) -> str:
    return url_for("regio.word", plan_id=plan.id)
