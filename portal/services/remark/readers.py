"""Which remarks somebody may read. Every way to a remark, pages and mails alike, asks here."""

from __future__ import annotations

from portal.domain.policy import can
from portal.domain.review.remarks import Zicht, readable
from portal.domain.roles import Actor
from portal.services.remark.remarked import Thing, remarked


def readable_for(thing: Thing, actor: Actor) -> frozenset[Zicht]:
    """Which remarks on this plan, answer sheet or report the actor may read, by every role that the actor holds."""
    subject = remarked(thing)
    if not can(actor, subject.takes_part, thing.facts):
        return frozenset()
    reviewer = can(actor, subject.reviews, thing.facts)
    return subject.seen_by(readable(of_region=subject.is_of_region(actor), reviewer=reviewer))
