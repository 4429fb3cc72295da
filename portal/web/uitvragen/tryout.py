"""Trying out what a round asks before it opens: its questions with fields, and what a region would still miss.

What is typed lives in one request: nothing of it is stored, and nothing counts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from wtforms import Field

from forms.base import BaseForm
from forms.build import BUILDERS
from forms.fields import LongText, RadioChoice, as_choices
from forms.spec import Format, Kind, Question
from portal.domain.plan.states import ActieVorm
from portal.domain.sheet.state import VraagState, progress_problem, sheet_state

# Which plan is in force differs by region; these stand for its actions.
VOORBEELDACTIES = ("Casuïstiek elke maand samen bespreken", "Het hulpmiddel verspreiden onder alle wijkteams")
_LISTS = (Kind.SUCCESSEN, Kind.LESSEN, Kind.VERWACHTINGEN)


class TryOutForm(BaseForm):
    """The questions of a round with their fields."""

    asked: Format

    def fields_of(self, question: Question) -> list[Field]:
        """The fields of one question that is no list of actions."""
        return [self[name] for name in _names(question)]

    def action_fields(self) -> list[tuple[str, Field, Field]]:
        """Of every action in the example what it is, how it goes, and why."""
        numbered = enumerate(VOORBEELDACTIES, 1)
        return [(actie, self[f"status_{number}"], self[f"toelichting_{number}"]) for number, actie in numbered]

    def content(self) -> dict[str, Any]:
        """What was typed, as the content of a sheet."""
        return {
            "acties": [{"id": number, "vorm": ActieVorm.ACTIE.value} for number, _ in enumerate(VOORBEELDACTIES, 1)],
            "voortgang": dict(self._progress()),
            "answers": {one.key: self._text(one.key) for one in self.asked.questions if one.kind not in _OWN_FIELDS},
            "regels": {kind.value: [text] if (text := self._row(kind)) else [] for kind in _LISTS},
        }

    def _progress(self) -> Iterator[tuple[str, dict[str, str]]]:
        asked = self.asked.of_kind(Kind.VOORTGANG)
        for number, (_, status, toelichting) in enumerate(self.action_fields() if asked else [], 1):
            yield str(number), {"status": status.data or "", "toelichting": toelichting.data or ""}

    def _row(self, kind: Kind) -> str:
        asked = self.asked.of_kind(kind)
        return self._text(f"{asked.key}_tekst") if asked else ""

    def _text(self, name: str) -> str:
        data = self[name].data
        return " ".join(data) if isinstance(data, list) else (data or "").strip()


_OWN_FIELDS = (Kind.VOORTGANG, *_LISTS)


@dataclass(frozen=True)
class Outcome:
    """What the check page would say of what was typed."""

    missing: tuple[VraagState, ...]


def form_for(asked: Format) -> type[TryOutForm]:
    """The form with all questions of a round."""
    return _form_for(asked)


def outcome_of(form: TryOutForm) -> Outcome:
    """What a region that typed this would still have to do; what is wrong with a row stands at its field."""
    _tell_actions(form)
    _tell_expectation(form)
    return Outcome(tuple(one for one in sheet_state(form.asked, form.content()) if not one.is_ready))


def _tell_actions(form: TryOutForm) -> None:
    question = form.asked.of_kind(Kind.VOORTGANG)
    for _, status, toelichting in form.action_fields() if question else []:
        problem = progress_problem(question, status.data or "", toelichting.data or "") if question else ""
        if problem and status.data:
            toelichting.errors = [problem]


def _tell_expectation(form: TryOutForm) -> None:
    question = form.asked.of_kind(Kind.VERWACHTINGEN)
    aan = question.row_field("aan") if question else None
    if question and aan and form[f"{question.key}_tekst"].data.strip() and not form[f"{question.key}_aan"].data:
        form[f"{question.key}_aan"].errors = [aan.missing]


@lru_cache(maxsize=32)
def _form_for(asked: Format) -> type[TryOutForm]:
    fields: dict[str, Any] = {"asked": asked}
    for question in asked.questions:
        fields |= dict(_fields(question))
    return type("TryOutForm", (TryOutForm,), fields)


def _fields(question: Question) -> Mapping[str, Field]:
    if question.kind is Kind.VOORTGANG:
        return {
            name: field
            for number, actie in enumerate(VOORBEELDACTIES, 1)
            for name, field in (
                (f"status_{number}", _choice(f"Hoe gaat het nu met “{actie}”?", question)),
                (f"toelichting_{number}", LongText(f"Toelichting bij “{actie}”", render_kw={"rows": 2})),
            )
        }
    if question.kind in _LISTS:
        tekst = question.row_field("tekst")
        label = tekst.label if tekst else question.label
        rows = {f"{question.key}_tekst": LongText(label, render_kw={"rows": 3})}
        aan = question.row_field("aan")
        return {f"{question.key}_aan": _choice(aan.label, question), **rows} if aan else rows
    return {question.key: BUILDERS[question.kind](question)}


def _choice(label: str, question: Question) -> Field:
    return RadioChoice(label, choices=as_choices((one.key, one.label) for one in question.choices))


def _names(question: Question) -> tuple[str, ...]:
    if question.kind in _LISTS:
        aan = (f"{question.key}_aan",) if question.row_field("aan") else ()
        return (*aan, f"{question.key}_tekst")
    return (question.key,)
