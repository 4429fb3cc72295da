"""Coding twice: the sample of each kind of text of a round, and what the second person gave."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.domain.coding.state import CodeSoort
from portal.domain.stored.coding import CODES_GIVEN
from portal.models.base import Base, Moment, enum_column
from portal.models.coding import ONE_OF_THREE
from portal.models.people.account import User
from portal.models.round import Uitvraag
from portal.models.stored import StoredJSON


class DubbelSteekproef(Base):
    """Which share (per cent) of the texts of one kind in a round is coded twice: drawn once, of so many texts.

    `vraag` is the key of the own question whose texts they are, "" otherwise.
    """

    __tablename__ = "dubbel_steekproef"
    __table_args__ = (
        UniqueConstraint("uitvraag_id", "soort", "vraag", name="uq_dubbel_steekproef_soort"),
        CheckConstraint("aandeel BETWEEN 1 AND 100", name="aandeel_in_procenten"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uitvraag_id: Mapped[int] = mapped_column(ForeignKey("uitvraag.id"), index=True)
    soort: Mapped[CodeSoort] = mapped_column(enum_column(CodeSoort, name="soort"))
    vraag: Mapped[str] = mapped_column(String(60), default="")
    aandeel: Mapped[int]
    teksten: Mapped[int]
    getrokken_op: Mapped[datetime] = mapped_column(Moment)
    getrokken_door_id: Mapped[int] = mapped_column(ForeignKey("account.id"))

    uitvraag: Mapped[Uitvraag] = relationship()


class DubbelTekst(Base):
    """One text of a sample. `tweede` are the codes of the second person, `eerste` those that it had at that moment.

    None: not coded a second time yet; none in the list: no code fits. `afgesproken` are the codes on which the
    coördinator settled when the two differed.
    """

    __tablename__ = "dubbel_tekst"
    __table_args__ = (
        CheckConstraint(ONE_OF_THREE, name="actie_regel_of_plek"),
        UniqueConstraint("steekproef_id", "actie_id", name="uq_dubbel_tekst_actie"),
        UniqueConstraint("steekproef_id", "regel_id", name="uq_dubbel_tekst_regel"),
        UniqueConstraint("steekproef_id", "plek_id", name="uq_dubbel_tekst_plek"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    steekproef_id: Mapped[int] = mapped_column(ForeignKey("dubbel_steekproef.id", ondelete="CASCADE"), index=True)
    actie_id: Mapped[int | None] = mapped_column(ForeignKey("actie.id"), index=True)
    regel_id: Mapped[int | None] = mapped_column(ForeignKey("blad_regel.id", ondelete="CASCADE"), index=True)
    plek_id: Mapped[int | None] = mapped_column(ForeignKey("tekst_plek.id", ondelete="CASCADE"), index=True)
    eerste: Mapped[list[int] | None] = mapped_column(StoredJSON(CODES_GIVEN))
    eerste_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    tweede: Mapped[list[int] | None] = mapped_column(StoredJSON(CODES_GIVEN))
    tweede_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    tweede_op: Mapped[datetime | None] = mapped_column(Moment)
    afgesproken: Mapped[list[int] | None] = mapped_column(StoredJSON(CODES_GIVEN))
    besproken_op: Mapped[datetime | None] = mapped_column(Moment)
    besproken_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    steekproef: Mapped[DubbelSteekproef] = relationship()
    eerste_door: Mapped[User | None] = relationship(foreign_keys=[eerste_door_id])
    tweede_door: Mapped[User | None] = relationship(foreign_keys=[tweede_door_id])
