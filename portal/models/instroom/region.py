"""What a region says of its figures, and by which share it takes its part of the target."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.instroom.region import Verdeling
from portal.models.base import Base, Moment, enum_column
from portal.models.people.account import User


class RegioDuiding(Base):
    """The region's own words under one view of its figures, with the revision rule of every text.

    `gedeeld` is what others read of it: the text as it was when the region shared it.
    """

    __tablename__ = "regio_duiding"
    __table_args__ = (
        CheckConstraint("revision >= 1", name="revision_vanaf_een"),
        UniqueConstraint("regio_id", "question_key", name="uq_regio_duiding_vraag"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"))
    question_key: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(Text)
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    gedeeld: Mapped[str] = mapped_column(Text, default="")
    gedeeld_op: Mapped[datetime | None] = mapped_column(Moment)
    gedeeld_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    gewijzigd_door: Mapped[User | None] = relationship(foreign_keys=[gewijzigd_door_id])


class DuidingHistorie(Base):
    """A text as it was before somebody else, or the same person after a pause, replaced it."""

    __tablename__ = "duiding_historie"

    id: Mapped[int] = mapped_column(primary_key=True)
    duiding_id: Mapped[int] = mapped_column(ForeignKey("regio_duiding.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    gewijzigd_door: Mapped[User | None] = relationship()


class RegioVerdeling(Base):
    """By which share a region takes its part of the national target. Without one it has not chosen."""

    __tablename__ = "regio_verdeling"

    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"), primary_key=True)
    verdeling: Mapped[Verdeling] = mapped_column(enum_column(Verdeling, name="verdeling"))
    gekozen_op: Mapped[datetime] = mapped_column(Moment)
    gekozen_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
