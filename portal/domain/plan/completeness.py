"""How far each step of a plan is, and what is still needed. Pure: works on the content of a plan as JSON.

Nothing here blocks but one rule: a step is handed in when it is klaar or declared "volgt later" (SMART is advice).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forms.spec import Format, Kind, Question, Step
from portal.domain.plan.states import ActieVorm, StapStatus


@dataclass(frozen=True)
class StepState:
    """The state of one step: `missing` are the required questions that have no answer yet."""

    step: Step
    status: StapStatus
    missing: tuple[Question, ...]
    volgt_later: str = ""

    @property
    def is_ready(self) -> bool:
        """True when the step can be handed in as it is."""
        return self.status in (StapStatus.KLAAR, StapStatus.VOLGT_LATER)


def plan_state(format_: Format, content: Mapping[str, Any]) -> tuple[StepState, ...]:
    """The state of every step, in order."""
    return tuple(_step_state(step, content) for step in format_.steps)


def _step_state(step: Step, content: Mapping[str, Any]) -> StepState:
    missing = tuple(question for question in step.questions if question.required and not _is_met(question, content))
    reason = content["volgt_later"].get(step.key, "")
    if not missing:
        status = StapStatus.KLAAR
    elif reason:
        status = StapStatus.VOLGT_LATER
    elif any(is_answered(question, content) for question in step.questions):
        status = StapStatus.BEGONNEN
    else:
        status = StapStatus.LEEG
    return StepState(step, status, missing, reason if status is StapStatus.VOLGT_LATER else "")


def _is_met(question: Question, content: Mapping[str, Any]) -> bool:
    instead = bool(content["answers"].get(question.or_else, "").strip())
    return instead or is_answered(question, content) or _is_told_by_actions(question, content)


def _is_told_by_actions(question: Question, content: Mapping[str, Any]) -> bool:
    """True when the planning needs nothing more: all its fields may stay empty once an action says when."""
    actions = content[Kind.ACTIES.value] if question.kind is Kind.MIJLPALEN else ()
    return any(ActieVorm(one["vorm"]).is_action and one["tijdslijn"].strip() for one in actions)


def is_answered(question: Question, content: Mapping[str, Any]) -> bool:
    """True when somebody answered the question. A goal that still is the printed national sentence is no answer."""
    if question.kind is Kind.DOELSTELLINGEN:
        return any(_is_filled_in(goal, question) for goal in content[question.kind.value])
    if question.kind is Kind.ACTIES:
        return any(ActieVorm(action["vorm"]).is_action for action in content[question.kind.value])
    if question.kind is Kind.MIJLPALEN:
        return bool(content[question.kind.value]) or any(one["is_mijlpaal"] for one in content[Kind.ACTIES.value])
    if question.kind.is_list:
        return bool(content[question.kind.value])
    return bool(content["answers"].get(question.key, "").strip())


def _is_filled_in(goal: Mapping[str, Any], question: Question) -> bool:
    """A text of its own: not the printed sentence, whatever region's name stands in it (a region may be renamed)."""
    text = goal["tekst"].strip()
    before, _, behind = question.goal.sentence.partition("{regio}") if question.goal else ("", "", "")
    is_printed = bool(before or behind) and text.startswith(before) and text.endswith(behind)
    return bool(text) and not is_printed
