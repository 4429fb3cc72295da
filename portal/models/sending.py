"""What people sent by which form: a one-time mark stands in every form, and is written down when the form was taken."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain import clock
from portal.models.base import Base, Moment


class Verzending(Base):
    """One form that was taken in, written in the transaction that did what it asked.

    `merk` is the mark that stood in the form and `inhoud` a hash of what was sent with it. `poging` is what the browser
    calls that text, so that it can ask whether this very text was taken. `naar` is where the answer led to, and
    `wijzigen` where what was made can be changed. No foreign key: a note of what was sent holds nobody up, and goes by
    itself (`portal/services/sendings.py`).
    """

    __tablename__ = "verzending"
    __table_args__ = (UniqueConstraint("account_id", "merk", "inhoud", name="uq_verzending_eenmalig"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int]
    endpoint: Mapped[str] = mapped_column(String(80))
    merk: Mapped[str] = mapped_column(String(40))
    inhoud: Mapped[str] = mapped_column(String(64))
    poging: Mapped[str] = mapped_column(String(40), default="")
    naar: Mapped[str] = mapped_column(Text, default="")
    wijzigen: Mapped[str] = mapped_column(Text, default="")
    verzonden_op: Mapped[datetime] = mapped_column(Moment, default=clock.now, index=True)
