"""What somebody signs in with besides a password: an app, passkeys, recovery codes; and losing them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.models.base import Base, Moment, Stamped
from portal.models.people.account import User

_OPEN = text("besloten_op IS NULL")


class AppSleutel(Base, Stamped):
    """The secret that an authenticator app shares with us: one for each account.

    `geheim` is encrypted. `laatste_teller` is the step of the last code that was taken: none is taken twice.
    """

    __tablename__ = "app_sleutel"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    geheim: Mapped[str] = mapped_column(Text)
    laatste_teller: Mapped[int] = mapped_column(default=0)


class Passkey(Base, Stamped):
    """A passkey: the public half. The private half never leaves the device of its owner."""

    __tablename__ = "passkey"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    naam: Mapped[str] = mapped_column(String(60))
    credential_id: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    publieke_sleutel: Mapped[bytes] = mapped_column(LargeBinary)
    teller: Mapped[int] = mapped_column(default=0)
    laatst_gebruikt_op: Mapped[datetime | None] = mapped_column(Moment)

    account: Mapped[User] = relationship()


class HerstelCode(Base):
    """A recovery code, as a keyed hash. Used once."""

    __tablename__ = "herstel_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    hash: Mapped[str] = mapped_column(String(64))
    gebruikt_op: Mapped[datetime | None] = mapped_column(Moment)


class FactorHerstel(Base):
    """Somebody lost the second step: one person asks to reset it, another confirms. Kept as it went."""

    __tablename__ = "factor_herstel"
    __table_args__ = (
        CheckConstraint("gevraagd_door_id <> account_id", name="niet_voor_zichzelf_gevraagd"),
        CheckConstraint(
            "besloten_door_id IS NULL OR NOT is_bevestigd OR "
            "(besloten_door_id <> account_id AND besloten_door_id <> gevraagd_door_id)",
            name="door_een_ander_bevestigd",
        ),
        CheckConstraint("(besloten_op IS NULL) = (besloten_door_id IS NULL)", name="besloten_met_wie"),
        # One at a time for each person.
        Index(
            "uq_factor_herstel_open",
            "account_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    gevraagd_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    gevraagd_op: Mapped[datetime] = mapped_column(Moment)
    besloten_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    besloten_op: Mapped[datetime | None] = mapped_column(Moment)
    is_bevestigd: Mapped[bool] = mapped_column(default=False)

    account: Mapped[User] = relationship(foreign_keys=[account_id])
    gevraagd_door: Mapped[User] = relationship(foreign_keys=[gevraagd_door_id])
    besloten_door: Mapped[User | None] = relationship(foreign_keys=[besloten_door_id])
