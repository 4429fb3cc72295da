"""How long the whole page of a review takes when both submissions are a hundred pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import undefer

from benchmarks import wsgi
from benchmarks.long_plans import REWRITES, Content, pair
from benchmarks.rounds_world import RoundsWorld
from benchmarks.timing import Times, side_by_side
from portal.extensions import db
from portal.models import Indiening, PlanVersie

ROUNDS = 5


@dataclass(frozen=True)
class LongPage:
    """The page for one way to change a plan."""

    name: str
    size: int
    times: Times


def measure(held: RoundsWorld) -> list[LongPage]:
    """Every way to change a plan, in the two newest submissions of the plan that is reviewed in this world."""
    world = held.world
    reviewer = wsgi.sign_in(world.app, world.coordinator_id)
    get = partial(wsgi.get, world.app, wsgi.environ(f"/plannen/{world.plan_id}/beoordelen", reviewer))
    found = []
    for name, rewrite in REWRITES.items():
        with world.app.app_context():
            _freeze(world.plan_id, *pair(rewrite))
        found.append(LongPage(name, len(get()), side_by_side({"page": get}, rounds=ROUNDS)["page"]))
    return found


def _freeze(plan_id: int, old: Content, new: Content) -> None:
    """Let the two newest submissions have these texts; their lists stay."""
    query = select(Indiening).join(PlanVersie).where(PlanVersie.plan_id == plan_id).options(undefer(Indiening.snapshot))
    newest = db.session.scalars(query.order_by(Indiening.nummer.desc()).limit(2)).all()
    for indiening, content in zip(newest, (new, old), strict=True):
        indiening.snapshot = {**indiening.snapshot, "answers": {**indiening.snapshot["answers"], **content["answers"]}}
    db.session.commit()
