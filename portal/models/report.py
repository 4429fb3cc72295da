"""The national report of a round: its data of one moment, its texts, who agreed, and the files that never change."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from portal.domain.policy import Facts
from portal.domain.report.messages import BoodschapSoort, BoodschapStatus, Uitkomst
from portal.domain.report.states import AkkoordOordeel, RapportStatus
from portal.domain.stored.events import REPORT_EVENT
from portal.domain.stored.report import CHAPTER_STATES, NUMBERS_SEEN
from portal.models.base import Base, Moment, Stamped, enum_column
from portal.models.people.account import Organisatie, User
from portal.models.round import Uitvraag
from portal.models.stored import StoredJSON

_ONAF = text("status IN ('concept', 'ter_vaststelling')")


class Rapport(Base, Stamped):
    """One version of the report of a round, or of several. At most one version of each is not vastgesteld yet.

    A report over several rounds is of the last of them: `eerdere` are the ids of the others, the oldest first with
    spaces between, and `periode` is what they are called together. Both are empty for a report of one round.
    `voorlegging` counts how often it went to the kerngroep: an akkoord counts for the one it was given on.
    """

    __tablename__ = "rapport"
    __table_args__ = (
        UniqueConstraint("uitvraag_id", "eerdere", "nummer"),
        CheckConstraint("nummer >= 1", name="nummer_vanaf_een"),
        CheckConstraint("revision >= 1", name="revision_vanaf_een"),
        CheckConstraint("status = 'concept' OR voorlegging >= 1", name="alleen_concept_zonder_voorlegging"),
        Index("uq_rapport_onaf", "uitvraag_id", "eerdere", unique=True, sqlite_where=_ONAF, postgresql_where=_ONAF),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uitvraag_id: Mapped[int] = mapped_column(ForeignKey("uitvraag.id"))
    eerdere: Mapped[str] = mapped_column(String(200), default="")
    periode: Mapped[str] = mapped_column(String(300), default="")
    nummer: Mapped[int]
    status: Mapped[RapportStatus] = mapped_column(
        enum_column(RapportStatus, name="status"), default=RapportStatus.CONCEPT
    )
    status_sinds: Mapped[datetime] = mapped_column(Moment)
    voorlegging: Mapped[int] = mapped_column(default=0)
    # Of which moment its data is, and how often it was made; a page that shows an older making may not decide.
    gemaakt_op: Mapped[datetime] = mapped_column(Moment)
    revision: Mapped[int] = mapped_column(default=1)

    uitvraag: Mapped[Uitvraag] = relationship(lazy="joined", innerjoin=True)
    teksten: Mapped[list[RapportTekst]] = relationship(back_populates="rapport", order_by="RapportTekst.sleutel")
    akkoorden: Mapped[list[RapportAkkoord]] = relationship(back_populates="rapport", order_by="RapportAkkoord.id")
    bestanden: Mapped[list[RapportBestand]] = relationship(back_populates="rapport", order_by="RapportBestand.soort")

    @property
    def eerdere_ids(self) -> list[int]:
        """The rounds before the last one that it is about too, the oldest first."""
        return [int(one) for one in self.eerdere.split()]

    @property
    def naam(self) -> str:
        """What it is about: the name of its round, or of its rounds together."""
        return self.periode or self.uitvraag.naam

    @property
    def facts(self) -> Facts:
        """What the policy needs to know."""
        return Facts(is_gepubliceerd=self.status is RapportStatus.GEPUBLICEERD)


class RapportGegevens(Base):
    """The data of a report as JSON text (exports/national/data.py), with its SHA-256; replaced at every making.

    `boom`: the report as it read when it was vastgesteld (portal/services/report/stored_tree.py).
    """

    __tablename__ = "rapport_gegevens"

    rapport_id: Mapped[int] = mapped_column(ForeignKey("rapport.id", ondelete="CASCADE"), primary_key=True)
    checksum: Mapped[str] = mapped_column(String(64))
    inhoud: Mapped[str] = mapped_column(Text)
    boom: Mapped[str | None] = deferred(mapped_column(Text))


class RapportTekst(Base):
    """A text of the coördinator: a living sentence that was edited, or an own text of a chapter.

    `sleutel` is that of the sentence, or that of the own text of a chapter (`domain.report.flags.own_key`). An edited
    sentence with an empty text is left out. `gezien` holds the printed values of its numbers when it was last
    edited or confirmed.
    """

    __tablename__ = "rapport_tekst"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision_vanaf_een"),)

    rapport_id: Mapped[int] = mapped_column(ForeignKey("rapport.id", ondelete="CASCADE"), primary_key=True)
    sleutel: Mapped[str] = mapped_column(String(80), primary_key=True)
    tekst: Mapped[str] = mapped_column(Text)
    gezien: Mapped[dict[str, str]] = mapped_column(StoredJSON(NUMBERS_SEEN), default=dict)
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))

    rapport: Mapped[Rapport] = relationship(back_populates="teksten")
    gewijzigd_door: Mapped[User] = relationship()


class RapportBoodschap(Base):
    """A message of the report in three short texts: what was found, why, and what is asked now.

    `sleutel` is the rule that drafted it, "eigen_1" for one that the coördinator began, or the token of a theme
    ("lessen_thema_12") for what is said of that theme. A draft that nobody touched has no row. The numbers in the texts
    are tokens, `gezien` their printed values when somebody last looked. `aan` and `datum` make what is asked a verzoek.
    """

    __tablename__ = "rapport_boodschap"
    __table_args__ = (
        CheckConstraint("revision >= 1", name="revision_vanaf_een"),
        CheckConstraint("positie >= 0", name="positie_vanaf_nul"),
    )

    rapport_id: Mapped[int] = mapped_column(ForeignKey("rapport.id", ondelete="CASCADE"), primary_key=True)
    sleutel: Mapped[str] = mapped_column(String(80), primary_key=True)
    soort: Mapped[BoodschapSoort] = mapped_column(enum_column(BoodschapSoort, name="soort"))
    status: Mapped[BoodschapStatus] = mapped_column(enum_column(BoodschapStatus, name="status"))
    positie: Mapped[int] = mapped_column(default=0)
    bevinding: Mapped[str] = mapped_column(Text, default="")
    waarom: Mapped[str] = mapped_column(Text, default="")
    wat_nu: Mapped[str] = mapped_column(Text, default="")
    aan: Mapped[str] = mapped_column(String(200), default="")
    datum: Mapped[date | None]
    gezien: Mapped[dict[str, str]] = mapped_column(StoredJSON(NUMBERS_SEEN), default=dict)
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    # What came of what was asked, as told in the next round.
    uitkomst: Mapped[Uitkomst | None] = mapped_column(enum_column(Uitkomst, name="uitkomst"))
    uitkomst_tekst: Mapped[str] = mapped_column(Text, default="")
    uitkomst_op: Mapped[datetime | None] = mapped_column(Moment)
    uitkomst_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    gewijzigd_door: Mapped[User] = relationship(foreign_keys=[gewijzigd_door_id])


class RapportCitaat(Base):
    """A text that the coördinator chose to quote with a theme, in its place.

    `item_id` is the id of the success, lesson, expectation or action. With its name only when the region agreed.
    `als_passage`: only the words that the theme's code is about.
    """

    __tablename__ = "rapport_citaat"

    rapport_id: Mapped[int] = mapped_column(ForeignKey("rapport.id", ondelete="CASCADE"), primary_key=True)
    sleutel: Mapped[str] = mapped_column(String(80), primary_key=True)
    item_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    positie: Mapped[int]
    met_naam: Mapped[bool] = mapped_column(default=False)
    als_passage: Mapped[bool] = mapped_column(default=False)


class RapportHistorie(Base):
    """A text as it was before somebody changed it or took it away. Only ever added to."""

    __tablename__ = "rapport_historie"
    __table_args__ = (Index("ix_rapport_historie_rapport_sleutel", "rapport_id", "sleutel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    rapport_id: Mapped[int] = mapped_column(ForeignKey("rapport.id", ondelete="CASCADE"))
    sleutel: Mapped[str] = mapped_column(String(80))
    tekst: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]
    op: Mapped[datetime] = mapped_column(Moment)
    door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))


class RapportVoorlegging(Base):
    """The text of a report as it was put before the kerngroep: the fingerprint of each chapter, and of all together."""

    __tablename__ = "rapport_voorlegging"

    rapport_id: Mapped[int] = mapped_column(ForeignKey("rapport.id", ondelete="CASCADE"), primary_key=True)
    nummer: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    op: Mapped[datetime] = mapped_column(Moment)
    vinger: Mapped[str] = mapped_column(String(64))
    hoofdstukken: Mapped[list[dict[str, str]]] = mapped_column(StoredJSON(CHAPTER_STATES))


class RapportAkkoord(Base):
    """What a kerngroep party says of the report that lies before it. The newest of an organisation counts.

    `vinger` is the fingerprint of the text that it read; none when that was before texts had one.
    """

    __tablename__ = "rapport_akkoord"
    __table_args__ = (Index("ix_rapport_akkoord_rapport_voorlegging", "rapport_id", "voorlegging"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    rapport_id: Mapped[int] = mapped_column(ForeignKey("rapport.id", ondelete="CASCADE"))
    voorlegging: Mapped[int]
    organisatie_id: Mapped[int] = mapped_column(ForeignKey("organisatie.id"))
    oordeel: Mapped[AkkoordOordeel] = mapped_column(enum_column(AkkoordOordeel, name="oordeel"))
    tekst: Mapped[str] = mapped_column(Text, default="")
    op: Mapped[datetime] = mapped_column(Moment)
    door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    vinger: Mapped[str | None] = mapped_column(String(64))

    rapport: Mapped[Rapport] = relationship(back_populates="akkoorden")
    organisatie: Mapped[Organisatie] = relationship(lazy="joined", innerjoin=True)
    door: Mapped[User] = relationship()


class RapportBestand(Base):
    """A file of a report that was vastgesteld. It never changes; `checksum` is its SHA-256."""

    __tablename__ = "rapport_bestand"

    rapport_id: Mapped[int] = mapped_column(ForeignKey("rapport.id", ondelete="CASCADE"), primary_key=True)
    # "docx" or "xlsx".
    soort: Mapped[str] = mapped_column(String(4), primary_key=True)
    bestandsnaam: Mapped[str] = mapped_column(String(200))
    grootte: Mapped[int]
    checksum: Mapped[str] = mapped_column(String(64))
    gemaakt_op: Mapped[datetime] = mapped_column(Moment)
    inhoud: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False))

    rapport: Mapped[Rapport] = relationship(back_populates="bestanden")


class RapportEvent(Base):
    """What happened to a report, in the past tense. Only ever added to."""

    __tablename__ = "rapport_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    rapport_id: Mapped[int] = mapped_column(ForeignKey("rapport.id", ondelete="CASCADE"), index=True)
    soort: Mapped[str] = mapped_column(String(40))
    op: Mapped[datetime] = mapped_column(Moment)
    door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    notitie: Mapped[str] = mapped_column(Text, default="")
    gegevens: Mapped[dict[str, Any]] = mapped_column(StoredJSON(REPORT_EVENT), default=dict)

    door: Mapped[User | None] = relationship()
