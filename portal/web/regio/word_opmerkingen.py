"""The comments of a Word file that is taken in become remarks, for the people of the region alone."""

from __future__ import annotations

from collections.abc import Iterator

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from forms.dutch.words import counted
from portal.domain.intake.document import Comment
from portal.domain.intake.recognise.places import places_of
from portal.domain.policy import Action
from portal.domain.review.remarks import Zicht
from portal.domain.stored.intake import IntakeContent
from portal.models import Plan
from portal.services.intake import under_way
from portal.services.intake.under_way import GONE, IntakeProblem
from portal.services.plan import pen
from portal.services.remark import from_comments
from portal.services.remark.from_comments import CommentOnPart
from portal.services.remark.remarks import RemarkProblem
from portal.web.access import plan_access, signed_in
from portal.web.commits import on_problem, sends_once, told_at
from portal.web.posted import require_valid
from portal.web.regio.blueprint import blueprint
from portal.web.regio.word_forms import WordActionForm


@blueprint.post("/plannen/<int:plan_id>/word/opmerkingen")
@plan_access(Action.PLAN_INVULLEN)
@sends_once
def word_opmerkingen(plan: Plan) -> ResponseReturnValue:
    """Make a remark of each comment that is not one yet."""
    require_valid(WordActionForm())
    address = url_for("regio.word", plan_id=plan.id)
    found = under_way.of_person(plan, signed_in())
    if found is None:
        return told_at(address)(IntakeProblem(GONE))
    comments = list(_on_parts(plan, under_way.opened(found)))
    with on_problem(RemarkProblem, told_at(address)):
        taken = from_comments.take_in(plan, comments, zicht=Zicht.EIGEN, actor=signed_in())
    flash(_told(len(taken.made), taken.known), "success")
    return redirect(address)


def _on_parts(plan: Plan, content: IntakeContent) -> Iterator[CommentOnPart]:
    """What is beside no part of the plan is said at its first."""
    format_ = pen.format_of(plan)
    places = places_of(format_).by_key
    for one in content.opmerkingen:
        place = places.get(one.doel)
        step = format_.step_of(place.question.key) if place else format_.steps[0]
        yield CommentOnPart(step.key, Comment(one.van, one.tekst, one.over))


def _told(made: int, known: int) -> str:
    here = counted(made, "opmerking staat", "opmerkingen staan")
    already = f" {counted(known, 'stond', 'stonden')} er al." if known else ""
    return f"{here} nu bij uw plan, te lezen voor wie bij uw regio hoort.{already}"
