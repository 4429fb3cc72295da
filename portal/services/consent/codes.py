"""The one-time code by which somebody shows to have the mailbox that a link was made for."""

from __future__ import annotations

import hmac
import secrets
from datetime import timedelta
from hashlib import sha256

from flask import current_app
from sqlalchemy import delete, func, select

from portal.domain import clock
from portal.domain.consent.links import CODE_DIGITS, CODES_AN_HOUR, CodeStand, code_stand
from portal.extensions import db
from portal.locking import lock_row
from portal.models import Leeslink, LeeslinkCode
from portal.services.consent import notices


class TooManyCodes(Exception):
    """So many codes were asked by this link that no more are sent now. The message is Dutch and fit to show."""


def send(link: Leeslink) -> None:
    """Mail a new code to the address of a link; the one before it works no more. Raises TooManyCodes."""
    lock_row(Leeslink, link.id)
    since = clock.now() - timedelta(hours=1)
    count = select(func.count()).where(LeeslinkCode.leeslink_id == link.id, LeeslinkCode.gemaakt_op > since)
    if (db.session.scalar(count) or 0) >= CODES_AN_HOUR:
        raise TooManyCodes("U vroeg te vaak een code. Kijk in uw mail of wacht een uur. Wat u invulde, blijft staan.")
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    row = LeeslinkCode(leeslink_id=link.id, code_hash=_hash(link, code), gemaakt_op=clock.now(), pogingen=0)
    db.session.add(row)
    db.session.flush()
    notices.code_made(link, row.id, code)


def is_underway(link: Leeslink) -> bool:
    """True when a code was sent that still works."""
    row = _newest(link)
    if row is None:
        return False
    used = row.gebruikt_op is not None
    now = clock.now()
    return code_stand(tries=row.pogingen, right=True, made=row.gemaakt_op, used=used, now=now) is CodeStand.GOED


def tried(link: Leeslink, typed: str) -> CodeStand:
    """What a typed code is worth; a wrong one counts as a try."""
    lock_row(Leeslink, link.id)
    row = _newest(link)
    if row is None:
        return CodeStand.GEEN
    right = hmac.compare_digest(row.code_hash, _hash(link, "".join(typed.split())))
    used = row.gebruikt_op is not None
    stand = code_stand(tries=row.pogingen, right=right, made=row.gemaakt_op, used=used, now=clock.now())
    if stand is CodeStand.FOUT:
        row.pogingen += 1
    return stand


def use(link: Leeslink) -> None:
    """Use up the newest code of a link."""
    row = _newest(link)
    if row is not None:
        row.gebruikt_op = clock.now()


def sweep() -> int:
    """Take away the codes of before yesterday: nobody can use or count them any more. Gives how many."""
    old = clock.now() - timedelta(days=1)
    gone = db.session.scalars(delete(LeeslinkCode).where(LeeslinkCode.gemaakt_op < old).returning(LeeslinkCode.id))
    return len(gone.all())


def _newest(link: Leeslink) -> LeeslinkCode | None:
    query = select(LeeslinkCode).where(LeeslinkCode.leeslink_id == link.id).order_by(LeeslinkCode.id.desc()).limit(1)
    return db.session.scalars(query.execution_options(populate_existing=True)).first()


def _hash(link: Leeslink, code: str) -> str:
    """Keyed: who reads the database can't find a code by trying all of them."""
    return hmac.new(current_app.config["SECRET_KEY"].encode(), f"{link.id}:{code}".encode(), sha256).hexdigest()
