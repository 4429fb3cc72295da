"""The answer sheets of rounds as plain values: for lists, counts, mails and reminders, without making rows of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import select

from portal.domain import clock
from portal.domain.roles import Namens, Rol
from portal.domain.round.states import BladFacts, BladStand, BladStatus, answers_until, stand, takes_answers
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, BladRegio, Lidmaatschap, Regio, Uitvraag, User
from portal.models.plan.plan import names_together


class RegioName(NamedTuple):
    """A region of a sheet."""

    id: int
    naam: str


class Submitted(NamedTuple):
    """The newest submission of a sheet."""

    op: datetime
    door: str
    namens: Namens


class Contact(NamedTuple):
    """Somebody who gets mail about a sheet."""

    id: int
    email: str
    naam: str


@dataclass(frozen=True)
class SheetLine:
    """One sheet in a list. `plan_id` None: there was no plan. `has_plan`: there was a plan in force."""

    blad_id: int
    uitvraag_id: int
    plan_id: int | None
    has_plan: bool
    facts: BladFacts
    uitstel_tot: date | None
    indiening_nummer: int
    # Since when its status is what it is.
    sinds: datetime
    regios: tuple[RegioName, ...]

    @property
    def naam(self) -> str:
        """The names of its regions, as read aloud."""
        return names_together(regio.naam for regio in self.regios)

    @property
    def stand(self) -> BladStand:
        """How it is shown today."""
        return stand(self.facts, clock.today())

    @property
    def awaits_answer(self) -> bool:
        """True while these regions still can hand in, should, and did not: for the first time, or once more."""
        return self.facts.status is not BladStatus.INGEDIEND and takes_answers(self.facts, clock.today())

    @property
    def is_mended(self) -> bool:
        """True when what was handed in counts, and something else is being written."""
        return self.facts.status.is_mended

    @property
    def until(self) -> date:
        """The last day that these regions were given."""
        return answers_until(self.facts)


# Written down once: putting such a query together takes longer than running it.
_SHEETS = select(
    Antwoordblad.id,
    Antwoordblad.uitvraag_id,
    Antwoordblad.plan_id,
    Antwoordblad.plan_indiening_id,
    Antwoordblad.status,
    Antwoordblad.status_sinds,
    Antwoordblad.indiening_nummer,
    Antwoordblad.uitstel_tot,
    Antwoordblad.heropend_tot,
    Antwoordblad.niet_gevraagd,
    Uitvraag.status.label("ronde"),
    Uitvraag.deadline,
).join(Uitvraag, Uitvraag.id == Antwoordblad.uitvraag_id)
_REGIOS = select(BladRegio.blad_id, Regio.id, Regio.naam).join(Regio, Regio.id == BladRegio.regio_id)
_SUBMITTED = (
    select(BladIndiening.blad_id, BladIndiening.ingediend_op, User.naam, BladIndiening.namens)
    .join(
        Antwoordblad,
        (Antwoordblad.id == BladIndiening.blad_id) & (Antwoordblad.indiening_nummer == BladIndiening.nummer),
    )
    .join(User, User.id == BladIndiening.ingediend_door_id)
)
_CONTACTS = (
    select(BladRegio.blad_id, User.id, User.email, User.naam)
    .join(Lidmaatschap, Lidmaatschap.regio_id == BladRegio.regio_id)
    .join(User, User.id == Lidmaatschap.account_id)
    .where(Lidmaatschap.rol == Rol.REGIOCONTACT, User.active.is_(True))
    .order_by(User.id, BladRegio.blad_id)
    .distinct()
)


def sheet_lines(uitvraag_ids: Sequence[int]) -> list[SheetLine]:
    """All sheets of these rounds in two queries, in the order in which they were made."""
    if not uitvraag_ids:
        return []
    regios: dict[int, list[RegioName]] = defaultdict(list)
    for blad_id, regio_id, naam in db.session.execute(_REGIOS.where(BladRegio.uitvraag_id.in_(uitvraag_ids))):
        regios[blad_id].append(RegioName(regio_id, naam))
    query = _SHEETS.where(Antwoordblad.uitvraag_id.in_(uitvraag_ids)).order_by(Antwoordblad.id)
    return [_line(row, regios[row.id]) for row in db.session.execute(query)]


def _line(row: Any, regios: Iterable[RegioName]) -> SheetLine:
    facts = BladFacts(row.ronde, row.status, row.uitstel_tot or row.deadline, row.heropend_tot, row.niet_gevraagd)
    return SheetLine(
        blad_id=row.id,
        uitvraag_id=row.uitvraag_id,
        plan_id=row.plan_id,
        has_plan=row.plan_indiening_id is not None,
        facts=facts,
        uitstel_tot=row.uitstel_tot,
        indiening_nummer=row.indiening_nummer,
        sinds=row.status_sinds,
        regios=tuple(regios),
    )


def submissions(uitvraag_id: int) -> dict[int, Submitted]:
    """The newest submission of each sheet of a round, by the id of the sheet."""
    found = db.session.execute(_SUBMITTED.where(Antwoordblad.uitvraag_id == uitvraag_id))
    return {blad_id: Submitted(op, door, namens) for blad_id, op, door, namens in found}


def contacts_of(uitvraag_ids: Sequence[int]) -> dict[int, list[Contact]]:
    """The contact persons with an account that is on, by the id of the sheet; each person once per sheet."""
    by_sheet: dict[int, list[Contact]] = defaultdict(list)
    for blad_id, *person in db.session.execute(_CONTACTS.where(BladRegio.uitvraag_id.in_(uitvraag_ids))):
        by_sheet[blad_id].append(Contact._make(person))
    return by_sheet
