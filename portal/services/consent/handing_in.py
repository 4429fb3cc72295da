"""Handing in a plan, when one lead on each side of each region agreed to this very text.

The only way in for people: the verb of the plan freezes what this room let through.
"""

from __future__ import annotations

from portal.domain.consent.leads import Kant, agreed_in_words, missing, own_sides
from portal.domain.roles import Actor, Namens
from portal.models import Indiening, Plan
from portal.services.consent import answers, leads, notices, register, texts
from portal.services.plan import pen, submit


class NotAgreed(Exception):
    """Nobody agreed for these sides, to the text that is there now."""

    def __init__(self, kanten: tuple[Kant, ...]) -> None:
        self.kanten = kanten
        super().__init__("; ".join(one.label for one in kanten))


def done_for(plan: Plan, actor: Actor) -> tuple[Kant, ...]:
    """The sides for which somebody agrees by handing in: all that this person speaks for."""
    return own_sides(actor, register.sides(plan))


def hand_in(plan: Plan, *, actor: Actor, namens: Namens, seen_number: int) -> Indiening:
    """Hand the plan in for one side, and tell who agreed to another text that it changed.

    A double click gives what the first click made. Raises NotAgreed, and what `plan.submit.submit` raises.
    """
    pen.lock_plan(plan)
    if not plan.status.can_be_edited:
        return submit.submit(plan, actor=actor, namens=namens, akkoord_van="", seen_number=seen_number)
    copy, mark = texts.now(plan)
    mine = done_for(plan, actor)
    stands = leads.stands(plan, mark)
    short = missing(stands, mine)
    # Who speaks for no side here is told that by the verb.
    if mine and short:
        raise NotAgreed(short)
    indiening = submit.submit(
        plan, actor=actor, namens=namens, akkoord_van=agreed_in_words(stands, mine), seen_number=seen_number
    )
    answers.agree_by_handing_in(plan, mine, copy, actor=actor)
    notices.changed(plan, mark)
    return indiening
