"""What threads are on, as the verbs, the mails and the rule who reads what know it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement

from forms.spec import Format, Kind
from portal.domain.policy import Action, Facts, can
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Actor
from portal.models import Antwoordblad, Opmerking, Plan, Rapport
from portal.services.instroom.talk import Regiobeeld
from portal.services.remark.action_names import ActionName

Thing = Plan | Antwoordblad | Rapport | Regiobeeld


class Remarked(ABC):
    """A plan, an answer sheet, a report or a regiobeeld as something that threads are on.

    `takes_part` is what somebody may do with it who reads or writes remarks, `reviews` what reviewers may do,
    `reads_draft` what people of the region itself may (None: it is of no region); `lists_actions` the kind of question
    in which its actions stand. The others are sentences for who chose what can't be.
    """

    takes_part: Action = Action.OPMERKEN
    reviews: Action = Action.INTERN_LEZEN
    reads_draft: Action | None
    lists_actions: Kind
    choose_step: str
    choose_action: str
    action_gone: str
    not_now: str

    @property
    @abstractmethod
    def thing(self) -> Thing:
        """The plan, the sheet, the report or the regiobeeld."""

    @property
    @abstractmethod
    def format(self) -> Format:
        """What it answers: its steps are what a remark is about."""

    @property
    @abstractmethod
    def key(self) -> str:
        """What names it among all that is remarked on, in the key of a mail."""

    @property
    @abstractmethod
    def title(self) -> str:
        """How it is called after "opmerkingen bij"."""

    @abstractmethod
    def columns(self) -> dict[str, int]:
        """What a new thread on it is written down with."""

    @abstractmethod
    def holds(self, thread: Opmerking) -> bool:
        """True when the thread is on it."""

    @abstractmethod
    def threads(self) -> ColumnElement[bool]:
        """The same as a condition."""

    @abstractmethod
    def lock(self) -> None:
        """Let other writers wait, and see how it stands now."""

    @abstractmethod
    def action_names(self, actor: Actor) -> dict[int, ActionName]:
        """The actions (no headings) that the actor knows of, by id in their order."""

    @abstractmethod
    def listeners(self, *, is_followed: bool) -> set[int]:
        """Who of the reviewers hears what the region says, whoever took part; `is_followed`: a reviewer took part."""

    def contacts(self) -> set[int]:
        """The accounts of the contact persons of its regions."""
        return set()

    @property
    def facts(self) -> Facts:
        """What the policy needs to know."""
        return self.thing.facts

    @property
    def only_read_because(self) -> str:
        """Why nobody writes in it any more; empty while people do."""
        return ""

    def is_of_region(self, actor: Actor) -> bool:
        """True when this person knows it as somebody of its own region."""
        return self.reads_draft is not None and can(actor, self.reads_draft, self.facts)

    def seen_by(self, readable: frozenset[Zicht]) -> frozenset[Zicht]:
        """Of what somebody may read by its roles the remarks that there can be."""
        return readable

    def why_not_settled(self, thread: Opmerking, actor: Actor) -> str:
        """Why this person can't call a thread resolved, or open it again; empty when it can."""
        return ""

    def anchors(self, step_key: str) -> Mapping[str, str]:
        """The sentences of a step that a remark can be about, by their key; none but in a report."""
        return {}

    @property
    def actions_step(self) -> str | None:
        """The key of the step in which its actions stand; None when it asks about none."""
        question = self.format.of_kind(self.lists_actions)
        return self.format.step_of(question.key).key if question else None

    def mail_context(self) -> Mapping[str, Any]:
        """What the mail about it needs to know."""
        return {"plan": None, "blad": None, "rapport": None, "regiobeeld": None}
