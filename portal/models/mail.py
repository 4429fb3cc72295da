"""The outbox: every mail, to whom, why, when, and whether it arrived; and what waits for an overview of the day."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.domain import clock
from portal.domain.mail import MailFacts, MailStatus, mail_status, soort_label
from portal.models.base import Base, Moment, Stamped


class Mail(Base, Stamped):
    """One mail to one address. `sleutel` makes sure that the same mail is made only once.

    `tekst` holds links that open doors: it is emptied once the mail was sent, except in the demo. A sender claims a
    mail (`geclaimd_op`) before it talks to the mail server, so that no two senders send the same one.
    """

    __tablename__ = "mail"
    __table_args__ = (
        CheckConstraint("pogingen >= 0", name="pogingen_niet_negatief"),
        CheckConstraint("verzonden_op IS NULL OR mislukt_op IS NULL", name="verzonden_of_mislukt"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel: Mapped[str] = mapped_column(String(200), unique=True)
    soort: Mapped[str] = mapped_column(String(40))
    aan: Mapped[str] = mapped_column(String(255))
    aan_account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    onderwerp: Mapped[str] = mapped_column(Text)
    tekst: Mapped[str] = mapped_column(Text)
    niet_voor: Mapped[datetime | None] = mapped_column(Moment)
    geclaimd_op: Mapped[datetime | None] = mapped_column(Moment)
    verzonden_op: Mapped[datetime | None] = mapped_column(Moment, index=True)
    mislukt_op: Mapped[datetime | None] = mapped_column(Moment)
    pogingen: Mapped[int] = mapped_column(default=0)
    laatste_fout: Mapped[str] = mapped_column(Text, default="")

    @property
    def status(self) -> MailStatus:
        """How far the mail is now."""
        return mail_status(self._facts(), clock.now())

    def _facts(self) -> MailFacts:
        return MailFacts(self.verzonden_op, self.mislukt_op, self.geclaimd_op, self.laatste_fout)

    @property
    def soort_label(self) -> str:
        """What the mail is about."""
        return soort_label(self.soort)


class OverzichtRegel(Base, Stamped):
    """What somebody is told in the next overview instead of in a mail of its own. `sleutel` is that of such a mail.

    `over_id` is the id of what it is about, as its kind says, and `naam` its words. Before the overview is written the
    room of that kind says whether it is still so. `afgehandeld_op`: it was told, or was no longer so.
    """

    __tablename__ = "overzicht_regel"

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel: Mapped[str] = mapped_column(String(200), unique=True)
    soort: Mapped[str] = mapped_column(String(40))
    aan_account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    over_id: Mapped[int]
    naam: Mapped[str] = mapped_column(Text)
    afgehandeld_op: Mapped[datetime | None] = mapped_column(Moment, index=True)
