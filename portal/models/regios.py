"""The 31 zorgkantoorregio's, their aliases and their gemeenten."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base


class Regio(Base):
    """A zorgkantoorregio. Zorgkantoor and centrumgemeenten are best knowledge and can be edited."""

    __tablename__ = "regio"
    __table_args__ = (CheckConstraint("inwoners >= 0", name="inwoners_niet_negatief"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(10), unique=True)
    naam: Mapped[str] = mapped_column(String(200), unique=True)
    zorgkantoor: Mapped[str] = mapped_column(String(200), default="")
    centrumgemeenten: Mapped[str] = mapped_column(Text, default="")
    centrumgemeenten_elders: Mapped[str] = mapped_column(Text, default="")
    inwoners: Mapped[int] = mapped_column(default=0)
    tegel_kolom: Mapped[int] = mapped_column(default=0)
    tegel_rij: Mapped[int] = mapped_column(default=0)
    revision: Mapped[int] = mapped_column(default=1)

    aliassen: Mapped[list[RegioAlias]] = relationship(
        back_populates="regio", cascade="all, delete-orphan", order_by="RegioAlias.naam"
    )
    gemeenten: Mapped[list[Gemeente]] = relationship(back_populates="regio", order_by="Gemeente.naam")


class RegioAlias(Base):
    """Another name by which people know a region ("Gelderland-zuid" for Nijmegen)."""

    __tablename__ = "regio_alias"

    id: Mapped[int] = mapped_column(primary_key=True)
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id", ondelete="CASCADE"), index=True)
    naam: Mapped[str] = mapped_column(String(200), unique=True)

    regio: Mapped[Regio] = relationship(back_populates="aliassen")


class Gemeente(Base):
    """A gemeente; belongs to exactly one region."""

    __tablename__ = "gemeente"
    __table_args__ = (CheckConstraint("inwoners >= 0", name="inwoners_niet_negatief"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(10), unique=True)
    naam: Mapped[str] = mapped_column(String(200), unique=True)
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"), index=True)
    provincie: Mapped[str] = mapped_column(String(100), default="")
    inwoners: Mapped[int] = mapped_column(default=0)

    regio: Mapped[Regio] = relationship(back_populates="gemeenten")
