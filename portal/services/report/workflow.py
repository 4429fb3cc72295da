"""The only writer of the status of a national report; the moves are a table in `portal/domain/report/states.py`.

Each move carries the mark of what the person saw (`mark`): who comes second is told what happened, and changes nothing.
"""

from __future__ import annotations

from typing import Any

from exports.national.colofon import Stamp
from exports.national.states import states_of
from forms.dutch.words import listed
from portal.domain.moves import MoveNotAllowed
from portal.domain.report.events import RapportEventSoort
from portal.domain.report.flags import why_too_long_a_reason
from portal.domain.report.states import RAPPORT_MOVES, RapportMove, RapportStatus
from portal.domain.roles import Actor
from portal.models import Rapport
from portal.services.report import akkoord, events, files, notices, reports, stamp, voorleggingen
from portal.services.report.lock import lock_report
from portal.services.report.problems import ReportProblem
from portal.services.report.ready import require_ready
from portal.services.round import lock

EVENTS: dict[RapportMove, RapportEventSoort] = {
    RapportMove.VOORLEGGEN: RapportEventSoort.VOORGELEGD,
    RapportMove.TERUGHALEN: RapportEventSoort.TERUGGEHAALD,
    RapportMove.VASTSTELLEN: RapportEventSoort.VASTGESTELD,
    RapportMove.PUBLICEREN: RapportEventSoort.GEPUBLICEERD,
}


def mark(rapport: Rapport) -> str:
    """What a page showed of a report, to see later whether it is still so: hide it in the form of a move."""
    words = akkoord.words_of(rapport, only=rapport.voorlegging)
    newest = words[-1].id if words else 0
    return f"{rapport.status.value}.{rapport.revision}.{rapport.voorlegging}.{newest}"


def present(rapport: Rapport, *, actor: Actor, seen: str) -> None:
    """Voorleggen: ask the kerngroep for its akkoord on this concept.

    Raises ReportProblem (with `sleutels` of what keeps it) when something in the table of `ready.py` is so.
    """
    lock.lock_round(rapport.uitvraag)
    _lock_as_seen(rapport, RapportMove.VOORLEGGEN, seen, actor)
    require_ready(rapport, actor)
    rapport.voorlegging += 1
    _move(rapport, RapportMove.VOORLEGGEN, actor)
    voorleggingen.keep(rapport, states_of(reports.tree_of(rapport, demo=False)))
    notices.presented(rapport)


def take_back(rapport: Rapport, *, reason: str, actor: Actor, seen: str) -> None:
    """Terughalen: change it again. What parties said of this voorlegging no longer counts.

    Raises ReportProblem without a reason, or when the report does not lie before the kerngroep.
    """
    _require_short(reason)
    _lock_as_seen(rapport, RapportMove.TERUGHALEN, seen, actor)
    _move(rapport, RapportMove.TERUGHALEN, actor, reason=reason)
    notices.taken_back(rapport, reason.strip())


def adopt(rapport: Rapport, *, reason: str = "", actor: Actor, seen: str) -> None:
    """Vaststellen: the data, the texts and both files of this version never change again.

    Raises ReportProblem when not every party gave akkoord and there is no reason to go on without.
    """
    _require_short(reason)
    drawn = _drawn(rapport, reason, seen)
    _lock_as_seen(rapport, RapportMove.VASTSTELLEN, seen, actor)
    _require_agreement(rapport, reason, actor)
    _move(rapport, RapportMove.VASTSTELLEN, actor, **stamp.for_event(_stamp(rapport, reason)))
    files.freeze(rapport, drawn)
    notices.adopted(rapport)


def publish(rapport: Rapport, *, actor: Actor, seen: str) -> None:
    """Publiceren: everybody reads it from now on, and hears of it. Raises ReportProblem unless it is vastgesteld."""
    _lock_as_seen(rapport, RapportMove.PUBLICEREN, seen, actor)
    files.require_sound(rapport)
    _move(rapport, RapportMove.PUBLICEREN, actor)
    notices.published(rapport)


def may_move(rapport: Rapport, move: RapportMove) -> bool:
    """True when a move starts from the present status."""
    return RAPPORT_MOVES.starts_from(move, rapport.status)


def _lock_as_seen(rapport: Rapport, move: RapportMove, seen: str, actor: Actor) -> None:
    """Lock the report and make sure that it is as the page showed it, and that the move starts from there."""
    lock_report(rapport)
    if mark(rapport) == seen:
        # Whether there is a reason is asked when the move is made.
        _next_status(rapport, move, reason=move.value)
        return
    event = events.last_of(rapport)
    happened = events.told_when(event) if event else ""
    raise ReportProblem(
        f"Er is niets gewijzigd, want intussen is dit gebeurd: {happened} Kijk eerst hoe het nu is.",
        is_own=event is not None and (event.soort, event.door_id) == (EVENTS[move].value, actor.user_id),
    )


def _drawn(rapport: Rapport, reason: str, seen: str) -> files.Drawn | None:
    """Both files as they will be; None when they won't be made. Who forgot the reason hears that without waiting."""
    if mark(rapport) != seen or not may_move(rapport, RapportMove.VASTSTELLEN):
        return None
    _require_reason(_without_akkoord(rapport), reason)
    return files.draw_adopted(rapport, _stamp(rapport, reason))


def _stamp(rapport: Rapport, reason: str) -> Stamp:
    return stamp.adopted(rapport, akkoord.parties(rapport), reason)


def _move(rapport: Rapport, move: RapportMove, actor: Actor, *, reason: str = "", **gegevens: Any) -> None:
    rapport.status = _next_status(rapport, move, reason=reason)
    event = events.record(rapport, EVENTS[move], actor, notitie=reason.strip(), **gegevens)
    rapport.status_sinds = event.op


def _next_status(rapport: Rapport, move: RapportMove, *, reason: str) -> RapportStatus:
    try:
        return RAPPORT_MOVES.next_status(move, rapport.status, reason=reason)
    except MoveNotAllowed as refused:
        raise ReportProblem(str(refused)) from refused


def _require_short(reason: str) -> None:
    if problem := why_too_long_a_reason(reason.strip()):
        raise ReportProblem(problem)


def _require_agreement(rapport: Rapport, reason: str, actor: Actor) -> None:
    without = _without_akkoord(rapport)
    _require_reason(without, reason)
    if without:
        events.record(rapport, RapportEventSoort.ZONDER_AKKOORD, actor, notitie=reason.strip(), partijen=without)


def _without_akkoord(rapport: Rapport) -> str:
    """Who did not give akkoord, as read aloud; empty when everybody did."""
    stands = akkoord.parties(rapport)
    if akkoord.everybody_agreed(stands):
        return ""
    return listed(one.naam for one in stands if not one.is_akkoord) or "de kerngroep"


def _require_reason(without: str, reason: str) -> None:
    if without and not reason.strip():
        raise ReportProblem(
            f"Er is nog geen akkoord van {without}. Schrijf op waarom u het rapport toch vaststelt. "
            "Of wacht tot alle partijen akkoord zijn."
        )
