"""Two coördinators who join the same two plans crosswise: nobody waits for ever, on real PostgreSQL."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from flask import Flask

from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.models import Plan
from portal.services.plan import joining, pen
from tests.running.turns import asked_with_values, takes_turn
from tests.worlds.people import make_regio, make_user
from tests.worlds.plan import make_plan

MOST_SECONDS = 20
pytestmark = pytest.mark.parametrize("app", ["postgresql"], indirect=True)


@pytest.fixture
def co(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR).actor


@pytest.fixture
def pair(app: Flask) -> tuple[Plan, Plan]:
    """Two plans; the first has the lower number."""
    first, second = make_plan(make_regio("Aastreek")), make_plan(make_regio("Zandstreek"))
    assert first.id < second.id
    return first, second


@pytest.fixture
def other(app: Flask) -> Iterator[psycopg.Connection]:
    """A connection beside those of the portal."""
    url = db.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url) as connection:
        yield connection


def join(app: Flask, plan_id: int, other_id: int, actor: Actor) -> str:
    """Join in a thread and a connection of its own; gives the refusal, or nothing."""
    with app.app_context():
        plan, other = (db.session.get_one(Plan, one) for one in (plan_id, other_id))
        try:
            joining.join_plan(plan, other, actor=actor)
        except pen.PlanProblem as problem:
            db.session.rollback()
            return str(problem)
        db.session.commit()
        return ""


def wait_until(happened: Callable[[], bool]) -> None:
    """Look again until it happened; fails when it never does."""
    end = time.monotonic() + MOST_SECONDS
    while not happened():
        assert time.monotonic() < end, "dit duurt te lang"
        time.sleep(0.01)


def waiting(connection: psycopg.Connection) -> int:
    """How many transactions wait for a lock of somebody else."""
    row = connection.execute("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted").fetchone()
    assert row
    return int(row[0])


@pytest.mark.parametrize("turned", [False, True], ids=["the lower into the higher", "the higher into the lower"])
def test_the_plan_with_the_lowest_number_is_locked_first_whichever_takes_up_the_other(
    app: Flask, co: Actor, pair: tuple[Plan, Plan], turned: bool
):
    plan, other = reversed(pair) if turned else pair
    ids = [one.id for one in pair]
    db.session.commit()
    with asked_with_values() as asked:
        joining.join_plan(plan, other, actor=co)
    locked = [id_ for statement, values in asked if takes_turn(statement) for id_ in values.values()]
    assert locked[:2] == ids


def test_two_people_who_join_crosswise_wait_for_each_other_and_one_is_refused(
    app: Flask, co: Actor, pair: tuple[Plan, Plan], other: psycopg.Connection
):
    low, high = (one.id for one in pair)
    db.session.commit()
    # Somebody saves in the plan that both need first, until both wait for it.
    other.execute("SELECT 1 FROM plan_versie WHERE plan_id = %s FOR UPDATE", [low])
    with ThreadPoolExecutor(2) as threads:
        joined = [threads.submit(join, app, *ids, co) for ids in ((low, high), (high, low))]
        wait_until(lambda: waiting(other) == 2)
        other.execute("SELECT 1 FROM plan_versie WHERE plan_id = %s FOR UPDATE NOWAIT", [high])
        other.rollback()
        refusals = sorted(one.result(timeout=MOST_SECONDS) for one in joined)
    assert refusals == ["", "Een van deze plannen is al opgegaan in een ander plan. Ververs de pagina."]
    db.session.expire_all()
    gone = [one.opgegaan_in_id for one in pair]
    assert gone in ([None, low], [high, None])
