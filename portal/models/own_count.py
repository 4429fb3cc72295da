"""A search that the coördinator keeps with a report: its places are looked at one by one, its regions are counted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.report.own_counts import TellingWaar
from portal.models.base import Base, Moment, enum_column


class RapportTelling(Base):
    """One such search: its words, where it looks, and its name. Its token is `telling_<nummer>`."""

    __tablename__ = "rapport_telling"

    rapport_id: Mapped[int] = mapped_column(ForeignKey("rapport.id", ondelete="CASCADE"), primary_key=True)
    nummer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    naam: Mapped[str] = mapped_column(String(120))
    vraag: Mapped[str] = mapped_column(String(200))
    waar: Mapped[TellingWaar] = mapped_column(enum_column(TellingWaar, name="waar"))


class RapportTellingPlaats(Base):
    """A place that somebody looked at, and whether it counts.

    `plek` stands for the very text and where it stands: handed in again unchanged it is the same place, changed it is
    another one. `regio_codes` are those of its regions, with spaces between.
    """

    __tablename__ = "rapport_telling_plaats"
    __table_args__ = (
        ForeignKeyConstraint(
            ["rapport_id", "nummer"], ["rapport_telling.rapport_id", "rapport_telling.nummer"], ondelete="CASCADE"
        ),
    )

    rapport_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    nummer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    plek: Mapped[str] = mapped_column(String(64), primary_key=True)
    telt_mee: Mapped[bool]
    regio_codes: Mapped[str] = mapped_column(Text)
    bekeken_op: Mapped[datetime] = mapped_column(Moment)
    bekeken_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
