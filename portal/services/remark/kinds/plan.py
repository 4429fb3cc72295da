"""Remarks on a plan van aanpak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement

from forms.spec import Format, Kind
from portal.domain.policy import Action
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Opmerking, Plan
from portal.services import people
from portal.services.plan import pen as plan_pen
from portal.services.remark.action_names import ActionName, actions_of_plan
from portal.services.remark.kinds.base import Remarked


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
