"""What people remark on: a plan or an answer sheet. Whatever differs between both stands here, and nowhere else.

The verbs, the mails and the rule who reads what know only a `Remarked`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement

from forms.spec import Format, Kind
from portal.domain.policy import Action, Facts
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Antwoordblad, Opmerking, Plan
from portal.services import people
from portal.services.plan import pen as plan_pen
from portal.services.remark.action_names import ActionName, actions_of_plan, actions_of_sheet
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import pen as sheet_pen

Thing = Plan | Antwoordblad


class Remarked(ABC):
    """A plan or an answer sheet as something that threads are on.

    `reads_draft` is what people of the region itself may do with it; `lists_actions` the kind of question in which its
    actions stand. The others are sentences for who chose what can't be.
    """

    reads_draft: Action
    lists_actions: Kind
    choose_step: str
    choose_action: str
    action_gone: str
    not_now: str

    @property
    @abstractmethod
    def thing(self) -> Thing:
        """The plan or the sheet."""

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

    @property
    def facts(self) -> Facts:
        """What the policy needs to know."""
        return self.thing.facts

    @property
    def only_read_because(self) -> str:
        """Why nobody writes in it any more; empty while people do."""
        return ""

    @property
    def actions_step(self) -> str | None:
        """The key of the step in which its actions stand; None when it asks about none."""
        question = self.format.of_kind(self.lists_actions)
        return self.format.step_of(question.key).key if question else None

    def mail_context(self) -> Mapping[str, Any]:
        """What the mail about it needs to know."""
        return {"plan": None, "blad": None}


class OnPlan(Remarked):
    """A plan van aanpak. When it went up in a joint plan its threads are only read."""

    reads_draft = Action.PLAN_CONCEPT_LEZEN
    lists_actions = Kind.ACTIES
    choose_step = "Kies een onderdeel van dit plan."
    choose_action = "Kies een actie van dit plan."
    action_gone = "Deze actie is intussen verwijderd. Kies een andere actie of het hele onderdeel."
    not_now = "U kunt nu niets schrijven bij dit plan. De regio heeft het teruggenomen."

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @property
    def thing(self) -> Plan:
        return self.plan

    @property
    def format(self) -> Format:
        return plan_pen.format_of(self.plan)

    @property
    def key(self) -> str:
        return str(self.plan.id)

    @property
    def title(self) -> str:
        return f"het plan van {self.plan.naam}"

    def columns(self) -> dict[str, int]:
        return {"plan_id": self.plan.id, "versie_id": self.plan.versie.id}

    def holds(self, thread: Opmerking) -> bool:
        return thread.plan_id == self.plan.id

    def threads(self) -> ColumnElement[bool]:
        return Opmerking.plan_id == self.plan.id

    def lock(self) -> None:
        plan_pen.lock_plan(self.plan)
        db.session.refresh(self.plan, ["plan_regios"])

    @property
    def only_read_because(self) -> str:
        if self.plan.opgegaan_in_id is None:
            return ""
        return "Dit plan is opgegaan in een gezamenlijk plan. Schrijf uw opmerking bij dat plan."

    def action_names(self, actor: Actor) -> dict[int, ActionName]:
        return actions_of_plan(self.plan, actor)

    def listeners(self, *, is_followed: bool) -> set[int]:
        """Who picked it up."""
        reviewer = self.plan.versie.beoordelaar_id
        return set() if reviewer is None else {reviewer}

    def mail_context(self) -> Mapping[str, Any]:
        return {**super().mail_context(), "plan": self.plan}


class OnSheet(Remarked):
    """An answer sheet. Its regions are settled, so joining and splitting plans changes nothing here; and saying
    something about answers goes on after the round was closed."""

    reads_draft = Action.BLAD_CONCEPT_LEZEN
    lists_actions = Kind.VOORTGANG
    choose_step = "Kies een vraag van deze uitvraag."
    choose_action = "Kies een actie van dit antwoordblad."
    action_gone = "Deze actie staat niet meer op het antwoordblad. Kies een andere actie of de hele vraag."
    not_now = "U kunt nu niets schrijven bij deze antwoorden."

    def __init__(self, blad: Antwoordblad) -> None:
        self.blad = blad

    @property
    def thing(self) -> Antwoordblad:
        return self.blad

    @property
    def format(self) -> Format:
        return format_of_round(self.blad.uitvraag)

    @property
    def key(self) -> str:
        return f"blad{self.blad.id}"

    @property
    def title(self) -> str:
        return f"de antwoorden van {self.blad.naam}: {self.blad.uitvraag.naam}"

    def columns(self) -> dict[str, int]:
        return {"blad_id": self.blad.id}

    def holds(self, thread: Opmerking) -> bool:
        return thread.blad_id == self.blad.id

    def threads(self) -> ColumnElement[bool]:
        return Opmerking.blad_id == self.blad.id

    def lock(self) -> None:
        sheet_pen.lock_sheet(self.blad)

    def action_names(self, actor: Actor) -> dict[int, ActionName]:
        return actions_of_sheet(self.blad, actor)

    def listeners(self, *, is_followed: bool) -> set[int]:
        """Nobody picks up a sheet: who leads the rounds hears of it until a reviewer takes part."""
        return set() if is_followed else {one.id for one in people.reviewers((Rol.COORDINATOR,))}

    def mail_context(self) -> Mapping[str, Any]:
        return {**super().mail_context(), "blad": self.blad}


def remarked(thing: Thing) -> Remarked:
    """The plan or the sheet as something that threads are on."""
    return OnPlan(thing) if isinstance(thing, Plan) else OnSheet(thing)
