"""The mails about remarks: to whom, once, and one for several remarks shortly after each other.

A mail waits a quarter of an hour. What is said in that time about the same plan or sheet to the same person needs no
mail of its own; so its words name no writer and no part, and never what was said.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import exists, select

from portal.domain import clock
from portal.domain.policy import can
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Leeslink, Mail, Opmerking, Reactie, User
from portal.services.consent import links
from portal.services.mail import outbox
from portal.services.mail.outbox import About
from portal.services.remark.readers import readable_for
from portal.services.remark.remarked import Remarked

SOORT = "opmerking"
WAITS = timedelta(minutes=15)
_WAITING = (Mail.verzonden_op.is_(None), Mail.mislukt_op.is_(None), Mail.geclaimd_op.is_(None))


def started(subject: Remarked, thread: Opmerking, *, actor: Actor | None) -> None:
    """Tell of a new thread; `actor` None is somebody without an account, of whose remark only the region hears."""
    _tell(subject, thread, f"o{thread.id}", actor)


def replied(subject: Remarked, thread: Opmerking, reactie: Reactie, *, actor: Actor) -> None:
    """Tell of something new in a thread."""
    _tell(subject, thread, f"r{reactie.id}", actor)
    link = db.session.get(Leeslink, thread.leeslink_id) if thread.leeslink_id else None
    if link is not None and not _guest_hears_already(link):
        links.tell_of_reaction(link, reactie.id, niet_voor=clock.now() + WAITS)


def _tell(subject: Remarked, thread: Opmerking, what: str, actor: Actor | None) -> None:
    concerned = _concerned(subject, thread, actor) - ({actor.user_id} if actor else set())
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


def _concerned(subject: Remarked, thread: Opmerking, actor: Actor | None) -> set[int]:
    """Whom it concerns, by account id: not yet whether they may read it.

    The region hears what it may read. Reviewers hear what the region says, and what follows where they took part.
    """
    contacts = subject.contacts()
    took_part = _writers(thread)
    if thread.zicht is Zicht.EIGEN or actor is None:
        return contacts
    if thread.zicht is Zicht.INTERN:
        return took_part | (subject.listeners(is_followed=False) if subject.reads_draft is None else set())
    if not subject.is_of_region(actor):
        return contacts
    followed = any(can(one.actor, subject.reviews, subject.facts) for one in _active(took_part))
    return contacts | took_part | subject.listeners(is_followed=followed)


def _writers(thread: Opmerking) -> set[int]:
    replied = db.session.scalars(select(Reactie.door_id).where(Reactie.opmerking_id == thread.id))
    return {one for one in (thread.door_id, *replied) if one is not None}


def _active(account_ids: Iterable[int]) -> list[User]:
    query = select(User).where(User.id.in_(list(account_ids)), User.active.is_(True)).order_by(User.id)
    return list(db.session.scalars(query))


def _guest_hears_already(link: Leeslink) -> bool:
    """True when a mail about another reaction still has to go to who has this link."""
    mine = Mail.sleutel.startswith(f"leeslink_reactie:{link.id}:")
    return db.session.scalar(select(exists().where(mine, *_WAITING))) or False


def _still_waiting(subject: Remarked, account_ids: list[int]) -> set[int]:
    """To whom a mail about remarks on this still has to go. A sender that wants to take one waits for us."""
    query = (
        select(Mail)
        .where(
            Mail.soort == SOORT,
            Mail.sleutel.startswith(f"{SOORT}:{subject.key}:"),
            Mail.aan_account_id.in_(account_ids),
            *_WAITING,
        )
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return {mail.aan_account_id for mail in db.session.scalars(query) if mail.aan_account_id is not None}
