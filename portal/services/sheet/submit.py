"""Handing in an answer sheet, and correcting it while it takes answers."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from portal.domain import clock
from portal.domain.moves import MoveNotAllowed
from portal.domain.roles import Actor, Namens
from portal.domain.round.states import BladMove, BladStatus
from portal.domain.sheet.facts import facts_of
from portal.domain.sheet.state import VraagState, missing_states
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening
from portal.services.filling.freezing import Content, checksum
from portal.services.round import workflow
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import notices, pen, places, progress, texts
from portal.services.sheet.content import working_copy


class SheetNotReady(SheetProblem):
    """Required questions have no answer yet. The message names them."""

    def __init__(self, states: tuple[VraagState, ...]) -> None:
        self.states = states
        names = ", ".join(state.step.sections[0].name for state in states)
        super().__init__(f"U kunt nog niet indienen. Deze vragen zijn nog niet klaar: {names}.")


def submit(
    blad: Antwoordblad, *, actor: Actor, namens: Namens, seen_number: int, met_naam: bool = False
) -> BladIndiening:
    """Freeze the working copy, hand it in for one side, and tell the contact persons.

    `seen_number` is the number of submissions when the person saw the page: a double click gives the submission that
    the first click made, and a page from before an earlier submission hands in nothing.

    `met_naam`: the regions may be named with a quote.

    Raises NotReady, SheetProblem (also when the round was closed meanwhile: what was saved is kept).
    """
    pen.lock_sheet(blad)
    if blad.status is BladStatus.INGEDIEND and blad.indiening_nummer == seen_number + 1:
        return newest_submission(blad)
    pen.require_answerable(blad)
    if blad.status is BladStatus.INGEDIEND or blad.indiening_nummer != seen_number:
        raise SheetProblem("Deze antwoorden zijn intussen al ingediend. Ververs de pagina en kijk ze na.")
    _require_side(blad, actor, namens)
    progress.drop_outdated(blad)
    content = working_copy(blad)
    missing = missing_states(format_of_round(blad.uitvraag), content)
    if missing:
        raise SheetNotReady(missing)
    indiening = _freeze(blad, content, actor, namens)
    places.keep(blad, content)
    texts.keep(indiening, content)
    workflow.move_sheet(blad, BladMove.INDIENEN, actor=actor)
    blad.citaat_met_naam = met_naam
    notices.submitted(blad, indiening)
    return indiening


def _require_side(blad: Antwoordblad, actor: Actor, namens: Namens) -> None:
    if namens not in actor.sides(blad.facts.regio_ids):
        raise SheetProblem(f"U bent in deze regio geen contactpersoon namens: {namens.label}.")


def _freeze(blad: Antwoordblad, content: Content, actor: Actor, namens: Namens) -> BladIndiening:
    blad.indiening_nummer += 1
    indiening = BladIndiening(
        blad_id=blad.id,
        nummer=blad.indiening_nummer,
        ingediend_op=clock.now(),
        ingediend_door_id=actor.user_id,
        namens=namens,
        snapshot=content,
        checksum=checksum(content),
        feiten=facts_of(format_of_round(blad.uitvraag), content),
    )
    db.session.add(indiening)
    db.session.flush()
    return indiening


def correct(blad: Antwoordblad, actor: Actor) -> None:
    """Take the pen back while the sheet takes answers; what was handed in keeps counting until it is handed in again.

    Doing it twice is doing it once. Raises SheetProblem when it takes no answers, or was never handed in.
    """
    pen.require_answerable(blad)
    if blad.status.is_mended:
        return
    try:
        workflow.move_sheet(blad, BladMove.CORRIGEREN, actor=actor)
    except MoveNotAllowed as refused:
        raise SheetProblem(str(refused)) from refused


def newest_submission(blad: Antwoordblad) -> BladIndiening:
    """The submission that counts. Raises NoResultFound when it was never handed in."""
    return db.session.scalars(
        select(BladIndiening).where(BladIndiening.blad_id == blad.id, BladIndiening.nummer == blad.indiening_nummer)
    ).one()


def counting_submission(blad: Antwoordblad) -> BladIndiening | None:
    """The submission that counts, or None when it was never handed in."""
    return next((one for one in submissions_of(blad) if one.nummer == blad.indiening_nummer), None)


_ALL = select(BladIndiening).where(BladIndiening.blad_id == bindparam("blad_id")).order_by(BladIndiening.nummer.desc())


def submissions_of(blad: Antwoordblad) -> list[BladIndiening]:
    """All submissions of a sheet, newest first, without their content."""
    return list(db.session.scalars(_ALL, {"blad_id": blad.id})) if blad.indiening_nummer else []


def find_submission(blad: Antwoordblad, indiening_id: int) -> BladIndiening | None:
    """The submission with this id when it is one of this sheet, else None."""
    indiening = db.session.get(BladIndiening, indiening_id)
    return indiening if indiening is not None and indiening.blad_id == blad.id else None
