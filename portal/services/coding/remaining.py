"""How many texts are still to be coded, without reading the texts: the start page tells it to everybody who codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, select

from portal.models import COUNTS, Antwoordblad, BladIndiening, Codering, Plan, PlanRegio, TekstPlek, Uitvraag
from portal.models.stored import part
from portal.plain import plain_rows
from portal.services.coding.items import gives_codes, rows_to_code
from portal.services.feedback import expectations
from portal.services.filling.frozen import Frozen
from portal.services.plan.frozen_actions import ACTIONS
from portal.services.plan.in_force import submissions_in_force

_WITH_REGIONS = select(Plan.id, Plan.edition).where(Plan.id.in_(select(PlanRegio.plan_id)))
_HANDED_IN = (
    select(BladIndiening.id, BladIndiening.checksum, Antwoordblad.uitvraag_id)
    .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
    .where(COUNTS)
)
_REGELS = (
    select(BladIndiening.checksum, Uitvraag.edition, part(BladIndiening.snapshot, "regels").label("regels"))
    .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
    .join(Uitvraag, Antwoordblad.uitvraag_id == Uitvraag.id)
    .where(BladIndiening.id.in_(bindparam("ids", expanding=True)))
)
_CODED = select(Codering.id, Codering.gewijzigd_op, Codering.actie_id, Codering.regel_id)
_STAMP = select(
    func.count(),
    func.max(Codering.id),
    func.max(Codering.gewijzigd_op),
    func.coalesce(func.sum(Codering.actie_id), 0),
    func.coalesce(func.sum(Codering.regel_id), 0),
)
_Ids = frozenset[int]


def _stamp_of(rows: Sequence[Any]) -> tuple[Any, ...]:
    """What `_STAMP` gives for these codings. A coding that comes or goes changes it; other codes need not."""
    ids, moments, acties, regels = zip(*rows, strict=True) if rows else ((), (), (), ())
    return (len(rows), max(ids, default=None), max(moments, default=None), _sum(acties), _sum(regels))


def _sum(ids: Iterable[int | None]) -> int:
    return sum(one for one in ids if one is not None)


class _Coded(NamedTuple):
    """The ids of the actions and of the rows of answer sheets that are coded, and the stamp they belong to."""

    stamp: tuple[Any, ...]
    acties: _Ids
    regels: _Ids


# One for this process, replaced as a whole: its parts belong together.
_kept: list[_Coded] = []


def _coded() -> _Coded:
    """As they are now: the stamp is read, and only when it changed the codings."""
    stamp = tuple(plain_rows(_STAMP)[0])
    for kept in _kept:
        if kept.stamp == stamp:
            return kept
    rows = plain_rows(_CODED)
    fresh = _Coded(_stamp_of(rows), _ids(row.actie_id for row in rows), _ids(row.regel_id for row in rows))
    _kept[:] = [fresh]
    return fresh


def _ids(found: Iterable[int | None]) -> _Ids:
    return frozenset(one for one in found if one is not None)


def _read(ids: list[int]) -> Iterator[tuple[str, _Ids]]:
    for row in plain_rows(_REGELS, {"ids": ids}):
        yield row.checksum, frozenset(one["id"] for _, _, one in rows_to_code(row.edition, row.regels))


_rows: Frozen[_Ids] = Frozen(_read)


def still_to_do() -> tuple[Uitvraag | None, int]:
    """The round with texts to code, the newest first (none: the newest), and how many texts are to be coded for it."""
    waits = by_round()
    uitvraag = round_to_code(expectations.rounds_asked(), waits)
    coded = _coded()
    to_do = sum(len(found - coded.acties) for found in _action_ids())
    return uitvraag, to_do + (waits[uitvraag.id] if uitvraag else 0)


def round_to_code(rondes: Sequence[Uitvraag], waits: Mapping[int, int]) -> Uitvraag | None:
    """Of these rounds (the newest first) the first in which texts wait; none waits: the newest. None without any."""
    return next((one for one in rondes if waits.get(one.id)), next(iter(rondes), None))


def by_round() -> Counter[int]:
    """How many texts that were handed in are not coded, by the id of their round: a fixed number of queries."""
    coded = _coded()
    found = {row.id: row for row in plain_rows(_HANDED_IN)}
    rows = _rows.of({one.id: one.checksum for one in found.values()})
    waits = Counter({row.uitvraag_id: row.number for row in plain_rows(_TO_EXPLAIN)})
    for id_, ids in rows.items():
        waits[found[id_].uitvraag_id] += len(ids - coded.regels)
    return +waits


_TO_EXPLAIN = (
    select(Antwoordblad.uitvraag_id, func.count().label("number"))
    .select_from(TekstPlek)
    .join(Antwoordblad, TekstPlek.blad_id == Antwoordblad.id)
    .outerjoin(Codering, Codering.plek_id == TekstPlek.id)
    .where(
        TekstPlek.indiening_nummer == Antwoordblad.indiening_nummer,
        Antwoordblad.niet_gevraagd.is_(False),
        Codering.id.is_(None),
    )
    .group_by(Antwoordblad.uitvraag_id)
)


def _action_ids() -> Iterator[_Ids]:
    """Of each plan in force whose edition gives actions codes. A plan that went up in another has no regions."""
    plans = {row.id for row in plain_rows(_WITH_REGIONS) if gives_codes(row.edition)}
    found = {one.id: one.checksum for one in submissions_in_force() if one.plan_id in plans}
    for actions in ACTIONS.of(found).values():
        yield actions.ids
