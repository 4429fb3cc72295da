"""One mail a day to who chose an overview, with all that waited for it and is still so.

Never an empty one; nothing twice; never what is done by then: each room says of its kinds of mail what still is so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from forms.dutch.dates import in_amsterdam
from forms.dutch.words import counted
from portal.domain import clock
from portal.domain.mail import OVERVIEW_FROM, SOORTEN
from portal.extensions import db
from portal.models import AccountEvent, Mail, OverzichtRegel, User
from portal.plain import plain_rows
from portal.services.consent.still import STILL as OF_CONSENT
from portal.services.feedback.still import STILL as OF_FEEDBACK
from portal.services.instroom.still import STILL as OF_FIGURES
from portal.services.mail import outbox
from portal.services.mail.still import Rule
from portal.services.plan.still import STILL as OF_PLANS
from portal.services.remark.still import STILL as OF_REMARKS
from portal.services.report.still import STILL as OF_REPORTS
from portal.services.review.still import STILL as OF_REVIEWS
from portal.services.round.still import STILL as OF_ROUNDS
from portal.services.sheet.still import STILL as OF_SHEETS

SOORT = "overzicht"
STILL: Mapping[str, Rule] = {
    **OF_PLANS,
    **OF_CONSENT,
    **OF_REVIEWS,
    **OF_ROUNDS,
    **OF_SHEETS,
    **OF_FEEDBACK,
    **OF_REMARKS,
    **OF_REPORTS,
    **OF_FIGURES,
}
Lines = Sequence[OverzichtRegel]


@dataclass(frozen=True)
class Group:
    """What an overview says of one kind: a heading, and under it each thing once."""

    kop: str
    namen: tuple[str, ...]


def write_overviews() -> int:
    """Write the overviews of today to the outbox; the caller commits. Returns how many are new.

    What comes in after somebody had the overview of the day waits for the next one.
    """
    if in_amsterdam(clock.now()).hour < OVERVIEW_FROM:
        return 0
    by_person: dict[int, list[OverzichtRegel]] = defaultdict(list)
    for line in _waiting():
        by_person[line.aan_account_id].append(line)
    kept = _kept([line for lines in by_person.values() for line in lines])
    readers = {one.id: one for one in db.session.scalars(select(User).where(User.id.in_(by_person)))}
    return sum(_write(readers[account_id], lines, kept) for account_id, lines in by_person.items())


def _waiting() -> Lines:
    """All that waits for somebody who had no overview today, in the order in which it came."""
    today = Mail.sleutel.startswith(f"{SOORT}:{clock.today()}:")
    had_one = select(Mail.aan_account_id).where(Mail.soort == SOORT, today)
    query = select(OverzichtRegel).where(
        OverzichtRegel.afgehandeld_op.is_(None), OverzichtRegel.aan_account_id.not_in(had_one)
    )
    return db.session.scalars(query.order_by(OverzichtRegel.id)).all()


def _kept(lines: Lines) -> set[int]:
    """The ids of the lines that are still so."""
    by_kind: dict[str, list[OverzichtRegel]] = defaultdict(list)
    for line in _still_theirs(lines):
        by_kind[line.soort].append(line)
    return {line_id for soort, found in by_kind.items() for line_id in STILL[soort](found)}


_LOST_A_ROLE = (
    select(AccountEvent.account_id, func.max(AccountEvent.op))
    .where(AccountEvent.soort == "rol_weggehaald")
    .group_by(AccountEvent.account_id)
)


def _still_theirs(lines: Lines) -> Lines:
    """Who lost a role hears nothing of before: nobody can say whether it was about that."""
    query = _LOST_A_ROLE.where(AccountEvent.account_id.in_({line.aan_account_id for line in lines}))
    lost = dict(map(tuple, plain_rows(query))) if lines else {}
    return [line for line in lines if line.aan_account_id not in lost or line.aangemaakt_op > lost[line.aan_account_id]]


def _write(reader: User, lines: Lines, kept: set[int]) -> bool:
    """Write the overview of one person, and note what was told. False: there was nothing, or another was first."""
    told = [line for line in lines if line.id in kept] if reader.active else []
    groups = grouped(told)
    number = sum(len(group.namen) for group in groups)
    is_new = bool(groups) and outbox.post(
        f"{SOORT}:{clock.today()}:{reader.id}",
        SOORT,
        reader,
        f"Overzicht van vandaag: {counted(number, 'bericht', 'berichten')}",
        SOORT,
        groepen=groups,
    )
    if is_new or not groups:
        for line in lines:
            line.afgehandeld_op = clock.now()
    return is_new


def grouped(lines: Lines) -> list[Group]:
    """The lines by kind, in the order of the table of kinds; the same thing said twice is said once."""
    found: dict[str, list[str]] = {soort: [] for soort in SOORTEN}
    for line in lines:
        found[line.soort].append(line.naam)
    return [Group(SOORTEN[soort].kop, tuple(dict.fromkeys(namen))) for soort, namen in found.items() if namen]
