"""Who has which page to write on open now, so that two people who write in one place know of each other."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, Moment


class Aanwezigheid(Base):
    """Somebody's page that was open at `gezien_op`. It goes by itself (`portal/services/presence.py`).

    `plek` names what is written there ("plan/3/acties"), as the view of that page says.
    """

    __tablename__ = "aanwezigheid"

    plek: Mapped[str] = mapped_column(String(120), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    gezien_op: Mapped[datetime] = mapped_column(Moment)
