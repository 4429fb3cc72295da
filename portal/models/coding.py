"""Coding: the national code book, and which codes what a region wrote has."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.coding.state import CodeSoort
from portal.domain.stored.coding import CODES_BEFORE, EARLIER_NAMES, KEYWORDS, PASSAGES_BEFORE
from portal.models.base import Base, Moment, enum_column
from portal.models.people.account import User
from portal.models.stored import StoredJSON

ONE_OF_THREE = (
    "(CASE WHEN actie_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN regel_id IS NULL THEN 0 ELSE 1 END)"
    " + (CASE WHEN plek_id IS NULL THEN 0 ELSE 1 END) = 1"
)
_NIET_SAMENGEVOEGD = text("samengevoegd_in_id IS NULL")


class Code(Base):
    """One code of the code book. It is never deleted: texts and reports refer to it.

    `sleutel` is the key of a code that ships, and empty for one that was added; `vraag` is the key of the own question
    of a round that it belongs to (only with EIGEN). A merged code points at the code that
    took its place; a retired one (`vervallen_op`) stays with what has it and can't be given any more.
    """

    __tablename__ = "code"
    __table_args__ = (
        CheckConstraint("revision >= 1", name="revision_vanaf_een"),
        CheckConstraint("samengevoegd_in_id IS NULL OR samengevoegd_in_id <> id", name="niet_in_zichzelf"),
        Index(
            "uq_code_soort_naam",
            "soort",
            "vraag",
            "naam",
            unique=True,
            sqlite_where=_NIET_SAMENGEVOEGD,
            postgresql_where=_NIET_SAMENGEVOEGD,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    soort: Mapped[CodeSoort] = mapped_column(enum_column(CodeSoort, name="soort"))
    sleutel: Mapped[str] = mapped_column(String(40), default="")
    vraag: Mapped[str] = mapped_column(String(60), default="")
    naam: Mapped[str] = mapped_column(String(120))
    # How it was called before, the oldest name first: rounds of then knew it so.
    vroegere_namen: Mapped[list[str]] = mapped_column(StoredJSON(EARLIER_NAMES), default=list)
    omschrijving: Mapped[str] = mapped_column(Text, default="")
    # Beginnings of words that make the portal suggest this code.
    trefwoorden: Mapped[list[str]] = mapped_column(StoredJSON(KEYWORDS), default=list)
    positie: Mapped[int] = mapped_column(default=0)
    vervallen_op: Mapped[datetime | None] = mapped_column(Moment)
    samengevoegd_in_id: Mapped[int | None] = mapped_column(ForeignKey("code.id"), index=True)
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    samengevoegd_in: Mapped[Code | None] = relationship(remote_side=[id])

    @property
    def is_te_geven(self) -> bool:
        """True when a text can still get this code."""
        return self.vervallen_op is None and self.samengevoegd_in_id is None


class Codering(Base):
    """How one text was coded: an action (its permanent id), a row of an answer sheet, or a place on one (TekstPlek).

    No codes: none fits.
    `bron` is the SHA-256 of the text as it was then: when today's differs the coding may be stale.
    """

    __tablename__ = "codering"
    __table_args__ = (
        CheckConstraint("revision >= 1", name="revision_vanaf_een"),
        CheckConstraint(ONE_OF_THREE, name="actie_regel_of_plek"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    actie_id: Mapped[int | None] = mapped_column(ForeignKey("actie.id"), unique=True)
    regel_id: Mapped[int | None] = mapped_column(ForeignKey("blad_regel.id", ondelete="CASCADE"), unique=True)
    plek_id: Mapped[int | None] = mapped_column(ForeignKey("tekst_plek.id", ondelete="CASCADE"), unique=True)
    bron: Mapped[str] = mapped_column(String(64), index=True)
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))

    codes: Mapped[list[Code]] = relationship(secondary="codering_code", order_by="Code.positie, Code.id")
    passages: Mapped[list[CoderingPassage]] = relationship(
        cascade="all, delete-orphan",
        passive_deletes=True,
        order_by="CoderingPassage.code_id, CoderingPassage.vanaf, CoderingPassage.id",
    )
    gewijzigd_door: Mapped[User] = relationship()


class CoderingCode(Base):
    """That a text has a code."""

    __tablename__ = "codering_code"

    codering_id: Mapped[int] = mapped_column(ForeignKey("codering.id", ondelete="CASCADE"), primary_key=True)
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), primary_key=True, index=True)


class CoderingPassage(Base):
    """The words of a text that one of its codes is about; a code without any is about the whole text.

    `tekst` are the words as they stood there, `vanaf` is how many words came before them.
    """

    __tablename__ = "codering_passage"

    id: Mapped[int] = mapped_column(primary_key=True)
    codering_id: Mapped[int] = mapped_column(ForeignKey("codering.id", ondelete="CASCADE"), index=True)
    code_id: Mapped[int] = mapped_column(ForeignKey("code.id"), index=True)
    tekst: Mapped[str] = mapped_column(Text)
    vanaf: Mapped[int] = mapped_column(default=0)


class CoderingHistorie(Base):
    """A coding as it was before somebody changed it (None: it was not coded yet).

    Only ever added to, but for the newest step of a coding: who took it can take it back.
    """

    __tablename__ = "codering_historie"

    id: Mapped[int] = mapped_column(primary_key=True)
    codering_id: Mapped[int] = mapped_column(ForeignKey("codering.id", ondelete="CASCADE"), index=True)
    code_ids: Mapped[list[int] | None] = mapped_column(StoredJSON(CODES_BEFORE))
    # None: it had no passages.
    passages: Mapped[list[dict[str, Any]] | None] = mapped_column(StoredJSON(PASSAGES_BEFORE))
    bron: Mapped[str] = mapped_column(String(64))
    op: Mapped[datetime] = mapped_column(Moment)
    door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
