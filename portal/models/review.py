"""What reviewers do with a plan: remarks, advice, sending parts back, reading a draft along, condensing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from portal.domain.review.remarks import AdviesOordeel, ReactieSoort, Zicht
from portal.domain.stored.plan import PLAN_CONTENT, READ_ALONG_STEPS
from portal.models.base import Base, Moment, enum_column
from portal.models.people.account import User
from portal.models.stored import StoredJSON


class Opmerking(Base):
    """The start of a thread about one step of a plan or answer sheet, or one action in it. Its text never changes.

    It is on a plan (then `versie` is the version of that day), on an answer sheet, on a report (then the step is a
    chapter, and `anker` the key of the sentence, message or own text in it when it is about one), or on the regiobeeld
    of a region: then the step is one of its views.
    """

    __tablename__ = "opmerking"
    __table_args__ = (
        Index("ix_opmerking_plan_step", "plan_id", "step_key"),
        Index("ix_opmerking_blad_step", "blad_id", "step_key"),
        Index("ix_opmerking_rapport_step", "rapport_id", "step_key"),
        Index("ix_opmerking_regio_step", "regio_id", "step_key"),
        CheckConstraint(
            "CASE WHEN plan_id IS NULL THEN 0 ELSE 1 END + CASE WHEN blad_id IS NULL THEN 0 ELSE 1 END "
            "+ CASE WHEN rapport_id IS NULL THEN 0 ELSE 1 END + CASE WHEN regio_id IS NULL THEN 0 ELSE 1 END = 1",
            name="bij_een_ding",
        ),
        CheckConstraint("(plan_id IS NULL) = (versie_id IS NULL)", name="versie_bij_plan"),
        CheckConstraint("(door_id IS NULL) = (leeslink_id IS NOT NULL)", name="van_account_of_link"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    versie_id: Mapped[int | None] = mapped_column(ForeignKey("plan_versie.id"))
    blad_id: Mapped[int | None] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"))
    rapport_id: Mapped[int | None] = mapped_column(ForeignKey("rapport.id", ondelete="CASCADE"))
    regio_id: Mapped[int | None] = mapped_column(ForeignKey("regio.id"))
    step_key: Mapped[str] = mapped_column(String(60))
    anker: Mapped[str | None] = mapped_column(String(90))
    # The permanent id of the action it is about, when it is about one.
    actie_id: Mapped[int | None] = mapped_column(ForeignKey("actie.id"))
    zicht: Mapped[Zicht] = mapped_column(enum_column(Zicht, name="zicht"))
    tekst: Mapped[str] = mapped_column(Text)
    op: Mapped[datetime] = mapped_column(Moment)
    door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    # Made by somebody without an account, through a link: under the name that was typed.
    leeslink_id: Mapped[int | None] = mapped_column(ForeignKey("leeslink.id"), index=True)
    gast_naam: Mapped[str | None] = mapped_column(Text)
    # When it was resolved; reopening empties this. The thread tells who did so and when.
    opgelost_op: Mapped[datetime | None] = mapped_column(Moment)

    door: Mapped[User | None] = relationship()
    reacties: Mapped[list[Reactie]] = relationship(back_populates="opmerking", order_by="Reactie.id")


class Reactie(Base):
    """What followed in a thread. Only ever added to; a resolve or reopen may have no text."""

    __tablename__ = "reactie"

    id: Mapped[int] = mapped_column(primary_key=True)
    opmerking_id: Mapped[int] = mapped_column(ForeignKey("opmerking.id", ondelete="CASCADE"), index=True)
    soort: Mapped[ReactieSoort] = mapped_column(enum_column(ReactieSoort, name="soort"), default=ReactieSoort.REACTIE)
    tekst: Mapped[str] = mapped_column(Text, default="")
    op: Mapped[datetime] = mapped_column(Moment)
    door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))

    opmerking: Mapped[Opmerking] = relationship(back_populates="reacties")
    door: Mapped[User] = relationship()


class Advies(Base):
    """What one reviewer advises about one submission; advising again replaces it. Never shown to a region."""

    __tablename__ = "advies"

    indiening_id: Mapped[int] = mapped_column(ForeignKey("indiening.id", ondelete="CASCADE"), primary_key=True)
    door_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    oordeel: Mapped[AdviesOordeel] = mapped_column(enum_column(AdviesOordeel, name="oordeel"))
    toelichting: Mapped[str] = mapped_column(Text, default="")
    op: Mapped[datetime] = mapped_column(Moment)

    door: Mapped[User] = relationship()


class Terugsturing(Base):
    """One time a submission was sent back: why, and in its parts what is asked.

    `beantwoord_met` is the submission with which the region answered; withdrawing that submission empties it.
    """

    __tablename__ = "terugsturing"

    id: Mapped[int] = mapped_column(primary_key=True)
    versie_id: Mapped[int] = mapped_column(ForeignKey("plan_versie.id", ondelete="CASCADE"), index=True)
    indiening_id: Mapped[int] = mapped_column(ForeignKey("indiening.id"))
    beantwoord_met_id: Mapped[int | None] = mapped_column(ForeignKey("indiening.id"))
    reden: Mapped[str] = mapped_column(Text)
    op: Mapped[datetime] = mapped_column(Moment)
    door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))

    door: Mapped[User] = relationship()
    # In an order of its own: PostgreSQL puts a row that changed behind the others.
    onderdelen: Mapped[list[TerugsturingOnderdeel]] = relationship(
        back_populates="terugsturing", order_by="TerugsturingOnderdeel.step_key"
    )


class TerugsturingOnderdeel(Base):
    """What is asked about one step ("gevraagd") and what the region says it changed ("aangepast")."""

    __tablename__ = "terugsturing_onderdeel"
    __table_args__ = (CheckConstraint("revision >= 0", name="revision_niet_negatief"),)

    terugsturing_id: Mapped[int] = mapped_column(ForeignKey("terugsturing.id", ondelete="CASCADE"), primary_key=True)
    step_key: Mapped[str] = mapped_column(String(60), primary_key=True)
    gevraagd: Mapped[str] = mapped_column(Text)
    aangepast: Mapped[str] = mapped_column(Text, default="")
    revision: Mapped[int] = mapped_column(default=0)
    gewijzigd_op: Mapped[datetime | None] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    terugsturing: Mapped[Terugsturing] = relationship(back_populates="onderdelen")
    gewijzigd_door: Mapped[User | None] = relationship()


class Meelezing(Base):
    """A region's question to look at some steps of its draft: a frozen copy, no submission.

    It is open until a reviewer finishes it or the region takes it back; `PlanVersie.meelezen_open` says so too.
    """

    __tablename__ = "meelezing"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    versie_id: Mapped[int] = mapped_column(ForeignKey("plan_versie.id"))
    onderdelen: Mapped[list[str]] = mapped_column(StoredJSON(READ_ALONG_STEPS))
    notitie: Mapped[str] = mapped_column(Text, default="")
    # Only what was asked about: the other steps of the draft are not in it.
    snapshot: Mapped[dict[str, Any]] = deferred(mapped_column(StoredJSON(PLAN_CONTENT), nullable=False))
    gevraagd_op: Mapped[datetime] = mapped_column(Moment)
    gevraagd_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    gestopt_op: Mapped[datetime | None] = mapped_column(Moment)
    gestopt_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    gevraagd_door: Mapped[User] = relationship(foreign_keys=[gevraagd_door_id])


class Samenvatting(Base):
    """A condensed cell of the samenvattende analyse, kept beside the original.

    `bron` is the SHA-256 of the original text it was made from: when that differs from today's, the plan has changed.
    """

    __tablename__ = "samenvatting"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision_vanaf_een"),)

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True)
    kolom: Mapped[str] = mapped_column(String(40), primary_key=True)
    tekst: Mapped[str] = mapped_column(Text)
    bron: Mapped[str] = mapped_column(String(64))
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))

    gewijzigd_door: Mapped[User] = relationship()
