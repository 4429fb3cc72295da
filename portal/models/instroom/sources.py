"""Where figures come from: the sources, and the files that were taken in."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.instroom.imports import BestandSoort, ImportStatus
from portal.models.base import Base, Moment, Stamped, enum_column


class InstroomBron(Base):
    """A source of figures. Where two have the same figure, the one with the lowest `voorrang` is shown first.

    `definitie` says what it counts differently from the indicator ("t/m 27 jaar"), `kanttekening` what to know of it.
    """

    __tablename__ = "instroom_bron"

    id: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str] = mapped_column(String(200), unique=True)
    houder: Mapped[str] = mapped_column(String(200), default="")
    definitie: Mapped[str] = mapped_column(Text, default="")
    kanttekening: Mapped[str] = mapped_column(Text, default="")
    voorrang: Mapped[int] = mapped_column(default=100)
    is_synthetisch: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[int] = mapped_column(default=1)


class InstroomImport(Base, Stamped):
    """A file with figures. As long as it is a concept nothing of it counts; undone it counts no more.

    `volgorde` grows with each file that is taken in: where two have a figure of the same place, the later one counts.
    `nieuw`, `gewijzigd` and `gelijk` are how many of its figures are new, change one, and say what was known already.
    `merk_in` and `merk_uit` are the marks of the figures (`InstroomStand.merk`) at which it was taken in and undone.
    """

    __tablename__ = "instroom_import"
    __table_args__ = (CheckConstraint("nieuw >= 0 AND gewijzigd >= 0 AND gelijk >= 0", name="aantallen_niet_negatief"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    bron_id: Mapped[int] = mapped_column(ForeignKey("instroom_bron.id"), index=True)
    soort: Mapped[BestandSoort] = mapped_column(enum_column(BestandSoort, name="soort"))
    status: Mapped[ImportStatus] = mapped_column(enum_column(ImportStatus, name="status"), default=ImportStatus.CONCEPT)
    bestandsnaam: Mapped[str] = mapped_column(String(255))
    sha256: Mapped[str] = mapped_column(String(64), default="")
    peildatum: Mapped[date | None]
    toelichting: Mapped[str] = mapped_column(Text, default="")
    nieuw: Mapped[int] = mapped_column(default=0)
    gewijzigd: Mapped[int] = mapped_column(default=0)
    gelijk: Mapped[int] = mapped_column(default=0)
    volgorde: Mapped[int] = mapped_column(default=0)
    door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    ingelezen_op: Mapped[datetime | None] = mapped_column(Moment)
    ongedaan_op: Mapped[datetime | None] = mapped_column(Moment)
    ongedaan_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    merk_in: Mapped[str] = mapped_column(String(32), default="")
    merk_uit: Mapped[str] = mapped_column(String(32), default="")

    bron: Mapped[InstroomBron] = relationship()
    meldingen: Mapped[list[InstroomMelding]] = relationship(
        cascade="all, delete-orphan", order_by="InstroomMelding.nummer", passive_deletes=True
    )


class InstroomMelding(Base):
    """Something that was seen in a file and did not stop it: what was cleaned, added up, or asks a look."""

    __tablename__ = "instroom_melding"

    import_id: Mapped[int] = mapped_column(ForeignKey("instroom_import.id", ondelete="CASCADE"), primary_key=True)
    nummer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    waar: Mapped[str] = mapped_column(String(200), default="")
    tekst: Mapped[str] = mapped_column(Text)
    vraagt_antwoord: Mapped[bool] = mapped_column(default=False)
