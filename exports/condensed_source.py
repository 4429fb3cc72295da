"""What a plan says in the five columns of the samenvattende analyse, as text in the small Markdown.

Source: the columns of the national analysis. Every word comes from the plan; only labels are added.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exports.goal_figures import figures_line
from exports.labels import VOLGT_LATER, labelled
from exports.plan import ActieRow, DoelstellingRow, PlanDocument

Source = Callable[[PlanDocument], str]


@dataclass(frozen=True)
class Kolom:
    """One column: its key in addresses and in the database, its heading, and what a plan says in it."""

    key: str
    label: str
    source: Source


def _goals(document: PlanDocument) -> str:
    # The national goal comes first, as in the format.
    ordered = sorted(document.doelstellingen, key=lambda goal: not goal.landelijk)
    return _paragraphs(*map(_goal, ordered), _later(document, "doelstellingen"))


def _goal(goal: DoelstellingRow) -> str:
    return "\n".join(filter(None, (goal.tekst.strip(), figures_line(goal))))


def _groups(document: PlanDocument) -> str:
    return _paragraphs(_fact(document, "doelgroep_soorten"), document.text("doelgroep"), _later(document, "doelgroep"))


def _actions(document: PlanDocument) -> str:
    lines = "\n".join(map(_action, document.acties)).strip()
    return _paragraphs(lines, document.text("acties_toelichting"), _later(document, "acties"))


def _action(row: ActieRow) -> str:
    """ "5a.1 Overzicht maken (gemeenten; Q2 2024)"; a heading stands bold under a blank line."""
    words = _one_line(f"{row.paragraaf} {row.omschrijving}")
    if not row.is_action:
        return f"\n**{words}**"
    by_and_when = "; ".join(filter(None, map(_one_line, (row.verantwoordelijke, row.tijdslijn))))
    return f"{words} ({by_and_when})" if by_and_when else words


def _conditions(document: PlanDocument) -> str:
    return _paragraphs(document.text("randvoorwaarden"), _later(document, "randvoorwaarden"))


def _remarks(document: PlanDocument) -> str:
    return _paragraphs(
        _part(document, "monitoring", document.text("monitoring")),
        _part(document, "projectstructuur", _fact(document, "projectstructuur_vorm")),
        _part(document, "ervaringen", document.text("ervaringen")),
    )


def _part(document: PlanDocument, key: str, text: str) -> str:
    """A text under the label of its onderdeel; nothing when there is no text."""
    label = next((section.label for section in document.format.sections if section.key == key), key)
    said = _paragraphs(text, _later(document, key))
    return f"**{label}**\n\n{said}" if said else ""


def _fact(document: PlanDocument, key: str) -> str:
    answer = document.text(key)
    return labelled(document.format.question(key).label, answer) if answer else ""


def _later(document: PlanDocument, step_key: str) -> str:
    reason = document.volgt_later.get(step_key)
    if reason is None:
        return ""
    return labelled(VOLGT_LATER, reason) if reason else VOLGT_LATER


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
