"""What people remark on: a plan, an answer sheet or a report. Whatever differs between them stands here alone.

The verbs, the mails and the rule who reads what know only a `Remarked`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement

from exports.national.printed import is_silent, number_of
from exports.national.tree import Blok, Boodschap, EigenTekst, Hoofdstuk, NationaalRapport, Zin
from forms.richtext.plain import to_plain
from forms.spec import Block, Format, Kind, Section
from portal.domain.policy import Action, Facts, can
from portal.domain.report.flags import own_key
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.locking import lock_row
from portal.models import Antwoordblad, Opmerking, Plan, Rapport
from portal.services import people
from portal.services.plan import pen as plan_pen
from portal.services.remark.action_names import ActionName, actions_of_plan, actions_of_sheet
from portal.services.report import reports
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import pen as sheet_pen

Thing = Plan | Antwoordblad | Rapport


class Remarked(ABC):
    """A plan, an answer sheet or a report as something that threads are on.

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
        """The plan, the sheet or the report."""

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
        return {"plan": None, "blad": None, "rapport": None}


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

    def contacts(self) -> set[int]:
        return {one.account_id for one in people.contacts_of_plan(self.plan)}

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

    def contacts(self) -> set[int]:
        return {one.account_id for one in people.contacts_of_plan(self.blad)}

    def mail_context(self) -> Mapping[str, Any]:
        return {**super().mail_context(), "blad": self.blad}


class OnReport(Remarked):
    """The concept of a report: its chapters are what a remark is about, or one sentence in it. Only reviewers know it.

    Whoever draws a page of it gives the `tree` that it drew.
    """

    takes_part = reviews = Action.RAPPORT_CONCEPT_LEZEN
    reads_draft = None
    lists_actions = Kind.ACTIES
    choose_step = "Kies een hoofdstuk van dit rapport."
    choose_action = "Kies een zin van dit hoofdstuk."
    action_gone = "Deze zin staat niet meer in het rapport. Kies een andere zin of het hele hoofdstuk."
    not_now = "U kunt nu niets schrijven bij dit rapport."

    def __init__(self, rapport: Rapport, tree: NationaalRapport | None = None) -> None:
        self.rapport = rapport
        self._drawn = tree

    @property
    def thing(self) -> Rapport:
        return self.rapport

    @cached_property
    def tree(self) -> NationaalRapport:
        """The report as it reads now."""
        return self._drawn or reports.tree_of(self.rapport, demo=False)

    @cached_property
    def format(self) -> Format:
        chapters = (Section(one.sleutel, _name_of(one), ()) for one in self.tree.all_chapters())
        return Format(f"rapport_{self.rapport.id}", self.title, (), (Block("R", self.title, tuple(chapters)),))

    @property
    def key(self) -> str:
        return f"rapport{self.rapport.id}"

    @property
    def title(self) -> str:
        return f"het rapport over {self.rapport.naam}, versie {self.rapport.nummer}"

    def columns(self) -> dict[str, int]:
        return {"rapport_id": self.rapport.id}

    def holds(self, thread: Opmerking) -> bool:
        return thread.rapport_id == self.rapport.id

    def threads(self) -> ColumnElement[bool]:
        return Opmerking.rapport_id == self.rapport.id

    def lock(self) -> None:
        lock_row(Rapport, self.rapport.id)

    @property
    def only_read_because(self) -> str:
        if not self.rapport.status.is_frozen:
            return ""
        return "Dit rapport is vastgesteld en verandert niet meer. U kunt de opmerkingen nog lezen."

    def seen_by(self, readable: frozenset[Zicht]) -> frozenset[Zicht]:
        """No region reads along with a concept."""
        return readable & {Zicht.INTERN}

    def why_not_settled(self, thread: Opmerking, actor: Actor) -> str:
        """Who makes the report settles what is said of it; who began a thread may take it back."""
        if can(actor, Action.RAPPORT_BEHEREN, self.facts) or thread.door_id == actor.user_id:
            return ""
        return "De coördinator handelt opmerkingen bij het rapport af."

    def anchors(self, step_key: str) -> Mapping[str, str]:
        """The heading, the sentences, the messages and the own text of a chapter, each with its words."""
        chapter = next((one for one in self.tree.all_chapters() if one.sleutel == step_key), None)
        blocks = (chapter.kop, *chapter.blokken) if chapter else ()
        return {key: words for blok in blocks if (key := anchor_of(blok)) and (words := _words_of(blok))}

    def action_names(self, actor: Actor) -> dict[int, ActionName]:
        return {}

    def listeners(self, *, is_followed: bool) -> set[int]:
        """Who makes the report hears of every remark."""
        return {one.id for one in people.reviewers((Rol.COORDINATOR,))}

    def mail_context(self) -> Mapping[str, Any]:
        return {**super().mail_context(), "rapport": self.rapport}


def anchor_of(blok: Blok) -> str:
    """The key by which a thread names a sentence, a message or an own text; empty for what has no lasting key."""
    match blok:
        case Zin():
            return blok.sleutel
        case Boodschap():
            return f"boodschap:{blok.sleutel}"
        case EigenTekst():
            return own_key(blok.hoofdstuk)
        case _:
            return ""


def _words_of(blok: Blok) -> str:
    assert isinstance(blok, Zin | Boodschap | EigenTekst)
    return "" if is_silent(blok) else " ".join(to_plain(blok.tekst).split())


def _name_of(one: Hoofdstuk) -> str:
    return f"{number_of(one, 1)} {one.naam}".strip()


def remarked(thing: Thing) -> Remarked:
    """The plan, the sheet or the report as something that threads are on."""
    if isinstance(thing, Rapport):
        return OnReport(thing)
    return OnPlan(thing) if isinstance(thing, Plan) else OnSheet(thing)
