"""Handing in a plan, and taking it back while nobody reviews it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, select

from forms.spec import Format, Kind, QuestionRole
from portal.domain import clock
from portal.domain.plan.completeness import StepState, plan_state
from portal.domain.plan.states import ActieVorm, VersieStatus
from portal.domain.plan.workflow import Move
from portal.domain.roles import Actor, Namens
from portal.extensions import db
from portal.models import Indiening, IndieningBijlage, Plan, PlanVersie
from portal.services.filling.freezing import Content, checksum
from portal.services.plan import giving, notices, pen, reading_along, returned, texts, workflow
from portal.services.plan.content import working_copy


class PlanNotReady(Exception):
    """Steps are neither klaar nor declared "volgt later"."""

    def __init__(self, states: tuple[StepState, ...]) -> None:
        self.states = states
        super().__init__(", ".join(state.step.title for state in states))


def submit(plan: Plan, *, actor: Actor, namens: Namens, akkoord_van: str, seen_number: int) -> Indiening:
    """Freeze the working copy and hand it in for one side; `akkoord_van` says who of the other side agreed.

    `seen_number` is the number of submissions when the person saw the page: a double click gives the submission that
    the first click made, and a page from before an earlier submission hands in nothing.

    When the plan came back, every part that was asked about must say what was changed; this submission answers it.
    Submitting ends a question to read the draft along and what was asked of colleagues, and tells the contact persons
    and the reviewers.

    Raises NotReady, NotAnswered, PlanProblem, MoveNotAllowed.
    """
    pen.lock_plan(plan)
    versie = plan.versie
    if versie.status is VersieStatus.INGEDIEND and versie.indiening_nummer == seen_number + 1:
        return newest_submission(versie)
    pen.require_editable(plan)
    if versie.indiening_nummer != seen_number:
        raise pen.PlanProblem("Dit plan is intussen ingediend en weer terug. Kijk het na en dien het opnieuw in.")
    _require_side(plan, actor, namens)
    content = working_copy(plan)
    _require_ready(plan, content)
    returned.require_answered(plan)
    indiening = _freeze(plan, content, actor, namens, akkoord_van)
    texts.keep(indiening, content)
    returned.close_with(indiening)
    reading_along.close(plan, actor=actor)
    giving.close_all(plan)
    workflow.move(plan, Move.INDIENEN, actor=actor, namens=namens.met_lidwoord, akkoord=akkoord_van)
    notices.submitted(plan, indiening)
    notices.handed_in(plan, indiening)
    return indiening


def _require_side(plan: Plan, actor: Actor, namens: Namens) -> None:
    if namens not in actor.sides(plan.facts.regio_ids):
        raise pen.PlanProblem(f"U bent in deze regio geen contactpersoon namens: {namens.label}.")


def _require_ready(plan: Plan, content: Content) -> None:
    open_steps = tuple(state for state in plan_state(pen.format_of(plan), content) if not state.is_ready)
    if open_steps:
        raise PlanNotReady(open_steps)


def _freeze(plan: Plan, content: Content, actor: Actor, namens: Namens, akkoord_van: str) -> Indiening:
    versie = plan.versie
    versie.indiening_nummer += 1
    versie.geldige_indiening = versie.indiening_nummer
    indiening = Indiening(
        versie_id=versie.id,
        nummer=versie.indiening_nummer,
        ingediend_op=clock.now(),
        ingediend_door_id=actor.user_id,
        namens=namens,
        akkoord_van=akkoord_van,
        snapshot=content,
        checksum=checksum(content),
        feiten=facts_of(pen.format_of(plan), content),
    )
    db.session.add(indiening)
    db.session.flush()
    for bijlage in content["bijlagen"]:
        db.session.add(IndieningBijlage(indiening_id=indiening.id, bijlage_id=bijlage["id"]))
    return indiening


def facts_of(format_: Format, content: Content) -> dict[str, Any]:
    """The closed facts and counts that national lists need of a submission.

    Answers stand in it as the national count knows them (`Choice.counted`), whatever the edition calls them.
    """
    kinds = {row["soort"] for row in content[Kind.PARTIJEN.value] if row["soort"]}
    parties = format_.of_kind(Kind.PARTIJEN)
    return {
        "projectstructuur": _chosen(format_, QuestionRole.STRUCTUUR, content),
        "doelgroepen": _chosen(format_, QuestionRole.DOELGROEPEN, content).split(),
        "partijsoorten": sorted(parties.counted(one) for one in kinds) if parties else sorted(kinds),
        "acties": sum(ActieVorm(row["vorm"]).is_action for row in content[Kind.ACTIES.value]),
        "doelstellingen": len(content[Kind.DOELSTELLINGEN.value]),
        "mijlpalen": len(content[Kind.MIJLPALEN.value]) + sum(row["is_mijlpaal"] for row in content[Kind.ACTIES.value]),
        "volgt_later": sorted(content["volgt_later"]),
    }


def _chosen(format_: Format, role: QuestionRole, content: Content) -> str:
    question = format_.of_role(role)
    return question.counted(content["answers"].get(question.key, "")) if question else ""


def withdraw(plan: Plan, *, actor: Actor) -> None:
    """Take the newest submission back: the plan is a concept again, the submission counts no more, contacts are told.

    Raises MoveNotAllowed when somebody is reviewing it already.
    """
    pen.lock_plan(plan)
    versie = plan.versie
    if versie.status is VersieStatus.CONCEPT and versie.indiening_nummer:
        return
    workflow.move(plan, Move.INTREKKEN, actor=actor)
    taken_back = newest_submission(versie)
    taken_back.ingetrokken_op = clock.now()
    returned.open_again(taken_back)
    db.session.flush()
    versie.geldige_indiening = _newest_valid_number(versie)
    notices.withdrawn(plan)


def _newest_valid_number(versie: PlanVersie) -> int:
    numbers = db.session.scalars(
        select(Indiening.nummer).where(Indiening.versie_id == versie.id, Indiening.ingetrokken_op.is_(None))
    )
    return max(numbers, default=0)


def newest_submission(versie: PlanVersie) -> Indiening:
    """The submission that was made last, withdrawn or not."""
    return db.session.scalars(
        select(Indiening).where(Indiening.versie_id == versie.id).order_by(Indiening.nummer.desc()).limit(1)
    ).one()


_ALL = (
    select(Indiening)
    .join(PlanVersie)
    .where(PlanVersie.plan_id == bindparam("plan_id"))
    .order_by(PlanVersie.nummer.desc(), Indiening.nummer.desc())
)


def submissions_of(plan: Plan) -> list[Indiening]:
    """All submissions of a plan, newest first, without their content."""
    return list(db.session.scalars(_ALL, {"plan_id": plan.id}))


def find_submission(plan: Plan, indiening_id: int) -> Indiening | None:
    """The submission with this id when it is one of this plan, else None."""
    indiening = db.session.get(Indiening, indiening_id)
    if indiening is None or indiening.versie.plan_id != plan.id:
        return None
    return indiening
