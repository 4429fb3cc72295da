"""Making the whole world of one stage, in the present transaction."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from random import Random

from sqlalchemy import delete, select, text, update

from portal.demo.inflow import interpret, tell_inflow
from portal.demo.inflow_words import DUIDINGEN
from portal.demo.life import live, start_plan
from portal.demo.moments import at_work
from portal.demo.people import Cast, make_people
from portal.demo.reviewing import review_plan, second_version, talk_within_the_region
from portal.demo.rounds import hold_rounds
from portal.demo.stages import Days, Stage
from portal.demo.story import VERHALEN
from portal.domain import clock
from portal.domain.instroom.publication import SHORTEST_LOOK
from portal.domain.mail import NO_SERVER
from portal.extensions import db
from portal.models import Mail, Regio, tables_to_empty
from portal.services.coding import book
from portal.services.instroom import publishing
from portal.services.plan.reminders import remind_about_deadlines
from portal.services.regios import load_regios


def make_world(stage: Stage, vandaag: date) -> None:
    """Empty all tables and fill them with the world of this stage on this day; the caller commits.

    The same stage and day give the same world, but for the hashed password and the session keys of the accounts.
    """
    days = Days(stage, vandaag)
    with clock.stopped_at(datetime.combine(days.start - timedelta(days=14), time(9), UTC)):
        empty_tables()
        load_regios()
        book.ship()
        regios = {regio.code: regio for regio in db.session.scalars(select(Regio))}
        cast = make_people(Random("mensen"), regios)
    if stage is not Stage.LEEG:
        _fill(days, cast, regios)
    _no_mail_went_out()


def _tell_figures(days: Days, cast: Cast, regios: dict[str, Regio]) -> None:
    """Figures come in, three regions say what they see in them, and they are published."""
    with clock.stopped_at(at_work(Random("cijfers"), days.vandaag - timedelta(days=16))):
        tell_inflow(list(regios.values()), days.vandaag, cast.coordinator.actor)
        for code, (verdeling, words) in DUIDINGEN.items():
            interpret(regios[code], next(iter(cast.contacts[code].values())), words, verdeling)
    _publish_figures(days, cast)


def _publish_figures(days: Days, cast: Cast) -> None:
    """Announced two weeks ago, open to everybody since the last working day."""
    announced, opened = (
        clock.stopped_at(at_work(Random("publicatie"), days.vandaag - timedelta(days=ago))) for ago in (14, 1)
    )
    with announced:
        publicatie = publishing.announce(clock.today() + SHORTEST_LOOK, actor=cast.coordinator.actor)
    with opened:
        publishing.publish(publicatie)


def empty_tables() -> None:
    """Delete every row, those that lean on others first, and start the numbers of rows at 1 again. The audit log stays:
    it tells that somebody did this.
    """
    names = ", ".join(f'"{table.name}"' for table in tables_to_empty())
    if db.engine.dialect.name == "postgresql":
        # The names come from our own metadata.
        db.session.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
    else:
        for table in reversed(tables_to_empty()):
            db.session.execute(delete(table))
    db.session.expunge_all()


def _fill(days: Days, cast: Cast, regios: dict[str, Regio]) -> None:
    lives = [start_plan(verhaal, [regios[code] for code in verhaal.codes], cast, days) for verhaal in VERHALEN]
    db.session.flush()
    for life in lives:
        live(life)
        talk_within_the_region(life)
        review_plan(life)
        second_version(life)
        db.session.flush()
    _remind(days)
    tell_figures = partial(_tell_figures, days, cast, regios)
    if days.stage is Stage.KWARTAAL:
        hold_rounds(days, lives, cast, tell_figures)
    else:
        tell_figures()


def _remind(days: Days) -> None:
    """The reminder of two weeks before the deadline, on the day on which it went out."""
    day = days.deadline - timedelta(days=14)
    if day < days.vandaag:
        with clock.stopped_at(at_work(Random("herinneringen"), day)):
            remind_about_deadlines()


def _no_mail_went_out() -> None:
    db.session.execute(update(Mail).values(mislukt_op=Mail.aangemaakt_op, laatste_fout=NO_SERVER))
