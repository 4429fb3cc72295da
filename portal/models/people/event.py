"""What happened to an account: who gave or took which role, who switched it on or off (BIO 5.18, 8.15)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, Moment
from portal.models.people.account import User


class AccountEvent(Base):
    """One thing that happened to an account, in the past tense. Only ever added to.

    `door` is who did it; None means a command on the server. `herkomst` is the address it came from, or "opdracht".
    """

    __tablename__ = "account_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    soort: Mapped[str] = mapped_column(String(40))
    op: Mapped[datetime] = mapped_column(Moment)
    door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    herkomst: Mapped[str] = mapped_column(String(64))
    tekst: Mapped[str] = mapped_column(Text, default="")

    account: Mapped[User] = relationship(foreign_keys=[account_id])
    door: Mapped[User | None] = relationship(foreign_keys=[door_id])


@event.listens_for(AccountEvent, "before_update")
@event.listens_for(AccountEvent, "before_delete")
def _refuse(mapper: Any, connection: Any, target: AccountEvent) -> None:
    raise RuntimeError("an account event is never changed or removed")
