"""A part of the plan that one contact person asked another to do."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, Moment
from portal.models.people.account import User

_OPEN = text("gesloten_op IS NULL")


class GegevenOnderdeel(Base):
    """Who was asked to do a part, by whom and before when. It locks nobody out, and is kept when it is over.

    At most one of a part is open at a time.
    """

    __tablename__ = "gegeven_onderdeel"
    __table_args__ = (
        Index(
            "uq_gegeven_onderdeel_open",
            "plan_id",
            "step_key",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    step_key: Mapped[str] = mapped_column(String(60))
    aan_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    # Before this day; None when nobody asked it by a day.
    voor: Mapped[date | None]
    toelichting: Mapped[str] = mapped_column(Text, default="")
    gegeven_op: Mapped[datetime] = mapped_column(Moment)
    gegeven_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    # When it was over: ready, taken back, given to somebody else, handed in, or the person left.
    gesloten_op: Mapped[datetime | None] = mapped_column(Moment)

    aan: Mapped[User] = relationship(foreign_keys=[aan_id])
    gegeven_door: Mapped[User] = relationship(foreign_keys=[gegeven_door_id])
