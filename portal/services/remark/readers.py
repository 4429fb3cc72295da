"""Which remarks on a plan somebody may read. Every way to a remark, pages and mails alike, asks here."""

from __future__ import annotations

from portal.domain.policy import Action, can
from portal.domain.review.remarks import Zicht, readable
from portal.domain.roles import Actor
from portal.models import Plan


def readable_for(plan: Plan, actor: Actor) -> frozenset[Zicht]:
    """Which remarks on this plan the actor may read, by every role that the actor holds."""
    facts = plan.facts
    if not can(actor, Action.OPMERKEN, facts):
        return frozenset()
    return readable(
        of_region=can(actor, Action.PLAN_CONCEPT_LEZEN, facts), reviewer=can(actor, Action.INTERN_LEZEN, facts)
    )
