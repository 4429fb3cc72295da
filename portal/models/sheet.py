"""The answers on one sheet: texts, progress per action, lists; what was handed in; what the kerngroep answered."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, and_, text
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from portal.domain.coding.state import CodeSoort
from portal.domain.roles import Namens
from portal.domain.stored.sheet import ACTUAL_READING, SHEET_BEFORE, SHEET_CONTENT, SHEET_FACTS
from portal.models.base import Base, Moment, enum_column
from portal.models.people.account import User
from portal.models.regios import Regio
from portal.models.round import Antwoordblad
from portal.models.stored import StoredJSON

_VOOR_ALLE = text("regio_id IS NULL")
_VOOR_EEN = text("regio_id IS NOT NULL")


class BladAntwoord(Base):
    """The present answer to one question. With a region it is where that region of a joint plan differs.

    `revision` counts saves, as for the answers of a plan: a save names the revision it started from.
    """

    __tablename__ = "blad_antwoord"
    __table_args__ = (
        CheckConstraint("revision >= 1", name="revision_vanaf_een"),
        Index(
            "uq_blad_antwoord_gezamenlijk",
            "blad_id",
            "question_key",
            unique=True,
            sqlite_where=_VOOR_ALLE,
            postgresql_where=_VOOR_ALLE,
        ),
        Index(
            "uq_blad_antwoord_afwijking",
            "blad_id",
            "question_key",
            "regio_id",
            unique=True,
            sqlite_where=_VOOR_EEN,
            postgresql_where=_VOOR_EEN,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    blad_id: Mapped[int] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"), index=True)
    question_key: Mapped[str] = mapped_column(String(60))
    regio_id: Mapped[int | None] = mapped_column(ForeignKey("regio.id"))
    text: Mapped[str] = mapped_column(Text)
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    gewijzigd_door: Mapped[User | None] = relationship()


class Voortgang(Base):
    """How one action goes this quarter. `status` is a key of ACTIE_STATUSSEN.

    `gelijk_aan` is the submission of an earlier round from which status and text were carried over unchanged.
    """

    __tablename__ = "voortgang"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision_vanaf_een"),)

    blad_id: Mapped[int] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"), primary_key=True)
    actie_id: Mapped[int] = mapped_column(ForeignKey("actie.id"), primary_key=True)
    status: Mapped[str] = mapped_column(String(20), default="")
    toelichting: Mapped[str] = mapped_column(Text, default="")
    gelijk_aan_id: Mapped[int | None] = mapped_column(ForeignKey("blad_indiening.id"))
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    gewijzigd_door: Mapped[User | None] = relationship()
    gelijk_aan: Mapped[BladIndiening | None] = relationship()


class VoortgangAfwijking(Base):
    """Where an action of a joint plan goes otherwise in one of its regions. The status of all regions is what counts.

    An empty status says that the region differs no more; the row stays, for its revision and earlier versions.
    """

    __tablename__ = "voortgang_afwijking"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision_vanaf_een"),)

    blad_id: Mapped[int] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"), primary_key=True)
    actie_id: Mapped[int] = mapped_column(ForeignKey("actie.id"), primary_key=True)
    regio_id: Mapped[int] = mapped_column(ForeignKey("regio.id"), primary_key=True)
    status: Mapped[str] = mapped_column(String(20), default="")
    toelichting: Mapped[str] = mapped_column(Text, default="")
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    gewijzigd_door: Mapped[User | None] = relationship()


class Doelstand(Base):
    """Where the indicator of one goal stands this round, as typed; `gelezen` is what was read in it.

    `weet_niet`: the region says that it does not know, `toelichting` then says why. With neither a value nor that it
    is empty again; the row stays, for its revision and earlier versions. The figures of the plan never change with it.
    """

    __tablename__ = "doelstand"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision_vanaf_een"),)

    blad_id: Mapped[int] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"), primary_key=True)
    doel_id: Mapped[int] = mapped_column(ForeignKey("doelstelling.id"), primary_key=True)
    waarde: Mapped[str] = mapped_column(Text, default="")
    peildatum: Mapped[str] = mapped_column(Text, default="")
    weet_niet: Mapped[bool] = mapped_column(default=False)
    toelichting: Mapped[str] = mapped_column(Text, default="")
    gelezen: Mapped[dict[str, Any]] = mapped_column(StoredJSON(ACTUAL_READING))
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    gewijzigd_door: Mapped[User | None] = relationship()

    @property
    def is_filled(self) -> bool:
        """True when it says something."""
        return bool(self.waarde) or self.weet_niet


class RegelSoort(StrEnum):
    """The lists of a sheet. The value is the kind of the question that asks for them."""

    SUCCES = "successen"
    LES = "lessen"
    VERWACHTING = "verwachtingen"


class BladRegel(Base):
    """A success, a lesson or an expectation. It keeps one permanent id: an answer of the kerngroep hangs on it.

    `aan` is the key of the party of whom something is expected. A region means: only for that region of a joint plan.
    """

    __tablename__ = "blad_regel"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision_vanaf_een"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    blad_id: Mapped[int] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"), index=True)
    soort: Mapped[RegelSoort] = mapped_column(enum_column(RegelSoort, name="soort"))
    tekst: Mapped[str] = mapped_column(Text)
    aan: Mapped[str] = mapped_column(String(20), default="")
    regio_id: Mapped[int | None] = mapped_column(ForeignKey("regio.id"))
    positie: Mapped[int] = mapped_column(default=0)
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    verwijderd_op: Mapped[datetime | None] = mapped_column(Moment)

    gewijzigd_door: Mapped[User | None] = relationship()
    regio: Mapped[Regio | None] = relationship()
    antwoorden: Mapped[list[VerwachtingAntwoord]] = relationship(
        back_populates="regel", order_by="VerwachtingAntwoord.id"
    )


class BladHistorie(Base):
    """An answer, a progress line or a list row as it was before somebody changed it (its fields as JSON)."""

    __tablename__ = "blad_historie"
    __table_args__ = (Index("ix_blad_historie_blad_veld", "blad_id", "veld"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    blad_id: Mapped[int] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"))
    # What it was: the question key, "voortgang:<actie id>" (with ":<regio id>" where a region differs), "doel:<id>"
    # or "regel:<id>".
    veld: Mapped[str] = mapped_column(String(80))
    waarde: Mapped[dict[str, Any]] = mapped_column(StoredJSON(SHEET_BEFORE))
    revision: Mapped[int]
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    # Set while a row of a list was out of it.
    verwijderd_op: Mapped[datetime | None] = mapped_column(Moment)

    gewijzigd_door: Mapped[User | None] = relationship()

    @property
    def text(self) -> str:
        """Of a text or a choice: what it said."""
        return str(self.waarde["text"])


class BladIndiening(Base):
    """What was handed in on a sheet, frozen. `checksum` is the SHA-256 of its JSON, `feiten` the countable part."""

    __tablename__ = "blad_indiening"
    __table_args__ = (UniqueConstraint("blad_id", "nummer"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    blad_id: Mapped[int] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"), index=True)
    nummer: Mapped[int]
    ingediend_op: Mapped[datetime] = mapped_column(Moment)
    ingediend_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    namens: Mapped[Namens] = mapped_column(enum_column(Namens, name="namens"))
    checksum: Mapped[str] = mapped_column(String(64))
    # Before the snapshot: SQLite walks through a long column to reach the one behind it.
    feiten: Mapped[dict[str, Any]] = mapped_column(StoredJSON(SHEET_FACTS))
    snapshot: Mapped[dict[str, Any]] = deferred(mapped_column(StoredJSON(SHEET_CONTENT), nullable=False))

    blad: Mapped[Antwoordblad] = relationship()
    ingediend_door: Mapped[User] = relationship()


# Which submission counts in the nation: the last one handed in, and none of who need not answer any more.
COUNTS = and_(BladIndiening.nummer == Antwoordblad.indiening_nummer, Antwoordblad.niet_gevraagd.is_(False))


class TekstPlek(Base):
    """Where an explanation stands on a sheet: what a code of it hangs on, from one handing in to the next.

    `veld` and `regio_code` are those of `portal/domain/sheet/explained.py`. `indiening_nummer` is the last submission
    in which a text stood there: it counts while that is the newest of the sheet.
    """

    __tablename__ = "tekst_plek"
    __table_args__ = (UniqueConstraint("blad_id", "veld", "regio_code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    blad_id: Mapped[int] = mapped_column(ForeignKey("antwoordblad.id", ondelete="CASCADE"))
    soort: Mapped[CodeSoort] = mapped_column(enum_column(CodeSoort, name="soort"))
    veld: Mapped[str] = mapped_column(String(80))
    regio_code: Mapped[str] = mapped_column(String(10), default="")
    indiening_nummer: Mapped[int]


class VerwachtingAntwoord(Base):
    """What the kerngroep answers to an expectation, and by when something happens. The newest one counts."""

    __tablename__ = "verwachting_antwoord"

    id: Mapped[int] = mapped_column(primary_key=True)
    regel_id: Mapped[int] = mapped_column(ForeignKey("blad_regel.id", ondelete="CASCADE"), index=True)
    tekst: Mapped[str] = mapped_column(Text)
    datum: Mapped[date | None]
    op: Mapped[datetime] = mapped_column(Moment)
    door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))

    regel: Mapped[BladRegel] = relationship(back_populates="antwoorden")
    door: Mapped[User] = relationship()
