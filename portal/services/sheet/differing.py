"""Where an action of a joint plan goes otherwise in one of its regions: its status there, and why.

National counts take the action once, with the status of all regions, and say that it differs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from portal.domain.roles import Actor
from portal.domain.sheet.state import differing_problem
from portal.extensions import db
from portal.models import Antwoordblad, Regio, Voortgang, VoortgangAfwijking
from portal.services.filling import revisions
from portal.services.round.problems import SheetProblem
from portal.services.sheet import history, pen
from portal.services.sheet.actions import ActionGone, asked_of, require_action
from portal.services.sheet.content import working_copy


class DifferingConflict(Exception):
    """A stale save: somebody else said something of this region first. Nothing was written. `row` is how it is now."""

    def __init__(self, row: VoortgangAfwijking) -> None:
        self.row = row
        super().__init__(row.actie_id, row.regio_id)


def save_differing(
    blad: Antwoordblad,
    actie_id: int,
    regio_id: int,
    *,
    status: str | None,
    toelichting: str,
    base_revision: int,
    actor: Actor,
) -> VoortgangAfwijking | None:
    """Say how an action goes in one region; None says that it goes there as in all regions.

    None when it went as in all regions and still does. Raises DifferingConflict for a stale save, ActionGone,
    SheetProblem (also without a word why, or with the status that all regions have).
    """
    pen.require_pen(blad)
    regio = region_of(blad, regio_id)
    require_action(working_copy(blad), actie_id)
    shared = db.session.get(Voortgang, (blad.id, actie_id), populate_existing=True)
    if shared is None or not shared.status:
        raise SheetProblem("Kies eerst hoe het in alle regio’s met deze actie gaat.")
    if status is None:
        return _write(blad, actie_id, regio_id, "", "", base_revision, actor)
    problem = differing_problem(asked_of(blad), shared.status, status, toelichting, regio.naam)
    if problem:
        raise SheetProblem(problem)
    return _write(blad, actie_id, regio_id, status, toelichting, base_revision, actor)


def region_of(blad: Antwoordblad, regio_id: int) -> Regio:
    """The region of a joint plan's sheet. Raises SheetProblem for another one, and when the sheet is of one region."""
    found = next((one for one in blad.regios if one.id == regio_id), None)
    if found is None or len(blad.regios) < 2:
        raise SheetProblem("Dit antwoordblad geldt niet samen met andere regio’s voor deze regio.")
    return found


def find_differing(blad: Antwoordblad, actie_id: int, regio_id: int) -> VoortgangAfwijking | None:
    """What is said now of an action in one region, or None when nothing was ever said."""
    return db.session.get(VoortgangAfwijking, (blad.id, actie_id, regio_id), populate_existing=True)


def carry_over(blad: Antwoordblad, actie_id: int, told: Mapping[str, Any], *, actor: Actor) -> None:
    """What went otherwise in a region last time still does, where nothing was said of that region now.

    The sheet is locked, and the action has the status of last time.
    """
    asked = asked_of(blad)
    for regio in blad.regios:
        was = told["afwijkingen"].get(regio.code)
        if was is None or find_differing(blad, actie_id, regio.id) is not None:
            continue
        if not differing_problem(asked, told["status"], was["status"], was["toelichting"], regio.naam):
            _write(blad, actie_id, regio.id, was["status"], was["toelichting"], 0, actor)


def drop_carried_over(blad: Antwoordblad, actie_id: int) -> None:
    """Forget what the portal itself carried over of an action where it went otherwise. The sheet is locked."""
    found = select(VoortgangAfwijking).where(
        VoortgangAfwijking.blad_id == blad.id,
        VoortgangAfwijking.actie_id == actie_id,
        VoortgangAfwijking.gewijzigd_door_id.is_(None),
    )
    for row in db.session.scalars(found):
        db.session.delete(row)


def restore_version(
    blad: Antwoordblad, actie_id: int, regio_id: int, history_id: int, *, base_revision: int, actor: Actor
) -> VoortgangAfwijking | None:
    """Say of an action in one region what was said of it before; what is said now is kept.

    Raises what `save_differing` raises, and ActionGone when nothing was ever said of this region.
    """
    row = find_differing(blad, actie_id, regio_id)
    if row is None:
        raise ActionGone("Over deze actie is voor deze regio nog niets gezegd.")
    was = history.version_of(row, history_id).waarde
    return save_differing(
        blad,
        actie_id,
        regio_id,
        status=was["status"] or None,
        toelichting=was["toelichting"],
        base_revision=base_revision,
        actor=actor,
    )


def _write(
    blad: Antwoordblad, actie_id: int, regio_id: int, status: str, toelichting: str, base_revision: int, actor: Actor
) -> VoortgangAfwijking | None:
    row = find_differing(blad, actie_id, regio_id)
    if (row.status, row.toelichting) == (status, toelichting) if row else not status:
        return row
    if row is None:
        row = VoortgangAfwijking(blad_id=blad.id, actie_id=actie_id, regio_id=regio_id)
        db.session.add(row)
    elif row.revision != base_revision:
        raise DifferingConflict(row)
    else:
        # A region that differs is never carried over by name: it says so with the action.
        history.keep(row, status=row.status, toelichting=row.toelichting, gelijk_aan_id=None)
    row.status, row.toelichting = status, toelichting
    revisions.stamp(row, actor)
    history.record_work(blad, asked_of(blad).key, actor)
    return row
