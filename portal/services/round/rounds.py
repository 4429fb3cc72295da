"""Rounds in the hands of a coördinator: making, changing, opening, closing and reopening. The caller commits."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from portal.domain import clock
from portal.domain.moves import MoveNotAllowed
from portal.domain.roles import Actor
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.rules import CHANGEABLE, RoundValues, fixed_changes, round_problems, what_changed, why_not_open
from portal.domain.round.states import UITVRAAG_MOVES, UitvraagMove, UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Uitvraag
from portal.services.round import events, finished, lock, notices, opening, workflow
from portal.services.round.problems import RoundProblem, last_event, someone_was_first, told
from portal.services.round.questionnaire import has_questions

NAME_TAKEN = "Er is al een uitvraag met deze naam. Kies een andere naam."


class RoundConflict(RoundProblem):
    """Somebody else changed the round since the page was opened. What is stored now stands in the round itself."""


def find_round(uitvraag_id: int) -> Uitvraag | None:
    """The round with this id, or None."""
    return db.session.get(Uitvraag, uitvraag_id)


def values_of(uitvraag: Uitvraag) -> RoundValues:
    """What was decided about a round."""
    return RoundValues(
        naam=uitvraag.naam,
        periode_van=uitvraag.periode_van,
        periode_tot=uitvraag.periode_tot,
        opent_op=uitvraag.opent_op,
        deadline=uitvraag.deadline,
        edition=uitvraag.edition,
        toelichting=uitvraag.toelichting,
        herinner_dagen=tuple(uitvraag.herinner_dagen),
        gevraagde_regios=tuple(uitvraag.gevraagde_regios),
        niet_gesteld=tuple(uitvraag.niet_gesteld.split()),
    )


def make_round(values: RoundValues, *, actor: Actor | None, extra_vragen: Sequence[dict[str, Any]] = ()) -> Uitvraag:
    """Plan a round. Its own questions can also be added later, one at a time.

    Raises RoundProblem when a date or the name can't be.
    """
    _require_right(values)
    _require_free_name(values.naam)
    uitvraag = Uitvraag(status_sinds=clock.now(), extra_vragen=list(extra_vragen))
    _set(uitvraag, values)
    db.session.add(uitvraag)
    _flush_name()
    events.record(uitvraag, UitvraagEventSoort.GEMAAKT, actor)
    return uitvraag


def change_round(uitvraag: Uitvraag, values: RoundValues, *, seen_revision: int, actor: Actor) -> None:
    """Change what was decided about a round that is planned or open.

    Raises RoundConflict when the round is no longer as the page showed it, RoundProblem when the change can't be.
    """
    lock.lock_round(uitvraag)
    before = values_of(uitvraag)
    if before == values:
        return
    if uitvraag.revision != seen_revision:
        event = last_event(uitvraag)
        raise RoundConflict(
            f"Er is niets opgeslagen. {told(event) if event else ''} Wat u typte, staat hieronder nog. "
            "Vergelijk het met wat nu is opgeslagen en sla opnieuw op."
        )
    if uitvraag.status not in CHANGEABLE:
        raise RoundProblem(f"Deze uitvraag is {uitvraag.status.value}. U kunt haar niet meer wijzigen.")
    if uitvraag.status is UitvraagStatus.OPEN and fixed_changes(before, values):
        raise RoundProblem("Deze uitvraag is open. Vragen, periode, openingsdag en wie u vraagt liggen vast.")
    _require_right(values, before)
    _require_free_name(values.naam, uitvraag)
    _set(uitvraag, values)
    uitvraag.revision += 1
    _flush_name()
    _lengthen_extensions(uitvraag)
    events.record(uitvraag, UitvraagEventSoort.GEWIJZIGD, actor, notitie=what_changed(before, values))


def round_mark(uitvraag: Uitvraag) -> str:
    """What a page showed of a round, to see later whether it is still so."""
    keys = ",".join(one["key"] for one in uitvraag.extra_vragen)
    return sha256(f"{uitvraag.status}|{uitvraag.revision}|{keys}".encode()).hexdigest()[:16]


def require_round_as_seen(uitvraag: Uitvraag, mark: str, *, actor: Actor) -> None:
    """Lock the round and make sure that it still is as the page showed it.

    Raises RoundProblem that tells what happened meanwhile.
    """
    lock.lock_round(uitvraag)
    if round_mark(uitvraag) != mark:
        raise someone_was_first(uitvraag, actor)


def why_not_open_now(uitvraag: Uitvraag) -> str:
    """Why a planned round can't open today; empty when it can."""
    asks = has_questions(uitvraag.edition, uitvraag.extra_vragen, uitvraag.niet_gesteld)
    return why_not_open(has_questions=asks, deadline=uitvraag.deadline, today=clock.today())


def open_round(uitvraag: Uitvraag, *, actor: Actor | None) -> None:
    """Open a planned round: every plan that is asked, and every such region without one, gets its sheet, with what was
    said before of actions that are done. `actor` None: the portal itself.

    Raises RoundProblem when it was opened already, has no questions, or its deadline has passed.
    """
    lock.lock_round(uitvraag)
    if uitvraag.status is UitvraagStatus.GEPLAND and (why_not := why_not_open_now(uitvraag)):
        raise RoundProblem(why_not)
    _move(uitvraag, UitvraagMove.OPENEN, actor)
    uitvraag.opent_op = min(uitvraag.opent_op, clock.today())
    db.session.flush()
    opening.make_sheets(uitvraag)
    finished.carry_over(uitvraag)
    notices.opened(uitvraag)


def close_round(uitvraag: Uitvraag, *, actor: Actor) -> None:
    """Close an open round: sheets take no answers any more, unless one was reopened by name.

    Raises RoundProblem when it is not open.
    """
    lock.lock_round(uitvraag)
    _move(uitvraag, UitvraagMove.SLUITEN, actor)
    db.session.flush()
    notices.closed(uitvraag)


def reopen_round(uitvraag: Uitvraag, reason: str, *, actor: Actor) -> None:
    """Open a closed round again for all its sheets.

    Raises RoundProblem without a reason, or when it is not closed.
    """
    lock.lock_round(uitvraag)
    _move(uitvraag, UitvraagMove.HEROPENEN, actor, reason)
    db.session.flush()
    notices.reopened(uitvraag, reason)


def _move(uitvraag: Uitvraag, move: UitvraagMove, actor: Actor | None, reason: str = "") -> None:
    try:
        workflow.move(uitvraag, move, actor=actor, reason=reason)
    except MoveNotAllowed as refused:
        if UITVRAAG_MOVES.starts_from(move, uitvraag.status):
            raise RoundProblem(str(refused)) from refused
        raise someone_was_first(uitvraag, actor, soorten=workflow.EVENTS.values()) from refused


def _require_right(values: RoundValues, before: RoundValues | None = None) -> None:
    for _, sentence in round_problems(values, clock.today(), before):
        raise RoundProblem(sentence)


def _require_free_name(naam: str, uitvraag: Uitvraag | None = None) -> None:
    """Two rounds that differ in capitals only can't be told apart; `lower` of SQLite knows no é, so Python compares."""
    others = db.session.scalars(select(Uitvraag.naam).where(Uitvraag.id != (uitvraag.id if uitvraag else 0)))
    if naam.casefold() in {other.casefold() for other in others}:
        raise RoundProblem(NAME_TAKEN)


def _set(uitvraag: Uitvraag, values: RoundValues) -> None:
    for name, value in {**vars(values), "niet_gesteld": " ".join(values.niet_gesteld)}.items():
        setattr(uitvraag, name, list(value) if isinstance(value, tuple) else value)


def _flush_name() -> None:
    """Names are unique, also when two people save at once: that only the database knows."""
    try:
        db.session.flush()
    except IntegrityError as error:
        db.session.rollback()
        raise RoundProblem(NAME_TAKEN) from error


def _lengthen_extensions(uitvraag: Uitvraag) -> None:
    """A later deadline is for everybody: who had an extension never has less time than the others."""
    db.session.execute(
        update(Antwoordblad)
        .where(Antwoordblad.uitvraag_id == uitvraag.id, Antwoordblad.uitstel_tot < uitvraag.deadline)
        .values(uitstel_tot=uitvraag.deadline)
    )
