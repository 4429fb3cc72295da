"""From a declared step to a form: one table from kind to field, no long match."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from wtforms import Field

from forms.base import BaseForm
from forms.fields import CheckboxChoices, LongText, RadioChoice, Revision, TextLine, as_choices
from forms.spec import Kind, Question, Step

# Above this many characters a person reads scrolling; the field then opens with more room.
LONG_ROWS = 14


def _text_line(question: Question) -> Field:
    return TextLine(question.label, description=question.guidance)


def _long_text(question: Question) -> Field:
    return LongText(question.label, description=question.guidance, render_kw={"rows": LONG_ROWS})


def _radio(question: Question) -> Field:
    return RadioChoice(
        question.label,
        description=question.guidance,
        choices=as_choices((one.key, one.label) for one in question.choices),
    )


def _checkboxes(question: Question) -> Field:
    return CheckboxChoices(
        question.label,
        description=question.guidance,
        choices=as_choices((one.key, one.label) for one in question.choices),
    )


BUILDERS: dict[Kind, Callable[[Question], Field]] = {
    Kind.SHORT_TEXT: _text_line,
    Kind.LONG_TEXT: _long_text,
    Kind.CHOICE: _radio,
    Kind.CHOICES: _checkboxes,
}


class StepForm(BaseForm):
    """The texts and closed questions of one step; its lists have forms of their own (`forms/rows.py`)."""

    step: Step

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that this form answers."""
        return tuple(question for question in self.step.questions if not question.kind.is_list)

    def stored(self, question: Question) -> str:
        """The answer as it is stored: text, one key, or keys separated by spaces."""
        data = self[question.key].data
        return " ".join(data) if question.kind is Kind.CHOICES else data or ""

    def revision(self, question: Question) -> int:
        """The revision from which the person started."""
        return int(self[revision_name(question)].data)


def revision_name(question: Question) -> str:
    """The name of the hidden field with the revision of an answer."""
    return f"revisie_{question.key}"


@lru_cache(maxsize=200)
def step_form(step: Step) -> type[StepForm]:
    """The form class of a step."""
    fields: dict[str, Any] = {"step": step}
    for question in step.questions:
        if not question.kind.is_list:
            fields[question.key] = BUILDERS[question.kind](question)
            fields[revision_name(question)] = Revision(revision_name(question))
    return type(f"{step.key.title()}Form", (StepForm,), fields)


def stored_data(question: Question, stored: str) -> object:
    """A stored answer as the data of its field."""
    return stored.split() if question.kind is Kind.CHOICES else stored
