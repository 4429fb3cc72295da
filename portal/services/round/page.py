"""What the page of one round shows: the line of each region, and what happened that needs a word."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from forms.dutch.words import together
from portal.domain import clock
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.sentence import RoundCount, count, sentence
from portal.domain.round.states import BladStand
from portal.extensions import db
from portal.models import Antwoordblad, BladRegio, PlanRegio, Uitvraag, UitvraagEvent
from portal.services import people
from portal.services.regios import name_key
from portal.services.round.lines import SheetLine, Submitted, sheet_lines, submissions


@dataclass(frozen=True)
class RegionLine:
    """One region in one round; regions of a joint plan share a sheet and have a line each."""

    regio: str
    blad: SheetLine
    stand: BladStand
    submitted: Submitted | None
    samen_met: str


@dataclass(frozen=True)
class RoundPage:
    """The regions of a round by name, and its one sentence."""

    lines: tuple[RegionLine, ...]
    telling: RoundCount
    zin: str
    # Names of sheets whose regions have another plan than when the round opened.
    verschoven: tuple[str, ...]

    @property
    def corrigeren(self) -> tuple[str, ...]:
        """The regions that are changing what they handed in."""
        return tuple(line.regio for line in self.lines if line.stand.is_mended)


# What the regions do to their sheets stands in the table; what they do to a draft is theirs.
_DONE_BY_REGIONS = (
    UitvraagEventSoort.BLAD_INGEDIEND,
    UitvraagEventSoort.BLAD_CORRECTIE,
    UitvraagEventSoort.BLAD_VOLGT_PLAN,
    UitvraagEventSoort.BLAD_BEWERKT,
)
_DRAFTING = (UitvraagEventSoort.BLAD_VOLGT_PLAN, UitvraagEventSoort.BLAD_BEWERKT)


def decisions(uitvraag: Uitvraag, *, limit: int) -> list[UitvraagEvent]:
    """What was decided about a round and its sheets, newest first."""
    return _story(UitvraagEvent.uitvraag_id == uitvraag.id, _DONE_BY_REGIONS, limit)


def sheet_story(blad: Antwoordblad, *, limit: int) -> list[UitvraagEvent]:
    """What happened to one sheet, newest first, without what its regions did to their draft."""
    return _story(UitvraagEvent.blad_id == blad.id, _DRAFTING, limit)


def _story(which: ColumnElement[bool], without: tuple[UitvraagEventSoort, ...], limit: int) -> list[UitvraagEvent]:
    query = (
        select(UitvraagEvent)
        .where(which, UitvraagEvent.soort.not_in(without))
        .options(people.named(UitvraagEvent.door))
        .order_by(UitvraagEvent.op.desc(), UitvraagEvent.id.desc())
        .limit(limit)
    )
    return list(db.session.scalars(query))


def round_page(uitvraag: Uitvraag) -> RoundPage:
    """The regions of a round, in four queries."""
    found = sheet_lines([uitvraag.id])
    submitted = submissions(uitvraag.id)
    lines = sorted(
        (line for blad in found for line in _lines(blad, submitted.get(blad.blad_id))),
        key=lambda line: name_key(line.regio),
    )
    telling = count([(line.regio, line.stand) for line in lines])
    return RoundPage(
        tuple(lines),
        telling,
        sentence(uitvraag.status, uitvraag.deadline, telling, clock.today()) if found else "",
        _moved(uitvraag, found),
    )


def _lines(blad: SheetLine, submitted: Submitted | None) -> list[RegionLine]:
    stand = blad.stand
    return [
        RegionLine(regio.naam, blad, stand, submitted, together(one.naam for one in blad.regios if one.id != regio.id))
        for regio in blad.regios
    ]


def _moved(uitvraag: Uitvraag, found: list[SheetLine]) -> tuple[str, ...]:
    """Plans that were joined or split since: the sheets keep the regions they were opened with."""
    moved = set(
        db.session.scalars(
            select(Antwoordblad.id)
            .join(BladRegio, BladRegio.blad_id == Antwoordblad.id)
            .outerjoin(PlanRegio, PlanRegio.regio_id == BladRegio.regio_id)
            .where(
                Antwoordblad.uitvraag_id == uitvraag.id,
                Antwoordblad.plan_id.is_not(None),
                PlanRegio.plan_id.is_distinct_from(Antwoordblad.plan_id),
            )
        )
    )
    return tuple(sorted((line.naam for line in found if line.blad_id in moved), key=name_key))
