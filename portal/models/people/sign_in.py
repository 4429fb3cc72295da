"""Who is signed in where: one row for each time that somebody signed in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.people.sign_ins import LONGEST_NAME, SignInEnd
from portal.models.base import Base, Moment, enum_column


class Aanmelding(Base):
    """Somebody signed in with a browser. Its cookie holds a mark; only the hash of it stands here.

    A row without `beeindigd_op` may have ended all the same, by itself (`portal/domain/people/sign_ins.py`).
    """

    __tablename__ = "aanmelding"
    __table_args__ = (Index("ix_aanmelding_open", "account_id", "beeindigd_op"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    merk: Mapped[str] = mapped_column(String(64), unique=True)
    browser: Mapped[str] = mapped_column(String(LONGEST_NAME))
    begonnen_op: Mapped[datetime] = mapped_column(Moment)
    gezien_op: Mapped[datetime] = mapped_column(Moment)
    beeindigd_op: Mapped[datetime | None] = mapped_column(Moment)
    reden: Mapped[SignInEnd | None] = mapped_column(enum_column(SignInEnd, name="reden"))
