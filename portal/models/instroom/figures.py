"""The figures themselves: never overwritten, a correction is a new row."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain.instroom.breakdowns import Indeling
from portal.domain.instroom.figures import Teken
from portal.models.base import Base, Moment, enum_column

# What a figure is of, within one source.
PLEK = ("bron_id", "indicator", "gebied", "indeling", "categorie", "periode")


class InstroomCijfer(Base):
    """A figure as one file gave it. `actueel`: it is the one that counts, of this source and this place.

    `gebied` is the code of a region or NL; the code stands here and not a key of `regio`, because figures of regions
    that are no more stay readable.
    """

    __tablename__ = "instroom_cijfer"
    __table_args__ = (
        CheckConstraint("(waarde IS NULL) <> (teken IS NULL)", name="waarde_of_teken"),
        CheckConstraint("waarde >= 0", name="waarde_niet_negatief"),
        CheckConstraint("waarde_tot IS NULL OR waarde_tot > waarde", name="tot_boven_waarde"),
        UniqueConstraint("import_id", *PLEK[1:], name="uq_instroom_cijfer_plek_in_import"),
        Index(
            "uq_instroom_cijfer_actueel",
            *PLEK,
            unique=True,
            sqlite_where=text("actueel = 1"),
            postgresql_where=text("actueel"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("instroom_import.id", ondelete="CASCADE"))
    bron_id: Mapped[int] = mapped_column(ForeignKey("instroom_bron.id"))
    indicator: Mapped[str] = mapped_column(String(40))
    gebied: Mapped[str] = mapped_column(String(10))
    indeling: Mapped[Indeling] = mapped_column(enum_column(Indeling, name="indeling"))
    categorie: Mapped[str] = mapped_column(String(40))
    periode: Mapped[str] = mapped_column(String(10))
    waarde: Mapped[int | None]
    waarde_tot: Mapped[int | None]
    teken: Mapped[Teken | None] = mapped_column(enum_column(Teken, name="teken"))
    voorlopig: Mapped[bool] = mapped_column(default=False)
    actueel: Mapped[bool] = mapped_column(default=False)


class InstroomVerklaring(Base):
    """Why sources say something else about the same figure, in words of the coördinator."""

    __tablename__ = "instroom_verklaring"
    __table_args__ = (UniqueConstraint(*PLEK[1:], name="uq_instroom_verklaring_plek"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator: Mapped[str] = mapped_column(String(40))
    gebied: Mapped[str] = mapped_column(String(10))
    indeling: Mapped[Indeling] = mapped_column(enum_column(Indeling, name="indeling"))
    categorie: Mapped[str] = mapped_column(String(40))
    periode: Mapped[str] = mapped_column(String(10))
    tekst: Mapped[str] = mapped_column(Text, default="")
    revision: Mapped[int] = mapped_column(default=0)
    bewerkt_op: Mapped[datetime] = mapped_column(Moment)
    bewerkt_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))


class InstroomStand(Base):
    """One row: the settings of small numbers, and a number that grows with each change of the figures that count.

    `merk` is another one after each change, by chance: what is worked out from figures is kept under it.
    """

    __tablename__ = "instroom_stand"
    __table_args__ = (CheckConstraint("drempel BETWEEN 2 AND 100", name="drempel_in_bereik"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    nummer: Mapped[int] = mapped_column(default=0)
    merk: Mapped[str] = mapped_column(String(32), default="")
    drempel: Mapped[int] = mapped_column(default=5)
    rond_af: Mapped[bool] = mapped_column(default=False)
