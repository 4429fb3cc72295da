"""The way back from each revision of a text to the one before it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base, Moment


class TekstStap(Base):
    """How the text of an answer was at `revision`, against the text that replaced it.

    Of that text the first `begin` characters and the last `eind` ones stayed; between them stood `tekst`. It is of an
    answer of a plan, of an answer sheet, or of what a region says of its figures.
    """

    __tablename__ = "tekst_stap"
    __table_args__ = (
        CheckConstraint(
            "CASE WHEN plan_id IS NULL THEN 0 ELSE 1 END + CASE WHEN blad_antwoord_id IS NULL THEN 0 ELSE 1 END "
            "+ CASE WHEN duiding_id IS NULL THEN 0 ELSE 1 END = 1",
            name="van_een_tekst",
        ),
        Index("ix_tekst_stap_plan_question", "plan_id", "question_key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    question_key: Mapped[str] = mapped_column(String(60))
    blad_antwoord_id: Mapped[int | None] = mapped_column(ForeignKey("blad_antwoord.id", ondelete="CASCADE"), index=True)
    duiding_id: Mapped[int | None] = mapped_column(ForeignKey("regio_duiding.id", ondelete="CASCADE"), index=True)
    revision: Mapped[int]
    begin: Mapped[int]
    eind: Mapped[int]
    tekst: Mapped[str] = mapped_column(Text)
    op: Mapped[datetime] = mapped_column(Moment)
