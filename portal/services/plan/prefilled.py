"""What the portal fills in for a region before anybody types: names, gemeenten and the national sentence."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from forms.spec import Kind, QuestionRole
from portal.domain import clock
from portal.extensions import db
from portal.models import Answer, Doelstelling, Plan, Regio
from portal.services.plan.pen import format_of


@dataclass(frozen=True)
class Prefilled:
    """The texts as the portal writes them for these regions: answers by question key, and the national goal.

    What the edition of the plan does not ask is left out; without a national goal that is "".
    """

    answers: dict[str, str]
    national_goal: str


def prefilled(plan: Plan) -> Prefilled:
    """The texts that fit the regions of the plan as they are now."""
    format_ = format_of(plan)
    gemeenten = "\n".join(_gemeenten_line(regio) for regio in plan.regios)
    texts = (
        (format_.of_role(QuestionRole.REGIO_NAAM), plan.naam),
        (format_.of_role(QuestionRole.GEMEENTEN), gemeenten),
    )
    goals = format_.of_kind(Kind.DOELSTELLINGEN)
    national = goals.goal.sentence.format(regio=plan.naam) if goals and goals.goal else ""
    return Prefilled({question.key: text for question, text in texts if question}, national)


def _gemeenten_line(regio: Regio) -> str:
    namen = ", ".join(gemeente.naam for gemeente in regio.gemeenten)
    return f"{regio.naam}: {namen}" if namen else regio.naam


def fill_in(plan: Plan) -> None:
    """Write the texts into a new plan. Nobody is named as who wrote them."""
    texts, moment = prefilled(plan), clock.now()
    for key, text in texts.answers.items():
        db.session.add(Answer(plan_id=plan.id, question_key=key, text=text, gewijzigd_op=moment))
    if texts.national_goal:
        goal = Doelstelling(plan_id=plan.id, positie=1, landelijk=True, tekst=texts.national_goal, gewijzigd_op=moment)
        db.session.add(goal)


def follow_regions(plan: Plan, before: Prefilled) -> None:
    """Write the texts anew after the regions of the plan changed, but only those that nobody touched.

    `before` holds the texts for the regions as they were.
    """
    now = prefilled(plan)
    for answer in db.session.scalars(select(Answer).where(Answer.plan_id == plan.id)):
        if answer.text == before.answers.get(answer.question_key):
            _rewrite(answer, "text", now.answers[answer.question_key])
    goals = select(Doelstelling).where(Doelstelling.plan_id == plan.id, Doelstelling.landelijk.is_(True))
    for goal in db.session.scalars(goals):
        if goal.tekst == before.national_goal:
            _rewrite(goal, "tekst", now.national_goal)


def _rewrite(row: Answer | Doelstelling, name: str, text: str) -> None:
    """A revision of its own: who has the page open with the old names is told."""
    if getattr(row, name) != text:
        setattr(row, name, text)
        row.revision += 1
        row.gewijzigd_op = clock.now()
