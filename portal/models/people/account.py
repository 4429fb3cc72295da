"""People, the organisations they work for and the roles they hold."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask_security import UserMixin
from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.mail import MailKeuze, chosen
from portal.domain.roles import Actor, Membership, Namens, OrganisatieSoort, Rol
from portal.models.base import Base, Moment, Stamped, enum_column
from portal.models.regios import Regio


class Organisatie(Base):
    """Where somebody works."""

    __tablename__ = "organisatie"

    id: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str] = mapped_column(String(200), unique=True)
    soort: Mapped[OrganisatieSoort] = mapped_column(enum_column(OrganisatieSoort, name="soort"))


class User(Base, Stamped, UserMixin):
    """An account: one person, never a group."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(255), unique=True)
    naam: Mapped[str] = mapped_column(String(200))
    organisatie_id: Mapped[int] = mapped_column(ForeignKey("organisatie.id"), index=True)
    telefoon: Mapped[str] = mapped_column(String(40), default="")
    # What somebody does there, in his own words.
    functie: Mapped[str] = mapped_column(String(200), default="")
    # What somebody chose; without a choice the role decides (`mail_keuze`).
    mailkeuze: Mapped[MailKeuze | None] = mapped_column(enum_column(MailKeuze, name="mailkeuze"))
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    uitgenodigd_op: Mapped[datetime | None] = mapped_column(Moment)
    last_login_at: Mapped[datetime | None] = mapped_column(Moment)  # type: ignore[assignment]
    current_login_at: Mapped[datetime | None] = mapped_column(Moment)  # type: ignore[assignment]
    last_login_ip: Mapped[str | None] = mapped_column(String(64))
    current_login_ip: Mapped[str | None] = mapped_column(String(64))
    login_count: Mapped[int] = mapped_column(default=0)

    organisatie: Mapped[Organisatie] = relationship(lazy="joined")
    lidmaatschappen: Mapped[list[Lidmaatschap]] = relationship(
        back_populates="account", cascade="all, delete-orphan", lazy="selectin"
    )

    @property
    def roles(self) -> list[Any]:  # type: ignore[override]
        """Flask-Security asks for roles; rights come from `portal/domain/policy.py`, so it gets none."""
        return []

    @property
    def mail_keuze(self) -> MailKeuze:
        """How much mail this person gets."""
        return chosen(self.mailkeuze, reviews=self.reviews)

    @property
    def reviews(self) -> bool:
        """True for whom reviews plans."""
        return any(lid.rol in (Rol.BEOORDELAAR, Rol.COORDINATOR) for lid in self.lidmaatschappen)

    @property
    def actor(self) -> Actor:
        """The person as the policy sees them. An account that is switched off holds no roles."""
        memberships = tuple(lid.membership for lid in self.lidmaatschappen) if self.active else ()
        return Actor(self.id, self.naam, memberships, self.organisatie.soort)


class Lidmaatschap(Base, Stamped):
    """A role that somebody holds; in a region when the role is a regional one."""

    __tablename__ = "lidmaatschap"
    __table_args__ = (
        CheckConstraint(
            "(rol IN ('regiocontact', 'regiolezer')) = (regio_id IS NOT NULL)", name="regio_bij_regionale_rol"
        ),
        CheckConstraint("(rol = 'regiocontact') = (namens IS NOT NULL)", name="namens_bij_regiocontact"),
        # One row per person, role and region; national roles have no region, hence the second index.
        Index("uq_lidmaatschap_regionaal", "account_id", "rol", "regio_id", "namens", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    rol: Mapped[Rol] = mapped_column(enum_column(Rol, name="rol"))
    regio_id: Mapped[int | None] = mapped_column(ForeignKey("regio.id"), index=True)
    namens: Mapped[Namens | None] = mapped_column(enum_column(Namens, name="namens"))

    account: Mapped[User] = relationship(back_populates="lidmaatschappen")
    regio: Mapped[Regio | None] = relationship()

    @property
    def membership(self) -> Membership:
        """The role as the policy sees it."""
        return Membership(self.rol, self.regio_id, self.namens)


class Opvolger(Base, Stamped):
    """Whom a contact person who leaves names as the next one. It waits until somebody who invites people acts on it."""

    __tablename__ = "opvolger"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), primary_key=True)
    naam: Mapped[str] = mapped_column(String(200))
    email: Mapped[str] = mapped_column(String(255))

    account: Mapped[User] = relationship()
