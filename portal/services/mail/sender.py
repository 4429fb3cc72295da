"""Sends what waits in the outbox, one mail at a time, never the same mail twice by itself.

A mail is claimed and that is committed before the mail server hears of it. So a sender that dies half-way leaves a mail
of which nobody knows whether it arrived: the page with sent mails calls it "onzeker" and a person decides (at most
once).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage

from flask import current_app
from sqlalchemy import Select, or_, select

from portal.domain import clock
from portal.domain.mail import try_again_after
from portal.extensions import db
from portal.models import Mail, User
from portal.services.mail.transport import Kept, NotNow, NotSent, Unsure, to_message, transport_for

Transport = Callable[[EmailMessage], None]


@dataclass
class Sent:
    """What one run of the sender did."""

    verzonden: int = 0
    later: int = 0
    mislukt: int = 0
    onzeker: int = 0
    bewaard: int = 0


def send_waiting(transport: Transport | None = None) -> Sent:
    """Send every mail that waits and may go now. Commits after each mail; returns the counts."""
    transport = transport or transport_for(current_app.config["SETTINGS"])
    counts = Sent()
    while mail := _claim_one():
        _send(mail, transport, counts)
        db.session.commit()
    return counts


def _claim_one() -> Mail | None:
    """Take one waiting mail for ourselves, or None when there is none.

    PostgreSQL lets other senders skip a row that one is taking; SQLite lets one writer in at a time.
    """
    mail = db.session.scalars(_waiting()).first()
    if mail:
        mail.geclaimd_op = clock.now()
        mail.pogingen += 1
    db.session.commit()
    return mail


def _waiting() -> Select[Mail]:
    return (
        select(Mail)
        .where(
            Mail.verzonden_op.is_(None),
            Mail.mislukt_op.is_(None),
            Mail.geclaimd_op.is_(None),
            or_(Mail.niet_voor.is_(None), Mail.niet_voor <= clock.now()),
        )
        .order_by(Mail.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


def _send(mail: Mail, transport: Transport, counts: Sent) -> None:
    try:
        _require_active(mail)
        message = to_message(mail, current_app.config["SETTINGS"])
        # Nobody waits for our database lock while the mail server takes its time.
        db.session.commit()
        transport(message)
    except NotNow as reason:
        _postpone(mail, str(reason), counts)
    except NotSent as reason:
        _give_up(mail, str(reason), counts)
    except Kept as reason:
        _keep(mail, str(reason), counts)
    except Unsure as reason:
        # The claim stays: nobody knows whether it arrived.
        mail.laatste_fout = str(reason)
        counts.onzeker += 1
    else:
        _was_sent(mail, counts)


def _require_active(mail: Mail) -> None:
    """Nobody hears of plans and rounds any more whose account was switched off while the mail waited.

    Raises NotSent.
    """
    if db.session.scalar(select(User.active).where(User.id == mail.aan_account_id)) is False:
        raise NotSent("Dit account is uitgezet. De mail is niet verzonden.")


def _was_sent(mail: Mail, counts: Sent) -> None:
    mail.verzonden_op = clock.now()
    mail.geclaimd_op = None
    mail.laatste_fout = ""
    if not current_app.config["DEMO"]:
        mail.tekst = ""
    counts.verzonden += 1


def _postpone(mail: Mail, reason: str, counts: Sent) -> None:
    wait = try_again_after(mail.pogingen)
    if wait is None:
        _give_up(mail, reason, counts)
        return
    mail.geclaimd_op = None
    mail.niet_voor = clock.now() + wait
    mail.laatste_fout = reason
    counts.later += 1


def _keep(mail: Mail, reason: str, counts: Sent) -> None:
    mail.geclaimd_op = None
    mail.mislukt_op = clock.now()
    mail.laatste_fout = reason
    counts.bewaard += 1


def _give_up(mail: Mail, reason: str, counts: Sent) -> None:
    mail.geclaimd_op = None
    mail.mislukt_op = clock.now()
    mail.laatste_fout = reason
    counts.mislukt += 1
