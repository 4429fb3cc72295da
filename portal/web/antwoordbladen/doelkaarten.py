"""What a page shows of each goal: what was planned, what was said last time and now, and how that was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from exports.sheet import GoalRow
from forms.sheet import DoelstandForm, goal_form
from forms.spec import Kind, Question
from portal.models import Antwoordblad, BladIndiening, Doelstand
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet.content import LoadedSheet, as_content
from portal.services.sheet.document import goal_rows
from portal.services.sheet.goals import GoalValues, values_of
from portal.services.sheet.previous import said_last_time
from portal.services.sheet.progress import name_of
from portal.web.row_differences import Difference


@dataclass(frozen=True)
class GoalCard:
    """One goal. `row` is how a reader sees it; `stand` what is stored; `theirs` and `differences` belong to a save that
    met what a colleague said meanwhile.
    """

    row: GoalRow
    form: DoelstandForm
    stand: Doelstand | None = None
    is_open: bool = False
    theirs: Doelstand | None = None
    differences: list[Difference] = field(default_factory=list)

    @property
    def id(self) -> int:
        """The id of the goal."""
        return self.row.id

    @property
    def is_filled(self) -> bool:
        """True when something is said of it."""
        return self.stand is not None and self.stand.is_filled


@dataclass(frozen=True)
class GoalsPage:
    """All goals on a page, how last time is called, and the day of a value without a date."""

    question: Question
    cards: tuple[GoalCard, ...]
    until: date
    vorige: str = ""

    @property
    def filled(self) -> int:
        """Of how many goals something is said."""
        return sum(card.is_filled for card in self.cards)

    def card(self, doel_id: int) -> GoalCard | None:
        """The goal with this id."""
        return next((card for card in self.cards if card.id == doel_id), None)

    def with_card(self, card: GoalCard) -> GoalsPage:
        """The same page with this card in its place."""
        return replace(self, cards=tuple(card if one.id == card.id else one for one in self.cards))


def goals_page(blad: Antwoordblad, loaded: LoadedSheet, previous: BladIndiening | None) -> GoalsPage:
    """The page of the goals of a sheet as it is now. Raises KeyError when its round does not ask it."""
    question = format_of_round(blad.uitvraag).question_of_kind(Kind.DOELSTANDEN)
    content = as_content(blad, loaded)
    before: Mapping[str, Any] | None = said_last_time(content, previous) if previous else None
    cards = (_card(question, row, loaded.doelstanden.get(row.id)) for row in goal_rows(content, before))
    return GoalsPage(question, tuple(cards), blad.uitvraag.periode_tot, name_of(previous))


def _card(question: Question, row: GoalRow, stand: Doelstand | None) -> GoalCard:
    return GoalCard(row, form_of_row(question, row.id, stand), stand)


def form_of_row(question: Question, doel_id: int, stand: Doelstand | None) -> DoelstandForm:
    """The form with what is stored of a goal."""
    values = values_of(stand) if stand else GoalValues()
    return form_of_values(question, doel_id, values, stand.revision if stand else 0)


def form_of_values(question: Question, doel_id: int, values: GoalValues, revision: int) -> DoelstandForm:
    """The form with these values."""
    data = {**vars(values), "revisie": revision}
    return goal_form(question)(formdata=None, data=data).named_for(doel_id)
