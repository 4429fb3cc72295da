"""Instemming: the register of parties of a plan, what each answered, of which text; and who reads alone with a link."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from portal.domain import clock
from portal.domain.consent.links import LinkStand, link_stand
from portal.domain.consent.states import InstemmingSoort, InstemmingStand, titel_of
from portal.domain.roles import Namens
from portal.domain.stored.plan import PLAN_CONTENT
from portal.models.base import Base, Moment, enum_column
from portal.models.people.account import User
from portal.models.plan.plan import Plan
from portal.models.stored import StoredJSON


class InstemmingTekst(Base):
    """A text of a plan that somebody agreed to or refused, as it was; once for each text. Never changes."""

    __tablename__ = "instemming_tekst"
    __table_args__ = (UniqueConstraint("plan_id", "checksum", name="uq_instemming_tekst_plan_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    checksum: Mapped[str] = mapped_column(String(64))
    op: Mapped[datetime] = mapped_column(Moment)
    inhoud: Mapped[dict[str, Any]] = deferred(mapped_column(StoredJSON(PLAN_CONTENT), nullable=False))


class Instemming(Base):
    """A party in the register of a plan: a side of a region, an aangesloten partij, a college or a raad.

    What it answered stands in `antwoorden`; the newest counts. Without one it was only asked.
    """

    __tablename__ = "instemming"
    __table_args__ = (
        UniqueConstraint("plan_id", "regio_id", "namens", name="uq_instemming_kant"),
        UniqueConstraint("partij_id", name="uq_instemming_partij"),
        CheckConstraint("(soort = 'kant') = (regio_id IS NOT NULL)", name="regio_bij_kant"),
        CheckConstraint("(soort = 'kant') = (namens IS NOT NULL)", name="namens_bij_kant"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    soort: Mapped[InstemmingSoort] = mapped_column(enum_column(InstemmingSoort, name="soort"))
    naam: Mapped[str] = mapped_column(Text)
    regio_id: Mapped[int | None] = mapped_column(ForeignKey("regio.id"))
    namens: Mapped[Namens | None] = mapped_column(enum_column(Namens, name="namens"))
    # The row of the list of aangesloten partijen that it was chosen from.
    partij_id: Mapped[int | None] = mapped_column(ForeignKey("partij.id"))
    # When it was asked last; None for what somebody said or wrote down unasked.
    gevraagd_op: Mapped[datetime | None] = mapped_column(Moment)
    gevraagd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    plan: Mapped[Plan] = relationship()
    gevraagd_door: Mapped[User | None] = relationship()
    antwoorden: Mapped[list[InstemmingAntwoord]] = relationship(
        back_populates="instemming", order_by="InstemmingAntwoord.id", lazy="selectin"
    )
    links: Mapped[list[Leeslink]] = relationship(back_populates="instemming", order_by="Leeslink.id")

    @property
    def titel(self) -> str:
        """How the register calls it."""
        return titel_of(self.soort, self.naam)

    @property
    def antwoord(self) -> InstemmingAntwoord | None:
        """What it answered last, or None."""
        return self.antwoorden[-1] if self.antwoorden else None

    @property
    def stand(self) -> InstemmingStand:
        """Where the party stands."""
        return self.antwoord.stand if self.antwoord else InstemmingStand.GEVRAAGD

    @property
    def reserved_until(self) -> date | None:
        """The day of the reservation under which it agreed, when that is still to come."""
        day = self.antwoord.voorbehoud_tot if self.antwoord else None
        return day if day and day >= clock.today() else None

    @property
    def asked_again(self) -> bool:
        """True when it was asked after what it answered last."""
        return bool(self.antwoord and self.gevraagd_op and self.gevraagd_op > self.antwoord.op)


class InstemmingAntwoord(Base):
    """What a party answered, of which text. Only ever added to.

    `account` said it, or wrote it down for a college or raad; without one it came by a link (`leeslink`).
    """

    __tablename__ = "instemming_antwoord"
    __table_args__ = (
        CheckConstraint("(stand = 'voorbehoud') = (voorbehoud_tot IS NOT NULL)", name="dag_bij_voorbehoud"),
        CheckConstraint("stand <> 'niet' OR toelichting <> ''", name="reden_bij_niet"),
        CheckConstraint("account_id IS NOT NULL OR leeslink_id IS NOT NULL", name="van_iemand"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    instemming_id: Mapped[int] = mapped_column(ForeignKey("instemming.id", ondelete="CASCADE"), index=True)
    stand: Mapped[InstemmingStand] = mapped_column(enum_column(InstemmingStand, name="stand"))
    tekst_id: Mapped[int] = mapped_column(ForeignKey("instemming_tekst.id"))
    # Who spoke, by name and what somebody does there.
    persoon: Mapped[str] = mapped_column(Text)
    functie: Mapped[str] = mapped_column(Text, default="")
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    leeslink_id: Mapped[int | None] = mapped_column(ForeignKey("leeslink.id"))
    # By when the achterban is consulted.
    voorbehoud_tot: Mapped[date | None]
    # The day on which a college or raad decided.
    besluit_op: Mapped[date | None]
    toelichting: Mapped[str] = mapped_column(Text, default="")
    op: Mapped[datetime] = mapped_column(Moment)

    instemming: Mapped[Instemming] = relationship(back_populates="antwoorden")
    tekst: Mapped[InstemmingTekst] = relationship(lazy="joined")
    account: Mapped[User | None] = relationship()


class InstemmingVrijstelling(Base):
    """The coördinator lets one version of a plan be handed in without one side of a region, and says why."""

    __tablename__ = "instemming_vrijstelling"
    __table_args__ = (UniqueConstraint("versie_id", "regio_id", "namens", name="uq_instemming_vrijstelling_kant"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    versie_id: Mapped[int] = mapped_column(ForeignKey("plan_versie.id", ondelete="CASCADE"))
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"))
    namens: Mapped[Namens] = mapped_column(enum_column(Namens, name="namens"))
    reden: Mapped[str] = mapped_column(Text)
    op: Mapped[datetime] = mapped_column(Moment)
    door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))

    door: Mapped[User] = relationship()


class Leeslink(Base):
    """A link by which somebody without an account reads a plan, made for one address.

    Only the hash of the token is kept. `stappen` are the keys of the parts, with a space between them; empty is all.
    """

    __tablename__ = "leeslink"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    # The party whose instemming is asked by it; None is only reading.
    instemming_id: Mapped[int | None] = mapped_column(ForeignKey("instemming.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    naam: Mapped[str] = mapped_column(Text)
    email: Mapped[str] = mapped_column(String(255))
    stappen: Mapped[str] = mapped_column(Text, default="")
    gemaakt_op: Mapped[datetime] = mapped_column(Moment)
    gemaakt_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    geldig_tot: Mapped[datetime] = mapped_column(Moment)
    ingetrokken_op: Mapped[datetime | None] = mapped_column(Moment)

    plan: Mapped[Plan] = relationship()
    instemming: Mapped[Instemming | None] = relationship(back_populates="links")
    gemaakt_door: Mapped[User] = relationship()
    inzagen: Mapped[list[LeeslinkInzage]] = relationship(order_by="LeeslinkInzage.id")

    @property
    def stand(self) -> LinkStand:
        """Whether it opens now."""
        return link_stand(self.geldig_tot, self.ingetrokken_op, clock.now())

    @property
    def step_keys(self) -> tuple[str, ...]:
        """The keys of the parts that it shows; none is the whole plan."""
        return tuple(self.stappen.split())


class LeeslinkInzage(Base):
    """A link was opened, by a person or by a machine that looks through mail. The one thing that a GET writes."""

    __tablename__ = "leeslink_inzage"

    id: Mapped[int] = mapped_column(primary_key=True)
    leeslink_id: Mapped[int] = mapped_column(ForeignKey("leeslink.id", ondelete="CASCADE"), index=True)
    op: Mapped[datetime] = mapped_column(Moment)


class LeeslinkCode(Base):
    """A one-time code that was mailed to the address of a link. Only a keyed hash is kept; the newest counts."""

    __tablename__ = "leeslink_code"
    __table_args__ = (CheckConstraint("pogingen >= 0", name="pogingen_niet_negatief"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    leeslink_id: Mapped[int] = mapped_column(ForeignKey("leeslink.id", ondelete="CASCADE"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64))
    gemaakt_op: Mapped[datetime] = mapped_column(Moment)
    pogingen: Mapped[int] = mapped_column(default=0)
    gebruikt_op: Mapped[datetime | None] = mapped_column(Moment)
