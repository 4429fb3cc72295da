"""Remarks of somebody without an account, made by a link: under the name that was typed, for the region to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from forms.dutch.dates import in_amsterdam
from portal.domain import clock
from portal.domain.review.remarks import Zicht, is_same_again
from portal.extensions import db
from portal.models import Leeslink, Opmerking, Reactie
from portal.services.consent import links
from portal.services.remark import notices
from portal.services.remark.remarked import remarked
from portal.services.remark.remarks import RemarkProblem

# Nobody who reads a plan makes more in a day; a program that has the link would.
MOST_A_DAY = 30


def threads_of(link: Leeslink) -> Sequence[Opmerking]:
    """What was remarked by a link, in the order in which it came, with what the region answered."""
    answered = selectinload(Opmerking.reacties).joinedload(Reactie.door)
    query = select(Opmerking).where(Opmerking.leeslink_id == link.id).options(answered)
    return db.session.scalars(query.order_by(Opmerking.id)).all()


def start_thread(link: Leeslink, *, step_key: str, naam: str, tekst: str) -> Opmerking:
    """Begin a thread about a part that the link shows; tells the contact persons.

    A second press gives what the first one made. Raises RemarkProblem for a part that the link does not show, a plan
    that is only read, and for too many remarks of one day.
    """
    subject = remarked(link.plan)
    subject.lock()
    if subject.only_read_because:
        raise RemarkProblem(subject.only_read_because)
    if step_key not in {step.key for step in links.steps_of(link)}:
        raise RemarkProblem(subject.choose_step)
    again = _same_thread(link, step_key, tekst)
    if again is not None:
        return again
    _require_few(link)
    thread = Opmerking(
        **subject.columns(),
        step_key=step_key,
        zicht=Zicht.EIGEN,
        tekst=tekst.strip(),
        op=clock.now(),
        leeslink_id=link.id,
        gast_naam=naam,
    )
    db.session.add(thread)
    db.session.flush()
    notices.started(subject, thread, actor=None)
    return thread


def _same_thread(link: Leeslink, step_key: str, tekst: str) -> Opmerking | None:
    mine = select(Opmerking).where(Opmerking.leeslink_id == link.id, Opmerking.step_key == step_key)
    last = db.session.scalars(mine.order_by(Opmerking.id.desc()).limit(1)).first()
    if last is None:
        return None
    passed = in_amsterdam(clock.now()) - in_amsterdam(last.op)
    return last if is_same_again(seconds=passed.total_seconds(), same_words=last.tekst == tekst.strip()) else None


def _require_few(link: Leeslink) -> None:
    since = clock.now() - timedelta(days=1)
    count = select(func.count()).where(Opmerking.leeslink_id == link.id, Opmerking.op > since)
    if (db.session.scalar(count) or 0) >= MOST_A_DAY:
        raise RemarkProblem(f"U maakte vandaag al {MOST_A_DAY} opmerkingen. Ga morgen verder, of mail de regio.")
