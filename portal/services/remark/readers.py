"""Which remarks somebody may read. Every way to a remark, pages and mails alike, asks here."""

from __future__ import annotations

from portal.domain.policy import Action, can
from portal.domain.review.remarks import Zicht, readable
from portal.domain.roles import Actor
from portal.services.remark.remarked import Thing, remarked


def readable_for(thing: Thing, actor: Actor) -> frozenset[Zicht]:
    """Which remarks on this plan or answer sheet the actor may read, by every role that the actor holds."""
    facts = thing.facts
    if not can(actor, Action.OPMERKEN, facts):
        return frozenset()
    of_region = can(actor, remarked(thing).reads_draft, facts)
    return readable(of_region=of_region, reviewer=can(actor, Action.INTERN_LEZEN, facts))
