"""A Word file that is being taken in, and what taking over did."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.stored.intake import INTAKE_CONTENT, INTAKE_TAKEN
from portal.domain.stored.sheet_intake import SHEET_INTAKE_CONTENT
from portal.models.base import Base, Moment
from portal.models.people.account import User
from portal.models.stored import StoredJSON


class Inlezing(Base):
    """A filled-in format that was read for a plan, as one person corrects it. It is no part of the plan.

    Without `account_id` a coördinator put it ready for the region, and nobody of the region took it up yet.
    """

    __tablename__ = "inlezing"
    __table_args__ = (UniqueConstraint("plan_id", "account_id", name="uq_inlezing_plan_account"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    inhoud: Mapped[dict[str, Any]] = mapped_column(StoredJSON(INTAKE_CONTENT))
    revisie: Mapped[int] = mapped_column(default=1)
    gelezen_op: Mapped[datetime] = mapped_column(Moment)
    gelezen_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    # What taking over did; empty as long as nothing was taken over, and when that was undone.
    overgenomen: Mapped[dict[str, Any] | None] = mapped_column(StoredJSON(INTAKE_TAKEN))
    overgenomen_op: Mapped[datetime | None] = mapped_column(Moment)

    gelezen_door: Mapped[User] = relationship(foreign_keys=[gelezen_door_id])


class BladInlezing(Base):
    """An answer sheet that was read from a file, for one person to look at. It is no part of the sheet.

    Without `account_id` a coördinator put it ready for the region, and nobody of the region took it up yet.
    """

    __tablename__ = "blad_inlezing"
    __table_args__ = (UniqueConstraint("blad_id", "account_id", name="uq_blad_inlezing_blad_account"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    blad_id: Mapped[int] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    inhoud: Mapped[dict[str, Any]] = mapped_column(StoredJSON(SHEET_INTAKE_CONTENT))
    gelezen_op: Mapped[datetime] = mapped_column(Moment)
    gelezen_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))

    gelezen_door: Mapped[User] = relationship(foreign_keys=[gelezen_door_id])
