"""What a plan says in the five columns of the samenvattende analyse, as text in the small Markdown.

Source: the columns of the national analysis. Every word comes from the plan; only labels are added.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exports.goal_figures import figures_line
from exports.labels import VOLGT_LATER, labelled
from exports.plan import ActieRow, DoelstellingRow, PlanDocument
from forms.spec import Kind, Question, QuestionRole

Source = Callable[[PlanDocument], str]
_GROUPS = (QuestionRole.DOELGROEP, QuestionRole.DOELGROEPEN)


@dataclass(frozen=True)
class Kolom:
    """One column: its key in addresses and in the database, its heading, and what a plan says in it."""

    key: str
    label: str
    source: Source


def _goals(document: PlanDocument) -> str:
    # The national goal comes first, as in the format.
    ordered = sorted(document.doelstellingen, key=lambda goal: not goal.landelijk)
    question = document.format.of_kind(Kind.DOELSTELLINGEN)
    told = [_goal(goal, question) for goal in ordered] if question else []
    return _paragraphs(*told, _later(document, question))


def _goal(goal: DoelstellingRow, question: Question) -> str:
    return "\n".join(filter(None, (goal.tekst.strip(), figures_line(goal, question))))


def _groups(document: PlanDocument) -> str:
    return _paragraphs(
        _fact(document, QuestionRole.DOELGROEPEN),
        _text(document, QuestionRole.DOELGROEP),
        _later_at(document, *_GROUPS),
    )


def _actions(document: PlanDocument) -> str:
    lines = "\n".join(map(_action, document.acties)).strip()
    question = document.format.of_kind(Kind.ACTIES)
    return _paragraphs(lines, _text(document, QuestionRole.ACTIES_TOELICHTING), _later(document, question))


def _action(row: ActieRow) -> str:
    """ "5a.1 Overzicht maken (gemeenten; Q2 2024)"; a heading stands bold under a blank line."""
    words = _one_line(f"{row.paragraaf} {row.omschrijving}")
    if not row.is_action:
        return f"\n**{words}**"
    by_and_when = "; ".join(filter(None, map(_one_line, (row.verantwoordelijke, row.tijdslijn))))
    return f"{words} ({by_and_when})" if by_and_when else words


def _conditions(document: PlanDocument) -> str:
    return _paragraphs(_text(document, QuestionRole.RANDVOORWAARDEN), _later_at(document, QuestionRole.RANDVOORWAARDEN))


def _remarks(document: PlanDocument) -> str:
    return _paragraphs(
        _part(document, QuestionRole.MONITORING, _text(document, QuestionRole.MONITORING)),
        _part(document, QuestionRole.STRUCTUUR, _fact(document, QuestionRole.STRUCTUUR)),
        _part(document, QuestionRole.ERVARINGEN, _text(document, QuestionRole.ERVARINGEN)),
    )


def _part(document: PlanDocument, role: QuestionRole, text: str) -> str:
    """A text under the label of its onderdeel; nothing when there is no text."""
    question = document.format.of_role(role)
    said = _paragraphs(text, _later(document, question))
    if question is None or not said:
        return ""
    label = next(one.label for one in document.format.sections if question in one.questions)
    return f"**{label}**\n\n{said}"


def _text(document: PlanDocument, role: QuestionRole) -> str:
    question = document.format.of_role(role)
    return document.text(question.key) if question else ""


def _fact(document: PlanDocument, role: QuestionRole) -> str:
    question = document.format.of_role(role)
    answer = document.text(question.key) if question else ""
    return labelled(question.label, answer) if question and answer else ""


def _later(document: PlanDocument, question: Question | None) -> str:
    """That the page with this question follows later, and why."""
    reason = document.volgt_later.get(document.format.step_of(question.key).key) if question else None
    if reason is None:
        return ""
    return labelled(VOLGT_LATER, reason) if reason else VOLGT_LATER


def _later_at(document: PlanDocument, *roles: QuestionRole) -> str:
    """The same of the first of these questions that the edition asks."""
    asked = (document.format.of_role(role) for role in roles)
    return _later(document, next((one for one in asked if one), None))


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())


def _one_line(text: str) -> str:
    return " ".join(text.split())


KOLOMMEN: tuple[Kolom, ...] = (
    Kolom("doelstellingen", "Doelstellingen", _goals),
    Kolom("doelgroepen", "Doelgroepen", _groups),
    Kolom("acties", "Acties", _actions),
    Kolom("randvoorwaarden", "Randvoorwaarden", _conditions),
    Kolom("overig", "Overige opmerkingen", _remarks),
)


def find_kolom(key: str) -> Kolom | None:
    """The column with this key, or None."""
    return next((kolom for kolom in KOLOMMEN if kolom.key == key), None)
