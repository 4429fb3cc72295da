"""Reading a file for a plan: by somebody of the region, or by a coördinator who puts it ready for the region."""

from __future__ import annotations

import msgspec

from exports.labels import DEMO
from forms.plan_marks import plan_owner
from portal.domain import clock
from portal.domain.intake.document import UnreadableFile
from portal.domain.intake.mail import attached
from portal.domain.intake.read import read
from portal.domain.intake.ready import GONE_READY, busy_with, mark_of_reading, other_ready
from portal.domain.intake.recognise.recognise import NoPlan, recognise
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Inlezing, Plan
from portal.services.intake.under_way import IntakeProblem, of_person, opened, put_ready
from portal.services.plan import events, pen


def read_file(plan: Plan, *, name: str, data: bytes, actor: Actor) -> Inlezing:
    """Read a file for the person who chose it. What that person took in before makes room.

    Raises IntakeProblem (the file says nothing, or another one is under way), PlanProblem.
    """
    pen.require_editable(plan)
    before = of_person(plan, actor)
    if before and before.overgenomen_op is None:
        raise IntakeProblem(busy_with(opened(before).bestand))
    return _read(plan, name, data, before, account_id=actor.user_id, actor=actor)


def put_file_ready(plan: Plan, *, name: str, data: bytes, actor: Actor) -> Inlezing:
    """Read a file that a region mailed; somebody of the region takes it over. An earlier one makes room.

    Raises IntakeProblem, PlanProblem.
    """
    pen.require_editable(plan)
    found = _read(plan, name, data, put_ready(plan), account_id=None, actor=actor)
    events.record(plan, EventSoort.WORD_KLAARGEZET, actor, naam=name)
    return found


def _read(
    plan: Plan, name: str, data: bytes, before: Inlezing | None, *, account_id: int | None, actor: Actor
) -> Inlezing:
    try:
        file = attached(name, data)
        document = read(file.name, file.data)
        owner, format_ = plan_owner(plan.id), pen.format_of(plan)
        content = recognise(format_, document, name=file.name, plan_name=plan.naam, owner=owner, own_lines=(DEMO,))
    except (UnreadableFile, NoPlan) as problem:
        raise IntakeProblem(str(problem)) from problem
    content.verteld[:0] = filter(None, [file.told])
    if before:
        db.session.delete(before)
        db.session.flush()
    new = Inlezing(
        plan_id=plan.id,
        account_id=account_id,
        inhoud=msgspec.to_builtins(content),
        gelezen_op=clock.now(),
        gelezen_door_id=actor.user_id,
    )
    db.session.add(new)
    db.session.flush()
    return new


def take_up(plan: Plan, *, seen: str, actor: Actor) -> Inlezing:
    """Take up the file that a coördinator put ready: from now on it is this person's. `seen` is which one the page told
    of: of two who press at once the second hears that the first has it.

    Raises IntakeProblem when it is there no more, or this person has another one under way; PlanProblem.
    """
    pen.require_editable(plan)
    found, mine = _still_ready(plan, seen), of_person(plan, actor)
    if mine and mine.overgenomen_op is None:
        raise IntakeProblem(busy_with(opened(mine).bestand))
    if mine:
        db.session.delete(mine)
        db.session.flush()
    found.account_id = actor.user_id
    return found


def put_away(plan: Plan, *, seen: str, actor: Actor) -> None:
    """Do nothing with the file that a coördinator put ready. Raises IntakeProblem as `take_up`, PlanProblem."""
    pen.require_editable(plan)
    db.session.delete(_still_ready(plan, seen))


def _still_ready(plan: Plan, seen: str) -> Inlezing:
    """The file that lies ready, read after the lock of the plan."""
    found = put_ready(plan)
    if found is None:
        raise IntakeProblem(GONE_READY)
    if mark_of_reading(found.gelezen_op) != seen:
        raise IntakeProblem(other_ready(opened(found).bestand))
    return found
