"""How long the large moments of a round take: opening it, reminding everybody, and closing it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Engine, event, func, select

from benchmarks.rounds_world import CONTACTS, at_nine, make_round
from benchmarks.statements import statements
from benchmarks.world import World, make_world
from portal.domain import clock
from portal.extensions import db
from portal.models import Antwoordblad, Mail, Uitvraag, User
from portal.services.round import rounds
from portal.services.round.reminders import remind_about_rounds

PLANS = 310
TARGET_SECONDS = 5


@dataclass(frozen=True)
class Moment:
    """One large moment: what it took and what it made."""

    name: str
    seconds: float
    statements: int
    commits: int
    sheets: int
    mails: int


def measure(url: str, *, plan_count: int = PLANS) -> list[Moment]:
    """Make a world in the (empty) database of this URL, and open, remind and close a round in it. Twice.

    The second time is the one of a portal that has run a while: texts of mails are ready to be filled in.
    """
    world = make_world(url, plan_count=plan_count, submit_every=1, contacts=CONTACTS)
    return [moment for number in range(2) for moment in _one_round(world, number)]


def _one_round(world: World, number: int) -> Iterator[Moment]:
    opens = clock.today() + timedelta(days=60 * number)
    deadline = opens + timedelta(days=28)
    with world.app.app_context():
        uitvraag_id = _planned(number, opens, world.coordinator_id)
    which = ("first time", "second time")[number]
    with clock.stopped_at(at_nine(opens)):
        yield _take(world, f"open ({which})", uitvraag_id, lambda one, who: rounds.open_round(one, actor=who.actor))
    with clock.stopped_at(at_nine(deadline - timedelta(days=1))):
        yield _take(world, f"remind ({which})", uitvraag_id, lambda one, who: remind_about_rounds())
    with clock.stopped_at(at_nine(deadline + timedelta(days=1))):
        yield _take(world, f"close ({which})", uitvraag_id, lambda one, who: rounds.close_round(one, actor=who.actor))


def _planned(number: int, opens: date, coordinator_id: int) -> int:
    uitvraag = make_round(number, opens, db.session.get_one(User, coordinator_id))
    db.session.commit()
    return uitvraag.id


def _take(world: World, name: str, uitvraag_id: int, what: Callable[[Uitvraag, User], object]) -> Moment:
    """Do it as a request does: everything read anew, one transaction, one commit."""
    with world.app.app_context():
        uitvraag = db.session.get_one(Uitvraag, uitvraag_id)
        coordinator = db.session.get_one(User, world.coordinator_id)
        before = _mails()
        with commits(db.engine) as done, statements(db.engine) as seen:
            start = time.perf_counter()
            what(uitvraag, coordinator)
            db.session.commit()
            seconds = time.perf_counter() - start
        sheets = db.session.scalar(
            select(func.count()).select_from(Antwoordblad).where(Antwoordblad.uitvraag_id == uitvraag_id)
        )
        return Moment(name, seconds, len(seen), len(done), sheets or 0, _mails() - before)


def _mails() -> int:
    return db.session.scalar(select(func.count()).select_from(Mail)) or 0


@contextmanager
def commits(engine: Engine) -> Iterator[list[bool]]:
    """The transactions that are committed inside the block."""
    done: list[bool] = []

    def note(conn: object) -> None:
        done.append(True)

    event.listen(engine, "commit", note)
    try:
        yield done
    finally:
        event.remove(engine, "commit", note)
