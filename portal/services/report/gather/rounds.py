"""Whom rounds asked, the earlier rounds of the questionnaire, and how actions went in them, for a national report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from exports.national.data import ActieBeeld, Elders, Ronde, Stand, VoortgangRegel
from forms.dutch.dates import AMSTERDAM
from forms.national import progress_edition
from forms.spec import Kind, Question
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import COUNTS, Antwoordblad, BladIndiening, BladRegio, Indiening, PlanVersie, Regio, Uitvraag
from portal.models.stored import part
from portal.services.round.problems import last_event

_AT_A_TIME = 100


@dataclass(frozen=True)
class Earlier:
    """An earlier round. `extra_vragen` are the coördinator's own questions in it."""

    ronde: Ronde
    edition: str
    extra_vragen: list[dict[str, Any]]
    is_answered: bool
    niet_gesteld: str = ""


def as_round(uitvraag: Uitvraag | Any) -> Ronde:
    """A round by its name and dates, and whom it asked."""
    asked = asked_by([uitvraag.id]) if uitvraag.gevraagde_regios else {}
    return _named(uitvraag, asked)


def bare_round(uitvraag: Uitvraag) -> Ronde:
    """A round by its name and dates alone, without asking whom it asked."""
    return _named(uitvraag, {})


def asked_by(uitvraag_ids: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """The codes of the regions with a sheet in these rounds, by round; not of a round in which all of them have one.

    Those were asked, with the regions that a joint plan brought along.
    """
    found: defaultdict[int, list[str]] = defaultdict(list)
    query = (
        select(BladRegio.uitvraag_id, Regio.code)
        .join(Regio, BladRegio.regio_id == Regio.id)
        .where(BladRegio.uitvraag_id.in_(uitvraag_ids))
        .order_by(Regio.code)
    )
    for uitvraag_id, code in db.session.execute(query):
        found[uitvraag_id].append(code)
    total = db.session.scalar(select(func.count(Regio.id)))
    return {key: tuple(codes) for key, codes in found.items() if len(codes) != total}


def previous_of(earlier: Sequence[Earlier], now: Ronde) -> Earlier | None:
    """The round to compare with: the newest that was answered and asked everybody who is asked now.

    Without one the newest that was answered: what is compared is told of the regions that answered both.
    """
    answered = [one for one in reversed(earlier) if one.is_answered]
    covering = (one for one in answered if _asked_all_of(one.ronde, now))
    return next(covering, next(iter(answered), None))


def _asked_all_of(then: Ronde, now: Ronde) -> bool:
    return not then.alleen_voor or (bool(now.alleen_voor) and set(now.alleen_voor) <= set(then.alleen_voor))


def _named(uitvraag: Uitvraag | Any, asked: Mapping[int, tuple[str, ...]]) -> Ronde:
    return Ronde(
        uitvraag.id,
        uitvraag.naam,
        uitvraag.periode_van,
        uitvraag.periode_tot,
        uitvraag.deadline,
        asked.get(uitvraag.id, ()),
    )


def closed_early(uitvraag: Uitvraag) -> date | None:
    """The last day on which regions could answer, of a round that was closed before its deadline; None for another."""
    if uitvraag.status is UitvraagStatus.OPEN:
        return None
    closed = last_event(uitvraag, soorten=[UitvraagEventSoort.GESLOTEN])
    day = closed.op.astimezone(AMSTERDAM).date() if closed else uitvraag.deadline
    return day if day < uitvraag.deadline else None


def earlier_rounds(uitvraag: Uitvraag) -> list[Earlier]:
    """The national rounds that were held before, of any edition, the oldest first: one query.

    A round with only own questions has none: another such round asks something else.
    """
    if not uitvraag.edition:
        return []
    answered = (
        select(Antwoordblad.id)
        .where(
            Antwoordblad.uitvraag_id == Uitvraag.id,
            Antwoordblad.indiening_nummer > 0,
            Antwoordblad.niet_gevraagd.is_(False),
        )
        .exists()
    )
    found = db.session.execute(
        select(
            Uitvraag.id,
            Uitvraag.naam,
            Uitvraag.periode_van,
            Uitvraag.periode_tot,
            Uitvraag.deadline,
            Uitvraag.edition,
            Uitvraag.extra_vragen,
            Uitvraag.niet_gesteld,
            Uitvraag.gevraagde_regios,
            answered.label("is_answered"),
        )
        .where(
            Uitvraag.edition != "",
            Uitvraag.periode_tot < uitvraag.periode_tot,
            Uitvraag.status != UitvraagStatus.GEPLAND,
        )
        .order_by(Uitvraag.periode_tot, Uitvraag.id)
    ).all()
    some = [row.id for row in found if row.gevraagde_regios]
    asked = asked_by(some) if some else {}
    return [
        Earlier(_named(row, asked), row.edition, row.extra_vragen, row.is_answered, row.niet_gesteld) for row in found
    ]


def progress_lines(
    uitvraag_id: int, acties: Sequence[ActieBeeld], earlier: Sequence[Earlier]
) -> tuple[VoortgangRegel, ...]:
    """How every action went in every round, the oldest first; in each round the actions of today's plans by place.

    One query, of all earlier rounds; of this round what the picture holds.
    """
    place = {actie.id: number for number, actie in enumerate(acties)}
    order = {one.ronde.id: number for number, one in enumerate(earlier)}
    past = sorted(
        _past({one.ronde.id: one.edition for one in earlier}),
        key=lambda one: (order[one.ronde_id], place.get(one.actie_id, len(place)), one.plan_id, one.actie_id),
    )
    present = (
        VoortgangRegel(uitvraag_id, one.id, one.plan_id, one.status, one.toelichting, one.elders)
        for one in acties
        if one.stand is Stand.BEANTWOORD and one.status
    )
    return (*past, *present)


def _past(rounds: Mapping[int, str]) -> Iterator[VoortgangRegel]:
    """How actions went in these rounds, by id with their edition; every status as it is counted."""
    asked = {one: progress_edition(edition).of_kind(Kind.VOORTGANG) for one, edition in rounds.items()}
    query = _PROGRESS.where(Antwoordblad.uitvraag_id.in_(list(rounds))).execution_options(yield_per=_AT_A_TIME)
    for row in db.session.execute(query):
        progress: Mapping[str, Mapping[str, Any]] = row.voortgang or {}
        for actie_id, told in progress.items():
            if told["status"]:
                yield _line(row, int(actie_id), told, asked[row.uitvraag_id])


def _line(row: Any, actie_id: int, told: Mapping[str, Any], question: Question | None) -> VoortgangRegel:
    def counted(status: str) -> str:
        return question.counted(status) if question else status

    elders = (Elders(code, counted(one["status"]), one["toelichting"]) for code, one in told["afwijkingen"].items())
    return VoortgangRegel(
        row.uitvraag_id, actie_id, row.plan_id or 0, counted(told["status"]), told["toelichting"], tuple(elders)
    )


# Only the progress: a submission also holds all actions and texts. Every path into it reads it through once more.
_PROGRESS = (
    select(Antwoordblad.uitvraag_id, PlanVersie.plan_id, part(BladIndiening.snapshot, "voortgang").label("voortgang"))
    .join(BladIndiening, BladIndiening.blad_id == Antwoordblad.id)
    .outerjoin(Indiening, Antwoordblad.plan_indiening_id == Indiening.id)
    .outerjoin(PlanVersie, Indiening.versie_id == PlanVersie.id)
    .where(COUNTS)
)
