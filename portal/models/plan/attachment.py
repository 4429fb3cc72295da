"""Attachments: kept in the database, so that one back-up holds everything."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from portal.models.base import Base, Moment
from portal.models.people.account import User


class Bijlage(Base):
    """A file of a plan. Its content never changes; removing is soft, so that a submission keeps its files."""

    __tablename__ = "bijlage"
    __table_args__ = (CheckConstraint("grootte > 0", name="grootte_positief"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    naam: Mapped[str] = mapped_column(Text)
    bestandsnaam: Mapped[str] = mapped_column(Text)
    soort: Mapped[str] = mapped_column(String(120))
    grootte: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    inhoud: Mapped[bytes] = deferred(mapped_column(LargeBinary))
    toegevoegd_op: Mapped[datetime] = mapped_column(Moment)
    toegevoegd_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    verwijderd_op: Mapped[datetime | None] = mapped_column(Moment)

    toegevoegd_door: Mapped[User] = relationship()


class IndieningBijlage(Base):
    """Which files went along with a submission."""

    __tablename__ = "indiening_bijlage"

    indiening_id: Mapped[int] = mapped_column(ForeignKey("indiening.id", ondelete="CASCADE"), primary_key=True)
    bijlage_id: Mapped[int] = mapped_column(ForeignKey("bijlage.id"), primary_key=True)
