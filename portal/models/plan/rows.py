"""The four lists of a plan: partijen, doelstellingen, acties, mijlpalen.

Every row keeps one permanent id across versions, rounds and coding, and has a `revision` of its own. Removing
is soft, so that it can be undone and nothing is lost.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from portal.domain.plan.readings import Reading, nothing_read
from portal.domain.plan.states import ActieVorm, VensterBron
from portal.domain.stored.plan import GOAL_READING, PLAN_ROW_BEFORE, THEMES
from portal.models.base import Base, Moment, enum_column
from portal.models.people.account import User
from portal.models.stored import StoredJSON

_VENSTER_OP_VOLGORDE = "venster_van IS NULL OR venster_tot IS NULL OR venster_van <= venster_tot"


class PlanRow:
    """What every row of a list has: place, revision, who changed it last, and when it was removed."""

    id: Mapped[int] = mapped_column(primary_key=True)
    positie: Mapped[int]
    revision: Mapped[int] = mapped_column(default=1)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    verwijderd_op: Mapped[datetime | None] = mapped_column(Moment)

    @declared_attr
    def plan_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)

    @declared_attr
    def gewijzigd_door_id(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey("account.id"))

    @declared_attr
    def gewijzigd_door(cls) -> Mapped[User | None]:
        return relationship(User)


class Timed:
    """A row with a vague timeline: the text as typed and the window read from it or corrected by a person.

    With `venster_bron` GEEN there is no window. Otherwise an empty start or end means open on that side.
    """

    tijdslijn: Mapped[str] = mapped_column(Text, default="")
    venster_van: Mapped[date | None]
    venster_tot: Mapped[date | None]

    @declared_attr
    def venster_bron(cls) -> Mapped[VensterBron]:
        return mapped_column(enum_column(VensterBron, name="venster_bron"), default=VensterBron.GEEN)


class Partij(Base, PlanRow):
    """A party that takes part. `soort` is a choice key of the format, or empty when not told."""

    __tablename__ = "partij"

    naam: Mapped[str] = mapped_column(Text)
    soort: Mapped[str] = mapped_column(String(40), default="")


class Doelstelling(Base, PlanRow):
    """A goal. The landelijke one is the national sentence with the region's share; there is one per plan.

    Figures and dates are optional (a goal may refuse a number) and kept as typed; `gelezen` is what was read in them.
    `smart` holds the letters that were ticked ("SMT"), `telt_clienten` a value of CountsClients.
    """

    __tablename__ = "doelstelling"

    tekst: Mapped[str] = mapped_column(Text)
    landelijk: Mapped[bool] = mapped_column(default=False)
    indicator: Mapped[str] = mapped_column(Text, default="")
    nulwaarde: Mapped[str] = mapped_column(Text, default="")
    peildatum: Mapped[str] = mapped_column(Text, default="")
    streefwaarde: Mapped[str] = mapped_column(Text, default="")
    eenheid: Mapped[str] = mapped_column(Text, default="")
    einddatum: Mapped[str] = mapped_column(Text, default="")
    smart: Mapped[str] = mapped_column(String(5), default="")
    telt_clienten: Mapped[str] = mapped_column(String(10), default="")
    gelezen: Mapped[Reading] = mapped_column(StoredJSON(GOAL_READING), default=nothing_read)


class Actie(Base, PlanRow, Timed):
    """An action, a heading above actions, or both at once ("4", "5d"): see ActieVorm.

    `verantwoordelijke` is kept as typed; `themas` are suggestions from the code book and never counted.
    """

    __tablename__ = "actie"
    __table_args__ = (
        CheckConstraint(
            _VENSTER_OP_VOLGORDE,
            name="venster_op_volgorde",
        ),
    )

    vorm: Mapped[ActieVorm] = mapped_column(enum_column(ActieVorm, name="vorm"), default=ActieVorm.ACTIE)
    paragraaf: Mapped[str] = mapped_column(Text, default="")
    omschrijving: Mapped[str] = mapped_column(Text)
    verantwoordelijke: Mapped[str] = mapped_column(Text, default="")
    themas: Mapped[list[str]] = mapped_column(StoredJSON(THEMES), default=list)
    is_mijlpaal: Mapped[bool] = mapped_column(default=False)
    # The action it was copied from when a joint plan was split: last quarter's progress stands there.
    herkomst_id: Mapped[int | None] = mapped_column(ForeignKey("actie.id"))


class Mijlpaal(Base, PlanRow, Timed):
    """A milestone of the planning. `tijdslijn` is its "Datum gereed", as vague as it was typed."""

    __tablename__ = "mijlpaal"
    __table_args__ = (
        CheckConstraint(
            _VENSTER_OP_VOLGORDE,
            name="venster_op_volgorde",
        ),
    )

    activiteit: Mapped[str] = mapped_column(Text, default="")
    mijlpaal: Mapped[str] = mapped_column(Text)


class RowHistory(Base):
    """A row as it was before somebody changed, removed or put it back (its fields as JSON)."""

    __tablename__ = "row_history"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    tabel: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[int]
    revision: Mapped[int]
    velden: Mapped[dict[str, object]] = mapped_column(StoredJSON(PLAN_ROW_BEFORE))
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    # Set while it was out of its list.
    verwijderd_op: Mapped[datetime | None] = mapped_column(Moment)

    gewijzigd_door: Mapped[User | None] = relationship()
