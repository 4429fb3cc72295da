"""How far an answer sheet is, and what is still needed. Pure: works on the content of a sheet as JSON.

Only what is required stops handing in; a question that may stay empty says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forms.spec import Format, Kind, Question, Step
from portal.domain.plan.states import ActieVorm, StapStatus

_QUARTER = re.compile(r"\bQ[1-4] \d{4}\b")


# In an outline: the actions of which the portal itself carried over what was said, because they are done.
BY_ITSELF = "vanzelf"
# Asked of every row again and again.
_IS_ACTION = {vorm.value: vorm.is_action for vorm in ActieVorm}


@dataclass(frozen=True)
class Counter:
    """How many of how many were answered."""

    answered: int
    total: int

    @property
    def open(self) -> int:
        """How many still ask for an answer."""
        return self.total - self.answered

    @property
    def label(self) -> str:
        """As people read it: "17 van 20 beantwoord"."""
        return f"{self.answered} van {self.total} beantwoord"


@dataclass(frozen=True)
class VraagState:
    """The state of one question (a page): `missing` are the required parts of it that have no answer yet."""

    step: Step
    status: StapStatus
    missing: tuple[Question, ...]
    counter: Counter | None = None

    @property
    def is_ready(self) -> bool:
        """True when it can be handed in as it is."""
        return not self.missing

    @property
    def may_stay_empty(self) -> bool:
        """True when nothing was answered and nothing has to be."""
        return self.is_ready and self.status is StapStatus.LEEG


def sheet_state(format_: Format, content: Mapping[str, Any]) -> tuple[VraagState, ...]:
    """The state of every question, in order."""
    return tuple(_vraag_state(step, content) for step in format_.steps)


def missing_states(format_: Format, content: Mapping[str, Any]) -> tuple[VraagState, ...]:
    """The questions that stop handing in."""
    return tuple(state for state in sheet_state(format_, content) if not state.is_ready)


def is_untouched(format_: Format, content: Mapping[str, Any]) -> bool:
    """True while nobody answered anything."""
    return not any(is_begun(question, content) for question in format_.questions)


def _vraag_state(step: Step, content: Mapping[str, Any]) -> VraagState:
    missing = tuple(one for one in step.questions if one.required and not is_answered(one, content))
    status = StapStatus.BEGONNEN if missing else StapStatus.KLAAR
    if not any(is_begun(question, content) for question in step.questions):
        status = StapStatus.LEEG
    asked = next((question for question in step.questions if question.kind is Kind.VOORTGANG), None)
    counter = progress_counter(asked, content) if asked and content["acties"] else None
    return VraagState(step, status, missing, counter)


def is_answered(question: Question, content: Mapping[str, Any]) -> bool:
    """True when the question needs nothing more. Progress: of every action, if there are any."""
    if question.kind is Kind.VOORTGANG:
        return progress_counter(question, content).open == 0
    return is_begun(question, content)


def is_begun(question: Question, content: Mapping[str, Any]) -> bool:
    """True when somebody answered something of the question."""
    if question.kind is Kind.VOORTGANG:
        by_itself = content.get(BY_ITSELF, ())
        said = (str(one) for one in action_ids(content) if str(one) not in by_itself)
        return any(content["voortgang"].get(one, {}).get("status") for one in said)
    if question.kind is Kind.DOELSTANDEN:
        return bool(content["doelstanden"])
    if question.kind.is_list:
        return bool(content["regels"][question.kind.value])
    return bool(content["answers"].get(question.key, "").strip())


def action_ids(content: Mapping[str, Any]) -> tuple[int, ...]:
    """The ids of the actions of the plan in force, in order, without headings."""
    return tuple(row["id"] for row in content["acties"] if _IS_ACTION[row["vorm"]])


def open_action_ids(asked: Question | None, content: Mapping[str, Any]) -> tuple[int, ...]:
    """The actions of which something is still asked, in order. `asked` is the question how actions go, if there is."""
    told = content["voortgang"]
    return tuple(one for one in action_ids(content) if not asked or not _is_complete(asked, told.get(str(one))))


def progress_counter(asked: Question | None, content: Mapping[str, Any]) -> Counter:
    """Of how many actions the progress was told."""
    total = len(action_ids(content))
    return Counter(total - len(open_action_ids(asked, content)), total)


def _is_complete(asked: Question, progress: Mapping[str, Any] | None) -> bool:
    return progress is not None and progress_problem(asked, progress["status"], progress["toelichting"]) == ""


def progress_problem(asked: Question, status: str, toelichting: str) -> str:
    """What is wrong with a status and its toelichting, as a Dutch sentence; empty when nothing is.

    Source: "vraagt aandacht" and "gestopt" need a toelichting (the domain, questionnaire question 2).
    """
    chosen = next((one for one in asked.choices if one.key == status), None)
    if chosen is None:
        return "Kies hoe het met deze actie gaat."
    if chosen.needs_reason and not toelichting.strip():
        return f"Schrijf bij “{chosen.label}” in een zin waarom."
    return ""


def differing_problem(asked: Question, shared: str, status: str, toelichting: str, regio: str) -> str:
    """What is wrong with the status of an action in one region of a joint plan, as a Dutch sentence; else empty.

    `shared` is the status in all regions. Who differs says why, whatever the status.
    """
    chosen = asked.choice(status)
    if chosen is None:
        return f"Kies hoe het in {regio} met deze actie gaat."
    if status == shared:
        return f"In alle regio’s is het al “{chosen.label}”. Kies een andere status, of kies dat {regio} niet afwijkt."
    if not toelichting.strip():
        return f"Schrijf in een zin waarom deze actie in {regio} anders loopt."
    return ""


def short_round_name(naam: str) -> str:
    """How a round is called in a small place: "Q1 2024" for "Kwartaaluitvraag Q1 2024", else its whole name."""
    found = _QUARTER.search(naam)
    return found.group() if found else naam
