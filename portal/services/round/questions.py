"""The coördinator's own questions of a round, one at a time, while it is planned. The caller commits.

A question keeps the key it was made with: answers hang on it, and no later round asks anything under the same key.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from secrets import token_hex
from typing import Any

from forms.spec import Kind
from portal.domain.roles import Actor
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.rules import why_too_long
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Uitvraag
from portal.services.round import events, lock, workflow
from portal.services.round.problems import RoundProblem, last_event, told
from portal.services.round.questionnaire import EXTRA_KINDS

CLOSED_KINDS = (Kind.CHOICE, Kind.CHOICES)
GONE = "Deze vraag is er niet meer. Ververs de pagina en kijk opnieuw."
CHANGED = "Iemand heeft deze vraag intussen gewijzigd. Hieronder staat wat u typte. Sla opnieuw op om dat te bewaren."


@dataclass(frozen=True)
class QuestionValues:
    """An own question as typed. `choices` are the answers to choose from, for closed questions."""

    label: str
    kind: Kind
    choices: tuple[str, ...] = ()
    guidance: str = ""
    required: bool = False


def find_question(uitvraag: Uitvraag, key: str) -> dict[str, Any] | None:
    """The own question with this key, or None."""
    return next((one for one in uitvraag.extra_vragen if one["key"] == key), None)


def question_mark(question: dict[str, Any]) -> str:
    """What a page showed of a question, to see later whether it is still so."""
    return sha256(json.dumps(question, sort_keys=True).encode()).hexdigest()[:16]


def add_question(uitvraag: Uitvraag, values: QuestionValues, *, actor: Actor) -> str:
    """Add a question behind the others; returns its key.

    Raises RoundProblem when the round is not planned any more, or a closed question has fewer than two answers.
    """
    _lock(uitvraag)
    key = f"eigen_{token_hex(4)}"
    _store(uitvraag, [*uitvraag.extra_vragen, _as_json(key, values)], actor, f"Vraag toegevoegd: {values.label}")
    return key


def change_question(uitvraag: Uitvraag, key: str, values: QuestionValues, *, seen: str, actor: Actor) -> None:
    """Change a question that still is as the page showed it (`seen`: its `question_mark`).

    Raises RoundProblem when it is not, when it is gone, or when the round is not planned any more.
    """
    _lock(uitvraag)
    before = _require(uitvraag, key)
    after = _as_json(key, values)
    if before == after:
        return
    if question_mark(before) != seen:
        raise RoundProblem(CHANGED)
    questions = [after if one["key"] == key else one for one in uitvraag.extra_vragen]
    _store(uitvraag, questions, actor, f"Vraag gewijzigd: {values.label}")


def remove_question(uitvraag: Uitvraag, key: str, *, actor: Actor) -> None:
    """Take a question away; one that is gone already is fine.

    Raises RoundProblem when the round is not planned any more.
    """
    _lock(uitvraag)
    question = find_question(uitvraag, key)
    if question:
        left = [one for one in uitvraag.extra_vragen if one is not question]
        _store(uitvraag, left, actor, f"Vraag verwijderd: {question['label']}")


def move_question(uitvraag: Uitvraag, key: str, *, up: bool, actor: Actor) -> None:
    """Move a question one place; the first can't go up, the last can't go down.

    Raises RoundProblem when it is gone, or when the round is not planned any more.
    """
    _lock(uitvraag)
    questions = list(uitvraag.extra_vragen)
    here = questions.index(_require(uitvraag, key))
    there = here - 1 if up else here + 1
    if 0 <= there < len(questions):
        questions[here], questions[there] = questions[there], questions[here]
        _store(uitvraag, questions, actor, "Andere volgorde van de vragen.")


def _lock(uitvraag: Uitvraag) -> None:
    lock.lock_round(uitvraag)
    if uitvraag.status is not UitvraagStatus.GEPLAND:
        event = last_event(uitvraag, soorten=workflow.EVENTS.values())
        raise RoundProblem(f"De vragen staan vast. {told(event) if event else ''}".strip())


def _require(uitvraag: Uitvraag, key: str) -> dict[str, Any]:
    question = find_question(uitvraag, key)
    if question is None:
        raise RoundProblem(GONE)
    return question


def _store(uitvraag: Uitvraag, questions: list[dict[str, Any]], actor: Actor, notitie: str) -> None:
    uitvraag.extra_vragen = questions
    db.session.flush()
    events.record(uitvraag, UitvraagEventSoort.GEWIJZIGD, actor, notitie=notitie)


def _as_json(key: str, values: QuestionValues) -> dict[str, Any]:
    """As `portal/services/round/questionnaire.py` reads it."""
    if values.kind not in EXTRA_KINDS:
        raise RoundProblem("Kies hoe de regio’s deze vraag beantwoorden.")
    if too_long := why_too_long(values.guidance):
        raise RoundProblem(too_long)
    choices = list(dict.fromkeys(values.choices)) if values.kind in CLOSED_KINDS else []
    if values.kind in CLOSED_KINDS and len(choices) < 2:
        raise RoundProblem("Geef ten minste twee verschillende antwoorden, elk op een eigen regel.")
    return {
        "key": key,
        "label": values.label,
        "kind": values.kind.value,
        "required": values.required,
        "guidance": values.guidance,
        "choices": [{"key": f"keuze_{number}", "label": label} for number, label in enumerate(choices, 1)],
    }
