"""The answer sheets of somebody's own regions: what is asked now, and what was answered before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import contains_eager

from forms.spec import Format, Kind
from portal.domain import clock
from portal.domain.roles import Actor, Rol
from portal.domain.round.states import BladStand, BladStatus, UitvraagStatus, answers_until, stand, takes_answers
from portal.domain.sheet.state import Counter, VraagState, is_untouched, progress_counter, sheet_state
from portal.extensions import db
from portal.models import Antwoordblad, BladRegio, Uitvraag
from portal.services.filling.freezing import Content
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet.outline import outlines
from portal.services.sheet.pen import WITH_REGIONS


@dataclass(frozen=True)
class SheetToDo:
    """A sheet that asks something of somebody: how far it is."""

    blad: Antwoordblad
    stand: BladStand
    states: tuple[VraagState, ...]
    counter: Counter
    untouched: bool
    may_fill_in: bool

    @property
    def until(self) -> date:
        """The last day on which it is asked for."""
        return answers_until(self.blad.blad_facts)

    @property
    def is_late(self) -> bool:
        """True when that day has passed."""
        return self.until < clock.today()

    @property
    def is_ready(self) -> bool:
        """True when it can be handed in as it is."""
        return all(state.is_ready for state in self.states)


_OF_REGIONS = (
    select(Antwoordblad)
    .join(Antwoordblad.uitvraag)
    .where(
        Antwoordblad.id.in_(
            select(BladRegio.blad_id).where(BladRegio.regio_id.in_(bindparam("regio_ids", expanding=True)))
        ),
        Uitvraag.status != UitvraagStatus.GEPLAND,
    )
    .options(contains_eager(Antwoordblad.uitvraag), WITH_REGIONS)
    .order_by(Uitvraag.periode_tot.desc(), Antwoordblad.id.desc())
)
# What was handed in asks nothing: that needs no look at the calendar.
_NOT_HANDED_IN = _OF_REGIONS.where(Antwoordblad.status != BladStatus.INGEDIEND)


def sheets_of(actor: Actor) -> list[Antwoordblad]:
    """All sheets of the actor's own regions, of rounds that were opened, the newest round first."""
    return _found(_OF_REGIONS, actor)


def _found(query: Select[Antwoordblad], actor: Actor) -> list[Antwoordblad]:
    regio_ids = actor.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER)
    return list(db.session.scalars(query, {"regio_ids": list(regio_ids)}).unique()) if regio_ids else []


def asks_now(blad: Antwoordblad) -> bool:
    """True while a region still has to hand something in."""
    return takes_answers(blad.blad_facts, clock.today()) and blad.status is not BladStatus.INGEDIEND


def sheets_to_do(actor: Actor, bladen: Sequence[Antwoordblad] | None = None) -> list[SheetToDo]:
    """The sheets that still ask something of the actor's regions, the earliest deadline first.

    A fixed number of queries, however many sheets there are; `bladen` are all sheets, when they were read already.
    """
    found = _found(_NOT_HANDED_IN, actor) if bladen is None else bladen
    asked = sorted(filter(asks_now, found), key=lambda blad: (blad.deadline, blad.id))
    as_contact = actor.regio_ids(Rol.REGIOCONTACT)
    known = outlines((blad.id for blad in asked), with_changes=False)
    return [_to_do(blad, known[blad.id].content, bool(as_contact & blad.facts.regio_ids)) for blad in asked]


def _to_do(blad: Antwoordblad, copy: Content, may_fill_in: bool) -> SheetToDo:
    format_: Format = format_of_round(blad.uitvraag)
    return SheetToDo(
        blad,
        stand(blad.blad_facts, clock.today()),
        sheet_state(format_, copy),
        progress_counter(format_.of_kind(Kind.VOORTGANG), copy),
        is_untouched(format_, copy),
        may_fill_in,
    )
