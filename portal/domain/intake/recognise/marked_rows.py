"""Rows that stand under each other as text in a file of ours: goals and parties, each with its mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from forms.spec import Kind, Question
from portal.domain.intake.recognise.found import SaidLines
from portal.domain.intake.recognise.rows import Rows
from portal.domain.plan.table.columns import MAIN
from portal.domain.stored.intake import ReadListRow

_IN_BRACKETS = re.compile(r"^(?P<naam>.*\S)\s*\((?P<soort>[^()]*)\)$", re.DOTALL)


def rows_of_marked(question: Question, said: Sequence[SaidLines]) -> Rows:
    """A row for all lines that belong together."""
    fields = _fields(question)
    rows = [_row(question, fields, list(lines)) for _, lines in groupby(said, key=lambda one: one.row)]
    return Rows(fields, tuple(rows))


def _fields(question: Question) -> tuple[str, ...]:
    if question.kind is Kind.PARTIJEN:
        return tuple(one.name for one in question.row if one.name in ("naam", "soort"))
    return (MAIN[question.kind.value],)


def _row(question: Question, fields: Sequence[str], lines: Sequence[SaidLines]) -> ReadListRow:
    text, mark = text_of_lines(lines), next((one.mark for one in lines if one.mark), None)
    cells = _party(question, fields, text) if question.kind is Kind.PARTIJEN else [text]
    return ReadListRow(cells, False, lines[0].where, sum(one.words for one in lines), mark.bookmark() if mark else "")


def text_of_lines(lines: Sequence[SaidLines]) -> str:
    """The lines as one text: points of a list stand together, anything else has a blank line before it."""
    text, above = "", 0
    for one in lines:
        gap = "" if not text else "\n" if one.depth and above else "\n\n"
        text, above = text + gap + one.text, one.depth
    return text


def _party(question: Question, fields: Sequence[str], text: str) -> list[str]:
    """A name with its kind in brackets, when that is a kind: "Zorghuis (Noord)" is a name."""
    match = _IN_BRACKETS.match(text)
    kind = next((one.label for one in question.choices if match and one.label == match["soort"].strip()), "")
    values = {"naam": match["naam"] if match and kind else text, "soort": kind}
    return [values[name] for name in fields]
