"""What the national reports ask of somebody, and the counts that the pages of a report begin with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased, lazyload

from portal.domain import clock
from portal.domain.policy import Action, can
from portal.domain.report.states import RapportMove, RapportStatus
from portal.domain.roles import Actor
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import (
    Antwoordblad,
    BladIndiening,
    Lidmaatschap,
    Rapport,
    RapportAkkoord,
    RapportBestand,
    Uitvraag,
    User,
)
from portal.services.report import akkoord, notices, reports
from portal.services.report.akkoord import everybody_spoke

# How long a report that was published is news.
NEW_FOR = timedelta(days=21)
# A round that closed longer ago than this has no report because nobody wants one.
MAKE_WITHIN = timedelta(days=120)


class ReportTask(StrEnum):
    """What a report asks of somebody."""

    MAKEN = "maken"
    NAKIJKEN = "nakijken"
    VASTSTELLEN = "vaststellen"
    PUBLICEREN = "publiceren"
    AKKOORD = "akkoord"
    LEZEN = "lezen"


@dataclass(frozen=True)
class ReportToDo:
    """One thing that is asked: about a report, or (MAKEN) about a round without one. `aantal`: how many sentences."""

    asked: ReportTask
    uitvraag: Uitvraag
    rapport: Rapport | None = None
    aantal: int = 0


def reports_to_do(actor: Actor) -> list[ReportToDo]:
    """What the reports ask of this person, that of the newest round first."""
    manages = can(actor, Action.RAPPORT_BEHEREN)
    agree = _to_agree(actor) if can(actor, Action.RAPPORT_AKKOORD) else []
    mine = [one for uitvraag, rapport in _newest() if (one := _of_coordinator(uitvraag, rapport))] if manages else []
    # Who published it knows that it is there.
    return [*agree, *mine, *(_unread(actor) if not manages else [])]


def handed_in_since(rapport: Rapport) -> int:
    """How many answer sheets of the round were handed in, or corrected, since the report was made."""
    query = (
        select(func.count(func.distinct(BladIndiening.blad_id)))
        .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
        .where(Antwoordblad.uitvraag_id == rapport.uitvraag_id, BladIndiening.ingediend_op > rapport.gemaakt_op)
    )
    return db.session.scalar(query) or 0


def files_of(rapporten: Iterable[Rapport]) -> Mapping[int, list[RapportBestand]]:
    """The files that were vastgesteld by the id of their report, without their content, in one query."""
    found: dict[int, list[RapportBestand]] = {}
    ids = [one.id for one in rapporten]
    query = select(RapportBestand).where(RapportBestand.rapport_id.in_(ids))
    for bestand in db.session.scalars(query.order_by(RapportBestand.soort)):
        found.setdefault(bestand.rapport_id, []).append(bestand)
    return found


def how_many_hear(move: RapportMove) -> int:
    """How many people get a mail when this is done now."""
    if move is not RapportMove.PUBLICEREN:
        return len(notices.kerngroep())
    holds = User.lidmaatschappen.any(Lidmaatschap.rol.in_(notices.READERS))
    return db.session.scalar(select(func.count(User.id)).where(User.active.is_(True), holds)) or 0


def organisation_of(actor: Actor) -> int | None:
    """The id of the organisation a person works for."""
    return db.session.scalar(select(User.organisatie_id).where(User.id == actor.user_id))


_later = aliased(Rapport)
# Of every round that was opened its newest report, or none; what is published asks nothing of who made it.
_NEWEST = (
    select(Uitvraag, Rapport)
    .outerjoin(Rapport, Rapport.uitvraag_id == Uitvraag.id)
    .where(
        Uitvraag.status != UitvraagStatus.GEPLAND,
        ~exists().where(
            _later.uitvraag_id == Rapport.uitvraag_id,
            _later.eerdere == Rapport.eerdere,
            _later.nummer > Rapport.nummer,
        ),
        or_(Rapport.id.is_not(None), Uitvraag.status_sinds > bindparam("since")),
        or_(Rapport.id.is_(None), Rapport.status != RapportStatus.GEPUBLICEERD),
    )
    .options(lazyload(Rapport.uitvraag))
    .order_by(Uitvraag.opent_op.desc(), Uitvraag.id.desc())
)


def _newest() -> Iterable[tuple[Uitvraag, Rapport | None]]:
    found = db.session.execute(_NEWEST, {"since": clock.now() - MAKE_WITHIN})
    return ((uitvraag, rapport) for uitvraag, rapport in found)


def _of_coordinator(uitvraag: Uitvraag, rapport: Rapport | None) -> ReportToDo | None:
    if rapport is None:
        is_due = uitvraag.status in (UitvraagStatus.GESLOTEN, UitvraagStatus.AFGEROND)
        is_recent = uitvraag.status_sinds > clock.now() - MAKE_WITHIN
        return ReportToDo(ReportTask.MAKEN, uitvraag) if is_due and is_recent else None
    if rapport.status is RapportStatus.CONCEPT:
        looks = _looks(rapport)
        return ReportToDo(ReportTask.NAKIJKEN, uitvraag, rapport, looks) if looks else None
    if rapport.status is RapportStatus.TER_VASTSTELLING:
        ready = everybody_spoke(akkoord.parties(rapport))
        return ReportToDo(ReportTask.VASTSTELLEN, uitvraag, rapport) if ready else None
    if rapport.status is RapportStatus.VASTGESTELD:
        return ReportToDo(ReportTask.PUBLICEREN, uitvraag, rapport)
    return None


def _looks(rapport: Rapport) -> int:
    """How many edited sentences ask for a look; nothing to draw while nobody edited one."""
    if not reports.texts_of(rapport):
        return 0
    sentences = reports.sentences_of(reports.tree_of(rapport, demo=False)).values()
    return sum(bool(zin.vlaggen or zin.vervallen) and not zin.weggelaten for zin in sentences)


def _to_agree(actor: Actor) -> list[ReportToDo]:
    """The reports that lie before the party of this person, of which it said nothing yet."""
    said = select(RapportAkkoord.rapport_id).where(
        RapportAkkoord.voorlegging == Rapport.voorlegging,
        RapportAkkoord.rapport_id == Rapport.id,
        RapportAkkoord.organisatie_id == organisation_of(actor),
    )
    query = (
        select(Rapport)
        .where(Rapport.status == RapportStatus.TER_VASTSTELLING, ~said.exists())
        .order_by(Rapport.status_sinds.desc(), Rapport.id.desc())
    )
    return [ReportToDo(ReportTask.AKKOORD, one.uitvraag, one) for one in db.session.scalars(query)]


_LATELY = (
    select(Rapport)
    .where(Rapport.status == RapportStatus.GEPUBLICEERD, Rapport.status_sinds > bindparam("since"))
    .order_by(Rapport.status_sinds.desc(), Rapport.id.desc())
)


def _unread(actor: Actor) -> list[ReportToDo]:
    """What was published lately; of a round the newest version only."""
    if not can(actor, Action.RAPPORTEN_ZIEN):
        return []
    newest: dict[tuple[int, str], Rapport] = {}
    for one in db.session.scalars(_LATELY, {"since": clock.now() - NEW_FOR}):
        about = (one.uitvraag_id, one.eerdere)
        if about not in newest or newest[about].nummer < one.nummer:
            newest[about] = one
    return [ReportToDo(ReportTask.LEZEN, one.uitvraag, one) for one in newest.values()]
