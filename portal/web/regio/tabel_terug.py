"""The workbook of a list that comes back: see what changes, tick what goes, take it over, undo that in one press."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.dutch.words import counted
from forms.spec import Question
from portal.domain.plan.table.columns import MAIN
from portal.domain.plan.table.grid import Grid, TableProblem, as_text, read_text
from portal.domain.plan.table.incoming import Incoming
from portal.domain.plan.table.rows import TableChoices
from portal.domain.plan.table.written import head_of
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.plan import pen, taking_file
from portal.services.plan.file_of_rows import FileOfRows
from portal.services.plan.rows import RowConflict
from portal.services.plan.taking_file import FileProblem
from portal.web.access import plan_access, signed_in
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.posted import require_our_fields, require_valid
from portal.web.regio.blueprint import blueprint
from portal.web.regio.lijsten import list_question_or_404
from portal.web.regio.table_form import TableAgainForm, TableBackForm, back_form

REFUSED = (FileProblem, pen.PlanProblem, RowConflict)
CHANGED_TABLE = "De tabel heeft andere kolommen gekregen. Zo is zij niet te lezen als uw bestand. Kies het opnieuw."
NO_MARKS = (
    "Zonder de kolom met het kenmerk is niet te zien welke rij van het plan een rij is. Kies het bestand opnieuw, of"
    " plak de tabel zonder die kolom: dan komen alle rijen erbij."
)
_SHORT = 80


@dataclass
class BackPage:
    """What the page shows: the file beside the list, and what is ticked."""

    plan: Plan
    question: Question
    form: TableBackForm
    found: Incoming
    grid: Grid
    told: list[str] = field(default_factory=list)

    def drawn(self) -> str:
        """The page."""
        step = pen.format_of(self.plan).step_of(self.question.key)
        return render_template("regio/tabel_terug.html", page=self, plan=self.plan, question=self.question, step=step)

    @property
    def heads(self) -> list[str]:
        """What the columns are called."""
        return [head_of(self.question, name) for name in self.found.columns]

    def head(self, at: int) -> str:
        """What stands above a column of the file."""
        return next((row[at] for row in self.grid if row[at]), "")


def first_look(plan: Plan, question: Question, grid: Grid, choices: TableChoices, told: list[str]) -> str:
    """The page of a file that was just chosen: nothing goes, what was changed by others stays, and the order is that
    of the file when somebody likely meant it.
    """
    found = FileOfRows(plan, question, grid, choices).incoming
    columns = {f"kolom_{at}": name for at, name in enumerate(choices.fields)}
    read = {"tabel": as_text(grid), "eerste_rij": choices.has_head, "uitvouwen": choices.unrolls}
    ticked = {"volgorde": found.order_is_meant, "weg": [], "toch": []}
    form = back_form(question, len(grid[0]))(formdata=None, data={**columns, **read, **ticked})
    return _page(plan, question, form, found, grid, told).drawn()


def _page(
    plan: Plan, question: Question, form: TableBackForm, found: Incoming, grid: Grid, told: list[str]
) -> BackPage:
    """The page, for the list as it is now."""
    main = found.columns.index(MAIN[question.kind.value]) if MAIN[question.kind.value] in found.columns else 0
    form.gezien.data, form.gezien.raw_data = found.mark, None
    form.offer(
        [(one.row_id, _short(one.cells[main].before)) for one in found.missing],
        [(one.row_id, _short(one.cells[main].before)) for one in found.asked],
    )
    return BackPage(plan, question, form, found, grid, told)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rstrip()}…"


@blueprint.post("/plannen/<int:plan_id>/lijst/<question_key>/tabel/terug")
@plan_access(Action.PLAN_INVULLEN)
@commits
def tabel_terug_bekijken(plan: Plan, question_key: str) -> ResponseReturnValue:
    """How the file is read with other columns. Nothing is written."""
    question = list_question_or_404(plan, question_key)
    with on_problem(FileProblem, told_at(_choose_again(plan, question))):
        form, grid, choices = _posted(question)
    return _page(plan, question, form, FileOfRows(plan, question, grid, choices).incoming, grid, []).drawn()


@blueprint.post("/plannen/<int:plan_id>/lijst/<question_key>/tabel/overnemen")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def tabel_overnemen(plan: Plan, question_key: str) -> ResponseReturnValue:
    """Take the file over as the page told, with what was ticked."""
    question = list_question_or_404(plan, question_key)
    with on_problem(FileProblem, told_at(_choose_again(plan, question))):
        form, grid, choices = _posted(question)
    with on_problem(REFUSED, partial(_not_taken, plan, question, form, grid, choices)):
        taken = taking_file.take_over(
            plan, question, grid, choices, form.ticked(), seen=form.gezien.data or "", actor=signed_in()
        )
    step = pen.format_of(plan).step_of(question.key)
    asked: dict[str, Any] = {"lijst": question.key, "overgenomen": taken.id, "_anchor": question.key}
    return redirect(url_for("regio.onderdeel", plan_id=plan.id, step_key=step.key, **asked))


def _posted(question: Question) -> tuple[TableBackForm, Grid, TableChoices]:
    """The form as it was sent, and the table in it. Raises FileProblem when that is no file of ours any more."""
    width = sum(name.startswith("kolom_") for name in request.form)
    form = back_form(question, width)()
    form.offer(_numbers("weg"), _numbers("toch"))
    require_our_fields(form)
    require_valid(form)
    try:
        grid = read_text(form.tabel.data)
    except TableProblem as problem:
        raise FileProblem(CHANGED_TABLE) from problem
    if form.width != len(grid[0]):
        raise FileProblem(CHANGED_TABLE)
    if not form.choices().is_ours:
        raise FileProblem(NO_MARKS)
    return form, grid, form.choices()


def _numbers(name: str) -> list[tuple[int, str]]:
    return [(int(one), one) for one in request.form.getlist(name) if one.isdecimal() and len(one) < 11]


def _choose_again(plan: Plan, question: Question) -> str:
    return url_for("regio.tabel", plan_id=plan.id, question_key=question.key)


def _not_taken(
    plan: Plan, question: Question, form: TableBackForm, grid: Grid, choices: TableChoices, problem: Exception
) -> ResponseReturnValue:
    """The page for the list as it is now, with what was ticked still ticked."""
    told = taking_file.CHANGED if isinstance(problem, RowConflict) else str(problem)
    return _page(plan, question, form, FileOfRows(plan, question, grid, choices).incoming, grid, [told]).drawn(), 409


@blueprint.post("/plannen/<int:plan_id>/lijst/<question_key>/tabel/terugdraaien")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def tabel_terugdraaien(plan: Plan, question_key: str) -> ResponseReturnValue:
    """Undo what this person took over last. What somebody changed since stays."""
    question = list_question_or_404(plan, question_key)
    require_valid(TableAgainForm())
    step = pen.format_of(plan).step_of(question.key)
    here = url_for("regio.onderdeel", plan_id=plan.id, step_key=step.key, _anchor=question.key)
    with on_problem((FileProblem, pen.PlanProblem), told_at(here)):
        left = taking_file.undo(plan, question.kind, actor=signed_in())
    flash("De lijst is weer zoals zij was.", "success")
    if left:
        told = counted(left, "rij is intussen gewijzigd en blijft", "rijen zijn intussen gewijzigd en blijven")
        flash(f"{told} staan zoals nu.", "warning")
    return redirect(here)
