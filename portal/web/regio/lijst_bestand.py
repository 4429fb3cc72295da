"""A list of a plan as a workbook: out, to work in; it comes back by the page of rows from a table."""

from __future__ import annotations

from collections.abc import Mapping

from flask import current_app
from flask.typing import ResponseReturnValue

from exports.excel.rows_book import rows_book_xlsx
from exports.rows_book import BookColumn, BookRow, RowsBook
from forms.spec import Question
from portal.domain import clock
from portal.domain.plan.states import ActieVorm
from portal.domain.plan.table.marks import KENMERK, SHAPE, SHAPES
from portal.domain.plan.table.written import cell_of, head_of, names_of
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.plan.marked_rows import marks_of, rows_going_out, values_of
from portal.web.access import plan_access
from portal.web.files import XLSX, download
from portal.web.regio.blueprint import blueprint
from portal.web.regio.lijsten import list_question_or_404

_WIDE, _NARROW, _ORDINARY = 70, 14, 32
_WIDTHS: Mapping[str, int] = {
    "omschrijving": _WIDE,
    "tekst": _WIDE,
    "mijlpaal": _WIDE,
    "naam": 50,
    "paragraaf": _NARROW,
    "nulwaarde": _NARROW,
    "streefwaarde": _NARROW,
}


@blueprint.get("/plannen/<int:plan_id>/lijst/<question_key>.xlsx")
@plan_access(Action.PLAN_INVULLEN)
def lijst_xlsx(plan: Plan, question_key: str) -> ResponseReturnValue:
    """The list as it is now."""
    question = list_question_or_404(plan, question_key)
    name = f"Plan van aanpak {plan.naam} {question.kind.value}.xlsx"
    return download(rows_book_xlsx(_book(plan, question)), name=name, mimetype=XLSX)


def _book(plan: Plan, question: Question) -> RowsBook:
    present = rows_going_out(plan, question.kind)
    names = names_of(question)
    marks = marks_of(plan, question.kind, present)
    return RowsBook(
        plan.naam,
        question.label,
        question.kind.value.capitalize(),
        KENMERK,
        tuple(_column(question, name) for name in names),
        tuple(
            BookRow(
                tuple(cell_of(question, name, value) for name, value in values_of(question, row).items()),
                str(mark),
                is_kop=getattr(row, "vorm", None) is ActieVorm.KOP,
            )
            for row, mark in zip(present, marks, strict=True)
        ),
        clock.now(),
        demo=current_app.config["DEMO"],
    )


def _column(question: Question, name: str) -> BookColumn:
    choices = {
        SHAPE: tuple(SHAPES.values()),
        "soort": tuple(one.label for one in question.choices),
        "themas": tuple(one.label for one in question.choices),
    }
    return BookColumn(head_of(question, name), _WIDTHS.get(name, _ORDINARY), choices.get(name, ()))
