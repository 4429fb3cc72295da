"""What stood on an answer sheet before somebody changed it, and the trace of who worked on it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from portal.domain.roles import Actor
from portal.domain.round.events import UitvraagEventSoort
from portal.extensions import db
from portal.models import Antwoordblad, BladAntwoord, BladHistorie, BladRegel, Doelstand, Voortgang, VoortgangAfwijking
from portal.services import people
from portal.services.round import events
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round

Row = BladAntwoord | Voortgang | VoortgangAfwijking | Doelstand | BladRegel


def field_of(row: Row) -> str:
    """The name under which earlier values of a row are kept."""
    if isinstance(row, Voortgang):
        return f"voortgang:{row.actie_id}"
    if isinstance(row, VoortgangAfwijking):
        return f"voortgang:{row.actie_id}:{row.regio_id}"
    if isinstance(row, Doelstand):
        return f"doel:{row.doel_id}"
    if isinstance(row, BladRegel):
        return f"regel:{row.id}"
    return row.question_key if row.regio_id is None else f"{row.question_key}:{row.regio_id}"


def keep(row: Row, **waarde: Any) -> None:
    """Keep a row as it stands now as an earlier version."""
    db.session.add(
        BladHistorie(
            blad_id=row.blad_id,
            veld=field_of(row),
            waarde=waarde,
            revision=row.revision,
            gewijzigd_op=row.gewijzigd_op,
            gewijzigd_door_id=row.gewijzigd_door_id,
            verwijderd_op=row.verwijderd_op if isinstance(row, BladRegel) else None,
        )
    )


def record_work(blad: Antwoordblad, question_key: str, actor: Actor) -> None:
    """Tell once per person, question and day that somebody worked on the sheet."""
    step = format_of_round(blad.uitvraag).step_of(question_key)
    events.record_once_a_day(
        blad, UitvraagEventSoort.BLAD_BEWERKT, actor, onderdeel=step.sections[0].name, stap=step.key
    )


def history_of(blad_id: int, veld: str) -> list[BladHistorie]:
    """Earlier versions of a field, newest first."""
    return list(
        db.session.scalars(
            select(BladHistorie)
            .where(BladHistorie.blad_id == blad_id, BladHistorie.veld == veld)
            .options(people.named(BladHistorie.gewijzigd_door))
            .order_by(BladHistorie.id.desc())
        )
    )


def versions_of(row: Row) -> list[BladHistorie]:
    """Earlier versions of a row, newest first."""
    return history_of(row.blad_id, field_of(row))


def version_of(row: Row, history_id: int) -> BladHistorie:
    """One earlier version of a row. Raises SheetProblem when it is not of this row."""
    kept = db.session.get(BladHistorie, history_id)
    if kept is None or (kept.blad_id, kept.veld) != (row.blad_id, field_of(row)):
        raise SheetProblem("Deze eerdere versie is er niet (meer).")
    return kept
