"""One place of a plan that comes in as a Word file: its text and pieces, or its rows and what stands beside what."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.intake import aligning
from portal.domain.intake.recognise.places import PlanPlace, places_of
from portal.domain.intake.under_way import (
    leave_out_row,
    move_piece,
    pieces_of,
    rows_for,
    set_text,
    stays_behind,
    text_for,
)
from portal.domain.plan.table.columns import MAIN
from portal.domain.policy import Action
from portal.domain.stored.intake import IntakeContent, ReadList
from portal.models import Plan
from portal.services.intake import taking, under_way
from portal.services.intake.under_way import IntakeProblem
from portal.services.plan import pen
from portal.web.access import plan_access, signed_in
from portal.web.commits import commits, on_problem, told_at
from portal.web.posted import require_our_fields
from portal.web.regio.blueprint import blueprint
from portal.web.regio.word_forms import AlignForm, PartForm, PiecesForm, align_form, pieces_form

NO_CELL = "Kies eerst een cel in de tabel."


@blueprint.get("/plannen/<int:plan_id>/word/<question_key>")
@plan_access(Action.PLAN_INVULLEN)
def word_deel(plan: Plan, question_key: str) -> ResponseReturnValue:
    """What the file has for one place, to be corrected."""
    place, found = _place_or_404(plan, question_key), under_way.of_person(plan, signed_in())
    if found is None or not plan.status.can_be_edited:
        return redirect(url_for("regio.word", plan_id=plan.id))
    content = under_way.opened(found)
    if place.is_list:
        return _list_page(plan, place, content, found.revisie)
    return _text_page(plan, place, content, _part_form(plan, place, content, found.revisie, posted=False))


def _place_or_404(plan: Plan, key: str) -> PlanPlace:
    place = places_of(pen.format_of(plan)).by_key.get(key)
    if place is None:
        abort(404)
    return place


def _part_form(plan: Plan, place: PlanPlace, content: IntakeContent, revision: int, *, posted: bool) -> PiecesForm:
    pieces, places = pieces_of(content, place.key), places_of(pen.format_of(plan)).all
    return pieces_form(pieces, places, revision, posted=posted, text=text_for(content, place))


def _text_page(plan: Plan, place: PlanPlace, content: IntakeContent, form: PiecesForm) -> str:
    return render_template(
        "regio/word_tekst.html",
        plan=plan,
        place=place,
        part=content.delen[place.key],
        pieces=pieces_of(content, place.key),
        remarks=[one for one in content.opmerkingen if one.doel == place.key],
        form=form,
        one=taking.compared(plan, content).of(place.key),
    )


@blueprint.post("/plannen/<int:plan_id>/word/<question_key>")
@plan_access(Action.PLAN_INVULLEN)
@commits
def word_deel_bewaren(plan: Plan, question_key: str) -> ResponseReturnValue:
    """Keep the text as it was made, and let pieces go elsewhere."""
    place, found = _place_or_404(plan, question_key), under_way.of_person(plan, signed_in())
    if found is None or place.is_list:
        return told_at(url_for("regio.word", plan_id=plan.id))(IntakeProblem(under_way.GONE))
    here = url_for("regio.word_deel", plan_id=plan.id, question_key=question_key)
    form = _part_form(plan, place, under_way.opened(found), found.revisie, posted=True)
    if not form.validate() or not isinstance(form, PartForm):
        return told_at(here)(IntakeProblem(under_way.STALE))
    with (
        on_problem(IntakeProblem, told_at(here)),
        under_way.corrected(plan, revision=form.revisie.data or 0, actor=signed_in()) as content,
    ):
        told = _changed(plan, place, content, form)
    for one in told:
        flash(one, "warning")
    return redirect(here if told else url_for("regio.word", plan_id=plan.id, _anchor=question_key))


def _changed(plan: Plan, place: PlanPlace, content: IntakeContent, form: PartForm) -> list[str]:
    set_text(content, place, form.tekst.data)
    places, moved = places_of(pen.format_of(plan)).by_key, form.moved()
    going = [one for one in pieces_of(content, place.key) if moved.get(one.nummer, place.key) != place.key]
    told = [move_piece(content, one, places.get(moved[one.nummer])) for one in going]
    return list(dict.fromkeys(filter(None, told)))


def _list_page(plan: Plan, place: PlanPlace, content: IntakeContent, revision: int, cell: str = "") -> str:
    part = content.delen[place.key]
    found = part.lijst or ReadList([], [])
    return render_template(
        "regio/word_lijst.html",
        plan=plan,
        place=place,
        part=part,
        rows=found.rijen,
        fields=found.velden,
        form=align_form(place, found, revision, posted=False, cell=cell or request.args.get("cel", "")),
        counts=aligning.told_counts(place.question, found),
        can_unfold=aligning.can_unfold(found),
        uneven=len(set(aligning.counts(found))) > 1,
        preview=rows_for(content, place),
        behind=stays_behind(content, place),
        hoofdveld=MAIN[place.question.kind.value],
        remarks=[one for one in content.opmerkingen if one.doel == place.key],
    )


@blueprint.post("/plannen/<int:plan_id>/word/<question_key>/rijen")
@plan_access(Action.PLAN_INVULLEN)
@commits
def word_rijen(plan: Plan, question_key: str) -> ResponseReturnValue:
    """Move a cell of a list, or do something with its row."""
    place, found = _place_or_404(plan, question_key), under_way.of_person(plan, signed_in())
    rows = under_way.opened(found).delen[question_key].lijst if found else None
    if found is None or rows is None:
        return told_at(url_for("regio.word", plan_id=plan.id))(IntakeProblem(under_way.GONE))
    here = url_for("regio.word_deel", plan_id=plan.id, question_key=question_key)
    form = align_form(place, rows, found.revisie, posted=True)
    require_our_fields(form)
    if not form.validate():
        return told_at(here)(IntakeProblem(under_way.STALE))
    with (
        on_problem(IntakeProblem, told_at(here)),
        under_way.corrected(plan, revision=form.revisie.data or 0, actor=signed_in()) as content,
    ):
        cell = _done(content, place, form, request.form.get("doe", ""))
    # With a place in the address a browser does not put the keyboard in the cell that was moved.
    anchor = None if cell else "rijen"
    return redirect(
        url_for("regio.word_deel", plan_id=plan.id, question_key=question_key, cel=cell or None, _anchor=anchor)
    )


def _done(content: IntakeContent, place: PlanPlace, form: AlignForm, verb: str) -> str:
    """Do what the button says; returns the cell that is chosen now."""
    found = content.delen[place.key].lijst
    assert found is not None
    if verb == "kolommen":
        found.velden = form.fields()
        return ""
    if verb == "uitvouwen":
        aligning.unfold(found)
        return ""
    if not form.cel.data:
        raise IntakeProblem(NO_CELL)
    column, row = map(int, form.cel.data.split("-"))
    if verb == "weglaten":
        leave_out_row(content, place, row)
        return ""
    return f"{column}-{_moved(found, verb, column, row, form.naar.data - 1)}"


def _moved(found: ReadList, verb: str, column: int, row: int, to: int) -> int:
    if verb in ("omhoog", "omlaag"):
        return aligning.put(found, column, row, aligning.beside(found, row, 1 if verb == "omlaag" else -1))
    if verb == "naar":
        return aligning.put(found, column, row, to)
    if verb == "invoegen":
        aligning.open_gap(found, column, row)
    elif verb == "sluiten":
        if found.rijen[row].cellen[column].strip():
            raise IntakeProblem("Deze plek is niet leeg. Kies de lege plek die weg moet.")
        aligning.close_gap(found, column, row)
    elif verb == "kop":
        aligning.turn_heading(found, row)
    return min(row, len(found.rijen) - 1)
