"""A region asks reviewers to look at parts of its draft. They get a frozen copy of those parts and of nothing else."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import undefer

from forms.spec import Format, Step
from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Meelezing, Plan, PlanVersie
from portal.services import people
from portal.services.filling.freezing import Content
from portal.services.plan import events, notices, pen
from portal.services.plan.content import working_copy


def open_of(plan: Plan) -> Meelezing | None:
    """What the region asks to look at now, with its content, or None."""
    query = (
        select(Meelezing)
        .where(Meelezing.plan_id == plan.id, Meelezing.gestopt_op.is_(None))
        .options(undefer(Meelezing.snapshot), people.named(Meelezing.gevraagd_door))
        .order_by(Meelezing.id.desc())
        .limit(1)
    )
    return db.session.scalars(query).first()


def ask(plan: Plan, step_keys: Collection[str], *, notitie: str, actor: Actor) -> Meelezing:
    """Let reviewers read these steps as they are now, and tell them. Raises PlanProblem when that can't be done."""
    pen.require_editable(plan)
    format_ = pen.format_of(plan)
    chosen = [step for step in format_.steps if step.key in step_keys]
    if not chosen:
        raise pen.PlanProblem("Kies ten minste één onderdeel waarmee wij kunnen meelezen.")
    if open_of(plan) is not None:
        raise pen.PlanProblem("U heeft al gevraagd om mee te lezen. Trek die vraag eerst in.")
    versie = plan.versie
    meelezing = Meelezing(
        plan_id=plan.id,
        versie_id=versie.id,
        onderdelen=[step.key for step in chosen],
        notitie=notitie,
        snapshot=only(working_copy(plan), format_, chosen),
        gevraagd_op=clock.now(),
        gevraagd_door_id=actor.user_id,
    )
    db.session.add(meelezing)
    versie.meelezen_open = True
    db.session.flush()
    events.record(plan, EventSoort.MEELEZEN_GEVRAAGD, actor, onderdelen=", ".join(step.title for step in chosen))
    notices.asked_to_read_along(plan, meelezing)
    return meelezing


def only(content: Content, format_: Format, chosen: Collection[Step]) -> Content:
    """The content of a plan with what these steps ask, and nothing of the other steps."""
    questions = [question for step in chosen for question in step.questions]
    keys = {question.key for question in questions if not question.kind.is_list}
    lists = {question.kind.value for question in questions if question.kind.is_list}
    all_lists = {question.kind.value for question in format_.questions if question.kind.is_list}
    names = {step.key for step in chosen}
    return {
        **{key: content[key] for key in ("edition", "naam", "regios")},
        "answers": {key: text for key, text in content["answers"].items() if key in keys},
        **{kind: content[kind] if kind in lists else [] for kind in all_lists},
        "volgt_later": {key: text for key, text in content["volgt_later"].items() if key in names},
        "bijlagen": [],
    }


def stop(plan: Plan, *, actor: Actor) -> bool:
    """The region takes its question back, or a reviewer is done. False when there was no open question (any more)."""
    pen.lock_plan(plan)
    stopped = close(plan, actor=actor)
    if stopped:
        events.record(plan, EventSoort.MEELEZEN_GESTOPT, actor)
    return stopped


def close(plan: Plan, *, actor: Actor) -> bool:
    """Close what is open of a locked plan, without a word: also what handing in does."""
    meelezing = open_of(plan)
    if meelezing is not None:
        meelezing.gestopt_op, meelezing.gestopt_door_id = clock.now(), actor.user_id
    for versie in plan.versies:
        versie.meelezen_open = False
    return meelezing is not None


def waiting() -> list[Plan]:
    """The plans whose region asks for a look at its draft, longest waiting first."""
    query = (
        select(Plan)
        .join(Meelezing, Meelezing.plan_id == Plan.id)
        .join(PlanVersie, Meelezing.versie_id == PlanVersie.id)
        .where(Meelezing.gestopt_op.is_(None), PlanVersie.meelezen_open)
        .order_by(Meelezing.gevraagd_op)
    )
    return list(db.session.scalars(query))
