"""What was sent once is taken once: the notes of which forms were taken in, by their one-time marks.

The note is made in the transaction of what the form asked. Two posts of one form at the same moment: on PostgreSQL the
unique constraint lets the second wait for the first, on SQLite writers wait for their turn.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select

from portal.database import begin_writing
from portal.domain import clock
from portal.extensions import db
from portal.locking import insert_once
from portal.models import Verzending

# Nobody sends a form again that stood open for longer; a text that waits in a browser goes sooner.
KEPT_DAYS = 30
_UNIQUE = (Verzending.account_id, Verzending.merk, Verzending.inhoud)


@dataclass(frozen=True)
class Sending:
    """One post of a form: who sent it, by which mark, a hash of what was in it, and what the browser calls that."""

    account_id: int
    endpoint: str
    merk: str
    inhoud: str
    poging: str


def take(sending: Sending, naar: str = "") -> bool:
    """Note that this is taken in, and where that led to when it is known.

    False: the very same was taken already, or by somebody who was a moment faster.
    """
    begin_writing(db.session.connection())
    new = {**asdict(sending), "naar": naar, "wijzigen": "", "verzonden_op": clock.now()}
    return db.session.scalar(insert_once(Verzending, *_UNIQUE).values(new).returning(Verzending.id)) is not None


def led_to(sending: Sending, naar: str, wijzigen: str = "") -> None:
    """Note where the answer to a sending leads, and where what it made can be changed (empty: nowhere)."""
    found = _find(sending)
    found.naar, found.wijzigen = naar, wijzigen


def give_up(sending: Sending) -> None:
    """What this sending asked was refused: it may be sent again."""
    db.session.execute(delete(Verzending).where(*_same(sending)))


def answer_to(sending: Sending) -> str:
    """Where the first of these sendings led to; empty when it was refused half-way."""
    return _find(sending).naar


def with_other_words(sending: Sending) -> Verzending | None:
    """The newest sending of the same form with something else in it: somebody went back and changed it."""
    return db.session.scalar(
        select(Verzending)
        .where(
            Verzending.account_id == sending.account_id,
            Verzending.merk == sending.merk,
            Verzending.endpoint == sending.endpoint,
            Verzending.inhoud != sending.inhoud,
        )
        .order_by(Verzending.id.desc())
        .limit(1)
    )


def received(account_id: int, marks: Collection[str]) -> list[tuple[str, str]]:
    """Of these marks of this account the ones that were taken: each with what the browser called the text."""
    found = db.session.execute(
        select(Verzending.merk, Verzending.poging)
        .where(Verzending.account_id == account_id, Verzending.merk.in_(marks), Verzending.naar != "")
        .order_by(Verzending.id)
    )
    return [(merk, poging) for merk, poging in found]


def sweep() -> int:
    """Take away the notes that are too old to matter; gives how many."""
    old = clock.now() - timedelta(days=KEPT_DAYS)
    gone = db.session.scalars(delete(Verzending).where(Verzending.verzonden_op < old).returning(Verzending.id))
    return len(gone.all())


def _find(sending: Sending) -> Verzending:
    return db.session.scalars(select(Verzending).where(*_same(sending))).one()


def _same(sending: Sending) -> tuple[Any, ...]:
    return (
        Verzending.account_id == sending.account_id,
        Verzending.merk == sending.merk,
        Verzending.inhoud == sending.inhoud,
    )
