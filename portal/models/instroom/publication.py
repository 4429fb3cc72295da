"""What was published of the figures, frozen as people saw it, and what regions said before."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.instroom.breakdowns import Indeling
from portal.domain.instroom.publication import PublicatieStatus, first_public_day
from portal.domain.instroom.shown import Verborgen
from portal.models.base import Base, Moment, enum_column
from portal.models.people.account import User
from portal.models.regios import Regio


class InstroomPublicatie(Base):
    """Figures that were announced to regions, and published later or not. `bron` is the source of the inflow."""

    __tablename__ = "instroom_publicatie"

    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[PublicatieStatus] = mapped_column(
        enum_column(PublicatieStatus, name="status"), default=PublicatieStatus.AANGEKONDIGD
    )
    inzage_tot: Mapped[date]
    bron: Mapped[str] = mapped_column(String(200))
    peildatum: Mapped[str] = mapped_column(String(40), default="")
    is_synthetisch: Mapped[bool] = mapped_column(default=False)
    aangekondigd_op: Mapped[datetime] = mapped_column(Moment)
    aangekondigd_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    gepubliceerd_op: Mapped[datetime | None] = mapped_column(Moment)
    ingetrokken_op: Mapped[datetime | None] = mapped_column(Moment)

    bezwaren: Mapped[list[InstroomBezwaar]] = relationship(order_by="InstroomBezwaar.id", back_populates="publicatie")

    @property
    def herkend_door(self) -> list[str]:
        """The regions that said that their figures are right, by name."""
        return sorted({one.regio.naam for one in self.bezwaren if one.klopt})

    @property
    def eerste_dag_openbaar(self) -> date:
        """The first day on which it can be public."""
        return first_public_day(self.inzage_tot)


class InstroomGepubliceerd(Base):
    """A figure of a publication, as it is shown: its value, or the words that stand in its place."""

    __tablename__ = "instroom_gepubliceerd"
    __table_args__ = (Index("ix_instroom_gepubliceerd_gebied", "publicatie_id", "indicator", "gebied"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    publicatie_id: Mapped[int] = mapped_column(ForeignKey("instroom_publicatie.id", ondelete="CASCADE"))
    indicator: Mapped[str] = mapped_column(String(40))
    gebied: Mapped[str] = mapped_column(String(10))
    indeling: Mapped[Indeling] = mapped_column(enum_column(Indeling, name="indeling"))
    categorie: Mapped[str] = mapped_column(String(40))
    periode: Mapped[str] = mapped_column(String(10))
    waarde: Mapped[int | None]
    tekst: Mapped[str] = mapped_column(String(40))
    uitleg: Mapped[str] = mapped_column(String(300), default="")
    voorlopig: Mapped[bool] = mapped_column(default=False)
    # The upper end of a range, and why a value is not shown: what pages need to tell it as they told it then.
    waarde_tot: Mapped[int | None]
    verborgen: Mapped[Verborgen | None] = mapped_column(enum_column(Verborgen, name="verborgen"))


class InstroomBezwaar(Base):
    """What a region says of the figures that are to be published, and what the coördinator answered."""

    __tablename__ = "instroom_bezwaar"

    id: Mapped[int] = mapped_column(primary_key=True)
    publicatie_id: Mapped[int] = mapped_column(ForeignKey("instroom_publicatie.id", ondelete="CASCADE"), index=True)
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"))
    tekst: Mapped[str] = mapped_column(Text)
    # The region recognises its figures: there is no text, and nothing to answer.
    klopt: Mapped[bool] = mapped_column(default=False)
    op: Mapped[datetime] = mapped_column(Moment)
    door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    antwoord: Mapped[str] = mapped_column(Text, default="")
    antwoord_op: Mapped[datetime | None] = mapped_column(Moment)
    antwoord_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    @property
    def wacht(self) -> bool:
        """True while the coördinator owes an answer."""
        return not self.klopt and not self.antwoord

    publicatie: Mapped[InstroomPublicatie] = relationship(back_populates="bezwaren")
    regio: Mapped[Regio] = relationship()
    door: Mapped[User] = relationship(foreign_keys=[door_id])
