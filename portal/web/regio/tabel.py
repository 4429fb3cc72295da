"""Rows of a list from a table: see how it is read, correct that, add them in one step, take them back in one press."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from exports.readme import README
from forms.dutch.words import counted
from forms.spec import Question
from portal.domain.plan.table.columns import fits, rows_above_heads
from portal.domain.plan.table.grid import Grid, TableProblem, as_text, read_text
from portal.domain.plan.table.rows import TableChoices, TablePreview, first_choices, preview
from portal.domain.plan.table.told import told_above, told_twice
from portal.domain.plan.table.workbook import read_file
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.plan import pen, rows
from portal.web.access import plan_access, signed_in
from portal.web.commits import adds_once, commits, on_problem, told_at
from portal.web.posted import require_our_fields, require_valid
from portal.web.regio import tabel_terug
from portal.web.regio.blueprint import blueprint
from portal.web.regio.lijsten import list_question_or_404
from portal.web.regio.table_form import TableChoiceForm, TableForm, TableUndoForm, as_ranges, choice_form, ids_in

NO_ROWS = "Er zijn nog geen rijen om toe te voegen. Kies bij een kolom wat erin staat."


@dataclass
class TablePage:
    """What the page shows: the form for a table, or how one is read."""

    plan: Plan
    question: Question
    form: TableForm | None = None
    choice_form: TableChoiceForm | None = None
    found: TablePreview | None = None
    grid: Grid = ()
    told: list[str] = field(default_factory=list)

    def drawn(self) -> str:
        """The page."""
        step = pen.format_of(self.plan).step_of(self.question.key)
        return render_template("regio/tabel.html", page=self, plan=self.plan, question=self.question, step=step)

    @property
    def names(self) -> list[str]:
        """The fields that come in, in the order of the list."""
        chosen = self.choice_form.choices().fields if self.choice_form else ()
        present = {
            name for row in (self.found.rows if self.found else ()) for name, value in row.values.items() if value
        }
        return [one.name for one in self.question.row if one.name in present or one.name in chosen]

    @property
    def heads(self) -> list[str]:
        """What these are called."""
        return [self.question.column(name) for name in self.names]

    @property
    def has_only_heads(self) -> bool:
        """True when the one row there is holds heads."""
        return len(self.grid) == 1 and bool(self.choice_form and self.choice_form.eerste_rij.data)

    def head(self, at: int) -> str:
        """What stands above a column, to recognise it by."""
        return next((row[at] for row in self.grid if row[at]), "")


@blueprint.get("/plannen/<int:plan_id>/lijst/<question_key>/tabel")
@plan_access(Action.PLAN_INVULLEN)
def tabel(plan: Plan, question_key: str) -> ResponseReturnValue:
    """The page to paste a table on, or choose a file."""
    question = list_question_or_404(plan, question_key)
    if not plan.status.can_be_edited:
        return redirect(_list_url(plan, question))
    return TablePage(plan, question, TableForm(formdata=None)).drawn()


@blueprint.post("/plannen/<int:plan_id>/lijst/<question_key>/tabel/bekijken")
@plan_access(Action.PLAN_INVULLEN)
@commits
def tabel_bekijken(plan: Plan, question_key: str) -> ResponseReturnValue:
    """How the table is read. Nothing is written."""
    question = list_question_or_404(plan, question_key)
    if "kolom_0" in request.form:
        return _looked_again(plan, question)
    form = TableForm()
    require_our_fields(form)
    upload = request.files.get("tabelbestand")
    try:
        if upload and upload.filename:
            grid, told = read_file(upload.read(), form.blad.data, fits(question), README)
        else:
            grid, told = read_text(form.tabel.data), ""
    except TableProblem as problem:
        at_fault = form.tabelbestand if upload and upload.filename else form.tabel
        at_fault.errors = [str(problem)]
        return TablePage(plan, question, form).drawn(), 422
    above = rows_above_heads(question, grid)
    notes = list(filter(None, (told, told_above(grid[:above]))))
    grid = grid[above:]
    choices = first_choices(question, grid)
    if choices.is_ours:
        return tabel_terug.first_look(plan, question, grid, choices, notes)
    return _preview(plan, question, grid, choices=choices, told=notes).drawn()


def _preview(
    plan: Plan,
    question: Question,
    grid: Grid,
    *,
    choices: TableChoices | None = None,
    told: list[str] | None = None,
) -> TablePage:
    taken = choices or first_choices(question, grid)
    form = choice_form(question, len(grid[0]))(formdata=None, data=_data(grid, taken))
    found = preview(question, grid, taken)
    found.doubts += told_twice(question, found.rows, rows.rows_of(plan, question.kind))
    return TablePage(plan, question, choice_form=form, found=found, grid=grid, told=told or [])


def _data(grid: Grid, choices: TableChoices) -> dict[str, object]:
    fields: dict[str, object] = {f"kolom_{at}": name for at, name in enumerate(choices.fields)}
    return {**fields, "tabel": as_text(grid), "eerste_rij": choices.has_head, "uitvouwen": choices.unrolls}


def _looked_again(plan: Plan, question: Question) -> ResponseReturnValue:
    form, grid = _posted(question)
    if form is None:
        return _unreadable(plan, question), 422
    return _preview(plan, question, grid, choices=_choices(form, grid)).drawn()


def _posted(question: Question) -> tuple[TableChoiceForm | None, Grid]:
    """The form as it was sent and the table in it; no form when there is no table any more."""
    width = sum(name.startswith("kolom_") for name in request.form)
    form = choice_form(question, width)()
    require_our_fields(form)
    try:
        return require_valid(form), read_text(form.tabel.data)
    except TableProblem:
        return None, ()


def _choices(form: TableChoiceForm, grid: Grid) -> TableChoices | None:
    """What was chosen, unless the table got other columns since."""
    return form.choices() if form.width == len(grid[0]) else None


def _unreadable(plan: Plan, question: Question) -> str:
    form = TableForm(formdata=None, data={"tabel": request.form["tabel"]})
    try:
        read_text(form.tabel.data)
    except TableProblem as problem:
        form.tabel.errors = [str(problem)]
    return TablePage(plan, question, form).drawn()


@blueprint.post("/plannen/<int:plan_id>/lijst/<question_key>/tabel/toevoegen")
@plan_access(Action.PLAN_INVULLEN)
@adds_once
def tabel_toevoegen(plan: Plan, question_key: str) -> ResponseReturnValue:
    """Add the rows as the preview shows them, at the end of the list."""
    question = list_question_or_404(plan, question_key)
    form, grid = _posted(question)
    if form is None:
        return _unreadable(plan, question), 422
    choices = _choices(form, grid)
    page = _preview(plan, question, grid, choices=choices)
    assert page.found is not None
    if choices is None or not page.found.rows:
        page.told.append("De tabel is veranderd. Kijk of de kolommen kloppen." if choices is None else NO_ROWS)
        return page.drawn(), 422
    with on_problem(pen.PlanProblem, partial(_refused, page)):
        added = rows.add_rows(plan, question.kind, [row.values for row in page.found.rows], actor=signed_in())
    ids = [row.id for row in added]
    return redirect(_list_url(plan, question, lijst=question.key, toegevoegd=as_ranges(ids)))


def _refused(page: TablePage, problem: pen.PlanProblem) -> ResponseReturnValue:
    page.told.append(str(problem))
    return page.drawn(), 409


@blueprint.post("/plannen/<int:plan_id>/lijst/<question_key>/tabel/ongedaan")
@plan_access(Action.PLAN_INVULLEN)
@commits
def tabel_ongedaan(plan: Plan, question_key: str) -> ResponseReturnValue:
    """Take the rows out again that were added in one step. What somebody changed since stays."""
    question = list_question_or_404(plan, question_key)
    form = require_valid(TableUndoForm())
    here = _list_url(plan, question)
    with on_problem(pen.PlanProblem, told_at(here)):
        left = rows.take_back(plan, question.kind, ids_in(form.rijen.data or ""), actor=signed_in())
    flash("De rijen uit de tabel zijn weer weg. Zij staan onder “Verwijderd”.", "success")
    if left:
        told = counted(left, "rij is intussen gewijzigd en blijft", "rijen zijn intussen gewijzigd en blijven")
        flash(f"{told} staan.", "warning")
    return redirect(here)


def _list_url(plan: Plan, question: Question, **extra: Any) -> str:
    step = pen.format_of(plan).step_of(question.key)
    return url_for("regio.onderdeel", plan_id=plan.id, step_key=step.key, _anchor=question.key, **extra)
