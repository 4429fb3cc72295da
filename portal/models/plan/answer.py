"""The working copy of the answers: one row per plan and question, with the revision rule."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, Moment
from portal.models.people.account import User


class Answer(Base):
    """The present answer to one question: text, one choice key, or choice keys separated by spaces.

    `revision` counts saves. A save names the revision it started from and never overwrites a newer one.
    """

    __tablename__ = "answer"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision_vanaf_een"),)

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True)
    question_key: Mapped[str] = mapped_column(String(60), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    gewijzigd_door: Mapped[User | None] = relationship()


class AnswerHistory(Base):
    """A text as it was before somebody else, or the same person after a pause, replaced it."""

    __tablename__ = "answer_history"
    __table_args__ = (Index("ix_answer_history_plan_question", "plan_id", "question_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    question_key: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    gewijzigd_door: Mapped[User | None] = relationship()


class StapVerklaring(Base):
    """A step that the region declared "volgt later", with the reason."""

    __tablename__ = "stap_verklaring"

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True)
    step_key: Mapped[str] = mapped_column(String(60), primary_key=True)
    reden: Mapped[str] = mapped_column(Text)
    door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    op: Mapped[datetime] = mapped_column(Moment)

    door: Mapped[User] = relationship()
