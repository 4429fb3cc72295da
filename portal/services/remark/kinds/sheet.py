"""Remarks on an answer sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement

from forms.spec import Format, Kind
from portal.domain.policy import Action
from portal.domain.roles import Actor, Rol
from portal.models import Antwoordblad, Opmerking
from portal.services import people
from portal.services.remark.action_names import ActionName, actions_of_sheet
from portal.services.remark.kinds.base import Remarked
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import pen as sheet_pen


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
