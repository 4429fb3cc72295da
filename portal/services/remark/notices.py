"""The mails about remarks: to whom, once, and one for several remarks shortly after each other.

A mail waits a quarter of an hour. What is said in that time about the same plan or sheet to the same person needs no
mail of its own; so its words name no writer and no part, and never what was said.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import select

from portal.domain import clock
from portal.domain.policy import can
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Mail, Opmerking, Reactie, User
from portal.services.mail import outbox
from portal.services.mail.outbox import About
from portal.services.remark.readers import readable_for
from portal.services.remark.remarked import Remarked

SOORT = "opmerking"
WAITS = timedelta(minutes=15)


def started(subject: Remarked, thread: Opmerking, *, actor: Actor) -> None:
    """Tell of a new thread."""
    _tell(subject, thread, f"o{thread.id}", actor)


def replied(subject: Remarked, thread: Opmerking, reactie: Reactie, *, actor: Actor) -> None:
    """Tell of something new in a thread."""
    _tell(subject, thread, f"r{reactie.id}", actor)


def _tell(subject: Remarked, thread: Opmerking, what: str, actor: Actor) -> None:
    concerned = _concerned(subject, thread, actor) - {actor.user_id}
    readers = [user for user in _active(concerned) if thread.zicht in readable_for(subject.thing, user.actor)]
    told_already = _still_waiting(subject, [user.id for user in readers])
    for user in readers:
        if user.id not in told_already:
            outbox.post(
                f"{SOORT}:{subject.key}:{user.id}:{what}",
                SOORT,
                user,
                f"Nieuwe opmerkingen bij {subject.title}",
                "opmerking",
                niet_voor=clock.now() + WAITS,
                over=About(thread.id, subject.title),
                **subject.mail_context(),
            )


def _concerned(subject: Remarked, thread: Opmerking, actor: Actor) -> set[int]:
    """Whom it concerns, by account id: not yet whether they may read it.

    The region hears what it may read. Reviewers hear what the region says, and what follows where they took part.
    """
    contacts = subject.contacts()
    took_part = _writers(thread)
    if thread.zicht is Zicht.EIGEN:
        return contacts
    if thread.zicht is Zicht.INTERN:
        return took_part | (subject.listeners(is_followed=False) if subject.reads_draft is None else set())
    if not subject.is_of_region(actor):
        return contacts
    followed = any(can(one.actor, subject.reviews, subject.facts) for one in _active(took_part))
    return contacts | took_part | subject.listeners(is_followed=followed)


def _writers(thread: Opmerking) -> set[int]:
    replied = db.session.scalars(select(Reactie.door_id).where(Reactie.opmerking_id == thread.id))
    return {thread.door_id, *replied}


def _active(account_ids: Iterable[int]) -> list[User]:
    query = select(User).where(User.id.in_(list(account_ids)), User.active.is_(True)).order_by(User.id)
    return list(db.session.scalars(query))


def _still_waiting(subject: Remarked, account_ids: list[int]) -> set[int]:
    """To whom a mail about remarks on this still has to go. A sender that wants to take one waits for us."""
    query = (
        select(Mail)
        .where(
            Mail.soort == SOORT,
            Mail.sleutel.startswith(f"{SOORT}:{subject.key}:"),
            Mail.aan_account_id.in_(account_ids),
            Mail.verzonden_op.is_(None),
            Mail.mislukt_op.is_(None),
            Mail.geclaimd_op.is_(None),
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return {mail.aan_account_id for mail in db.session.scalars(query) if mail.aan_account_id is not None}
