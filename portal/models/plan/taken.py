"""What taking over a file did to a list of a plan, so that one press undoes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.stored.plan import ROWS_TAKEN
from portal.models.base import Base, Moment
from portal.models.stored import StoredJSON


class RijenOvername(Base):
    """The last file that a person took over in a list. It goes when it is undone, and after a while."""

    __tablename__ = "rijen_overname"
    __table_args__ = (UniqueConstraint("plan_id", "tabel", "account_id", name="uq_rijen_overname_plan_tabel_account"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    tabel: Mapped[str] = mapped_column(String(40))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    gedaan: Mapped[dict[str, Any]] = mapped_column(StoredJSON(ROWS_TAKEN))
    op: Mapped[datetime] = mapped_column(Moment)
