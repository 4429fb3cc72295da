"""Hoor en wederhoor: until when regions read their page of a concept, the page that each got, what it said."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.policy import Facts
from portal.domain.report.hearing import HoorAfhandeling, HoorFacts, HoorOordeel
from portal.domain.stored.report import REGION_PAGE
from portal.models.base import Base, Moment, enum_column
from portal.models.people.account import User
from portal.models.regios import Regio
from portal.models.report import Rapport
from portal.models.stored import StoredJSON


class RapportHoor(Base):
    """That the pages of a report were put before its regions, and until which day they can answer."""

    __tablename__ = "rapport_hoor"

    rapport_id: Mapped[int] = mapped_column(ForeignKey("rapport.id", ondelete="CASCADE"), primary_key=True)
    tot_en_met: Mapped[date]
    gevraagd_op: Mapped[datetime] = mapped_column(Moment)
    gevraagd_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    # When it was closed before its last day; a later last day opens it again.
    gesloten_op: Mapped[datetime | None] = mapped_column(Moment)

    rapport: Mapped[Rapport] = relationship(lazy="joined", innerjoin=True)

    @property
    def facts(self) -> HoorFacts:
        """What decides whether regions can answer."""
        return HoorFacts(self.rapport.status, self.tot_en_met, self.gesloten_op)


class RapportHoorRegio(Base):
    """The page that one region was given, what it said of that, and what the coördinator did with it.

    `pagina` is what the report said of the region when it was asked; it stays, whatever becomes of the report.
    `verteld` is the SHA-256 of the page that the region was told of last. What was said before is in RapportHistorie.
    """

    __tablename__ = "rapport_hoor_regio"
    __table_args__ = (
        UniqueConstraint("rapport_id", "regio_id"),
        CheckConstraint("revision >= 1", name="revision_vanaf_een"),
        CheckConstraint("(oordeel IS NULL) = (antwoord_op IS NULL)", name="antwoord_met_moment"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    rapport_id: Mapped[int] = mapped_column(ForeignKey("rapport_hoor.rapport_id", ondelete="CASCADE"))
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"), index=True)
    pagina: Mapped[dict[str, Any]] = mapped_column(StoredJSON(REGION_PAGE))
    verteld: Mapped[str] = mapped_column(String(64))
    oordeel: Mapped[HoorOordeel | None] = mapped_column(enum_column(HoorOordeel, name="oordeel"))
    tekst: Mapped[str] = mapped_column(Text, default="")
    antwoord_op: Mapped[datetime | None] = mapped_column(Moment)
    antwoord_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    afhandeling: Mapped[HoorAfhandeling | None] = mapped_column(enum_column(HoorAfhandeling, name="afhandeling"))
    reden: Mapped[str] = mapped_column(Text, default="")
    afgehandeld_op: Mapped[datetime | None] = mapped_column(Moment)
    afgehandeld_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    revision: Mapped[int] = mapped_column(default=1)

    hoor: Mapped[RapportHoor] = relationship(lazy="joined", innerjoin=True)
    regio: Mapped[Regio] = relationship(lazy="joined", innerjoin=True)
    antwoord_door: Mapped[User | None] = relationship(foreign_keys=[antwoord_door_id])
    afgehandeld_door: Mapped[User | None] = relationship(foreign_keys=[afgehandeld_door_id])

    @property
    def facts(self) -> Facts:
        """What the policy needs to know."""
        return Facts(regio_ids=frozenset({self.regio_id}))

    @property
    def is_wish(self) -> bool:
        """True when the region asked for something else."""
        return self.oordeel is HoorOordeel.ANDERS

    @property
    def awaits_settlement(self) -> bool:
        """True while nobody said what came of its wish."""
        return self.is_wish and self.afhandeling is None
