"""Finding answer sheets, and who holds the pen of one."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload

from forms.dutch import dates
from portal.domain import clock
from portal.domain.round.states import BladStatus, UitvraagStatus, takes_answers
from portal.extensions import db
from portal.locking import lock_row
from portal.models import Antwoordblad, BladRegio, Uitvraag
from portal.services.round.problems import SheetProblem

# One query is cheaper than two. With an inner join SQLite would read the regions of all sheets first.
WITH_REGIONS = joinedload(Antwoordblad.blad_regios).joinedload(BladRegio.regio, innerjoin=False)


_FIND = select(Antwoordblad).where(Antwoordblad.id == bindparam("blad_id")).options(WITH_REGIONS)


def find_sheet(blad_id: int) -> Antwoordblad | None:
    """The sheet with this id, with its round and regions, or None."""
    return db.session.scalars(_FIND, {"blad_id": blad_id}).unique().one_or_none()


def lock_sheet(blad: Antwoordblad) -> None:
    """Let other writers of this sheet wait until this transaction ends, and see the newest status of it and its round.

    Handing in and closing must not pass each other, so the round is locked too, shared among the sheets.
    """
    lock_row(Uitvraag, blad.uitvraag_id, shared=True)
    lock_row(Antwoordblad, blad.id)


def require_answerable(blad: Antwoordblad) -> None:
    """Lock the sheet and make sure that it takes answers now.

    Raises SheetProblem with the reason and what to do when it does not.
    """
    lock_sheet(blad)
    if not is_answerable(blad):
        raise SheetProblem(why_not(blad))


def require_pen(blad: Antwoordblad) -> None:
    """Lock the sheet and make sure that its answers may be changed: it takes answers, and is not handed in.

    A page that stayed open while a colleague handed in must not change the answers behind that submission.

    Raises SheetProblem with the reason and what to do.
    """
    require_answerable(blad)
    if blad.status is BladStatus.INGEDIEND:
        raise SheetProblem(
            f"De antwoorden zijn ingediend op {dates.moment_in_words(blad.status_sinds)}. "
            "Wilt u nog iets veranderen? Kies dan eerst Corrigeren."
        )


def is_answerable(blad: Antwoordblad) -> bool:
    """True while the sheet takes answers, as far as was read last."""
    return takes_answers(blad.blad_facts, clock.today())


def why_not(blad: Antwoordblad) -> str:
    """Why a sheet takes no answers now, and what a region can do about it."""
    if blad.niet_gevraagd:
        return "Voor deze uitvraag vragen wij uw regio niet om antwoord."
    if blad.uitvraag.status is UitvraagStatus.GEPLAND:
        return f"Deze uitvraag opent op {dates.day_in_words(blad.uitvraag.opent_op)}."
    return (
        f"Deze uitvraag is gesloten op {dates.moment_in_words(blad.uitvraag.status_sinds)}. "
        "Wat u had opgeslagen is bewaard. Vraag de coördinator om uw antwoordblad te heropenen."
    )
