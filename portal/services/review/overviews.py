"""One mail a day to a reviewer, with all that came in since the last one and still waits.

Never an empty one; never a plan twice; never one that somebody picked up, or that the region took back, meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select

from forms.dutch.dates import in_amsterdam
from forms.dutch.words import counted
from portal.domain import clock
from portal.domain.mail import OVERVIEW_FROM, MailKeuze
from portal.domain.plan.states import VersieStatus
from portal.extensions import db
from portal.models import Indiening, Mail, Meelezing, Plan, PlanVersie, User
from portal.services import people
from portal.services.mail import outbox
from portal.services.mail.outbox import Letter
from portal.services.regios import name_key

SOORT = "overzicht"
# How far the first overview of somebody looks back.
FIRST = timedelta(days=1)

_WAITING = (
    select(Plan, Indiening.ingediend_op)
    .join(PlanVersie, PlanVersie.plan_id == Plan.id)
    .join(Indiening, (Indiening.versie_id == PlanVersie.id) & (Indiening.nummer == PlanVersie.geldige_indiening))
    .where(PlanVersie.status == VersieStatus.INGEDIEND)
)
_TO_READ = (
    select(Plan, Meelezing.gevraagd_op)
    .join(Meelezing, Meelezing.plan_id == Plan.id)
    .where(Meelezing.gestopt_op.is_(None))
)
_LAST = (
    select(Mail.aan_account_id, func.max(Mail.aangemaakt_op)).where(Mail.soort == SOORT).group_by(Mail.aan_account_id)
)


def write_overviews() -> int:
    """Write the overviews of today to the outbox; the caller commits. Returns how many are new."""
    now = clock.now()
    if in_amsterdam(now).hour < OVERVIEW_FROM:
        return 0
    readers = [one for one in people.reviewers() if one.mail_keuze is MailKeuze.DAGELIJKS]
    waiting, to_read = _found(_WAITING), _found(_TO_READ)
    if not readers or not (waiting or to_read):
        return 0
    last = {account_id: in_amsterdam(op) for account_id, op in db.session.execute(_LAST)}
    letters = [_letter(one, waiting, to_read, last.get(one.id, in_amsterdam(now - FIRST))) for one in readers]
    return outbox.post_many([letter for letter in letters if letter])


_Found = Sequence[tuple[Plan, datetime]]


def _found(query: object) -> _Found:
    rows = [(plan, in_amsterdam(op)) for plan, op in db.session.execute(query)]  # type: ignore[call-overload]
    return sorted(rows, key=lambda row: name_key(row[0].naam))


def _letter(reader: User, waiting: _Found, to_read: _Found, since: datetime) -> Letter | None:
    new = [plan for plan, op in waiting if op > since]
    asked = [plan for plan, op in to_read if op > since]
    if not new and not asked:
        return None
    return Letter(
        f"{SOORT}:{clock.today()}:{reader.id}",
        SOORT,
        reader,
        f"Overzicht: {_subject(len(new), len(asked))}",
        SOORT,
        {"plannen": new, "meelezen": asked},
    )


def _subject(new: int, asked: int) -> str:
    parts = (
        counted(new, "plan ingediend", "plannen ingediend") if new else "",
        f"{asked} mee te lezen" if asked else "",
    )
    return ", ".join(filter(None, parts))
