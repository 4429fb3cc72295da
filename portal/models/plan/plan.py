"""The plan van aanpak: for which regions it counts, its way through the workflow, what was submitted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from forms.dutch.words import together
from portal.domain.plan.states import VersieStatus
from portal.domain.policy import Facts
from portal.domain.roles import Namens
from portal.domain.stored.events import PLAN_EVENT
from portal.domain.stored.plan import PLAN_CONTENT, PLAN_FACTS
from portal.models.base import Base, Moment, Stamped, enum_column
from portal.models.people.account import User
from portal.models.regios import Regio
from portal.models.stored import StoredJSON

_OPEN = text("status <> 'vastgesteld'")


class Plan(Base, Stamped):
    """One plan for one region or several. Holds the working copy; see `answer.py` and `rows.py`."""

    __tablename__ = "plan"

    id: Mapped[int] = mapped_column(primary_key=True)
    edition: Mapped[str] = mapped_column(String(40))
    deadline: Mapped[date]
    # Set when the plan was joined into another one; such a plan is kept and only read.
    opgegaan_in_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    # How it was called before that: its regions have moved.
    vroegere_naam: Mapped[str] = mapped_column(Text, default="")

    opgegaan_in: Mapped[Plan | None] = relationship(remote_side=[id], back_populates="opgegane_plannen")
    opgegane_plannen: Mapped[list[Plan]] = relationship(back_populates="opgegaan_in", order_by="Plan.id")
    plan_regios: Mapped[list[PlanRegio]] = relationship(
        back_populates="plan", cascade="all, delete-orphan", lazy="selectin"
    )
    versies: Mapped[list[PlanVersie]] = relationship(
        back_populates="plan", order_by="PlanVersie.nummer", lazy="selectin"
    )

    @property
    def regios(self) -> list[Regio]:
        """The regions for which the plan counts, by name."""
        return sorted((link.regio for link in self.plan_regios), key=lambda regio: regio.naam.casefold())

    @property
    def naam(self) -> str:
        """The names of the regions, as read aloud: "Amstelland en De Meerlanden en Zuid-Holland Noord"."""
        return names_together(regio.naam for regio in self.regios) or self.vroegere_naam

    @property
    def versie(self) -> PlanVersie:
        """The newest version: the one people work on."""
        return self.versies[-1]

    @property
    def status(self) -> VersieStatus:
        """The status of the newest version."""
        return self.versie.status

    @property
    def regio_ids(self) -> frozenset[int]:
        """The ids of its regions; those of the joint plan when it went up in one, so that they can still read it."""
        if self.opgegaan_in is not None:
            return self.opgegaan_in.regio_ids
        return frozenset(link.regio_id for link in self.plan_regios)

    @property
    def facts(self) -> Facts:
        """What the policy needs to know."""
        return Facts(
            regio_ids=self.regio_ids,
            has_indiening=any(versie.geldige_indiening for versie in self.versies),
            has_vastgesteld=any(versie.status is VersieStatus.VASTGESTELD for versie in self.versies),
            asks_meelezen=any(versie.meelezen_open for versie in self.versies),
        )


def names_together(names: Iterable[str]) -> str:
    """How a plan for these regions is called."""
    return together(sorted(names, key=str.casefold))


class PlanRegio(Base):
    """For which region a plan counts. A region has at most one plan at a time."""

    __tablename__ = "plan_regio"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True)
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"), primary_key=True, unique=True)

    plan: Mapped[Plan] = relationship(back_populates="plan_regios")
    regio: Mapped[Regio] = relationship(lazy="joined")


class PlanVersie(Base, Stamped):
    """One way of a plan through the workflow. At most one version of a plan is not vastgesteld."""

    __tablename__ = "plan_versie"
    __table_args__ = (
        UniqueConstraint("plan_id", "nummer"),
        CheckConstraint("nummer >= 1", name="nummer_vanaf_een"),
        CheckConstraint("status = 'concept' OR geldige_indiening >= 1", name="alleen_concept_zonder_indiening"),
        CheckConstraint("geldige_indiening BETWEEN 0 AND indiening_nummer", name="geldige_indiening_bestaat"),
        Index("uq_plan_versie_open", "plan_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    nummer: Mapped[int]
    status: Mapped[VersieStatus] = mapped_column(enum_column(VersieStatus, name="status"), default=VersieStatus.CONCEPT)
    status_sinds: Mapped[datetime] = mapped_column(Moment)
    # How often this version was submitted; 0 = never.
    indiening_nummer: Mapped[int] = mapped_column(default=0)
    # The number of the newest submission that was not withdrawn; 0 = there is none.
    geldige_indiening: Mapped[int] = mapped_column(default=0)
    # Who picked it up to review it.
    beoordelaar_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    # When it came back: until when the region is asked to hand it in again. The newest return counts.
    terug_voor: Mapped[date | None]
    # The region asked reviewers to look at its draft, and they are not done yet (see `Meelezing`).
    meelezen_open: Mapped[bool] = mapped_column(default=False, server_default=false())

    plan: Mapped[Plan] = relationship(back_populates="versies")
    beoordelaar: Mapped[User | None] = relationship()
    indieningen: Mapped[list[Indiening]] = relationship(back_populates="versie", order_by="Indiening.nummer")


class Indiening(Base):
    """What was submitted, frozen: the snapshot never changes. `checksum` is the SHA-256 of its JSON text."""

    __tablename__ = "indiening"
    __table_args__ = (
        UniqueConstraint("versie_id", "nummer"),
        # Holds what lists ask: SQLite reads through the whole snapshot to reach the column behind it.
        Index("ix_indiening_checksum", "versie_id", "nummer", "checksum"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    versie_id: Mapped[int] = mapped_column(ForeignKey("plan_versie.id", ondelete="CASCADE"), index=True)
    nummer: Mapped[int]
    ingediend_op: Mapped[datetime] = mapped_column(Moment)
    ingediend_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    namens: Mapped[Namens] = mapped_column(enum_column(Namens, name="namens"))
    # Who of the other side agreed, as the submitter stated it.
    akkoord_van: Mapped[str] = mapped_column(Text)
    ingetrokken_op: Mapped[datetime | None] = mapped_column(Moment)
    snapshot: Mapped[dict[str, Any]] = deferred(mapped_column(StoredJSON(PLAN_CONTENT)))
    checksum: Mapped[str] = mapped_column(String(64))
    # Facts for lists and counts, so that a list need not load every snapshot.
    feiten: Mapped[dict[str, Any]] = mapped_column(StoredJSON(PLAN_FACTS))

    versie: Mapped[PlanVersie] = relationship(back_populates="indieningen")
    ingediend_door: Mapped[User] = relationship()

    @property
    def is_vastgesteld(self) -> bool:
        """True when this very submission is the plan as it was accepted."""
        return self.versie.status is VersieStatus.VASTGESTELD and self.nummer == self.versie.geldige_indiening


class Event(Base):
    """What happened to a plan, in the past tense. Only ever added to."""

    __tablename__ = "event"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    versie_id: Mapped[int | None] = mapped_column(ForeignKey("plan_versie.id"))
    soort: Mapped[str] = mapped_column(String(40))
    op: Mapped[datetime] = mapped_column(Moment, index=True)
    door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    notitie: Mapped[str] = mapped_column(Text, default="")
    gegevens: Mapped[dict[str, Any]] = mapped_column(StoredJSON(PLAN_EVENT), default=dict)

    door: Mapped[User | None] = relationship()
