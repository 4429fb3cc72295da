"""What a coördinator decides about one answer sheet: extension, not asked, reopened, sent back. The caller commits."""

from __future__ import annotations

from datetime import date

from forms.dutch import dates
from portal.domain import clock
from portal.domain.moves import MoveNotAllowed
from portal.domain.roles import Actor
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.rules import why_no_extension, why_not_reopen, why_not_send_back, why_not_unasked
from portal.domain.round.states import BladMove, BladStatus, UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, UitvraagEvent
from portal.services.round import events, notices, workflow
from portal.services.round.problems import RoundProblem, last_event, someone_was_first
from portal.services.sheet import pen

NO_REASON = "Schrijf op waarom. De regio ziet deze reden."


def seen_mark(blad: Antwoordblad) -> str:
    """What a page showed of a sheet, to see later whether it is still so."""
    days = (blad.uitstel_tot, blad.heropend_tot)
    return "|".join([blad.uitvraag.status, blad.status, str(blad.niet_gevraagd), *(str(day or "") for day in days)])


def require_as_seen(blad: Antwoordblad, mark: str, *, actor: Actor) -> None:
    """Lock the sheet and make sure that it still is as the page showed it.

    Raises RoundProblem that tells what happened meanwhile.
    """
    pen.lock_sheet(blad)
    if seen_mark(blad) == mark:
        return
    if mark.split("|")[0] != blad.uitvraag.status:
        raise someone_was_first(blad.uitvraag, actor, soorten=workflow.EVENTS.values())
    raise someone_was_first(blad.uitvraag, actor, blad)


def grant_extension(blad: Antwoordblad, until: date, *, actor: Actor, reden: str = "") -> None:
    """Give the regions of a sheet until this day; reminders follow it.

    Raises RoundProblem when the day is no extension, or the round is closed.
    """
    pen.lock_sheet(blad)
    _refuse(why_no_extension(blad.blad_facts, blad.uitvraag.deadline, until, clock.today()))
    if blad.uitstel_tot == until:
        return
    blad.uitstel_tot = until
    _record(blad, UitvraagEventSoort.UITSTEL, actor, reden, datum=dates.day_short(until))
    notices.extended(blad)


def mark_not_asked(blad: Antwoordblad, reden: str, *, actor: Actor) -> None:
    """These regions need not answer: they are no missing answer, and are not reminded.

    Raises RoundProblem without a reason, or when they answered already.
    """
    pen.lock_sheet(blad)
    _refuse(why_not_unasked(blad.blad_facts) or _why_no_reason(reden))
    if blad.niet_gevraagd:
        return
    blad.niet_gevraagd, blad.niet_gevraagd_reden = True, reden
    _record(blad, UitvraagEventSoort.NIET_GEVRAAGD, actor, reden)


def ask_after_all(blad: Antwoordblad, *, actor: Actor) -> None:
    """These regions are asked for an answer after all.

    Raises RoundProblem when the round is finished.
    """
    pen.lock_sheet(blad)
    _refuse(why_not_unasked(blad.blad_facts))
    if not blad.niet_gevraagd:
        return
    blad.niet_gevraagd, blad.niet_gevraagd_reden = False, ""
    _record(blad, UitvraagEventSoort.TOCH_GEVRAAGD, actor)
    if blad.uitvraag.status is UitvraagStatus.OPEN:
        notices.asked_after_all(blad)


def reopen_sheet(blad: Antwoordblad, until: date, reden: str, *, actor: Actor) -> None:
    """Let these regions answer or correct until this day although the round is closed.

    Raises RoundProblem without a reason, when the day has passed, or when the round is open or finished.
    """
    pen.lock_sheet(blad)
    _refuse(why_not_reopen(blad.blad_facts, until, clock.today()) or _why_no_reason(reden))
    if blad.heropend_tot == until:
        return
    blad.heropend_tot = until
    _record(blad, UitvraagEventSoort.BLAD_HEROPEND, actor, reden, datum=dates.day_short(until))
    notices.sheet_reopened(blad, reden)


def send_back(blad: Antwoordblad, until: date | None, reden: str, *, actor: Actor) -> None:
    """Ask these regions to change what they handed in, and to hand it in again until this day (None: the deadline).

    What they handed in keeps counting until then. Raises RoundProblem without a reason, when the day can't be, or when
    there is nothing to send back.
    """
    pen.lock_sheet(blad)
    _refuse(why_not_send_back(blad.blad_facts, until, clock.today()) or _why_no_reason(reden))
    try:
        workflow.move_sheet(blad, BladMove.TERUGSTUREN, actor=actor, reason=reden)
    except MoveNotAllowed as refused:
        raise RoundProblem(str(refused)) from refused
    if until and blad.uitvraag.status is UitvraagStatus.GESLOTEN:
        blad.heropend_tot = until
    elif until and until != blad.deadline:
        blad.uitstel_tot = until
    db.session.flush()
    notices.sheet_sent_back(blad, reden)


def reason_sent_back(blad: Antwoordblad) -> UitvraagEvent | None:
    """Why the answers came back and who said so, while the regions still have to hand them in again; else None."""
    if blad.status is not BladStatus.TERUGGESTUURD:
        return None
    return last_event(blad.uitvraag, blad, soorten=[UitvraagEventSoort.BLAD_TERUGGESTUURD])


def _why_no_reason(reden: str) -> str:
    return "" if reden.strip() else NO_REASON


def _refuse(why: str) -> None:
    if why:
        raise RoundProblem(why)


def _record(blad: Antwoordblad, soort: UitvraagEventSoort, actor: Actor, notitie: str = "", **words: str) -> None:
    events.record(blad.uitvraag, soort, actor, blad=blad, notitie=notitie, regios=blad.naam, **words)
    db.session.flush()
