"""Reading the log: a page at a time, the newest first. Names are looked up at this moment; the log holds none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, select

from forms.dutch.dates import AMSTERDAM
from portal.domain.audit.line import Oorsprong, Resultaat, moment, moment_of
from portal.models import AuditRegel, User
from portal.plain import plain_rows

AT_ONCE = 100
MOST_IN_A_FILE = 20_000


@dataclass(frozen=True)
class AuditQuestion:
    """Which lines somebody wants to see. None and empty: all. `voor` is the line before which to go on.

    `accounts` are the numbers of accounts, each as who did something or as what it was done to; empty: nobody fits.
    """

    actie: str = ""
    accounts: Collection[int] | None = None
    resultaat: Resultaat | None = None
    van: date | None = None
    tot: date | None = None
    voor: int | None = None


@dataclass(frozen=True)
class ShownLine:
    """One line as people read it. `wie` is a name, or what stands for one."""

    id: int
    op: datetime
    wie: str
    actie: str
    object: str
    resultaat: Resultaat
    oorsprong: Oorsprong
    verzoek: str


@dataclass(frozen=True)
class AuditPage:
    """Some lines, and the number before which there are more (None: these are the last)."""

    lines: Sequence[ShownLine]
    verder: int | None


_COLUMNS = (
    AuditRegel.id,
    AuditRegel.op,
    AuditRegel.actor_id,
    AuditRegel.actie,
    AuditRegel.object_soort,
    AuditRegel.object_id,
    AuditRegel.resultaat,
    AuditRegel.oorsprong,
    AuditRegel.verzoek,
)


def page(question: AuditQuestion, *, at_once: int = AT_ONCE) -> AuditPage:
    """The newest lines that fit, so many at once."""
    rows = plain_rows(_asked(question).limit(at_once + 1))
    shown = rows[:at_once]
    names = _names({row.actor_id for row in shown} | {_account_of(row) for row in shown})
    lines = [_shown(row, names) for row in shown]
    return AuditPage(lines, lines[-1].id if len(rows) > at_once else None)


def actions() -> list[str]:
    """Everything that the log has a line about, by name."""
    return sorted(row.actie for row in plain_rows(select(AuditRegel.actie).distinct()))


def _asked(question: AuditQuestion) -> Select[*tuple[Any, ...]]:
    query = select(*_COLUMNS).order_by(AuditRegel.id.desc())
    if question.actie:
        query = query.where(AuditRegel.actie == question.actie)
    if question.accounts is not None:
        about = [str(one) for one in question.accounts]
        query = query.where(
            AuditRegel.actor_id.in_(question.accounts)
            | ((AuditRegel.object_soort == "account") & AuditRegel.object_id.in_(about))
        )
    if question.resultaat:
        query = query.where(AuditRegel.resultaat == question.resultaat)
    if question.van:
        query = query.where(AuditRegel.op >= _midnight(question.van))
    if question.tot:
        query = query.where(AuditRegel.op < _midnight(question.tot + timedelta(days=1)))
    return query.where(AuditRegel.id < question.voor) if question.voor else query


def _midnight(day: date) -> str:
    """When a day begins in Amsterdam, as the log writes moments."""
    return moment(datetime.combine(day, time(), AMSTERDAM))


def _account_of(row: AuditRegel) -> int | None:
    """The account that a line is about."""
    return int(row.object_id) if row.object_soort == "account" and row.object_id.isdecimal() else None


def _names(account_ids: Collection[int | None]) -> Mapping[int, str]:
    known = [one for one in account_ids if one is not None]
    found = plain_rows(select(User.id, User.naam).where(User.id.in_(known))) if known else ()
    return {row.id: row.naam for row in found}


def _shown(row: AuditRegel, names: Mapping[int, str]) -> ShownLine:
    about = _account_of(row)
    thing = names.get(about, f"account {about}") if about else f"{row.object_soort} {row.object_id}".strip()
    return ShownLine(
        row.id,
        moment_of(row.op),
        _who(row, names),
        row.actie,
        thing,
        row.resultaat,
        row.oorsprong,
        row.verzoek,
    )


def _who(row: AuditRegel, names: Mapping[int, str]) -> str:
    if row.actor_id is not None:
        return names.get(row.actor_id, f"account {row.actor_id}")
    return "niemand aangemeld" if row.oorsprong is Oorsprong.WEB else row.oorsprong.label
