"""The round (uitvraag): what is asked of which regions and until when, and the answer sheet of each plan."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.policy import Facts
from portal.domain.round.states import BladFacts, BladStatus, UitvraagStatus
from portal.domain.stored.events import ROUND_EVENT
from portal.domain.stored.feedback import FEEDBACK
from portal.domain.stored.sheet import ASKED_REGIONS, OWN_QUESTIONS, REMINDER_DAYS
from portal.models.base import Base, Moment, Stamped, enum_column
from portal.models.people.account import User
from portal.models.plan.plan import Indiening, Plan, names_together
from portal.models.regios import Regio
from portal.models.stored import StoredJSON


class Uitvraag(Base, Stamped):
    """One round. `edition` is the key of a national questionnaire, or empty for a round with only own questions.

    `extra_vragen` holds the coördinator's own questions as JSON; `portal/services/round/questionnaire.py` reads them.
    """

    __tablename__ = "uitvraag"
    __table_args__ = (
        CheckConstraint("periode_van <= periode_tot", name="periode_op_volgorde"),
        CheckConstraint("opent_op <= deadline", name="opent_voor_de_deadline"),
        CheckConstraint("revision >= 1", name="revision_vanaf_een"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str] = mapped_column(String(200), unique=True)
    edition: Mapped[str] = mapped_column(String(40), default="")
    periode_van: Mapped[date]
    periode_tot: Mapped[date]
    opent_op: Mapped[date]
    deadline: Mapped[date]
    toelichting: Mapped[str] = mapped_column(Text, default="")
    extra_vragen: Mapped[list[dict[str, Any]]] = mapped_column(StoredJSON(OWN_QUESTIONS), default=list)
    # Days before (positive) and after (negative) the deadline on which those who have not answered are reminded.
    herinner_dagen: Mapped[list[int]] = mapped_column(StoredJSON(REMINDER_DAYS), default=list)
    # The ids of the regions that are asked; empty: all of them.
    gevraagde_regios: Mapped[list[int]] = mapped_column(StoredJSON(ASKED_REGIONS), default=list)
    # The keys of the onderdelen of the questionnaire that this round does not ask, with blanks between.
    niet_gesteld: Mapped[str] = mapped_column(String(400), default="")
    status: Mapped[UitvraagStatus] = mapped_column(
        enum_column(UitvraagStatus, name="status"), default=UitvraagStatus.GEPLAND
    )
    status_sinds: Mapped[datetime] = mapped_column(Moment)
    # The coördinator's words in the terugkoppeling: what others said, and what happens now.
    anderen_zeiden: Mapped[str] = mapped_column(Text, default="")
    vervolg: Mapped[str] = mapped_column(Text, default="")
    revision: Mapped[int] = mapped_column(default=1)

    bladen: Mapped[list[Antwoordblad]] = relationship(back_populates="uitvraag", order_by="Antwoordblad.id")


class Antwoordblad(Base):
    """What one plan's regions answer in one round; a region without a plan has a sheet of its own.

    For which regions it counts is settled when the round opens (`BladRegio`), and stays so when plans are joined or
    split meanwhile. `plan_indiening` is the plan in force whose actions question 2 lists; None: there was none.
    """

    __tablename__ = "antwoordblad"
    __table_args__ = (
        CheckConstraint("indiening_nummer >= 0", name="indiening_nummer_niet_negatief"),
        CheckConstraint("status = 'open' OR indiening_nummer >= 1", name="alleen_open_zonder_indiening"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uitvraag_id: Mapped[int] = mapped_column(ForeignKey("uitvraag.id", ondelete="CASCADE"), index=True)
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"), index=True)
    plan_indiening_id: Mapped[int | None] = mapped_column(ForeignKey("indiening.id"))
    status: Mapped[BladStatus] = mapped_column(enum_column(BladStatus, name="status"), default=BladStatus.OPEN)
    status_sinds: Mapped[datetime] = mapped_column(Moment)
    # How often it was handed in; the newest submission counts, also while it is being corrected.
    indiening_nummer: Mapped[int] = mapped_column(default=0)
    uitstel_tot: Mapped[date | None]
    heropend_tot: Mapped[date | None]
    niet_gevraagd: Mapped[bool] = mapped_column(default=False)
    niet_gevraagd_reden: Mapped[str] = mapped_column(Text, default="")
    # A national report may name its regions with a quote from it: their choice when they hand in.
    citaat_met_naam: Mapped[bool] = mapped_column(default=False, server_default=false())

    uitvraag: Mapped[Uitvraag] = relationship(back_populates="bladen", lazy="joined", innerjoin=True)
    plan: Mapped[Plan | None] = relationship()
    plan_indiening: Mapped[Indiening | None] = relationship()
    blad_regios: Mapped[list[BladRegio]] = relationship(
        back_populates="blad", cascade="all, delete-orphan", lazy="selectin"
    )

    @property
    def regios(self) -> list[Regio]:
        """The regions for which the answers count, by name."""
        return sorted((link.regio for link in self.blad_regios), key=lambda regio: regio.naam.casefold())

    @property
    def naam(self) -> str:
        """The names of the regions, as read aloud."""
        return names_together(regio.naam for regio in self.regios)

    @property
    def deadline(self) -> date:
        """Until when these regions have: the round's deadline, or their own extension."""
        return self.uitstel_tot or self.uitvraag.deadline

    @property
    def facts(self) -> Facts:
        """What the policy needs to know."""
        regio_ids = frozenset(link.regio_id for link in self.blad_regios)
        return Facts(regio_ids=regio_ids, has_indiening=self.indiening_nummer > 0)

    @property
    def blad_facts(self) -> BladFacts:
        """What decides whether it takes answers, and how it is shown."""
        return BladFacts(self.uitvraag.status, self.status, self.deadline, self.heropend_tot, self.niet_gevraagd)


class BladRegio(Base):
    """For which region a sheet counts. A region has one sheet in a round."""

    __tablename__ = "blad_regio"

    uitvraag_id: Mapped[int] = mapped_column(ForeignKey("uitvraag.id", ondelete="CASCADE"), primary_key=True)
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"), primary_key=True, index=True)
    blad_id: Mapped[int] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"), index=True)

    blad: Mapped[Antwoordblad] = relationship(back_populates="blad_regios")
    regio: Mapped[Regio] = relationship(lazy="joined", innerjoin=True)


class UitvraagEvent(Base):
    """What happened to a round, or to one of its sheets, in the past tense. Only ever added to."""

    __tablename__ = "uitvraag_event"
    __table_args__ = (Index("ix_uitvraag_event_blad_op", "blad_id", "op"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    uitvraag_id: Mapped[int] = mapped_column(ForeignKey("uitvraag.id", ondelete="CASCADE"), index=True)
    blad_id: Mapped[int | None] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"))
    soort: Mapped[str] = mapped_column(String(40))
    op: Mapped[datetime] = mapped_column(Moment, index=True)
    door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    notitie: Mapped[str] = mapped_column(Text, default="")
    gegevens: Mapped[dict[str, Any]] = mapped_column(StoredJSON(ROUND_EVENT), default=dict)

    door: Mapped[User | None] = relationship()


class Terugkoppeling(Base):
    """What the regions of a sheet got back when the round was finished, frozen."""

    __tablename__ = "terugkoppeling"

    blad_id: Mapped[int] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"), primary_key=True)
    verstuurd_op: Mapped[datetime] = mapped_column(Moment)
    verstuurd_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    snapshot: Mapped[dict[str, Any]] = mapped_column(StoredJSON(FEEDBACK))
    checksum: Mapped[str] = mapped_column(String(64))
