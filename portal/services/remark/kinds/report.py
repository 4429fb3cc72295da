"""Remarks on the concept of a report."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement

from exports.national.printed import is_silent, number_of
from exports.national.tree import Blok, Boodschap, EigenTekst, Hoofdstuk, NationaalRapport, Zin
from forms.richtext.plain import to_plain
from forms.spec import Block, Format, Kind, Section
from portal.domain.policy import Action, can
from portal.domain.report.flags import own_key
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Actor, Rol
from portal.locking import lock_row
from portal.models import Opmerking, Rapport
from portal.services import people
from portal.services.remark.action_names import ActionName
from portal.services.remark.kinds.base import Remarked
from portal.services.report import reports


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
