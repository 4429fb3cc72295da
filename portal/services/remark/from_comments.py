"""Comments of a Word file become remarks on a plan, each once: also when the same file comes in again, or one that went
out of the portal with its remarks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from portal.domain.intake.document import Comment
from portal.domain.review.from_word import as_remark, same_words
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Opmerking, Plan, Reactie, User
from portal.services.remark import remarks
from portal.services.remark.readers import readable_for
from portal.services.remark.remarked import remarked


@dataclass(frozen=True)
class CommentOnPart:
    """A comment, the step of the plan that it is beside, and the action in it when it is beside one."""

    step_key: str
    comment: Comment
    actie_id: int | None = None


@dataclass(frozen=True)
class TakenIn:
    """The remarks that were made, in the order of the comments, and how many comments were there already."""

    made: tuple[Opmerking, ...]
    known: int


def take_in(plan: Plan, comments: Iterable[CommentOnPart], *, zicht: Zicht, actor: Actor) -> TakenIn:
    """Make a remark of each comment that is not there yet, by `actor`, with the name of its author in the text.

    Empty comments are left out; one beside an action that is gone is about its step. Their readers get one mail, as of
    remarks shortly after each other. Raises RemarkProblem when the actor may not write these, or for a strange step.
    """
    subject = remarked(plan)
    subject.lock()
    known, actions = _known(plan, actor), subject.action_names(actor)
    made, again = [], 0
    for one in comments:
        if not one.comment.text.strip():
            continue
        tekst = as_remark(one.comment)
        keys = {same_words(one.comment.author, one.comment.text), same_words("", tekst)}
        if known & keys:
            again += 1
            continue
        action = actions.get(one.actie_id or 0)
        actie_id = one.actie_id if action and action.present else None
        made.append(
            remarks.start_thread(plan, step_key=one.step_key, tekst=tekst, zicht=zicht, actor=actor, actie_id=actie_id)
        )
        known |= keys
    return TakenIn(tuple(made), again)


def _known(plan: Plan, actor: Actor) -> set[tuple[str, str]]:
    """What was said on this plan that the actor may read, settled or not: by whom, and as it came out of a file."""
    is_here = (Opmerking.plan_id == plan.id, Opmerking.zicht.in_(readable_for(plan, actor)))
    who_began = func.coalesce(User.naam, Opmerking.gast_naam)
    begun = select(who_began, Opmerking.tekst).outerjoin(User, Opmerking.door_id == User.id)
    replied = (
        select(User.naam, Reactie.tekst)
        .join(User, Reactie.door_id == User.id)
        .join(Opmerking, Reactie.opmerking_id == Opmerking.id)
    )
    found = [row for query in (begun, replied) for row in db.session.execute(query.where(*is_here))]
    return {same_words(who, text) for naam, text in found for who in (naam, "")}
