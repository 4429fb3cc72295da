"""Who else has the same page to write on open now: an open page says so every so often."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select, update

from portal.database import begin_writing
from portal.domain import clock
from portal.domain.roles import Actor
from portal.extensions import db
from portal.locking import insert_once
from portal.models import Aanwezigheid, User
from portal.plain import plain_rows

# A page that said nothing for so long is closed, or nobody sits behind it. `presence.js` speaks every half minute.
GONE_AFTER = timedelta(seconds=75)
# So long a page counts before it is written down again: most of the time looking is reading only.
WRITTEN_EVERY = timedelta(seconds=45)

# Asked again and again, so made once.
_HERE = (
    select(Aanwezigheid.account_id, Aanwezigheid.gezien_op, User.naam)
    .join(User)
    .where(Aanwezigheid.plek == bindparam("plek"), Aanwezigheid.gezien_op > bindparam("after"))
)


def look_around(plek: str, actor: Actor) -> list[str]:
    """Note that this person has the page of a place open; gives the names of the others who have."""
    now = clock.now()
    here = {one.account_id: one for one in plain_rows(_HERE, {"plek": plek, "after": now - GONE_AFTER})}
    mine = here.pop(actor.user_id, None)
    if mine is None or mine.gezien_op < now - WRITTEN_EVERY:
        _note(plek, actor.user_id, now)
    return sorted(one.naam for one in here.values())


def sweep() -> int:
    """Take away the notes of pages that are closed; gives how many."""
    closed = Aanwezigheid.gezien_op < clock.now() - GONE_AFTER
    return len(db.session.scalars(delete(Aanwezigheid).where(closed).returning(Aanwezigheid.account_id)).all())


def _note(plek: str, account_id: int, now: datetime) -> None:
    begin_writing(db.session.connection())
    mine = (Aanwezigheid.plek == plek, Aanwezigheid.account_id == account_id)
    again = update(Aanwezigheid).where(*mine).values(gezien_op=now).returning(Aanwezigheid.account_id)
    if not db.session.scalars(again).all():
        new = {"plek": plek, "account_id": account_id, "gezien_op": now}
        db.session.execute(insert_once(Aanwezigheid, Aanwezigheid.plek, Aanwezigheid.account_id).values(new))
