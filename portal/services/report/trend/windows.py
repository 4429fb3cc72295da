"""The actions of frozen plans with their windows; kept per submission, which never changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import bindparam, select

from exports.national.trend.actions import ActieInPlan
from exports.national.trend.windows import Venster
from forms.spec import Kind
from portal.domain.plan.states import ActieVorm
from portal.models import Actie, Indiening
from portal.models.stored import part
from portal.plain import plain_rows
from portal.services.filling.frozen import Frozen
from portal.services.report.gather.plans import window

_ACTIONS = select(Indiening.checksum, part(Indiening.snapshot, Kind.ACTIES.value).label("acties")).where(
    Indiening.id.in_(bindparam("ids", expanding=True))
)
_CHECKSUMS = select(Indiening.id, Indiening.checksum).where(Indiening.id.in_(bindparam("ids", expanding=True)))
# Few: only plans that were split have them.
_ORIGINS = select(Actie.id, Actie.herkomst_id).where(Actie.herkomst_id.is_not(None))


def in_plan(rows: Iterable[Mapping[str, Any]]) -> Iterator[ActieInPlan]:
    """The actions among the rows of a plan, in its order."""
    for row in rows:
        if ActieVorm(row["vorm"]).is_action:
            venster = Venster(row["tijdslijn"], *window(row))
            yield ActieInPlan(row["id"], row["paragraaf"], row["omschrijving"], row["verantwoordelijke"], venster)


def _read(ids: list[int]) -> Iterator[tuple[str, tuple[ActieInPlan, ...]]]:
    for row in plain_rows(_ACTIONS, {"ids": ids}):
        yield row.checksum, tuple(in_plan(row.acties or ()))


_kept: Frozen[tuple[ActieInPlan, ...]] = Frozen(_read)


def actions_in(indiening_ids: Iterable[int]) -> dict[int, tuple[ActieInPlan, ...]]:
    """The actions of these submissions of plans by their ids: two queries, or one when all were met before."""
    rows = plain_rows(_CHECKSUMS, {"ids": list(indiening_ids)})
    return _kept.of({row.id: row.checksum for row in rows})


def origins() -> dict[int, int]:
    """From which action each was copied when a joint plan was split, for those that were: one query."""
    return {row.id: row.herkomst_id for row in plain_rows(_ORIGINS)}
