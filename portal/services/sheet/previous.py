"""What the regions of a sheet answered last time: in which submission, and what it says of the questions of now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, case, select, union
from sqlalchemy.orm import undefer

from forms.spec import Format
from portal.domain.policy import Facts
from portal.domain.sheet.last_time import as_asked_now
from portal.domain.sheet.state import action_ids
from portal.extensions import db
from portal.models import Actie, Antwoordblad, BladIndiening, BladRegio, Uitvraag
from portal.models.stored import part
from portal.plain import plain_rows
from portal.services.filling.freezing import Content
from portal.services.round.questionnaire import format_of_content

# A union, each part by its own index: with OR, SQLite walks through all submissions.
_ASKED_BEFORE = union(
    select(BladRegio.blad_id).where(BladRegio.regio_id.in_(bindparam("regio_ids", expanding=True))),
    select(Antwoordblad.id).where(Antwoordblad.plan_id == bindparam("plan_id")),
)
_PREVIOUS = (
    select(BladIndiening)
    .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
    .join(Uitvraag, Antwoordblad.uitvraag_id == Uitvraag.id)
    .where(
        BladIndiening.nummer == Antwoordblad.indiening_nummer,
        Antwoordblad.id != bindparam("blad_id"),
        Uitvraag.edition != "",
        # A round that left other questions out says less than what is asked now: the one before it told those.
        Uitvraag.niet_gesteld.in_(("", bindparam("niet_gesteld"))),
        Uitvraag.periode_tot < bindparam("periode_tot"),
        Antwoordblad.id.in_(_ASKED_BEFORE),
    )
    # The newest round first; in one round the sheet of the very plan goes before that of a region.
    .order_by(
        Uitvraag.periode_tot.desc(),
        case((Antwoordblad.plan_id == bindparam("plan_id"), 0), else_=1),
        BladIndiening.id.desc(),
    )
    .limit(1)
)
_WHOLE = _PREVIOUS.options(undefer(BladIndiening.snapshot))
_newest = _PREVIOUS.with_only_columns(
    BladIndiening.id, BladIndiening.blad_id, part(BladIndiening.snapshot, "uitvraag", "naam").label("uitvraag")
).subquery()
_SEEN = select(_newest, BladRegio.regio_id).join(BladRegio, BladRegio.blad_id == _newest.c.blad_id)


def previous_of(blad: Antwoordblad) -> BladIndiening | None:
    """What these regions answered last time: the submission that counts of the newest earlier national round.

    Of a sheet of the same plan, or of one of the same regions: plans are joined and split. Two queries at most.
    """
    return db.session.scalars(_WHOLE, _asks_before(blad)).first() if blad.uitvraag.edition else None


@dataclass(frozen=True)
class Previous:
    """That these regions answered before: in which submission of which sheet, and how the round was called then."""

    id: int
    blad_id: int
    uitvraag: str
    facts: Facts


def previous_seen(blad: Antwoordblad) -> Previous | None:
    """As `previous_of`, for a page that does not show the answers."""
    rows = plain_rows(_SEEN, _asks_before(blad)) if blad.uitvraag.edition else ()
    facts = Facts(regio_ids=frozenset(row.regio_id for row in rows), has_indiening=True)
    return Previous(rows[0].id, rows[0].blad_id, rows[0].uitvraag, facts) if rows else None


def _asks_before(blad: Antwoordblad) -> dict[str, Any]:
    return {
        "regio_ids": [link.regio_id for link in blad.blad_regios],
        "plan_id": blad.plan_id,
        "blad_id": blad.id,
        "periode_tot": blad.uitvraag.periode_tot,
        "niet_gesteld": blad.uitvraag.niet_gesteld,
    }


def previous_progress(content: Content, previous: BladIndiening | None) -> dict[int, dict[str, Any]]:
    """What was said last time of each action of this content, by action id; what was not told is left out.

    An action that was copied when a joint plan was split is found under the action it came from.
    """
    if previous is None:
        return {}
    told: dict[str, dict[str, Any]] = said_last_time(content, previous)["voortgang"]
    wanted = {actie_id: actie_id for actie_id in action_ids(content)}
    found: dict[int, dict[str, Any]] = {}
    while wanted:
        known = {actie_id: one for actie_id, one in wanted.items() if told.get(str(one), {}).get("status")}
        found |= {actie_id: told[str(one)] for actie_id, one in known.items()}
        origins = _origins(set(wanted.values()) - set(known.values()))
        wanted = {a: origins[one] for a, one in wanted.items() if a not in found and one in origins}
    return found


def _origins(actie_ids: set[int]) -> dict[int, int]:
    """From which action each of these was copied; those that were not copied are left out."""
    if not actie_ids:
        return {}
    query = select(Actie.id, Actie.herkomst_id).where(Actie.id.in_(actie_ids))
    return {actie_id: origin for actie_id, origin in db.session.execute(query) if origin}


def previous_content(content: Content, previous: BladIndiening | None) -> Content | None:
    """What was handed in last time, as it would be said now, with its progress by the ids of the actions of now."""
    if previous is None:
        return None
    told = previous_progress(content, previous)
    return {**said_last_time(content, previous), "voortgang": {str(actie_id): one for actie_id, one in told.items()}}


def said_last_time(content: Content, previous: BladIndiening) -> Content:
    """What was handed in last time, with the keys of what this content answers: the edition may be another."""
    return as_asked_now(previous.snapshot, then=_asked(previous.snapshot), now=_asked(content))


def _asked(content: Content) -> Format:
    return format_of_content(content)
