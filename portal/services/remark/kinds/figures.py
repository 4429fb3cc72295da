"""Remarks on what a region says of its figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement

from forms.duiding import DUIDING, HERKENNEN, VIEW_OF
from forms.spec import Block, Format, Kind, Section
from portal.domain.instroom.breakdowns import INDELING_NAMEN, Indeling
from portal.domain.policy import Action
from portal.domain.roles import Actor, Rol
from portal.models import Opmerking
from portal.services import people
from portal.services.instroom.talk import Regiobeeld
from portal.services.people import receivers
from portal.services.remark.action_names import ActionName
from portal.services.remark.kinds.base import Remarked

# What a remark can be about: each view that the region says something of.
_VIEWS = tuple(
    Section(key, INDELING_NAMEN[Indeling(key)], ()) for key in (VIEW_OF[one.key] for one in DUIDING.questions)
)
_FORMAT = Format("regiobeeld", HERKENNEN, (), (Block("regiobeeld", HERKENNEN, _VIEWS),))


class OnRegiobeeld(Remarked):
    """The regiobeeld of a region: the views are what a remark is about. Reviewers know what the region shared."""

    reads_draft = Action.DUIDING_CONCEPT_LEZEN
    lists_actions = Kind.ACTIES
    choose_step = "Kies een weergave van dit regiobeeld."
    choose_action = action_gone = choose_step
    not_now = "U kunt nu niets schrijven bij dit regiobeeld. De regio deelt haar duiding niet meer."

    def __init__(self, beeld: Regiobeeld) -> None:
        self.beeld = beeld

    @property
    def thing(self) -> Regiobeeld:
        return self.beeld

    @property
    def format(self) -> Format:
        return _FORMAT

    @property
    def key(self) -> str:
        return f"regio{self.beeld.regio.id}"

    @property
    def title(self) -> str:
        return f"het regiobeeld van {self.beeld.regio.naam}"

    def columns(self) -> dict[str, int]:
        return {"regio_id": self.beeld.regio.id}

    def holds(self, thread: Opmerking) -> bool:
        return thread.regio_id == self.beeld.regio.id

    def threads(self) -> ColumnElement[bool]:
        return Opmerking.regio_id == self.beeld.regio.id

    def lock(self) -> None:
        self.beeld.lock()

    def action_names(self, actor: Actor) -> dict[int, ActionName]:
        return {}

    def listeners(self, *, is_followed: bool) -> set[int]:
        """Nobody picks up a regiobeeld: who leads the figures hears of it until a reviewer takes part."""
        return set() if is_followed else {one.id for one in people.reviewers((Rol.COORDINATOR,))}

    def contacts(self) -> set[int]:
        regio_id = self.beeld.regio.id
        return {one.id for one in receivers.contacts_of([regio_id])[regio_id]}

    def mail_context(self) -> Mapping[str, Any]:
        return {**super().mail_context(), "regiobeeld": self.beeld}
