"""The buttons and forms of the lists of an answer sheet; everything works without a script."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from forms.sheet import RegelActieForm, RegelForm, regel_form
from forms.spec import Question, Step
from portal.domain.policy import Action
from portal.models import Antwoordblad, BladRegel, RegelSoort
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import pen, rows
from portal.services.sheet.content import load
from portal.services.sheet.rows import RegelConflict, RegelGone
from portal.web.access import sheet_access, signed_in
from portal.web.antwoordbladen.blueprint import blueprint
from portal.web.antwoordbladen.regel_state import new_form_id, prepared, regel_states, soort_of, typed_values
from portal.web.antwoordbladen.vraag import holds_the_pen, not_saved_page, vraag_page
from portal.web.commits import adds_once, commits, on_problem, told_at
from portal.web.marks import can_be_changed_at
from portal.web.moved import move_as_asked, wants_another
from portal.web.posted import require_our_fields, require_valid


@blueprint.post("/antwoordbladen/<int:blad_id>/lijst/<question_key>")
@sheet_access(Action.BLAD_INVULLEN)
@adds_once
def regel_toevoegen(blad: Antwoordblad, question_key: str) -> ResponseReturnValue:
    """Add a row, or one per line when the person said that they are several; behind the row ?na= when that is there."""
    question, soort = list_or_404(blad, question_key)
    form = prepared(blad, regel_form(question)(prefix=f"{question.kind.value}-"))
    require_our_fields(form)
    if not form.validate() or form.asks:
        return _page(blad, question, new_form=form, new_after=_place()), 422
    values = [typed_values(blad, form, text) for text in form.texts()]
    with on_problem(SheetProblem, partial(_not_saved, blad, question, form)):
        added = rows.add_rows(blad, soort, values, actor=signed_in(), after_id=_place())
    if len(added) == 1:
        can_be_changed_at(_change_url(blad, question, added[0]))
    last = added[-1].id
    if not wants_another():
        return _back(blad, question, f"{question.key}-{last}")
    return _back(blad, question, new_form_id(question), **({"nieuw": last} if _place() else {}))


def _place() -> int | None:
    """Behind which row the form says that new ones come."""
    return request.args.get("na", type=int)


def _change_url(blad: Antwoordblad, question: Question, row: BladRegel) -> str:
    return url_for(
        "antwoordbladen.regel_wijzigen",
        blad_id=blad.id,
        question_key=question.key,
        regel_id=row.id,
        revisie=row.revision,
    )


@blueprint.post("/antwoordbladen/<int:blad_id>/lijst/<question_key>/<int:regel_id>")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def regel_wijzigen(blad: Antwoordblad, question_key: str, regel_id: int) -> ResponseReturnValue:
    """Change a row that is open in its place."""
    question, soort = list_or_404(blad, question_key)
    form = prepared(blad, regel_form(question)())
    require_our_fields(form)
    row_or_404(blad, soort, regel_id)
    if not form.validate():
        return _page(blad, question, form=form, open_id=regel_id), 422
    values = typed_values(blad, form, form.tekst.data)
    refused, stale = partial(_not_saved, blad, question, form), partial(_conflict, blad, question, form)
    with on_problem(SheetProblem, refused), on_problem(RegelConflict, stale):
        rows.change_row(blad, soort, regel_id, values, base_revision=form.revisie.data, actor=signed_in())
    return _back(blad, question, f"{question.key}-{regel_id}")


def _conflict(blad: Antwoordblad, question: Question, form: RegelForm, conflict: RegelConflict) -> ResponseReturnValue:
    """Both versions of the row: the form keeps mine and now starts from theirs. Nothing is written."""
    theirs = conflict.row
    form.revisie.data, form.revisie.raw_data = theirs.revision, None
    return _page(blad, question, form=form, open_id=theirs.id, theirs=theirs), 409


@blueprint.post("/antwoordbladen/<int:blad_id>/lijst/<question_key>/<int:regel_id>/verwijderen")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def regel_verwijderen(blad: Antwoordblad, question_key: str, regel_id: int) -> ResponseReturnValue:
    """Take a row out of the list; the page offers to put it back."""
    question, soort, form = _row_action(blad, question_key, regel_id)

    def remove() -> object:
        return rows.remove_row(blad, soort, regel_id, base_revision=form.revisie.data, actor=signed_in())

    return _act(blad, question, regel_id, remove, verwijderd=regel_id)


@blueprint.post("/antwoordbladen/<int:blad_id>/lijst/<question_key>/<int:regel_id>/terugzetten")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def regel_terugzetten(blad: Antwoordblad, question_key: str, regel_id: int) -> ResponseReturnValue:
    """Put a removed row back."""
    question, soort, _ = _row_action(blad, question_key, regel_id)
    return _act(blad, question, regel_id, lambda: rows.restore_row(blad, soort, regel_id, actor=signed_in()))


@blueprint.post("/antwoordbladen/<int:blad_id>/lijst/<question_key>/<int:regel_id>/verplaatsen")
@sheet_access(Action.BLAD_INVULLEN)
@commits
def regel_verplaatsen(blad: Antwoordblad, question_key: str, regel_id: int) -> ResponseReturnValue:
    """Move a row one place, or behind another row."""
    question, soort, form = _row_action(blad, question_key, regel_id)
    by_steps, behind = partial(rows.move_row, blad, soort, regel_id), partial(rows.place_row, blad, soort, regel_id)

    def move() -> object:
        return move_as_asked(by_steps, behind, seen_position=form.positie.data, actor=signed_in())

    return _act(blad, question, regel_id, move)


def list_or_404(blad: Antwoordblad, question_key: str) -> tuple[Question, RegelSoort]:
    """The list question with this key in this round."""
    question = next((one for one in format_of_round(blad.uitvraag).questions if one.key == question_key), None)
    soort = soort_of(question) if question else None
    if question is None or soort is None:
        abort(404)
    return question, soort


def row_or_404(blad: Antwoordblad, soort: RegelSoort, regel_id: int) -> BladRegel:
    """The row of this list of this sheet, removed or not."""
    try:
        return rows.find_row(blad, soort, regel_id)
    except RegelGone:
        abort(404)


def _row_action(blad: Antwoordblad, question_key: str, regel_id: int) -> tuple[Question, RegelSoort, RegelActieForm]:
    question, soort = list_or_404(blad, question_key)
    form = require_valid(RegelActieForm())
    row_or_404(blad, soort, regel_id)
    return question, soort, form


def _act(
    blad: Antwoordblad, question: Question, regel_id: int, verb: Callable[[], object], **extra: int
) -> ResponseReturnValue:
    anchor = f"{question.key}-{regel_id}"

    sheet = url_for("antwoordbladen.blad", blad_id=blad.id)
    stale = partial(look_again, row_url(blad, question, regel_id))
    with on_problem(SheetProblem, told_at(sheet)), on_problem(RegelConflict, stale):
        verb()
    return _back(blad, question, anchor, **extra)


def look_again(address: str, conflict: RegelConflict) -> ResponseReturnValue:
    """The newest list, with who was first."""
    who = conflict.row.gewijzigd_door.naam if conflict.row.gewijzigd_door else "Een collega"
    what = "verwijderd" if conflict.row.verwijderd_op else "veranderd of verplaatst"
    flash(f"{who} heeft deze regel intussen {what}. Er is niets gewijzigd. Kijk opnieuw.", "warning")
    return redirect(address)


def _step(blad: Antwoordblad, question: Question) -> Step:
    return format_of_round(blad.uitvraag).step_of(question.key)


def row_url(blad: Antwoordblad, question: Question, regel_id: int) -> str:
    """Where a row stands on the page of its question."""
    return _url(blad, question, f"{question.key}-{regel_id}")


def _url(blad: Antwoordblad, question: Question, anchor: str, **extra: int) -> str:
    values: dict[str, Any] = {"blad_id": blad.id, "step_key": _step(blad, question).key, "_anchor": anchor, **extra}
    return url_for("antwoordbladen.vraag", **values)


def _back(blad: Antwoordblad, question: Question, anchor: str, **extra: int) -> ResponseReturnValue:
    return redirect(_url(blad, question, anchor, **extra))


def _page(
    blad: Antwoordblad,
    question: Question,
    *,
    new_form: RegelForm | None = None,
    form: RegelForm | None = None,
    open_id: int | None = None,
    theirs: BladRegel | None = None,
    new_after: int | None = None,
) -> str:
    step = _step(blad, question)
    lists = regel_states(blad, step, load(blad))
    state = lists[question.key]
    state.new_form = new_form or state.new_form
    state.insert_behind(new_after)
    if form is not None:
        state.form, state.open_id = form, open_id
    if theirs is not None:
        state.show_conflict(blad, theirs)
    return vraag_page(blad, step, lists=lists)


def _not_saved(blad: Antwoordblad, question: Question, form: RegelForm, problem: SheetProblem) -> ResponseReturnValue:
    """The sheet takes no answers any more (or the row is not right): the typed text stays on the page."""
    fresh = pen.find_sheet(blad.id)
    if fresh is not None and holds_the_pen(fresh):
        flash(str(problem), "error")
        return _page(fresh, question, new_form=form, new_after=_place()), 422
    return not_saved_page(fresh, _step(blad, question), [(form.tekst.label.text, form.tekst.data)], str(problem))
