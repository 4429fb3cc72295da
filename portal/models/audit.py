"""The audit log: lines, the seals over them, and which segments were taken away. Only ever added to.

The database itself refuses a change (triggers, on both kinds): also of somebody who comes in by another way than the
portal. What it can't refuse, `flask audit verify` finds. No foreign key: an account that goes leaves its number, and
writing a line waits for nobody. See docs/decisions/auditlog.md.
"""

from __future__ import annotations

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.audit.line import Oorsprong, Resultaat
from portal.models.base import Base, enum_column

# What is emptied for a new demo or between tests leaves these tables alone.
APPEND_ONLY = {"append_only": True}


class AuditRegel(Base):
    """One line. `op` is text, as it was when its mark was made: each database keeps moments in a way of its own."""

    __tablename__ = "audit_regel"
    __table_args__ = (
        Index("ix_audit_regel_actor", "actor_id", "id"),
        Index("ix_audit_regel_actie", "actie", "id"),
        # A number that was given out is never given again: so it is seen that the end was cut off.
        {"sqlite_autoincrement": True, "info": APPEND_ONLY},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    op: Mapped[str] = mapped_column(String(26), index=True)
    oorsprong: Mapped[Oorsprong] = mapped_column(enum_column(Oorsprong, name="oorsprong"))
    actor_id: Mapped[int | None]
    actie: Mapped[str] = mapped_column(String(80))
    object_soort: Mapped[str] = mapped_column(String(40))
    object_id: Mapped[str] = mapped_column(String(80))
    resultaat: Mapped[Resultaat] = mapped_column(enum_column(Resultaat, name="resultaat"))
    verzoek: Mapped[str] = mapped_column(String(64))
    merk: Mapped[str] = mapped_column(String(48))


class AuditZegel(Base):
    """A seal over the lines `eerste_id` up to and with `laatste_id`; see `portal/domain/audit/chain.py`."""

    __tablename__ = "audit_zegel"
    __table_args__ = ({"info": APPEND_ONLY},)

    nummer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    segment: Mapped[str] = mapped_column(String(7))
    eerste_id: Mapped[int]
    laatste_id: Mapped[int]
    aantal: Mapped[int]
    regels: Mapped[str] = mapped_column(String(64))
    vorige: Mapped[str] = mapped_column(String(64))
    op: Mapped[str] = mapped_column(String(26))
    hash: Mapped[str] = mapped_column(String(64))
    merk: Mapped[str] = mapped_column(String(48))


class AuditOpruiming(Base):
    """A segment whose lines went when its term was over, up to this line; the seal `tot_zegel` stays."""

    __tablename__ = "audit_opruiming"
    __table_args__ = ({"info": APPEND_ONLY},)

    tot_zegel: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    segment: Mapped[str] = mapped_column(String(7), unique=True)
    tot_regel: Mapped[int]
    op: Mapped[str] = mapped_column(String(26))
