"""What a page shows of each action of question 2: what it is, what was said last time, what is said now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from typing import Any

from forms.counted import FINISHED
from forms.dutch.words import listed
from forms.spec import Kind, Question
from portal.domain import clock
from portal.domain.plan.states import ActieVorm
from portal.domain.sheet.state import progress_problem, short_round_name
from portal.models import Antwoordblad, BladIndiening, Voortgang
from portal.services.filling.freezing import Content
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet.content import LoadedSheet, as_content, load
from portal.services.sheet.previous import previous_of, previous_progress
from portal.services.sheet.progress import can_carry_over, name_of
from portal.web.antwoordbladen.regio_kaarten import RegionCard, region_cards


@dataclass(frozen=True)
class Card:
    """One action. `row` is its line of the plan in force, `question` what is asked, `told` what was said last time.

    `typed`, `problem` and `theirs` belong to a save that was refused: what was typed, why not, and what stands there.
    """

    row: Mapping[str, Any]
    question: Question
    progress: Voortgang | None = None
    told: Mapping[str, Any] | None = None
    gelijk_aan: str = ""
    typed: Mapping[str, str] | None = None
    problem: str = ""
    theirs: Voortgang | None = None
    # Of a joint plan: the action in each of its regions.
    regions: tuple[RegionCard, ...] = ()

    @property
    def id(self) -> int:
        """The id of the action."""
        return int(self.row["id"])

    @property
    def name(self) -> str:
        """What a screen reader calls it: number and the beginning of the text."""
        return f"{self.row['paragraaf']} {self.row['omschrijving']}".strip()[:80]

    @property
    def when_needed(self) -> str:
        """With which statuses a toelichting is needed: "vraagt aandacht" en "gestopt"; empty for none."""
        return listed(f"“{one.label.lower()}”" for one in self.question.choices if one.needs_reason)

    @property
    def is_done(self) -> bool:
        """True when it was finished or stopped in an earlier round, and nobody said otherwise since."""
        found, told = self.progress, self.told
        if found is None or found.gewijzigd_door_id is not None or self.typed is not None:
            return False
        return told is None or told["status"] == found.status

    @property
    def passed_on(self) -> date | None:
        """The last day of its window, when that is over and the action is not done."""
        end = date.fromisoformat(self.row["venster_tot"]) if self.row["venster_tot"] else None
        is_over = end is not None and end < clock.today()
        return end if is_over and self.question.counted(self.status) not in FINISHED else None

    @property
    def is_answered(self) -> bool:
        """True when nothing more is asked of it."""
        found = self.progress
        if found is not None and found.gewijzigd_door_id is None and not self.is_done:
            return False
        return found is not None and not progress_problem(self.question, found.status, found.toelichting)

    @property
    def can_carry_over(self) -> bool:
        """True when "ongewijzigd" can be said of it."""
        return can_carry_over(self.question, self.told)

    @property
    def revision(self) -> int:
        """The revision that the next save starts from."""
        found = self.theirs or self.progress
        return found.revision if found else 0

    @property
    def status(self) -> str:
        """The status that is chosen in its form."""
        if self.typed is not None:
            return self.typed["status"]
        return self.progress.status if self.progress else ""

    @property
    def toelichting(self) -> str:
        """The text that stands in its form."""
        if self.typed is not None:
            return self.typed["toelichting"]
        return self.progress.toelichting if self.progress else ""


@dataclass(frozen=True)
class ProgressPage:
    """Everything of question 2 on a page: headings and actions in order, and how last time is called."""

    lines: tuple[Card | Mapping[str, Any], ...]
    vorige: str = ""

    @property
    def cards(self) -> tuple[Card, ...]:
        """The actions."""
        return tuple(line for line in self.lines if isinstance(line, Card))

    @property
    def done_cards(self) -> tuple[Card, ...]:
        """The actions that are done: they stand folded, and are not asked again."""
        return tuple(card for card in self.cards if card.is_done)

    @property
    def asked_lines(self) -> tuple[Card | Mapping[str, Any], ...]:
        """What is asked, in order: without what is done, and without headings of which all is done."""
        return tuple(line for at, line in enumerate(self.lines) if self._is_asked(at))

    def _is_asked(self, at: int) -> bool:
        line = self.lines[at]
        if isinstance(line, Card):
            return not line.is_done
        below = takewhile(lambda one: isinstance(one, Card), self.lines[at + 1 :])
        under = [one for one in below if isinstance(one, Card)]
        return not under or not all(card.is_done for card in under)

    @property
    def open_cards(self) -> tuple[Card, ...]:
        """The actions that ask for an answer."""
        return tuple(card for card in self.cards if not card.is_answered)

    def card(self, actie_id: int) -> Card | None:
        """The action with this id."""
        return next((card for card in self.cards if card.id == actie_id), None)

    def next_open(self, actie_id: int) -> Card | None:
        """The first action after this one that is open; else the first that is open."""
        ids = [card.id for card in self.cards]
        place = ids.index(actie_id) if actie_id in ids else -1
        after = (card for card in self.cards[place + 1 :] if not card.is_answered)
        return next(after, self.open_cards[0] if self.open_cards else None)

    def with_refused(self, refused: Card) -> ProgressPage:
        """The same page with a save that was refused in its place."""
        same = (refused if isinstance(line, Card) and line.id == refused.id else line for line in self.lines)
        return replace(self, lines=tuple(same))


def progress_page(
    blad: Antwoordblad, loaded: LoadedSheet | None = None, previous: BladIndiening | None = None
) -> ProgressPage:
    """The page of question 2 of a sheet as it is now. Raises KeyError when its round does not ask it."""
    loaded = loaded or load(blad)
    previous = previous or previous_of(blad)
    content: Content = as_content(blad, loaded)
    told = previous_progress(content, previous)
    asked = format_of_round(blad.uitvraag).question_of_kind(Kind.VOORTGANG)
    lines = tuple(_line(blad, row, asked, loaded, told) for row in content["acties"])
    return ProgressPage(lines, name_of(previous))


def _line(
    blad: Antwoordblad,
    row: Mapping[str, Any],
    asked: Question,
    loaded: LoadedSheet,
    told: dict[int, dict[str, Any]],
) -> Card | Mapping[str, Any]:
    if not ActieVorm(row["vorm"]).is_action:
        return row
    progress = loaded.voortgang.get(row["id"])
    gelijk_aan = loaded.rounds.get(progress.gelijk_aan_id or 0, "") if progress else ""
    before = told.get(row["id"])
    regions = region_cards(blad, loaded, row["id"], before)
    return Card(row, asked, progress, before, short_round_name(gelijk_aan), regions=regions)
