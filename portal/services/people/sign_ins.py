"""Signing in makes a row, and every request asks for it: what ended here has ended for every copy of its cookie."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import Engine, Update, bindparam, delete, or_, select, update
from sqlalchemy.orm import joinedload

from portal.domain import clock
from portal.domain.people.sign_ins import SignInEnd, SignInLimits
from portal.extensions import db
from portal.models import Aanmelding, User

# How long a row stays that has ended: long enough to look back, short enough for who is written down in it.
KEPT_FOR = timedelta(days=30)
_IN_DATABASE = {"synchronize_session": False}

# Written down once: putting it together takes as long as running it. Every page begins with it, roles included.
_FIND = (
    select(User, Aanmelding.id, Aanmelding.begonnen_op, Aanmelding.gezien_op)
    .join(Aanmelding, Aanmelding.account_id == User.id)
    .where(
        User.fs_uniquifier == bindparam("uniquifier"),
        Aanmelding.merk == bindparam("merk"),
        Aanmelding.beeindigd_op.is_(None),
    )
    .options(joinedload(User.lidmaatschappen))
)


@dataclass(frozen=True)
class SignIn:
    """The sign-in of a request: whose it is, since when, and when its person was last seen."""

    id: int
    account: User
    begun: datetime
    seen: datetime


def limits() -> SignInLimits:
    """How long a sign-in lasts here."""
    settings = current_app.config["SETTINGS"]
    return SignInLimits(timedelta(minutes=settings.session_minutes), timedelta(hours=settings.session_uren))


def start(account: User, browser: str) -> str:
    """Note that somebody signed in with a browser; gives the mark for its cookie. The caller commits."""
    mark, now = secrets.token_urlsafe(32), clock.wall()
    db.session.add(Aanmelding(account_id=account.id, merk=_hash(mark), browser=browser, begonnen_op=now, gezien_op=now))
    return mark


def find(uniquifier: str, mark: str) -> SignIn | None:
    """The sign-in of this account with this mark, in one question; None when it has ended."""
    rows = db.session.execute(_FIND, {"uniquifier": uniquifier, "merk": _hash(mark)}).unique().all()
    found = next((SignIn(id, account, begun, seen) for account, id, begun, seen in rows), None)
    if found is None or limits().is_over(begun=found.begun, seen=found.seen, now=clock.wall()):
        return None
    return found


def note_seen(engine: Engine, sign_in_id: int) -> None:
    """Note that somebody is at work. In a transaction of its own, for when the page has gone out."""
    seen = update(Aanmelding).where(Aanmelding.id == sign_in_id).values(gezien_op=clock.wall())
    with engine.begin() as connection:
        connection.execute(seen)


def end(mark: str, why: SignInEnd) -> None:
    """End the sign-in with this mark. The caller commits."""
    db.session.execute(_ended(why).where(Aanmelding.merk == _hash(mark)), execution_options=_IN_DATABASE)


def end_one(account_id: int, sign_in_id: int) -> bool:
    """End one sign-in of this account from somewhere else; False when there is none. The caller commits."""
    mine = select(Aanmelding.id).where(Aanmelding.id == sign_in_id, Aanmelding.account_id == account_id)
    if db.session.scalar(mine) is None:
        return False
    ended = _ended(SignInEnd.ELDERS_AFGEMELD).where(Aanmelding.id == sign_in_id)
    db.session.execute(ended, execution_options=_IN_DATABASE)
    return True


def end_all(account_id: int, why: SignInEnd, *, but: str | None = None) -> None:
    """End every sign-in of this account, but for the one with this mark. The caller commits."""
    ended = _ended(why).where(Aanmelding.account_id == account_id)
    if but is not None:
        ended = ended.where(Aanmelding.merk != _hash(but))
    db.session.execute(ended, execution_options=_IN_DATABASE)


def open_of(account_id: int) -> list[Aanmelding]:
    """Where this account is signed in at this moment, the last seen first."""
    rows = select(Aanmelding).where(Aanmelding.account_id == account_id, Aanmelding.beeindigd_op.is_(None))
    now, rule = clock.wall(), limits()
    found = db.session.scalars(rows.order_by(Aanmelding.gezien_op.desc(), Aanmelding.id.desc()))
    return [one for one in found if not rule.is_over(begun=one.begonnen_op, seen=one.gezien_op, now=now)]


def sweep() -> None:
    """Forget what ended long ago. The caller commits."""
    before = clock.wall() - KEPT_FOR
    old = delete(Aanmelding).where(or_(Aanmelding.beeindigd_op < before, Aanmelding.gezien_op < before))
    db.session.execute(old, execution_options=_IN_DATABASE)


def _ended(why: SignInEnd) -> Update:
    return update(Aanmelding).where(Aanmelding.beeindigd_op.is_(None)).values(beeindigd_op=clock.wall(), reden=why)


def _hash(mark: str) -> str:
    """What is kept of a mark: who reads the database can't sign in with it."""
    return hashlib.sha256(mark.encode()).hexdigest()
